import { useLocale, useTranslations } from "next-intl";
import type { InsightView } from "@/contracts/views/insight";
import { tableOf } from "@/domain/insight/tables";
import { useKeyWords } from "./key-words";
import { MeasureCard } from "./measure-card";
import { MeasureChart } from "./measure-chart";

const ROW_PX = 30;
/** So many rules are drawn, those with the most hits; the table has all. */
const DRAWN_RULES = 6;

/** What was found where: by what chose it, and by the rules with the most hits. */
export function HitRates({ insight, query }: { readonly insight: InsightView; readonly query: string }) {
  const t = useTranslations("insight");
  const words = useKeyWords();
  const locale = useLocale();
  const slices = insight.hitRate.filter(({ by }) => by === "slice");
  const rules = insight.hitRate.filter(({ by, isShadow }) => by === "rule" && !isShadow).slice(0, DRAWN_RULES);
  const rows = [...slices, ...rules].flatMap(({ by, group, share, low, high, denominator }) => {
    const name = by === "rule" ? `${t("key.rule")} ${words("rule", group)}` : words("group", group);
    return share === null ? [] : [{ label: `${name} (${denominator})`, value: share, low, high, mark: null }];
  });
  const looked = slices.reduce((sum, { denominator }) => sum + denominator, 0);
  const all = slices.reduce((sum, each) => sum + each.all, 0);
  return (
    <MeasureCard
      measure="hit-rate"
      table={tableOf("hit-rate", insight)}
      query={query}
      basis={t("basis.hitRate", { looked, all })}
    >
      {rows.length > 0 ? (
        <MeasureChart
          kind="interval"
          height={rows.length * ROW_PX + 36}
          locale={locale}
          words={t("column.share")}
          markWords={null}
          rows={rows}
        />
      ) : null}
    </MeasureCard>
  );
}
