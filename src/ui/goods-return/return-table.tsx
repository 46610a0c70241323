import Link from "next/link";
import { useTranslations } from "next-intl";
import type { GoodsReturnView } from "@/contracts/views/goods-return";
import { decimal, formatDecimal, sum } from "@/domain/shared/decimal";
import { Amount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { ReturnActs } from "./return-acts";
import { ReturnBadge } from "./return-badge";

interface Props {
  readonly rows: readonly GoodsReturnView[];
  readonly mayAct: boolean;
  readonly today: string;
  /** Where the shipment itself is not on the page. */
  readonly isLinked: boolean;
}

/** Goods that come back, with their clock and what they reverse. */
export function ReturnTable({ rows, mayAct, today, isLinked }: Props) {
  const t = useTranslations("goodsReturn");
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <TableRow>
          {isLinked ? <TableHead>{t("shipment")}</TableHead> : null}
          <TableHead>{t("goods")}</TableHead>
          <TableHead>{t("why")}</TableHead>
          <TableHead>{t("clock")}</TableHead>
          <TableHead className="text-right">{t("reverses")}</TableHead>
          <TableHead>{t("stands")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            {isLinked ? (
              <TableCell column={t("shipment")}>
                <Link href={`/broker/shipments/${row.shipment.id}?tab=returns`}>{row.shipment.reference}</Link>
              </TableCell>
            ) : null}
            <TableCell column={t("goods")}>
              {row.lines.map(({ line, quantity }) => t("ofLine", { line, quantity })).join("; ")}
            </TableCell>
            <TableCell column={t("why")}>{t(`reason.${row.reason}`)}</TableCell>
            <TableCell column={t("clock")}>
              {row.arrivedOn ? t("arrivedOn", { day: row.arrivedOn }) : t("arriveBy", { day: row.arriveBy })}
              {row.daysLeft !== null && row.daysLeft >= 0 ? (
                <span className="block text-xs text-muted">{t("daysLeft", { days: row.daysLeft })}</span>
              ) : null}
            </TableCell>
            <TableCell column={t("reverses")} className="text-right">
              <Amount value={taxOf(row)} currency={row.currency} />
              <span className="block text-xs text-muted">
                {t("ofValue")} <Amount value={row.value} currency={row.currency} />
              </span>
            </TableCell>
            <TableCell column={t("stands")}>
              <ReturnBadge state={row.state} />
              {mayAct && (row.state === "applied" || row.state === "lapsed") ? (
                <ReturnActs returnId={row.id} isLapsed={row.state === "lapsed"} today={today} />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function taxOf({ duty, consumptionTax, vat }: GoodsReturnView): string {
  return formatDecimal(sum([duty, consumptionTax, vat].map(decimal)));
}
