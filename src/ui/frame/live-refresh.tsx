"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "./live";

/** Several events in so short a time are one refresh. */
const SETTLE_MS = 250;

/**
 * Has the page read itself anew when something happened. It does so too when the stream begins: what happened between
 * the drawing of the page and that moment was told to nobody.
 */
export function LiveRefresh({ path }: { readonly path: string }) {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive(path, () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), SETTLE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
