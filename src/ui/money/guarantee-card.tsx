import { useLocale, useTranslations } from "next-intl";
import type { GuaranteeView } from "@/contracts/views/money";
import { MeasureChart } from "@/ui/insight/measure-chart";
import { Alert } from "@/ui/parts/alert";
import { Amount } from "@/ui/parts/amount";
import { Section } from "@/ui/parts/card";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { ChangeGuarantee } from "./change-guarantee";

const CHART_PX = 180;
const PARTS = ["limit", "reserved", "owed", "available"] as const;

interface Props {
  readonly guarantee: GuaranteeView;
  readonly mayChange: boolean;
}

/** What the guarantee covers, what holds it, and how far it reaches if days go on as they did. */
export function GuaranteeCard({ guarantee, mayChange }: Props) {
  const t = useTranslations("money");
  const locale = useLocale();
  const { currency, forecast } = guarantee;
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {PARTS.map((part) => (
          <div key={part}>
            <dt className="text-xs text-muted">{t(`account.${part}`)}</dt>
            <dd className="text-xl font-semibold">
              <Amount value={guarantee[part]} currency={currency} />
            </dd>
            <dd className="text-xs text-muted">{t(`accountLead.${part}`)}</dd>
          </div>
        ))}
      </dl>
      {mayChange ? <ChangeGuarantee currency={currency} /> : null}
      <Section title={t("forecast")}>
        <p className="mb-3 max-w-prose text-sm text-muted">
          {t("forecastLead", { days: forecast.lookBackDays, need: forecast.dailyNeed, currency })}
        </p>
        {forecast.shortOn ? <Alert tone="warning">{t("shortOn", { day: forecast.shortOn })}</Alert> : null}
        <MeasureChart
          kind="line"
          unit="amount"
          height={CHART_PX}
          locale={locale}
          words={t("account.available")}
          points={forecast.days.map(({ day, available }) => ({ label: day.slice(5), value: Number(available) }))}
        />
        <details className="mt-2 text-sm">
          <summary className="cursor-pointer text-muted">{t("forecastTable")}</summary>
          <Table label={t("forecast")} className="mt-2">
            <thead>
              <TableRow>
                <TableHead>{t("day")}</TableHead>
                <TableHead className="text-right">{t("returns")}</TableHead>
                <TableHead className="text-right">{t("needs")}</TableHead>
                <TableHead className="text-right">{t("account.available")}</TableHead>
              </TableRow>
            </thead>
            <tbody>
              {forecast.days.map(({ day, returns, needs, available }) => (
                <TableRow key={day}>
                  <TableCell>{day}</TableCell>
                  <TableCell className="text-right">
                    <Amount value={returns} currency={currency} />
                  </TableCell>
                  <TableCell className="text-right">
                    <Amount value={needs} currency={currency} />
                  </TableCell>
                  <TableCell className="text-right">
                    <Amount value={available} currency={currency} />
                  </TableCell>
                </TableRow>
              ))}
            </tbody>
          </Table>
        </details>
      </Section>
    </div>
  );
}
