import { useTranslations } from "next-intl";
import type { ReviewRowView } from "@/contracts/views/review";

/** Who has the case or ruled it, and how many of the decisions that it needs are taken. */
export function ClaimWords({ row }: { readonly row: ReviewRowView }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  const claim = row.claimedBy ? (row.claimedByMe ? t("mine") : t("claimedBy", { name: row.claimedBy })) : null;
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      {row.needsTwoOfficers ? (
        <span className="whitespace-nowrap font-medium text-blue">
          ◆ {t("twoOfficers", { decisions: row.decisions })}
        </span>
      ) : null}
      {claim ? <span className={row.claimedByMe ? "font-medium" : "text-muted"}>{claim}</span> : null}
      {row.ruling ? (
        <span>
          {reasons(`outcome.${row.ruling.outcome}`)}{" "}
          {row.ruling.officer ? <span className="text-muted">· {row.ruling.officer}</span> : null}
        </span>
      ) : null}
      {row.ruling || claim || row.needsTwoOfficers ? null : <span className="text-muted">—</span>}
    </span>
  );
}
