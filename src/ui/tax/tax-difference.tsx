import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { TaxView } from "@/contracts/views/declaration";
import { decimal, formatDecimal, subtract } from "@/domain/shared/decimal";
import { Amount } from "@/ui/parts/amount";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { compareTaxes, type StepDifference } from "./compare-taxes";

interface Props {
  readonly before: TaxView;
  readonly after: TaxView;
}

/** What the law of one day comes to beside that of another, step by step; what is the same stands back. */
export function TaxDifference({ before, after }: Props) {
  const t = useTranslations("tax");
  const rows = compareTaxes(before, after);
  const total = formatDecimal(subtract(decimal(after.total), decimal(before.total)));
  return (
    <Table label={t("difference")} isStacked>
      <thead>
        <tr>
          <TableHead>{t("column.line")}</TableHead>
          <TableHead>{t("column.kind")}</TableHead>
          <TableHead className="text-right">{before.lawDate}</TableHead>
          <TableHead className="text-right">{after.lawDate}</TableHead>
          <TableHead className="text-right">{t("column.difference")}</TableHead>
          <TableHead>{t("column.law")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.key} className={row.isChanged ? undefined : "text-muted"}>
            <TableCell column={t("column.line")}>{row.line ?? "—"}</TableCell>
            <TableCell column={t("column.kind")} className="whitespace-nowrap font-medium">
              {t(`kind.${row.kind}`)}
            </TableCell>
            <TableCell column={before.lawDate} className="text-right">
              <Figure step={row.before} />
            </TableCell>
            <TableCell column={after.lawDate} className="text-right">
              <Figure step={row.after} />
            </TableCell>
            <TableCell column={t("column.difference")} className="text-right font-medium">
              <Change amount={row.difference} />
            </TableCell>
            <TableCell column={t("column.law")} className="min-w-64 text-xs text-muted">
              <Laws row={row} />
            </TableCell>
          </TableRow>
        ))}
        <TableRow className="font-semibold">
          <TableCell column="" className="max-lg:hidden" />
          <TableCell column={t("column.kind")}>{t("total")}</TableCell>
          <TableCell column={before.lawDate} className="text-right">
            <Amount value={before.total} />
          </TableCell>
          <TableCell column={after.lawDate} className="text-right">
            <Amount value={after.total} />
          </TableCell>
          <TableCell column={t("column.difference")} className="text-right">
            <Change amount={total} />
          </TableCell>
          <TableCell column="" className="max-lg:hidden" />
        </TableRow>
      </tbody>
    </Table>
  );
}

function Figure({ step }: { readonly step: StepDifference["before"] }) {
  if (!step) return <span>—</span>;
  return (
    <span className="whitespace-nowrap">
      <Amount value={step.amount} />
      {step.rate ? <span className="ml-1.5 text-xs text-muted">{step.rate}</span> : null}
    </span>
  );
}

function Change({ amount }: { readonly amount: string }) {
  const isMore = !amount.startsWith("-") && /[1-9]/.test(amount);
  const isLess = amount.startsWith("-") && /[1-9]/.test(amount);
  return (
    <span className={cn(isMore && "text-red", isLess && "text-green")}>
      <span aria-hidden>{isMore ? "▲ +" : isLess ? "▼ " : "= "}</span>
      <Amount value={amount} />
    </span>
  );
}

function Laws({ row: { before, after } }: { readonly row: StepDifference }) {
  const locale = useLocale();
  const laws = [...new Set([before, after].flatMap((step) => (step ? [citationIn(step.citation, locale)] : [])))];
  return laws.map((law, index) => (
    <p key={law} className={index === 0 && laws.length > 1 ? "line-through decoration-muted/60" : undefined}>
      {law}
    </p>
  ));
}
