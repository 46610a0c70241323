"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { cn } from "./cn";

interface Props {
  readonly label: string;
  /** What tells the entry that is open from the others; when it changes, the strip scrolls there. */
  readonly current: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A row of ways that may be wider than the screen; the one that is open is always in sight. */
export function Strip({ label, current, className, children }: Props) {
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when another entry is open, not when one is drawn
  useEffect(() => {
    const strip = nav.current;
    const open = strip?.querySelector<HTMLElement>("[aria-current]");
    if (strip && open) strip.scrollLeft = open.offsetLeft - (strip.clientWidth - open.offsetWidth) / 2;
  }, [current]);
  return (
    // What is said to screen readers alone is placed in here, or it would widen the page from outside.
    <nav ref={nav} aria-label={label} className={cn("relative flex overflow-x-auto", className)}>
      {children}
    </nav>
  );
}
