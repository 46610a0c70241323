const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A share as per cent with one decimal place at most. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** A time in milliseconds, in the unit that suits it. */
export function duration(milliseconds: number, locale: string): string {
  const [unit, size] = unitOf(milliseconds);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(milliseconds / size);
}

function unitOf(milliseconds: number): readonly [unit: "second" | "minute" | "hour" | "day", size: number] {
  if (milliseconds < 2 * MINUTE) return ["second", SECOND];
  if (milliseconds < 2 * HOUR) return ["minute", MINUTE];
  return milliseconds < 2 * DAY ? ["hour", HOUR] : ["day", DAY];
}

/** A day, short, as a mark of an axis. */
export function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: "short", day: "numeric", timeZone: "UTC" }).format(new Date(day));
}

const SHARES = /^(share|low|high|atEqualRisk|attention|precision\w*|revenueRecall\w*|ratio\w*)$/;
const TIMES = /^(p50|p90|p99|broker|system|officer|payment|total)$/;

/** A figure of a table, by the column that it stands in. */
export function figureOf(column: string, value: number, locale: string): string {
  if (SHARES.test(column)) return percent(value, locale);
  if (TIMES.test(column)) return duration(value, locale);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
}
