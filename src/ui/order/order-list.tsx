"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { OrderRowView } from "@/contracts/views/order";
import { FEED_KINDS } from "@/domain/three-documents/documents";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { Checkbox } from "@/ui/parts/checkbox";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { ClockLeft } from "@/ui/time/clock-left";
import { LodgeOrders } from "./lodge-orders";
import { OrderState } from "./order-state";
import { RepairMenu } from "./repair-menu";

interface Props {
  readonly rows: readonly OrderRowView[];
  /** What stands there instead of a table without rows. */
  readonly empty: ReactNode;
}

/**
 * The orders of a page; those that are chosen are lodged or repaired together. What was lodged leaves the list that it
 * was chosen from, perhaps the last of it, so what that came to stays in sight though no row is left.
 */
export function OrderList({ rows, empty }: Props) {
  const t = useTranslations("orders");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = rows.filter((row) => chosen.has(row.id));
  const toggle = (id: string) =>
    setChosen((known) => new Set(known.has(id) ? [...known].filter((each) => each !== id) : [...known, id]));
  return (
    <div className="flex flex-col gap-2">
      <div className={cn("flex min-h-8 flex-wrap items-center gap-3 text-sm", rows.length === 0 && "hidden")}>
        <Checkbox
          checked={rows.length > 0 && picked.length === rows.length}
          onCheckedChange={(isAll) => setChosen(new Set(isAll ? rows.map((row) => row.id) : []))}
        >
          {t("chooseAll")}
        </Checkbox>
        <span className="text-muted">{t("chosen", { count: picked.length })}</span>
        <LodgeOrders rows={picked} />
        <RepairMenu
          chosen={{ orderIds: picked.map((row) => row.id) }}
          isDisabled={picked.length === 0}
          label={t("chosen", { count: picked.length })}
        />
      </div>
      {rows.length === 0 ? empty : <OrderTable rows={rows} chosen={chosen} onToggle={toggle} />}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly OrderRowView[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function OrderTable({ rows, chosen, onToggle }: TableProps) {
  const t = useTranslations("orders");
  return (
    <Table label={t("table")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>
            <span className="sr-only">{t("column.choose")}</span>
          </TableHead>
          <TableHead>{t("column.order")}</TableHead>
          <TableHead>{t("column.state")}</TableHead>
          <TableHead>{t("column.buyer")}</TableHead>
          <TableHead className="text-right">{t("column.value")}</TableHead>
          <TableHead>{t("column.nextClock")}</TableHead>
          <TableHead>{t("column.rules")}</TableHead>
          <TableHead>{t("column.platform")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} isChosen={chosen.has(row.id)} onToggle={() => onToggle(row.id)} />
        ))}
      </tbody>
    </Table>
  );
}

interface RowProps {
  readonly row: OrderRowView;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Row({ row, isChosen, onToggle }: RowProps) {
  const t = useTranslations("orders");
  const missing = FEED_KINDS.filter((kind) => !row.records.includes(kind));
  return (
    <TableRow>
      <TableCell>
        <Checkbox checked={isChosen} onCheckedChange={onToggle}>
          <span className="sr-only">{t("chooseOne", { number: row.orderNumber })}</span>
        </Checkbox>
      </TableCell>
      <TableCell column={t("column.order")}>
        <Link href={`/broker/orders/${row.id}`} className="break-all font-medium">
          {row.orderNumber}
        </Link>
      </TableCell>
      <TableCell column={t("column.state")}>
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
      </TableCell>
      <TableCell column={t("column.buyer")}>{row.buyerMasked}</TableCell>
      <TableCell column={t("column.value")} className="text-right">
        <Amount value={row.goodsValue} currency="CNY" />
      </TableCell>
      <TableCell column={t("column.nextClock")}>
        <ClockLeft clock={row.nextClock} />
      </TableCell>
      <TableCell column={t("column.rules")}>{row.rules.join(", ") || "–"}</TableCell>
      <TableCell column={t("column.platform")} className="text-muted">
        {row.platform}
      </TableCell>
    </TableRow>
  );
}
