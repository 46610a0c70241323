import { Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { BacktestView } from "@/contracts/views/rule";
import { LaneBadge } from "@/ui/gate/lane";
import { Button } from "@/ui/parts/button";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { csvOf } from "./backtest-csv";

/** Declarations that the rule would have hit, with the facts that made it. */
export function BacktestExamples({ backtest }: { readonly backtest: BacktestView }) {
  const t = useTranslations("rules");
  const { examples } = backtest.result;
  const outcome = (isIrregular: boolean | null) =>
    t(`outcome.${isIrregular === null ? "none" : isIrregular ? "irregular" : "clean"}`);
  return (
    <div className="flex flex-col gap-2">
      {examples.length > 0 ? (
        <Table label={t("examples")} isStacked>
          <thead>
            <tr>
              <TableHead className="text-left">{t("column.reference")}</TableHead>
              <TableHead className="text-left">{t("column.laneThen")}</TableHead>
              <TableHead className="text-left">{t("column.outcome")}</TableHead>
              <TableHead className="text-left">{t("column.facts")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {examples.map((example) => (
              <TableRow key={example.entryId}>
                <TableCell>
                  {example.shipmentId ? (
                    <Link href={`/broker/shipments/${example.shipmentId}`}>{example.reference}</Link>
                  ) : (
                    example.reference
                  )}
                  <span className="block text-xs text-muted">{example.day}</span>
                </TableCell>
                <TableCell column={t("column.laneThen")}>
                  {example.from === "none" ? t("noneLane") : <LaneBadge lane={example.from} />}
                </TableCell>
                <TableCell column={t("column.outcome")}>{outcome(example.isIrregular)}</TableCell>
                <TableCell column={t("column.facts")} className="break-words font-mono text-xs">
                  {example.facts.map(({ field, value }) => `${field} = ${String(value)}`).join("; ")}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
      <div>
        <Button look="quiet" size="small" asChild>
          <a
            download={`backtest-${backtest.id}.csv`}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(backtest))}`}
          >
            <Download aria-hidden />
            {t("csv")}
          </a>
        </Button>
      </div>
    </div>
  );
}
