"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { AeoRowView } from "@/contracts/views/credit";
import { type DataColumn, DataTable, useDataTable } from "@/ui/parts/data-table";
import { ScopeChips } from "./scope-chips";
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
  const columns = useMemo(() => {
    const column = (
      id: string,
      sortBy: ((row: AeoRowView) => string) | null,
      cell: (row: AeoRowView) => ReactNode,
    ): DataColumn<AeoRowView> => ({
      id,
      header: t(`column.${id}`),
      ...(sortBy ? { accessorFn: sortBy, sortFn: "text" } : {}),
      cell: ({ row }: { row: { original: AeoRowView } }) => cell(row.original),
    });
    return [
      column(
        "holder",
        (row) => row.holder,
        (row) => <Holder row={row} />,
      ),
      column(
        "tier",
        (row) => row.tier,
        (row) => <TierBadge tier={row.tier} />,
      ),
      column("scope", null, (row) => <ScopeChips scope={row.scope} />),
      column(
        "validity",
        (row) => row.validTo ?? "9999",
        (row) => <Validity validFrom={row.validFrom} validTo={row.validTo} today={today} />,
      ),
      column("source", null, (row) => <Source row={row} />),
      column(
        "state",
        (row) => row.state,
        (row) => <State state={row.state} />,
      ),
    ];
  }, [t, today]);
  const table = useDataTable({ columns, rows, idOf });
  return (
    <DataTable
      table={table}
      label={t("entries")}
      card={(row) => (
        <div className="flex flex-col gap-2 text-sm">
          <div className="flex items-start gap-2">
            <Holder row={row} />
            <span className="ml-auto">
              <State state={row.state} />
            </span>
          </div>
          <div className="flex flex-wrap gap-1">
            <TierBadge tier={row.tier} />
            <ScopeChips scope={row.scope} />
          </div>
          <Validity validFrom={row.validFrom} validTo={row.validTo} today={today} />
          <Source row={row} />
        </div>
      )}
    />
  );
}

function Holder({ row }: { readonly row: AeoRowView }) {
  return (
    <span className="flex flex-col py-1">
      <span className="font-medium">{row.holder}</span>
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

function State({ state }: Pick<AeoRowView, "state">) {
  const t = useTranslations("aeo");
  const isActive = state === "active";
  return (
    <span className={`whitespace-nowrap ${isActive ? "font-medium text-green" : "text-muted"}`}>
      <span aria-hidden>{isActive ? "✓ " : "– "}</span>
      {t(`state.${state}`)}
    </span>
  );
}
