/**
 * A day as the law counts it: `YYYY-MM-DD` in the local calendar of the office, without a time or a zone.
 * Comparing two of them as text compares the days.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text names a day that exists in the Gregorian calendar. */
export function isLocalDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** A period of validity. `validTo` is the last day on which the fact holds; null means until further notice. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Whether the fact holds on `day`. */
export function holdsOn(fact: Validity, day: LocalDate): boolean {
  return fact.validFrom <= day && (fact.validTo === null || day <= fact.validTo);
}

/** The day before; a period that ends when another begins has it as its last day. */
export function dayBefore(day: LocalDate): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (date > 1) return written(year, month, date - 1);
  return month > 1 ? written(year, month - 1, daysInMonth(year, month - 1)) : written(year - 1, 12, 31);
}

/** Whole days from the one to the other; negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** The day that lies so many days later; earlier when they are negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function written(year: number, month: number, day: number): LocalDate {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
