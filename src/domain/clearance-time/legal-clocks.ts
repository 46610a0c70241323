import { lateDeclarationFee } from "../assessment/late-fee";
import { returnClock } from "../goods-return/clock";
import { addDays, daysBetween, type LocalDate } from "../shared/local-date";
import { byDay } from "./day-clock";
import { type ClockFacts, type ClockLaw, type ClockNow, LEGAL_CLOCKS, type LegalClock } from "./legal-clock";
import { taxClocks } from "./tax-clocks";

const HOUR_MS = 3_600_000;
const SUNDAY = 0;
const SATURDAY = 6;

/** The clocks of the law that run, or ran, for a shipment, as far as their facts exist. */
export function legalClocks(facts: ClockFacts, law: ClockLaw, now: ClockNow): readonly LegalClock[] {
  return [
    ...declarationClock(facts, law, now),
    ...agreementClock(facts, law, now),
    ...taxClocks(facts, law, now),
    ...returnClocks(facts, law, now),
    ...recordClock(facts, law, now),
  ];
}

/**
 * The fee runs from the fifteenth day after the arrival, both that day and the day of the declaration counting; where
 * the fifteenth is a Saturday or a Sunday it runs from the Monday after. Customs Law of the PRC, art. 24, and GACC Order
 * 128 of 2005 (days of rest: field practice, not checked at source). Public holidays are not known here: the last day
 * is then earlier than the law's, never later.
 */
function declarationClock(
  { arrivedOn, lodged, customsValue }: ClockFacts,
  { declarationDays, lateFee }: ClockLaw,
  now: ClockNow,
): readonly LegalClock[] {
  if (arrivedOn === null || declarationDays === null) return [];
  const feeFrom = workingDay(addDays(arrivedOn, declarationDays.value + 1));
  const doneOn = lodged?.on ?? null;
  const daysLate = Math.max(0, daysBetween(feeFrom, doneOn ?? now.today) + 1);
  const clock = byDay({ startsAt: arrivedOn, dueOn: addDays(feeFrom, -1), doneOn }, now);
  const fee = customsValue && lateFee && daysLate > 0 ? lateDeclarationFee(customsValue, daysLate, lateFee) : null;
  return [{ ...clock, code: "declaration", owner: "broker", basis: declarationDays.citation, subject: null, fee }];
}

function workingDay(day: LocalDate): LocalDate {
  let next = day;
  while ([SUNDAY, SATURDAY].includes(new Date(`${next}T00:00:00Z`).getUTCDay())) next = addDays(next, 1);
  return next;
}

/**
 * The clock of an agreement starts when the goods have arrived and all information is lodged, whichever is later. Of the
 * arrival only the day is known; it counts from its beginning, so that the clock ends earlier than the agreement's,
 * never later.
 */
function agreementClock(
  { arrivalBegins, lodged, released }: ClockFacts,
  { agreement }: ClockLaw,
  now: ClockNow,
): readonly LegalClock[] {
  const code = LEGAL_CLOCKS.find((each) => each === agreement?.code);
  if (arrivalBegins === null || lodged === null || agreement === null || code === undefined) return [];
  const starts = Math.max(arrivalBegins, lodged.at);
  const due = starts + agreement.hours * HOUR_MS;
  const left = due - (released?.at ?? now.at);
  return [
    {
      code,
      startsAt: new Date(starts).toISOString(),
      dueOn: null,
      dueAt: new Date(due).toISOString(),
      owner: "authority",
      basis: agreement.citation,
      subject: null,
      isDone: released !== null,
      left,
      breached: left < 0,
      fee: null,
    },
  ];
}

/** Until when retail goods may come back without tax: a right, which lapses when nobody applies. */
function returnClocks(
  { isRetail, released, returns }: ClockFacts,
  { returnApplication, returnArrival }: ClockLaw,
  now: ClockNow,
): readonly LegalClock[] {
  if (!isRetail || released === null || returnApplication === null || returnArrival === null) return [];
  const clock = returnClock(released.on, {
    applicationDays: returnApplication.value,
    arrivalDays: returnArrival.value,
  });
  const application: LegalClock = {
    ...byDay({ startsAt: clock.releasedOn, dueOn: clock.applyBy, doneOn: returns[0]?.appliedOn ?? null }, now),
    ...{ code: "return_application", owner: "broker", basis: returnApplication.citation, subject: null },
    // Goods that do not come back break no law.
    ...(returns.length === 0 ? { breached: false, isDone: now.today > clock.applyBy } : {}),
  };
  return [
    application,
    ...returns.map(
      ({ arriveBy, arrivedOn }): LegalClock => ({
        ...byDay({ startsAt: clock.releasedOn, dueOn: arriveBy, doneOn: arrivedOn }, now),
        ...{ code: "return_arrival", owner: "broker", basis: returnArrival.citation, subject: null },
      }),
    ),
  ];
}

/** How long the papers of a clearance are kept: Customs Law of the PRC, art. 45 (field practice, not checked at source). */
function recordClock({ released }: ClockFacts, { recordKeepingYears }: ClockLaw, now: ClockNow): readonly LegalClock[] {
  if (released === null || recordKeepingYears === null) return [];
  const dueOn = addYears(released.on, recordKeepingYears.value);
  const clock = byDay({ startsAt: released.on, dueOn, doneOn: now.today > dueOn ? dueOn : null }, now);
  return [{ ...clock, code: "record_keeping", owner: "broker", basis: recordKeepingYears.citation, subject: null }];
}

/** The same day so many years later; of the 29th of February the 28th where there is none. */
function addYears(day: LocalDate, years: number): LocalDate {
  const year = Number(day.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return `${year}${day.endsWith("-02-29") && !isLeap ? "-02-28" : day.slice(4)}`;
}
