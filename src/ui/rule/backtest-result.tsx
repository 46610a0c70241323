import { useLocale, useTranslations } from "next-intl";
import type { BacktestView } from "@/contracts/views/rule";
import type { OfficeView } from "@/contracts/views/shipment";
import { LaneBadge } from "@/ui/gate/lane";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { BacktestExamples } from "./backtest-examples";
import { BacktestGroups } from "./backtest-groups";
import { figure, percent } from "./figures";

interface Props {
  readonly backtest: BacktestView;
  /** The offices that the groups are named by. */
  readonly offices: readonly OfficeView[];
}

/** What a rule would have done over the window: figures, lanes, who is met, and examples. */
export function BacktestResult({ backtest, offices }: Props) {
  const t = useTranslations("rules");
  const locale = useLocale();
  const { result } = backtest;
  const { precision, window } = result;
  const figures: readonly (readonly [string, string])[] = [
    [t("figure.declarations"), figure(result.declarations, locale)],
    [t("figure.hits"), figure(result.hits, locale)],
    [t("figure.selected"), figure(result.selected, locale)],
    [t("figure.stopped"), `${figure(result.stopped, locale)} · ${percent(result.stoppedShare, locale)}`],
    [t("figure.newly"), figure(result.newlyStopped, locale)],
    [
      t("figure.hours"),
      t("hours", {
        hours: figure(result.officerHours, locale),
        yellow: result.assumptions.minutesPerYellow,
        red: result.assumptions.minutesPerRed,
      }),
    ],
    [
      t("figure.precision"),
      precision
        ? t("precisionValue", {
            share: percent(precision.share, locale),
            low: percent(precision.low, locale),
            high: percent(precision.high, locale),
          })
        : t("notInspected"),
    ],
    [t("figure.revenue"), figure(result.revenueFound, locale)],
  ];
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t("window", { ...window, by: backtest.ranBy })}</p>
      <dl className="grid grid-cols-1 gap-x-4 gap-y-3 rounded-md border bg-panel p-3 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="text-sm font-medium">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm">{t("ofInspected", { irregular: result.irregular, inspected: result.inspected })}</p>
      {result.lanes.length > 0 ? (
        <Table label={t("matrix")}>
          <thead>
            <tr>
              <TableHead className="text-left">{t("column.laneThen")}</TableHead>
              <TableHead className="text-left">{t("column.laneNow")}</TableHead>
              <TableHead className="text-right">{t("column.declarations")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {result.lanes.map(({ from, to, count }) => (
              <TableRow key={`${from} ${to}`}>
                <TableCell>{from === "none" ? t("noneLane") : <LaneBadge lane={from} />}</TableCell>
                <TableCell>
                  <LaneBadge lane={to} />
                </TableCell>
                <TableCell className="text-right">{figure(count, locale)}</TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
      <BacktestGroups groups={result.groups} offices={offices} />
      <BacktestExamples backtest={backtest} />
      {result.missing.length > 0 ? (
        <p className="text-sm text-muted">
          {t("missing")}: {result.missing.map(({ field, lines }) => `${field} (${lines})`).join(", ")}
        </p>
      ) : null}
      {result.listsAsOfNow.length > 0 ? (
        <p className="text-sm text-muted">{t("listsAsOfNow", { lists: result.listsAsOfNow.join(", ") })}</p>
      ) : null}
      <p className="break-all font-mono text-xs text-muted">
        {t("column.hash")}: {backtest.resultHash}
      </p>
    </div>
  );
}
