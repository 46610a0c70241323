import { cn } from "./cn";

/** The place of something that is on its way, in its size. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={cn("rounded-md bg-raised", className)} />;
}
