"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef } from "react";
import type { OrderRowView } from "@/contracts/views/order";
import { FEED_KINDS } from "@/domain/three-documents/documents";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { ChooseRow, ChosenBar, Selecting, useSelection } from "@/ui/list/selection";
import { useColumns } from "@/ui/list/use-columns";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { Instant } from "@/ui/parts/instant";
import { ClockLeft } from "@/ui/time/clock-left";
import { LodgeOrders } from "./lodge-orders";
import { OrderState } from "./order-state";
import { RepairMenu } from "./repair-menu";

interface Props {
  readonly rows: readonly OrderRowView[];
  /** What stands there instead of a table without rows. */
  readonly empty: ReactNode;
}

const idOf = (row: OrderRowView) => row.id;

/**
 * The orders of a page; those that are chosen are lodged or repaired together. What was lodged leaves the list that it
 * was chosen from, perhaps the last of it, so what that came to stays in sight though no row is left.
 */
export function OrderList({ rows, empty }: Props) {
  return (
    <Selecting ids={rows.map(idOf)}>
      <div className="flex flex-col gap-2">
        <Acts rows={rows} />
        {rows.length === 0 ? empty : <OrderTable rows={rows} />}
      </div>
    </Selecting>
  );
}

function Acts({ rows }: Pick<Props, "rows">) {
  const t = useTranslations("orders");
  const { ids } = useSelection();
  const picked = rows.filter((row) => ids.has(row.id));
  return (
    <ChosenBar ids={rows.map(idOf)}>
      <LodgeOrders rows={picked} />
      <RepairMenu
        chosen={{ orderIds: picked.map(idOf) }}
        isDisabled={picked.length === 0}
        label={t("chosen", { count: picked.length })}
      />
    </ChosenBar>
  );
}

function OrderTable({ rows }: Pick<Props, "rows">) {
  const t = useTranslations("orders");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: OrderRowView) => ReactNode, meta: Parameters<typeof dataColumn>[3] = {}) =>
      dataColumn<OrderRowView>(id, t(`column.${id}`), cell, meta);
    return [
      column("choose", (row) => <ChooseRow id={row.id} name={row.orderNumber} />, { isHead: true }),
      column("order", (row) => (
        <Link data-row-link href={`/broker/orders/${row.id}`} className="break-all font-medium">
          {row.orderNumber}
        </Link>
      )),
      column("state", (row) => <Standing row={row} />),
      column("buyer", (row) => row.buyerMasked),
      column("value", (row) => <Amount value={row.goodsValue} currency="CNY" />, { align: "right" }),
      column("nextClock", (row) => <ClockLeft clock={row.nextClock} />),
      column("rules", (row) => row.rules.join(", ") || "–"),
      column("platform", (row) => row.platform, { className: "text-muted" }),
      column("merchant", (row) => row.merchant, { className: "text-muted" }),
      column("placed", (row) => <Instant at={row.placedAt} className="whitespace-nowrap text-muted" />),
    ];
  }, [t]);
  const { visibility } = useColumns("orders");
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("table")} />
    </div>
  );
}

function Standing({ row }: { readonly row: OrderRowView }) {
  const t = useTranslations("orders");
  const missing = FEED_KINDS.filter((kind) => !row.records.includes(kind));
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <OrderState state={row.state} />
      {row.contested.length > 0 ? <Badge tone="yellow">▲ {t("contested")}</Badge> : null}
      {missing.length > 0 ? (
        <span className="text-xs text-muted">
          {t("missing", { records: missing.map((kind) => t(`document.${kind}`)).join(", ") })}
        </span>
      ) : null}
      {row.askedOf ? (
        <span className="text-xs text-muted">{t("asked", { owner: t(`owner.${row.askedOf}`) })}</span>
      ) : null}
    </span>
  );
}
