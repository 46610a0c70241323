import { useLocale, useTranslations } from "next-intl";
import type { PriceComparisonView } from "@/contracts/views/simulation";
import { Amount } from "@/ui/parts/amount";
import { Section } from "@/ui/parts/card";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** So many deviations from the mean are worth a second look. */
const UNUSUAL = 2;

/** The price of one unit of each line beside what was declared before for goods of its kind. */
export function PriceHistory({ prices }: { readonly prices: readonly PriceComparisonView[] }) {
  const t = useTranslations("tax");
  const locale = useLocale();
  const known = prices.filter((price) => price.count > 0);
  if (prices.length === 0) return null;
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: "exceptZero" });
  return (
    <Section title={t("prices")}>
      {known.length === 0 ? (
        <p className="text-sm text-muted">{t("noPrices")}</p>
      ) : (
        <Table label={t("prices")} isStacked>
          <thead>
            <tr>
              <TableHead>{t("column.line")}</TableHead>
              <TableHead className="text-right">{t("column.unitPrice")}</TableHead>
              <TableHead className="text-right">{t("column.mean")}</TableHead>
              <TableHead className="text-right">{t("column.earlier")}</TableHead>
              <TableHead>{t("column.deviation")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {known.map(({ line, unitPrice, currency, mean, count, deviations }) => (
              <TableRow key={line}>
                <TableCell column={t("column.line")}>{line}</TableCell>
                <TableCell column={t("column.unitPrice")} className="text-right font-medium">
                  <Amount value={unitPrice} currency={currency} />
                </TableCell>
                <TableCell column={t("column.mean")} className="text-right">
                  <Amount value={mean} currency={currency} />
                </TableCell>
                <TableCell column={t("column.earlier")} className="text-right">
                  {count}
                </TableCell>
                <TableCell column={t("column.deviation")}>
                  {deviations === null ? (
                    <span className="text-muted">{t("tooFew")}</span>
                  ) : (
                    <span className={Math.abs(deviations) >= UNUSUAL ? "font-medium text-yellow" : undefined}>
                      {Math.abs(deviations) >= UNUSUAL ? <span aria-hidden>▲ </span> : null}
                      {figure.format(deviations)} σ
                    </span>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
