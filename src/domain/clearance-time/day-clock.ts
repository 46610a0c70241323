import { daysBetween, type LocalDate } from "../shared/local-date";
import type { ClockNow, LegalClock } from "./legal-clock";

interface Days {
  readonly startsAt: LocalDate;
  readonly dueOn: LocalDate;
  readonly doneOn: LocalDate | null;
}

/** A clock of whole days: what is left of it now, or was when that was done which it asks for. */
export function byDay(
  { startsAt, dueOn, doneOn }: Days,
  { today }: ClockNow,
): Omit<LegalClock, "code" | "owner" | "basis" | "subject"> {
  const left = daysBetween(doneOn ?? today, dueOn);
  return { startsAt, dueOn, dueAt: null, isDone: doneOn !== null, left, breached: left < 0, fee: null };
}
