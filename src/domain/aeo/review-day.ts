import type { LocalDate } from "../shared/local-date";

/** The same day so many years later; the last of February stays within February. */
export function yearsAfter(day: LocalDate, years: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const isLeapDay = month === 2 && date === 29;
  const target = year + years;
  const hasLeapDay = (target % 4 === 0 && target % 100 !== 0) || target % 400 === 0;
  return `${target}-${String(month).padStart(2, "0")}-${String(isLeapDay && !hasLeapDay ? 28 : date).padStart(2, "0")}`;
}
