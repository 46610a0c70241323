import { addDays, daysBetween, type LocalDate } from "../shared/local-date";

/** How many days before their end permits and authorisations are told of. */
export const EXPIRY_DAYS = [60, 30, 7] as const;
/** How many days before the last day on which returned goods may reach the zone. */
export const RETURN_DAYS = [7, 2] as const;

/**
 * The warning that is due of what ends on a day: the nearest threshold that was reached. Who looks late, or records what
 * ends soon, gives one warning and not those that it has missed; null while there is time, and after the end.
 */
export function warningOf(
  endsOn: LocalDate,
  today: LocalDate,
  thresholds: readonly number[],
): { readonly days: number; readonly occasion: string } | null {
  const left = daysBetween(today, endsOn);
  if (left < 0) return null;
  const reached = thresholds.filter((days) => left <= days);
  const days = Math.min(...reached);
  // The day is part of the occasion: what was prolonged ends anew.
  return reached.length === 0 ? null : { days: left, occasion: `${endsOn} within ${days}` };
}

/** The days on which a threshold is the nearest that was reached, and its days. */
export interface WarningWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
}

/** When what ends is due to be warned of as of today, threshold by threshold: `warningOf` the other way round. */
export function windowsOf(today: LocalDate, thresholds: readonly number[]): readonly WarningWindow[] {
  const rising = thresholds.toSorted((one, other) => one - other);
  return rising.map((days, index) => {
    const nearer = rising[index - 1];
    return { from: addDays(today, nearer === undefined ? 0 : nearer + 1), to: addDays(today, days), days };
  });
}

/** The Monday of the day's week: what goes on is told of once a week. */
export function weekOf(day: LocalDate): LocalDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}
