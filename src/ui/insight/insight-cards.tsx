import { useLocale, useTranslations } from "next-intl";
import type { InsightView } from "@/contracts/views/insight";
import { tableOf } from "@/domain/insight/tables";
import { shortDay } from "./figures";
import { HitRates } from "./hit-rates";
import { useKeyWords } from "./key-words";
import { MeasureCard } from "./measure-card";
import { MeasureChart } from "./measure-chart";
import { RankCard } from "./rank-card";

const HEIGHT = 220;
const ROW_PX = 30;
const OWNER_COLOURS = { broker: "blue", system: "muted", officer: "accent", payment: "yellow" } as const;
const OWNERS = ["broker", "system", "officer", "payment"] as const;
const LANES = ["green", "blue", "yellow", "red"] as const;

interface Props {
  readonly insight: InsightView;
  readonly query: string;
}

/** Every measure of the window, in the order in which a day is talked about. */
export function InsightCards({ insight, query }: Props) {
  return (
    <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
      <ReleaseRate insight={insight} query={query} />
      <LaneShares insight={insight} query={query} />
      <ReleaseTime insight={insight} query={query} />
      <HitRates insight={insight} query={query} />
      <RankCard insight={insight} query={query} />
      <Certified insight={insight} query={query} />
      <Fairness insight={insight} query={query} />
    </div>
  );
}

function ReleaseRate({ insight, query }: Props) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const { total, parts, unit } = insight.releaseRate;
  return (
    <MeasureCard
      measure="release-rate"
      table={tableOf("release-rate", insight)}
      query={query}
      basis={t("basis.releaseRate", { assessed: total.denominator, waiting: total.waiting, unit })}
    >
      <MeasureChart
        kind="line"
        unit="share"
        height={HEIGHT}
        locale={locale}
        words={t("column.share")}
        points={parts.map(({ from, share }) => ({ label: shortDay(from, locale), value: share }))}
      />
    </MeasureCard>
  );
}

function LaneShares({ insight, query }: Props) {
  const words = useKeyWords();
  const locale = useLocale();
  return (
    <MeasureCard measure="lanes" table={tableOf("lanes", insight)} query={query}>
      <MeasureChart
        kind="stack"
        isUpright
        height={HEIGHT}
        locale={locale}
        parts={LANES.map((key) => ({ key, colour: key, words: words("lane", key) }))}
        rows={insight.lanes.map(({ from, ...counts }) => ({ label: shortDay(from, locale), ...counts }))}
      />
    </MeasureCard>
  );
}

function ReleaseTime({ insight, query }: Props) {
  const t = useTranslations("insight");
  const words = useKeyWords();
  const locale = useLocale();
  const shown = insight.releaseTime.filter(({ released }) => released > 0);
  const table = tableOf("release-time", { ...insight, releaseTime: shown });
  return (
    <MeasureCard measure="release-time" table={table} query={query} basis={t("basis.releaseTime")}>
      <MeasureChart
        kind="stack"
        isUpright={false}
        height={shown.length * ROW_PX + 72}
        locale={locale}
        parts={OWNERS.map((key) => ({ key, colour: OWNER_COLOURS[key], words: t(`column.${key}`) }))}
        rows={shown.map(({ lane, owners, released }) => ({
          label: words("lane", lane),
          ...Object.fromEntries(OWNERS.map((owner) => [owner, owners[owner] / released])),
        }))}
      />
    </MeasureCard>
  );
}

function Certified({ insight, query }: Props) {
  const t = useTranslations("insight");
  const words = useKeyWords();
  const locale = useLocale();
  const rows = insight.certified.flatMap((rate) =>
    (["certified", "regular"] as const).flatMap((trader) => {
      const { share, low, high } = rate[trader];
      const label = `${words("trader", trader)}: ${words("kind", rate.kind)}`;
      return share === null ? [] : [{ label, value: share, low, high, mark: null }];
    }),
  );
  return (
    <MeasureCard measure="certified" table={tableOf("certified", insight)} query={query}>
      <MeasureChart
        kind="interval"
        height={rows.length * ROW_PX + 36}
        locale={locale}
        words={t("column.share")}
        markWords={null}
        rows={rows}
      />
    </MeasureCard>
  );
}

function Fairness({ insight, query }: Props) {
  const t = useTranslations("insight");
  const words = useKeyWords();
  const locale = useLocale();
  const rows = insight.fairness.flatMap(({ group, share, low, high, atEqualRisk }) =>
    share === null ? [] : [{ label: words("group", group), value: share, low, high, mark: atEqualRisk }],
  );
  const isKnown = rows.some(({ mark }) => mark !== null);
  return (
    <MeasureCard
      measure="fairness"
      isWide
      table={tableOf("fairness", insight)}
      query={query}
      basis={isKnown ? null : t("basis.riskUnknown")}
    >
      <MeasureChart
        kind="interval"
        height={rows.length * ROW_PX + 56}
        locale={locale}
        words={t("column.share")}
        markWords={isKnown ? t("column.atEqualRisk") : null}
        rows={rows}
      />
    </MeasureCard>
  );
}
