"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { GoodsReturnView } from "@/contracts/views/goods-return";
import { decimal, formatDecimal, sum } from "@/domain/shared/decimal";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Amount } from "@/ui/parts/amount";
import { DataTable, dataColumn, useDataTable, type Visibility } from "@/ui/parts/data-table";
import { ReturnActs } from "./return-acts";
import { ReturnBadge } from "./return-badge";

interface Props {
  readonly rows: readonly GoodsReturnView[];
  readonly mayAct: boolean;
  readonly today: string;
  readonly visibility: Visibility;
}

const idOf = (row: GoodsReturnView) => row.id;

/** Goods that come back, with their clock and what they reverse. */
export function ReturnTable({ rows, mayAct, today, visibility }: Props) {
  const t = useTranslations("goodsReturn");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: GoodsReturnView) => React.ReactNode, meta = {}) =>
      dataColumn<GoodsReturnView>(id, t(id), cell, meta);
    return [
      column("shipment", (row) => (
        <Link data-row-link href={`/broker/shipments/${row.shipment.id}?tab=returns`}>
          {row.shipment.reference}
        </Link>
      )),
      column("goods", (row) => row.lines.map(({ line, quantity }) => t("ofLine", { line, quantity })).join("; ")),
      column("why", (row) => t(`reason.${row.reason}`)),
      column("clock", (row) => (
        <>
          {row.arrivedOn ? t("arrivedOn", { day: row.arrivedOn }) : t("arriveBy", { day: row.arriveBy })}
          {row.daysLeft !== null && row.daysLeft >= 0 ? (
            <span className="block text-xs text-muted">{t("daysLeft", { days: row.daysLeft })}</span>
          ) : null}
        </>
      )),
      column(
        "reverses",
        (row) => (
          <>
            <Amount value={taxOf(row)} currency={row.currency} />
            <span className="block text-xs text-muted">
              {t("ofValue")} <Amount value={row.value} currency={row.currency} />
            </span>
          </>
        ),
        { align: "right" },
      ),
      column("stands", (row) => (
        <>
          <ReturnBadge state={row.state} />
          {mayAct && (row.state === "applied" || row.state === "lapsed") ? (
            <ReturnActs returnId={row.id} isLapsed={row.state === "lapsed"} today={today} />
          ) : null}
        </>
      )),
    ];
  }, [t, mayAct, today]);
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("title")} />
    </div>
  );
}

function taxOf({ duty, consumptionTax, vat }: GoodsReturnView): string {
  return formatDecimal(sum([duty, consumptionTax, vat].map(decimal)));
}
