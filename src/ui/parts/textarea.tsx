import type { ComponentProps } from "react";
import { cn } from "./cn";
import { INPUT_LOOK } from "./input";

/** Several lines of text; it grows with what is written. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cn(INPUT_LOOK, "field-sizing-content min-h-16 py-1.5", className)} {...rest} />;
}
