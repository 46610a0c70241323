import { cn } from "./cn";

/** A thin upright line between groups of controls. */
export function Separator({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cn("h-5 w-px shrink-0 bg-line", className)} />;
}
