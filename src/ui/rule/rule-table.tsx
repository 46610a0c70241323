import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { RuleRowView } from "@/contracts/views/rule";
import { LaneBadge } from "@/ui/gate/lane";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { percent } from "./figures";
import { RuleState } from "./rule-state";

/** All rules by their codes, with what they hit and how they stood in their last backtest. */
export function RuleTable({ rows }: { readonly rows: readonly RuleRowView[] }) {
  const t = useTranslations("rules");
  const locale = useLocale();
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.rule")}</TableHead>
          <TableHead className="text-left">{t("column.state")}</TableHead>
          <TableHead className="text-left">{t("column.lane")}</TableHead>
          <TableHead className="text-right">{t("column.hits")}</TableHead>
          <TableHead className="text-right">{t("column.precision")}</TableHead>
          <TableHead className="text-left">{t("column.backtest")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <Link href={`/admin/rules/${row.id}`} className="font-medium">
                {row.code}
              </Link>
              <span className="block text-xs text-muted">
                {locale === "zh" && row.titleZh ? row.titleZh : row.title}
                {row.origin === "rule_pack" ? ` · ${t("pack")}` : ""}
              </span>
            </TableCell>
            <TableCell column={t("column.state")}>
              <span className="inline-flex flex-wrap items-center gap-1">
                <RuleState state={row.state} />
                {row.isOff ? (
                  <Badge tone="red">
                    <span aria-hidden>■</span>
                    {t("off")}
                  </Badge>
                ) : null}
              </span>
              {row.next ? (
                <span className="block text-xs text-muted">
                  {t("next", { number: row.next.version, state: t(`state.${row.next.state}`) })}
                </span>
              ) : null}
            </TableCell>
            <TableCell column={t("column.lane")}>
              <LaneBadge lane={row.lane} />
            </TableCell>
            <TableCell column={t("column.hits")} className="text-right">
              {row.hits7} / {row.hits30}
            </TableCell>
            <TableCell column={t("column.precision")} className="text-right">
              {row.precision ? percent(row.precision.share, locale) : "—"}
            </TableCell>
            <TableCell column={t("column.backtest")}>
              {row.lastBacktest ? <Instant at={row.lastBacktest} /> : "—"}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
