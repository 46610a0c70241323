"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { PassportRowView } from "@/contracts/views/passport";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { Instant } from "@/ui/parts/instant";
import { StandingBadge } from "./standing-badge";

const idOf = (row: PassportRowView) => row.id;

/** Passports with their numbers and how they stand: j and k move, Enter opens. */
export function PassportTable({ rows }: { readonly rows: readonly PassportRowView[] }) {
  const t = useTranslations("passport");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: PassportRowView) => React.ReactNode) =>
      dataColumn<PassportRowView>(id, t(`column.${id}`), cell, {});
    return [
      column("goods", (row) => (
        <>
          <Link href={`/broker/passports/${row.id}`} data-row-link className="font-medium break-words">
            {row.name}
          </Link>
          <span className="block text-xs text-muted">
            {t(`granularity.${row.granularity}`)} · {t("version", { version: row.version })}
          </span>
        </>
      )),
      column("numbers", (row) => (
        <>
          <code>{row.gtin}</code>
          {row.batch ? (
            <span className="block text-xs text-muted">
              {t("batch")} <code>{row.batch}</code>
            </span>
          ) : null}
          {row.serial ? (
            <span className="block text-xs text-muted">
              {t("serial")} <code>{row.serial}</code>
            </span>
          ) : null}
        </>
      )),
      column("standing", (row) => <StandingBadge standing={row.standing} />),
      column("origin", (row) => row.origin),
      column("validUntil", (row) => row.validUntil),
      column("issued", (row) => (row.issuedAt ? <Instant at={row.issuedAt} look="dated" /> : "–")),
    ];
  }, [t]);
  const { visibility } = useColumns("passports");
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("title")} />
    </div>
  );
}
