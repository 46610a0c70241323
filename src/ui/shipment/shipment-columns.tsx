"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ShipmentListRowView } from "@/contracts/views/shipment";
import { GatesMark } from "@/ui/gate/gates-mark";
import { ChooseRow } from "@/ui/list/selection";
import { Amount } from "@/ui/parts/amount";
import { type DataColumn, dataColumn } from "@/ui/parts/data-table";
import { Instant } from "@/ui/parts/instant";
import { ClockLeft } from "@/ui/time/clock-left";
import { ToConfirm } from "./to-confirm";

/** The columns of the list. The server orders the rows, so none of them sorts. */
export function useShipmentColumns(canChoose: boolean): DataColumn<ShipmentListRowView>[] {
  const t = useTranslations("shipments");
  const lists = useTranslations("lists");
  return useMemo(() => {
    const column = (
      id: string,
      cell: (row: ShipmentListRowView) => React.ReactNode,
      meta: { align?: "right"; className?: string } = {},
    ) => dataColumn<ShipmentListRowView>(id, t(`column.${id}`), cell, meta);
    return [
      ...(canChoose
        ? [
            dataColumn<ShipmentListRowView>("choose", lists("choose"), (row) => (
              <ChooseRow id={row.id} name={row.reference} />
            )),
          ]
        : []),
      column("reference", (row) => (
        <span className="whitespace-nowrap">
          <Link
            data-row-link
            href={`/broker/shipments/${row.id}`}
            className="font-medium text-accent no-underline after:absolute after:inset-0"
          >
            {row.reference}
          </Link>
          <span className="ml-2 text-xs text-muted">{row.regime}</span>
        </span>
      )),
      column("consignee", (row) => <Cut words={row.consignee} />, { className: "w-[22%] max-w-0" }),
      column("goods", (row) => <Cut words={row.goods} isQuiet />, { className: "w-[22%] max-w-0" }),
      column("value", (row) => (row.value ? <Amount value={row.value.amount} currency={row.value.currency} /> : "—"), {
        align: "right",
      }),
      column("gates", (row) => <GatesMark gates={row.gates} />),
      column("nextClock", (row) => <ClockLeft clock={row.nextClock} />, { className: "min-w-36" }),
      column(
        "atStake",
        (row) => (row.atStake ? <Amount value={row.atStake.amount} currency={row.atStake.currency} /> : "—"),
        {
          align: "right",
        },
      ),
      column("toConfirm", (row) => <ToConfirm shipment={row} />),
      column("updated", (row) => <Instant at={row.updatedAt} className="whitespace-nowrap text-muted" />, {
        align: "right",
      }),
    ];
  }, [t, lists, canChoose]);
}

/** Words that are cut where the column ends; the whole of them is there for who asks. */
function Cut({ words, isQuiet = false }: { readonly words: string | null; readonly isQuiet?: boolean }) {
  return (
    <span title={words ?? undefined} className={`block truncate ${isQuiet ? "text-muted" : ""}`}>
      {words ?? "—"}
    </span>
  );
}
