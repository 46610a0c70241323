"use client";

import { ListChecks } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { OwnDecisionView } from "@/contracts/views/review-work";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { EmptyState } from "@/ui/parts/empty-state";
import { Instant } from "@/ui/parts/instant";

const idOf = (row: OwnDecisionView) => row.id;

/** Rulings with how each fared: overturned, seen otherwise by another, or shown wrong by the goods. */
export function DecisionTable({ rows }: { readonly rows: readonly OwnDecisionView[] }) {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  const gates = useTranslations("gates");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone, as `t` does
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: OwnDecisionView) => React.ReactNode, meta = {}) =>
      dataColumn<OwnDecisionView>(id, t(`decisions.column.${id}`), cell, meta);
    return [
      column(
        "case",
        (row) => (
          <Link data-row-link href={`/compliance/reviews/${row.caseId}`} className="font-medium">
            {row.reference}
          </Link>
        ),
        { isHead: true },
      ),
      column("outcome", (row) => reasons(`outcome.${row.outcome}`), { className: "font-medium" }),
      column("reasons", (row) => row.reasons.map((code) => reasons(`decision.${code}`)).join(", "), {
        className: "text-muted",
      }),
      column("fate", (row) => <Fate row={row} />),
      column("officer", (row) => row.officer, { className: "text-muted" }),
      column("at", (row) => <Instant at={row.at} className="whitespace-nowrap text-muted" />),
      column("stage", (row) => gates(`stage.${row.stage}`)),
      column("note", (row) => row.note ?? "–", { className: "text-muted" }),
    ];
  }, [t]);
  const { visibility } = useColumns("decisions");
  const table = useDataTable({ columns, rows, idOf, visibility });
  if (rows.length === 0) return <EmptyState icon={ListChecks} words={t("decisions.empty")} action={null} />;
  return (
    <div ref={list}>
      <DataTable table={table} label={t("decisions.title")} />
    </div>
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
