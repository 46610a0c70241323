"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import type { AeoRowView } from "@/contracts/views/credit";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { EntryState } from "./entry-state";
import { ScopeChips } from "./scope-chips";
import { SuspendEntry } from "./suspend-entry";
import { TierBadge } from "./tier-badge";
import { Validity } from "./validity";

const idOf = (row: AeoRowView) => row.id;

interface Props {
  readonly rows: readonly AeoRowView[];
  readonly today: string;
}

/** The entries of the whitelist that were ruled on. */
export function WhitelistTable({ rows, today }: Props) {
  const t = useTranslations("aeo");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: AeoRowView) => ReactNode) =>
      dataColumn<AeoRowView>(id, t(`column.${id}`), cell);
    // The server orders the entries, the last proposed first; a page of them sorted by itself would be no order of all.
    return [
      column("holder", (row) => <Holder row={row} />),
      column("tier", (row) => <TierBadge tier={row.tier} />),
      column("scope", (row) => <ScopeChips scope={row.scope} />),
      column("validity", (row) => <Validity validFrom={row.validFrom} validTo={row.validTo} today={today} />),
      column("source", (row) => <Source row={row} />),
      column("state", (row) => <StateAndAct row={row} today={today} />),
    ];
  }, [t, today]);
  const { visibility } = useColumns("whitelist");
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable
        table={table}
        label={t("entries")}
        card={(row) => (
          <div className="flex flex-col gap-2 text-sm">
            <Holder row={row} />
            <div className="flex flex-wrap gap-1">
              <TierBadge tier={row.tier} />
              <ScopeChips scope={row.scope} />
            </div>
            <Validity validFrom={row.validFrom} validTo={row.validTo} today={today} />
            <Source row={row} />
            <StateAndAct row={row} today={today} />
          </div>
        )}
      />
    </div>
  );
}

function Holder({ row }: { readonly row: AeoRowView }) {
  return (
    <span className="flex flex-col py-1">
      <span data-row-link tabIndex={-1} className="self-start font-medium">
        {row.holder}
      </span>
      <code className="text-xs text-muted">{row.aeoCode}</code>
    </span>
  );
}

function Source({ row }: { readonly row: AeoRowView }) {
  const t = useTranslations("aeo");
  return (
    <span className="flex flex-col">
      <span>{row.source}</span>
      <span className="text-xs text-muted">
        {row.approvedBy
          ? t("approvedBy", { proposer: row.proposedBy, approver: row.approvedBy })
          : t("proposedBy", { proposer: row.proposedBy })}
      </span>
    </span>
  );
}

function StateAndAct({ row, today }: { readonly row: AeoRowView; readonly today: string }) {
  const hasEnded = row.validTo !== null && row.validTo < today;
  return (
    <span className="flex items-center justify-between gap-3">
      <EntryState state={row.state} hasEnded={hasEnded} />
      {row.canSuspend && !hasEnded ? <SuspendEntry id={row.id} holder={row.holder} /> : null}
    </span>
  );
}
