import type { ReviewRowView } from "@/contracts/views/review";
import { cn } from "@/ui/parts/cn";
import { Elapsed } from "@/ui/parts/elapsed";
import { Instant } from "@/ui/parts/instant";

interface Props {
  readonly row: Pick<ReviewRowView, "openedAt" | "ruling">;
  readonly className?: string;
}

/** How long a case waits; once it is decided, since when it no longer does. */
export function CaseAge({ row, className }: Props) {
  return (
    <span className={cn("whitespace-nowrap", className)}>
      {row.ruling ? <Instant at={row.ruling.at} /> : <Elapsed since={row.openedAt} />}
    </span>
  );
}
