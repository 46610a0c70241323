const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** A share as per cent with one decimal place at most. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** A time in seconds, in the unit that suits it. */
export function duration(seconds: number, locale: string): string {
  const [unit, size] = unitOf(seconds);
  const format = { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(seconds / size);
}

function unitOf(seconds: number): readonly [unit: "second" | "minute" | "hour" | "day", size: number] {
  if (seconds < 2 * MINUTE) return ["second", 1];
  if (seconds < 2 * HOUR) return ["minute", MINUTE];
  return seconds < 2 * DAY ? ["hour", HOUR] : ["day", DAY];
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
