import { cn } from "@/ui/parts/cn";

/**
 * The edge of a region of values. Tab behind the last value that asks, or before the first, puts the focus here, and the
 * browser takes it on from here to the control that follows.
 */
export function FormEdge({ side, className }: { readonly side: "start" | "end"; readonly className?: string }) {
  return <span tabIndex={-1} data-form-edge={side} className={cn("block size-0 outline-none", className)} />;
}

/** Moves the focus to the edge of the region that the element is in; the key goes on to do what it does. */
export function leaveRegion(element: HTMLElement, step: 1 | -1): void {
  const edge = `[data-form-edge=${step === 1 ? "end" : "start"}]`;
  element.closest("[data-form-region]")?.querySelector<HTMLElement>(edge)?.focus({ preventScroll: true });
}
