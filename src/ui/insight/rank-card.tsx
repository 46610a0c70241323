import { useLocale, useTranslations } from "next-intl";
import type { InsightView } from "@/contracts/views/insight";
import { tableOf } from "@/domain/insight/tables";
import { percent } from "./figures";
import { MeasureCard } from "./measure-card";
import { MeasureChart } from "./measure-chart";

const ROW_PX = 36;

/** What would be found at little attention, beside looks by chance; where nothing was scored, how the model was tried. */
export function RankCard({ insight, query }: { readonly insight: InsightView; readonly query: string }) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const { by, ranked, looked, byChance, baseRate, rows, trial } = insight.atShare;
  const drawn = rows.flatMap(({ attention, precision, revenueRecall }) =>
    (
      [
        ["precision", precision, baseRate],
        ["revenueRecall", revenueRecall, attention],
      ] as const
    ).flatMap(([name, { value, low, high }, mark]) =>
      value === null
        ? []
        : [{ label: `${percent(attention, locale)} · ${t(`column.${name}`)}`, value, low, high, mark }],
    ),
  );
  const tried = trial
    ? t("basis.trial", {
        ...trial,
        recall: percent(trial.recallAtFifth, locale),
        average: trial.averagePrecision.toFixed(2),
      })
    : "";
  const basis = by === null ? t("basis.unranked") : t("basis.rank", { by: t(`key.${by}`), ranked, looked, byChance });
  return (
    <MeasureCard
      measure="at-share"
      table={tableOf("at-share", insight)}
      query={query}
      basis={`${basis} ${byChance === 0 && by !== null ? t("basis.noChance") : ""} ${tried}`.trim()}
    >
      <MeasureChart
        kind="interval"
        height={drawn.length * ROW_PX + 56}
        locale={locale}
        words={t("withRisk")}
        markWords={t("byChance")}
        rows={drawn}
      />
    </MeasureCard>
  );
}
