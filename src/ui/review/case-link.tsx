import Link from "next/link";
import type { ReviewRowView } from "@/contracts/views/review";

interface Props {
  readonly row: Pick<ReviewRowView, "caseId" | "reference" | "isPickable" | "claimedByMe" | "state">;
  readonly isHere?: boolean;
}

/** The way to a case; where the office hands them out it is there for one's own and for what is decided. */
export function CaseLink({ row, isHere = false }: Props) {
  if (!row.isPickable && !row.claimedByMe && row.state === "open")
    return <span className="font-medium">{row.reference}</span>;
  return (
    <Link
      data-row-link
      data-case={row.caseId}
      href={`/compliance/reviews/${row.caseId}`}
      aria-current={isHere ? "page" : undefined}
      className="font-medium text-accent no-underline after:absolute after:inset-0"
    >
      {row.reference}
    </Link>
  );
}
