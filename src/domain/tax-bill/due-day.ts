import { addDays, type LocalDate } from "../shared/local-date";

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * The last day on which a bill is paid in time: so many days after the bill was issued, and where that is a Saturday or
 * a Sunday the Monday after. Measures on the levy of import and export taxes (GACC, 2024), on payment within fifteen
 * days and days of rest. Public holidays are not known here: the date is then earlier than the law's, never later.
 */
export function dueDay(issuedOn: LocalDate, paymentDays: number): LocalDate {
  let day = addDays(issuedOn, paymentDays);
  while ([SUNDAY, SATURDAY].includes(new Date(`${day}T00:00:00Z`).getUTCDay())) day = addDays(day, 1);
  return day;
}
