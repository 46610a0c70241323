import Link from "next/link";
import { useTranslations } from "next-intl";
import type { OrderPivotView } from "@/contracts/views/order";
import { Amount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { RepairMenu } from "./repair-menu";

/** The rules that found something: in how many orders, worth what, and what can be done about all of them at once. */
export function RulePivot({ rules }: { readonly rules: OrderPivotView["rules"] }) {
  const t = useTranslations("orders");
  const words = useTranslations("issues");
  return (
    <Table label={t("pivot.table")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>{t("pivot.rule")}</TableHead>
          <TableHead className="text-right">{t("pivot.count")}</TableHead>
          <TableHead className="text-right">{t("pivot.value")}</TableHead>
          <TableHead>{t("pivot.examples")}</TableHead>
          <TableHead>
            <span className="sr-only">{t("repair.act")}</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, severity, count, goodsValue, examples }) => (
          <TableRow key={rule} data-rule={rule}>
            <TableCell>
              <Link href={`/broker/orders?rule=${rule}`} className="font-medium">
                {rule}
              </Link>{" "}
              <span className="text-xs text-muted">{t(`severity.${severity}`)}</span>
              <span className="block">{words(`match_${rule.toLowerCase()}.message`)}</span>
            </TableCell>
            <TableCell column={t("pivot.count")} className="text-right">
              {count}
            </TableCell>
            <TableCell column={t("pivot.value")} className="text-right">
              <Amount value={goodsValue} currency="CNY" />
            </TableCell>
            <TableCell column={t("pivot.examples")}>
              <ul>
                {examples.map(({ id, orderNumber }) => (
                  <li key={id}>
                    <Link href={`/broker/orders/${id}`} className="break-all">
                      {orderNumber}
                    </Link>
                  </li>
                ))}
              </ul>
            </TableCell>
            <TableCell>
              <RepairMenu chosen={{ rule }} label={rule} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
