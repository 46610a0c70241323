import type { CountedId, Insight } from "./insight";
import { TIME_OWNERS } from "./release-time";
import type { Share } from "./share";

/** A measure as a table: what a screen shows beneath its drawing, and what a spreadsheet gets. */
export interface MeasureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const INTERVAL = ["share", "low", "high"] as const;
const interval = ({ share, low, high }: Share) => [share, low, high];

/** How features differ from what a model learned from. */
interface DriftFigures {
  readonly features: readonly {
    readonly feature: string;
    readonly group: string;
    readonly index: number;
    readonly isAlarm: boolean;
  }[];
}

/** The table of a measure that is counted from the rows of a window. */
export function tableOf(measure: CountedId, insight: Insight): MeasureTable {
  return TABLES[measure](insight);
}

/** The table of drift, which is not of the window: the features, the most changed first. */
export function driftTable(drift: DriftFigures | null): MeasureTable {
  return {
    columns: ["feature", "group", "index", "alarm"],
    rows: (drift?.features ?? []).map((row) => [row.feature, row.group, row.index, row.isAlarm ? "yes" : "no"]),
  };
}

/** Shares are from 0 to 1 and times in milliseconds; a cell of which nothing is known is null. */
const TABLES: Readonly<Record<CountedId, (insight: Insight) => MeasureTable>> = {
  "release-rate": ({ releaseRate: { total, parts } }) => ({
    columns: ["from", "assessed", "alone", "waiting", ...INTERVAL],
    rows: [...parts.map((part) => ({ ...part })), { ...total, from: "all" }].map((part) => [
      ...[part.from, part.denominator, part.numerator, part.waiting],
      ...interval(part),
    ]),
  }),
  lanes: ({ lanes }) => ({
    columns: ["from", "green", "blue", "yellow", "red"],
    rows: lanes.map(({ from, green, blue, yellow, red }) => [from, green, blue, yellow, red]),
  }),
  "release-time": ({ releaseTime }) => ({
    columns: ["lane", "released", "p50", "p90", "p99", ...TIME_OWNERS, "total"],
    rows: releaseTime.map(({ lane, released, p50, p90, p99, owners, total }) => [
      ...[lane, released, p50, p90, p99],
      ...TIME_OWNERS.map((owner) => owners[owner]),
      total,
    ]),
  }),
  "hit-rate": ({ hitRate }) => ({
    columns: ["by", "group", "shadow", "all", "looked", "found", ...INTERVAL],
    rows: hitRate.map((row) => [
      ...[row.by, row.group, row.isShadow ? "yes" : "no", row.all, row.denominator, row.numerator],
      ...interval(row),
    ]),
  }),
  "at-share": ({ atShare: { rows, baseRate, ranked, looked, byChance } }) => ({
    columns: [
      ...["attention", "precision", "precisionLow", "precisionHigh", "precisionByChance"],
      ...["revenueRecall", "revenueRecallLow", "revenueRecallHigh", "revenueRecallByChance"],
      ...["ranked", "looked", "byChance"],
    ],
    rows: rows.map(({ attention, precision, revenueRecall }) => [
      ...[attention, precision.value, precision.low, precision.high, baseRate],
      ...[revenueRecall.value, revenueRecall.low, revenueRecall.high, attention],
      ...[ranked, looked, byChance],
    ]),
  }),
  certified: ({ certified }) => ({
    columns: ["kind", "trader", "assessed", "inspected", ...INTERVAL, "ratio", "ratioLow", "ratioHigh"],
    rows: certified.flatMap(({ kind, ratio, low, high, ...shares }) =>
      (["certified", "regular"] as const).map((trader) => [
        ...[kind, trader, shares[trader].denominator, shares[trader].numerator],
        ...interval(shares[trader]),
        // The ratio is of the certified to the regular ones, and stands beside the former.
        ...(trader === "certified" ? [ratio, low, high] : [null, null, null]),
      ]),
    ),
  }),
  fairness: ({ fairness }) => ({
    columns: ["by", "group", "regularGoods", "held", ...INTERVAL, "atEqualRisk", "known"],
    rows: fairness.map((row) => [
      ...[row.by, row.group, row.denominator, row.numerator],
      ...interval(row),
      ...[row.atEqualRisk, row.known],
    ]),
  }),
};
