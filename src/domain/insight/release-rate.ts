import { LANES, type Lane } from "../selectivity/lanes";
import { addDays, daysBetween, type LocalDate } from "../shared/local-date";
import { groupBy, type InsightLine, type InsightWindow } from "./rows";
import { type Share, shareOf } from "./share";

/** Up to so many days are drawn one by one; more are drawn by weeks. */
const MOST_DAYS = 35;
const WEEK = 7;

export interface ReleaseRate extends Share {
  /** The first day of what is counted. */
  readonly from: LocalDate;
  /** Of the assessed, those that are neither released nor before an officer yet. */
  readonly waiting: number;
}

export type LaneCounts = { readonly from: LocalDate } & Readonly<Record<Lane, number>>;

/** The first days of the parts of a window: its days, or where there are many its weeks, counted back from its end. */
export function partsOf({ from, before }: InsightWindow): {
  readonly unit: "day" | "week";
  readonly days: LocalDate[];
} {
  const total = daysBetween(from, before);
  const unit = total <= MOST_DAYS ? "day" : "week";
  const step = unit === "day" ? 1 : WEEK;
  // Whole weeks end with the window, so that the last of them is not a stump; the first one may be.
  const first = total % step;
  const days = first > 0 ? [from] : [];
  for (let passed = first; passed < total; passed += step) days.push(addDays(from, passed));
  return { unit, days };
}

/** Of the declarations that were assessed, the share that was released without a person; by part of the window and in all. */
export function releaseRate(
  declarations: readonly InsightLine[],
  window: InsightWindow,
): { readonly unit: "day" | "week"; readonly total: ReleaseRate; readonly parts: readonly ReleaseRate[] } {
  const { unit, days } = partsOf(window);
  const assessed = declarations.filter(({ lane }) => lane !== null);
  const byPart = byPartOf(assessed, days);
  return {
    unit,
    total: rateOf(assessed, window.from),
    parts: days.map((from) => rateOf(byPart.get(from) ?? [], from)),
  };
}

/** How many declarations each lane was given, by part of the window. */
export function laneCounts(declarations: readonly InsightLine[], window: InsightWindow): readonly LaneCounts[] {
  const { days } = partsOf(window);
  const byPart = byPartOf(declarations, days);
  return days.map((from) => {
    const own = byPart.get(from) ?? [];
    const [green, blue, yellow, red] = LANES.map((lane) => own.filter((each) => each.lane === lane).length);
    return { from, green: green ?? 0, blue: blue ?? 0, yellow: yellow ?? 0, red: red ?? 0 };
  });
}

function rateOf(rows: readonly InsightLine[], from: LocalDate): ReleaseRate {
  const alone = rows.filter(({ course }) => course === "alone").length;
  const waiting = rows.filter(({ course }) => course === "waiting").length;
  return { from, waiting, ...shareOf(alone, rows.length) };
}

function byPartOf(rows: readonly InsightLine[], days: readonly LocalDate[]) {
  return groupBy(rows, ({ day }) => days.findLast((from) => from <= day) ?? "");
}
