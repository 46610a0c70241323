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

/** The edge behind which there is more fades. */
const FADING =
  "mask-[linear-gradient(to_right,transparent,black_var(--before,0px),black_calc(100%-var(--after,0px)),transparent)] data-before:[--before:2rem] data-after:[--after:2rem]";

/** A row of ways that may be wider than the screen; the one that is open is always in sight. */
export function Strip({ label, current, className, children }: Props) {
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when another entry is open, not when one is drawn
  useEffect(() => {
    const strip = nav.current;
    const open = strip?.querySelector<HTMLElement>("[aria-current]");
    if (strip && open) strip.scrollLeft = open.offsetLeft - (strip.clientWidth - open.offsetWidth) / 2;
  }, [current]);
  useEffect(() => {
    const strip = nav.current;
    if (!strip) return;
    const tell = () => {
      strip.toggleAttribute("data-before", strip.scrollLeft > 1);
      strip.toggleAttribute("data-after", strip.scrollWidth - strip.clientWidth - strip.scrollLeft > 1);
    };
    tell();
    const watcher = new ResizeObserver(tell);
    for (const part of [strip, ...strip.children]) watcher.observe(part);
    strip.addEventListener("scroll", tell, { passive: true });
    return () => {
      watcher.disconnect();
      strip.removeEventListener("scroll", tell);
    };
  }, []);
  return (
    // What is said to screen readers alone is placed in here, or it would widen the page from outside.
    <nav ref={nav} aria-label={label} className={cn("relative flex overflow-x-auto", FADING, className)}>
      {children}
    </nav>
  );
}
