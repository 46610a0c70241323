import type { LocalDate } from "../shared/local-date";

const WEDNESDAY = 3;

/**
 * The day whose published rates customs uses for a month: the third Wednesday of the month before; the fourth where the
 * third is a public holiday. `month` is `YYYY-MM`. GACC Order 124 (2005), art. 16, carried into the Measures on tax
 * collection in force since 2024-12-01 (their text was not checked).
 */
export function rateDayOf(month: string, isHoliday: (day: LocalDate) => boolean): LocalDate {
  const [third, fourth] = [wednesday(before(month), 3), wednesday(before(month), 4)];
  return isHoliday(third) ? fourth : third;
}

/** The first and the last day on which the rates of a month are used. */
export function daysOfMonth(month: string): { readonly validFrom: LocalDate; readonly validTo: LocalDate } {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { validFrom: `${month}-01`, validTo: `${month}-${String(last).padStart(2, "0")}` };
}

function before(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}

function wednesday(month: string, ordinal: number): LocalDate {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const first = new Date(Date.UTC(year, number - 1, 1)).getUTCDay();
  const date = 1 + ((WEDNESDAY - first + 7) % 7) + 7 * (ordinal - 1);
  return `${month}-${String(date).padStart(2, "0")}`;
}
