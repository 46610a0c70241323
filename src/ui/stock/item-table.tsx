"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { BookItemView } from "@/contracts/views/book";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { Expiry } from "./expiry-badge";
import { Quantity } from "./quantity";

const idOf = (row: BookItemView) => row.id;

/** Items of a book: what there is, what declarations hold, what is free, and when the first of it expires. */
export function ItemTable({ rows }: { readonly rows: readonly BookItemView[] }) {
  const t = useTranslations("stock");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: BookItemView) => React.ReactNode, meta = {}) =>
      dataColumn<BookItemView>(id, t(`column.${id}`), cell, meta);
    return [
      column("itemNo", (row) => row.itemNo, { align: "right", className: "text-muted" }),
      column("goods", (row) => (
        <>
          <Link data-row-link href={`/broker/stock/items/${row.id}`} className="font-medium">
            {row.description}
          </Link>
          <span className="block text-xs text-muted">{row.productCode}</span>
        </>
      )),
      column(
        "code",
        (row) => (
          <>
            {row.commodityCode} <span className="text-muted">{row.origin}</span>
          </>
        ),
        { className: "whitespace-nowrap" },
      ),
      column(
        "balance",
        (row) => (
          <>
            <Quantity value={row.balance} unit={row.declaredUnit} />
            <span className="block text-xs text-muted">
              <Legal row={row} />
            </span>
          </>
        ),
        { align: "right" },
      ),
      column("reserved", (row) => <Quantity value={row.reserved} />, { align: "right" }),
      column(
        "available",
        (row) => (
          <>
            <Quantity value={row.available} />
            {row.expired === "0" ? null : (
              <span className="block text-xs font-normal text-red">{t("ofIt", { expired: row.expired })}</span>
            )}
          </>
        ),
        { align: "right", className: "font-medium" },
      ),
      column("expiry", (row) => <Expiry day={row.nearestExpiry} band={row.expiryBand} />),
    ];
  }, [t]);
  const { visibility } = useColumns("items");
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("itemsOf")} />
    </div>
  );
}

/** The balance in the legal units. */
export function Legal({ row }: { readonly row: BookItemView }) {
  return (
    <>
      <Quantity value={row.balanceLegal1} unit={row.legalUnit1} />
      {row.balanceLegal2 ? (
        <>
          {" · "}
          <Quantity value={row.balanceLegal2} unit={row.legalUnit2} />
        </>
      ) : null}
    </>
  );
}
