import { ListChecks } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OwnDecisionView } from "@/contracts/views/review-work";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";

/** Rulings with how each fared: overturned, seen otherwise by another, or shown wrong by the goods. */
export function DecisionTable({ rows }: { readonly rows: readonly OwnDecisionView[] }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  if (rows.length === 0) return <EmptyState icon={ListChecks} words={t("decisions.empty")} action={null} />;
  return (
    <ul className="divide-y rounded-md border bg-panel text-sm">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
          <Link href={`/compliance/reviews/${row.caseId}`} className="font-medium">
            {row.reference}
          </Link>
          <span className="font-medium">{reasons(`outcome.${row.outcome}`)}</span>
          <span className="text-muted">{row.reasons.map((code) => reasons(`decision.${code}`)).join(", ")}</span>
          <Fate row={row} />
          <span className="ml-auto text-xs text-muted">
            {row.officer} · <Instant at={row.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Fate({ row }: { readonly row: OwnDecisionView }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  const { overturnedBy, secondOpinion, laterIrregular } = row;
  return (
    <span className="flex flex-wrap gap-x-3">
      {overturnedBy ? (
        <span className="text-red">
          ■ {t("decisions.overturned", { outcome: reasons(`outcome.${overturnedBy.outcome}`) })}
        </span>
      ) : null}
      {secondOpinion ? (
        <span className={secondOpinion === "agrees" ? "text-green" : "text-yellow"}>
          {secondOpinion === "agrees" ? "✓" : "▲"} {t(`decisions.second.${secondOpinion}`)}
        </span>
      ) : null}
      {laterIrregular === null ? null : (
        <span className={laterIrregular ? "text-red" : "text-green"}>
          {laterIrregular ? "■" : "✓"} {t(laterIrregular ? "decisions.irregular" : "decisions.inOrder")}
        </span>
      )}
    </span>
  );
}
