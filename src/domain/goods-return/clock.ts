import { addDays, type LocalDate } from "../shared/local-date";
import { err, ok, type Result } from "../shared/result";

/**
 * Until when retail goods come back without tax: applied for within so many days of the release by customs, and back in
 * the zone within so many. GACC Announcement 45 of 2020; the numbers of days are dated reference data.
 */
export interface ReturnClock {
  readonly releasedOn: LocalDate;
  /** The last day on which a return may be applied for. */
  readonly applyBy: LocalDate;
  /** The last day on which the goods may reach the zone. */
  readonly arriveBy: LocalDate;
}

export type ReturnDayFault =
  | "return_applied_late"
  | "return_arrived_late"
  | "return_day_ahead"
  | "return_before_application";

/** The clock of goods that customs released on the day. */
export function returnClock(
  releasedOn: LocalDate,
  { applicationDays, arrivalDays }: { readonly applicationDays: number; readonly arrivalDays: number },
): ReturnClock {
  return { releasedOn, applyBy: addDays(releasedOn, applicationDays), arriveBy: addDays(releasedOn, arrivalDays) };
}

/** Whether a return may still be applied for. */
export function mayApply({ applyBy }: ReturnClock, today: LocalDate): Result<void, ReturnDayFault> {
  return today <= applyBy ? ok(undefined) : err("return_applied_late");
}

/** Whether goods that arrived on the day, of a return that was applied for on another, came in time. */
export function cameInTime(
  { arriveBy }: Pick<ReturnClock, "arriveBy">,
  { appliedOn, arrivedOn, today }: Readonly<Record<"appliedOn" | "arrivedOn" | "today", LocalDate>>,
): Result<void, ReturnDayFault> {
  if (arrivedOn > today) return err("return_day_ahead");
  if (arrivedOn < appliedOn) return err("return_before_application");
  return arrivedOn <= arriveBy ? ok(undefined) : err("return_arrived_late");
}
