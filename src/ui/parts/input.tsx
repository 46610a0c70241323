import type { ComponentProps } from "react";
import { cn } from "./cn";

/** One line of text. The border is strong enough to be found by weak eyes. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cn(INPUT_LOOK, "h-8", className)} {...rest} />;
}

/** What everything that takes text looks like. */
export const INPUT_LOOK =
  "w-full min-w-0 rounded-md border border-line-strong/80 bg-panel px-2.5 text-base placeholder:text-muted disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-red focus-visible:outline-offset-0";
