/**
 * A day as the law counts it: `YYYY-MM-DD` in the local calendar of the office, without a time or a zone.
 * Comparing two of them as text compares the days.
 */
export type LocalDate = string;

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

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
