"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { MessageRowView } from "@/contracts/views/exchange";
import { useRowKeys } from "@/ui/frame/use-row-keys";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { MessageState } from "./message-state";
import { NextStep } from "./next-step";

interface Props {
  readonly rows: readonly MessageRowView[];
  /** Where the shipment itself is not on the page. */
  readonly isLinked: boolean;
}

/** Messages, newest first: j and k move, Enter opens. */
export function MessageTable({ rows, isLinked }: Props) {
  const t = useTranslations("exchange");
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  return (
    <div ref={list}>
      <Table label={t("table")} isStacked>
        <thead>
          <tr className="text-left">
            <TableHead>{t("column.number")}</TableHead>
            <TableHead>{t("column.kind")}</TableHead>
            {isLinked ? <TableHead>{t("column.shipment")}</TableHead> : null}
            <TableHead>{t("column.state")}</TableHead>
            <TableHead>{t("column.next")}</TableHead>
            <TableHead>{t("column.when")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id} className="has-[a:focus-visible]:bg-accent-soft">
              <TableCell>
                <Link data-row-link href={`/broker/messages/${row.id}`} className="font-medium break-all">
                  {row.number}
                </Link>{" "}
                <span className="whitespace-nowrap text-xs text-muted">{t("version", { version: row.version })}</span>
              </TableCell>
              <TableCell column={t("column.kind")}>{t(`kind.${row.kind}`)}</TableCell>
              {isLinked ? (
                <TableCell column={t("column.shipment")}>
                  <Link href={`/broker/shipments/${row.shipment.id}?tab=messages`} className="whitespace-nowrap">
                    {row.shipment.reference}
                  </Link>
                </TableCell>
              ) : null}
              <TableCell column={t("column.state")}>
                <MessageState state={row.state} status={row.status} meaning={row.meaning} />
              </TableCell>
              <TableCell column={t("column.next")} className="text-muted">
                <NextStep message={row} />
              </TableCell>
              <TableCell column={t("column.when")}>
                <Instant at={row.createdAt} className="whitespace-nowrap text-muted" />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
