"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import type { MessageRowView } from "@/contracts/views/exchange";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { ChooseRow } from "@/ui/list/selection";
import { type DataColumn, DataTable, dataColumn, useDataTable, type Visibility } from "@/ui/parts/data-table";
import { Instant } from "@/ui/parts/instant";
import { MessageState } from "./message-state";
import { NextStep } from "./next-step";

interface Props {
  readonly rows: readonly MessageRowView[];
  /** Whether rows are chosen, to be sent again together. */
  readonly canChoose?: boolean;
  readonly visibility: Visibility;
}

const idOf = (row: MessageRowView) => row.id;

/** Messages, newest first: j and k move, Enter opens. */
export function MessageTable({ rows, canChoose = false, visibility }: Props) {
  const t = useTranslations("exchange");
  const lists = useTranslations("lists");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const columns = useMemo((): DataColumn<MessageRowView>[] => {
    const column = (id: string, cell: (row: MessageRowView) => React.ReactNode, meta = {}) =>
      dataColumn<MessageRowView>(id, t(`column.${id}`), cell, meta);
    return [
      ...(canChoose
        ? [
            dataColumn<MessageRowView>(
              "choose",
              lists("choose"),
              (row) => <ChooseRow id={row.id} name={row.number} />,
              { isHead: true },
            ),
          ]
        : []),
      column(
        "number",
        (row) => (
          <>
            <Link data-row-link href={`/broker/messages/${row.id}`} className="font-medium break-all">
              {row.number}
            </Link>{" "}
            <span className="whitespace-nowrap text-xs text-muted">{t("version", { version: row.version })}</span>
          </>
        ),
        { isHead: true },
      ),
      column("kind", (row) => t(`kind.${row.kind}`)),
      column("shipment", (row) => (
        <Link href={`/broker/shipments/${row.shipment.id}?tab=messages`} className="whitespace-nowrap">
          {row.shipment.reference}
        </Link>
      )),
      column("state", (row) => <MessageState state={row.state} status={row.status} meaning={row.meaning} />),
      column("next", (row) => <NextStep message={row} />, { className: "text-muted" }),
      column("when", (row) => <Instant at={row.createdAt} className="whitespace-nowrap text-muted" />),
      column("sent", (row) =>
        row.sentAt ? <Instant at={row.sentAt} className="whitespace-nowrap text-muted" /> : "–",
      ),
    ];
  }, [t, lists, canChoose]);
  const table = useDataTable({ columns, rows, idOf, visibility });
  return (
    <div ref={list}>
      <DataTable table={table} label={t("table")} />
    </div>
  );
}
