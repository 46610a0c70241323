import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { TaxView } from "@/contracts/views/declaration";
import { Amount } from "@/ui/parts/amount";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** What says nothing has its place in a column, and none in a list. */
const NOT_STACKED = "max-lg:in-data-stacked:hidden";

/** Every step of the assessment as the law takes it, each in the currency that it is taken in. */
export function TaxSteps({ tax }: { readonly tax: TaxView }) {
  const t = useTranslations("tax");
  const locale = useLocale();
  return (
    <Table label={t("steps")} isStacked>
      <thead>
        <tr>
          <TableHead>{t("column.line")}</TableHead>
          <TableHead>{t("column.kind")}</TableHead>
          <TableHead className="text-right">{t("column.base")}</TableHead>
          <TableHead className="text-right">{t("column.rate")}</TableHead>
          <TableHead>{t("column.formula")}</TableHead>
          <TableHead className="text-right">{t("column.amount")}</TableHead>
          <TableHead>{t("column.law")}</TableHead>
          <TableHead>{t("column.since")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {tax.steps.map((step) => (
          <TableRow key={`${step.kind}-${step.line ?? 0}-${step.formula}`}>
            <TableCell column={t("column.line")} className={cn("text-muted", step.line === null && NOT_STACKED)}>
              {step.line ?? "—"}
            </TableCell>
            <TableCell column={t("column.kind")} className="whitespace-nowrap font-medium">
              {t(`kind.${step.kind}`)}
            </TableCell>
            <TableCell column={t("column.base")} className="text-right">
              <Amount value={step.base} currency={step.baseCurrency} />
            </TableCell>
            <TableCell
              column={t("column.rate")}
              className={cn("whitespace-nowrap text-right", !step.rate && NOT_STACKED)}
            >
              {step.rate || "—"}
            </TableCell>
            <TableCell column={t("column.formula")} className="min-w-56 font-mono text-xs">
              {step.formula}
            </TableCell>
            <TableCell column={t("column.amount")} className="text-right font-medium">
              <Amount value={step.amount} currency={step.currency} />
            </TableCell>
            <TableCell column={t("column.law")} className="min-w-64 text-xs text-muted">
              {citationIn(step.citation, locale)}
            </TableCell>
            <TableCell column={t("column.since")} className="whitespace-nowrap text-xs text-muted">
              {step.validFrom}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
