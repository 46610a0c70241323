"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { PermitKindView, PermitView } from "@/contracts/views/permit";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { useColumns } from "@/ui/list/use-columns";
import { DataTable, dataColumn, useDataTable } from "@/ui/parts/data-table";
import { Expiry } from "@/ui/stock/expiry-badge";
import { Quantity } from "@/ui/stock/quantity";
import { PermitForm } from "./permit-form";
import { WithdrawPermit } from "./withdraw-permit";

interface Props {
  readonly rows: readonly PermitView[];
  readonly kinds: readonly PermitKindView[];
  readonly today: string;
}

const idOf = (row: PermitView) => row.id;

/** Permits with what they are for and how near their end is: j and k move, Enter mends. */
export function PermitTable({ rows, kinds, today }: Props) {
  const t = useTranslations("permit");
  const reasons = useTranslations("reasons");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone, as `t` does
  const columns = useMemo(() => {
    const column = (id: string, cell: (row: PermitView) => React.ReactNode, meta = {}) =>
      dataColumn<PermitView>(id, t(id), cell, meta);
    return [
      column("kind", ({ kind }) => (reasons.has(`requirement.${kind}`) ? reasons(`requirement.${kind}`) : kind)),
      column("number", (row) => (
        <>
          <code className="break-all">{row.number}</code>
          <span className="block text-xs text-muted">{t(row.isFormKnown ? "formKnown" : "formUnknown")}</span>
        </>
      )),
      column("holder", (row) => (
        <>
          {row.holder}
          <span className="block text-xs text-muted">{row.issuer}</span>
        </>
      )),
      column("scope", (row) => <Scope permit={row} />),
      column("valid", (row) => (
        <>
          <span className="block text-xs text-muted">{row.validFrom} –</span>
          {row.validTo ? <Expiry day={row.validTo} band={row.expiry} /> : t("open")}
        </>
      )),
      column("acts", (row) =>
        row.isWithdrawn ? (
          <span className="text-muted">{t("list.withdrawn")}</span>
        ) : (
          <span className="inline-flex gap-1">
            <PermitForm kinds={kinds} today={today} permit={row} />
            <WithdrawPermit permitId={row.id} number={row.number} />
          </span>
        ),
      ),
    ];
  }, [t, kinds, today]);
  const { visibility } = useColumns("permits");
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("title")} />
    </div>
  );
}

function Scope({ permit }: { readonly permit: PermitView }) {
  const t = useTranslations("permit");
  const { commodityPrefixes, origins, words, quantity, uses } = permit;
  const goods = [...commodityPrefixes, ...words.map((word) => `“${word}”`)].join(", ") || t("all");
  return (
    <>
      <span className="break-words">{goods}</span>
      {origins.length > 0 ? <span> {t("from", { origins: origins.join(", ") })}</span> : null}
      <span className="block text-xs text-muted">
        {quantity ? (
          <>
            <Quantity value={quantity.taken} /> / <Quantity value={quantity.granted} unit={quantity.unit} /> ·{" "}
          </>
        ) : null}
        {t("uses", { count: uses })}
      </span>
    </>
  );
}
