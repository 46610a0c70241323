"use client";

import type { ComponentProps } from "react";
import { Dialog } from "./dialog";

/** A dialog that comes in from the side, for what explains the page behind it. */
export function Sheet(props: Omit<ComponentProps<typeof Dialog>, "place" | "isWide">) {
  return <Dialog place="side" {...props} />;
}
