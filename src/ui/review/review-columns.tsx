"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { ReviewRowView } from "@/contracts/views/review";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import type { DataColumn } from "@/ui/parts/data-table";
import { CaseAge } from "./case-age";
import { CaseLink } from "./case-link";
import { ChooseCase } from "./choose-case";
import { ClaimWords } from "./claim-words";
import { useReasonWords } from "./reason-words";
import { Slack } from "./slack";

/** The strongest reasons come first; the case has all of them. */
const SHOWN = 2;

/** The columns of the queue; the server orders it, the most pressing case first. */
export function useReviewColumns(canChoose: boolean): DataColumn<ReviewRowView>[] {
  const t = useTranslations("review");
  const gates = useTranslations("gates");
  const reasonWords = useReasonWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone, as `t` does
  return useMemo(() => {
    const column = (
      id: string,
      cell: (row: ReviewRowView) => ReactNode,
      meta: { align?: "right"; className?: string } = {},
    ): DataColumn<ReviewRowView> => ({
      id,
      header: t(`column.${id}`),
      cell: ({ row }: { row: { original: ReviewRowView } }) => cell(row.original),
      meta,
    });
    return [
      ...(canChoose ? [column("choose", (row) => <ChooseCase row={row} />)] : []),
      column("lane", (row) => <LaneBadge lane={row.lane} />),
      column("case", (row) => (
        <span className="whitespace-nowrap">
          <CaseLink row={row} />
          <span className="ml-2 text-xs text-muted">{gates("gate", { number: STAGES.indexOf(row.stage) + 1 })}</span>
        </span>
      )),
      column("broker", (row) => <span className="block truncate">{row.broker}</span>, { className: "w-[16%] max-w-0" }),
      column("reasons", (row) => (
        <span className="flex flex-wrap gap-1 py-0.5">
          {row.reasons.slice(0, SHOWN).map((reason) => (
            <Badge key={reason}>{reasonWords(reason)}</Badge>
          ))}
          {row.reasons.length > SHOWN ? <Badge>+{row.reasons.length - SHOWN}</Badge> : null}
        </span>
      )),
      column("score", (row) => row.score, { align: "right" }),
      column("value", (row) => (row.value ? <Amount value={row.value.amount} currency={row.value.currency} /> : "—"), {
        align: "right",
      }),
      column("age", (row) => (row.ruling ? <CaseAge row={row} /> : <Slack dueAt={row.dueAt} />), { align: "right" }),
      column("claimed", (row) => <ClaimWords row={row} />),
    ];
  }, [t, canChoose]);
}
