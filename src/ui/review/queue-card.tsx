import { useTranslations } from "next-intl";
import type { ReviewRowView } from "@/contracts/views/review";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { CaseAge } from "./case-age";
import { CaseLink } from "./case-link";
import { ClaimWords } from "./claim-words";
import { useReasonWords } from "./reason-words";
import { Slack } from "./slack";

/** A case where there is little room: on a phone, and in the queue beside an open case. */
export function QueueCard({ row, isHere }: { readonly row: ReviewRowView; readonly isHere: boolean }) {
  const gates = useTranslations("gates");
  const reasonWords = useReasonWords();
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <div className="flex items-baseline gap-2">
        <LaneBadge lane={row.lane} isShort />
        <CaseLink row={row} isHere={isHere} />
        <span className="ml-auto text-xs text-muted">
          {row.ruling ? <CaseAge row={row} /> : <Slack dueAt={row.dueAt} />}
        </span>
      </div>
      <p className="text-xs text-muted">
        {gates("gate", { number: STAGES.indexOf(row.stage) + 1 })} · {row.reasons.map(reasonWords).join(", ")}
      </p>
      {row.ruling || row.claimedBy || row.needsTwoOfficers ? (
        <p className="text-xs">
          <ClaimWords row={row} />
        </p>
      ) : null}
    </div>
  );
}
