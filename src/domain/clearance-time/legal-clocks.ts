import { type LateFeeLaw, lateDeclarationFee } from "../assessment/late-fee";
import { returnClock } from "../goods-return/clock";
import { addDays, daysBetween, type LocalDate } from "../shared/local-date";
import type { Money } from "../shared/money";
import type { MinuteOwner } from "./work";

export const LEGAL_CLOCKS = [
  "declaration",
  "rcep_general",
  "rcep_perishable",
  "rcep_express",
  "tax_payment",
  "return_application",
  "return_arrival",
] as const;
export type LegalClockCode = (typeof LEGAL_CLOCKS)[number];

/** A limit of the law that runs for a shipment. It ends with a day or with an instant, never with both. */
export interface LegalClock {
  readonly code: LegalClockCode;
  /** A day, or an instant in ISO 8601. */
  readonly startsAt: string;
  /** The last day that is in time. */
  readonly dueOn: LocalDate | null;
  /** The last instant that is in time, in ISO 8601. */
  readonly dueAt: string | null;
  readonly owner: MinuteOwner;
  readonly basis: string;
  /** What it names beside the shipment, as the number of a bill. */
  readonly subject: string | null;
  /** Whether what it asks for was done. */
  readonly isDone: boolean;
  /** Days, or milliseconds where it ends with an instant; below zero after it. Counted to the act once that is done. */
  readonly left: number;
  readonly breached: boolean;
  /** What being late costs until now; null where the law charges nothing, or where its base is not known. */
  readonly fee: Money | null;
}

/** The facts that the clocks run on; one that is not known yet is null, and its clock does not run. */
export interface ClockFacts {
  /** The day on which the conveyance declared its arrival, as the broker stated it. */
  readonly arrivedOn: LocalDate | null;
  /** Milliseconds since 1970 of the beginning of that day at the customs office. */
  readonly arrivalBegins: number | null;
  readonly lodged: { readonly at: number; readonly on: LocalDate } | null;
  /** Of the assessed declaration. */
  readonly customsValue: Money | null;
  readonly released: { readonly at: number; readonly on: LocalDate } | null;
  readonly bills: readonly {
    readonly number: string;
    readonly issuedOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly paidOn: LocalDate | null;
  }[];
  /** Returns that are under way or came; only retail goods may come back. */
  readonly isRetail: boolean;
  readonly returns: readonly {
    readonly appliedOn: LocalDate;
    readonly arriveBy: LocalDate;
    readonly arrivedOn: LocalDate | null;
  }[];
}

/** A number of the law with its source; a clock whose number is not in the tables does not run. */
interface Cited {
  readonly value: number;
  readonly citation: string;
}

export interface ClockLaw {
  readonly declarationDays: Cited | null;
  readonly lateFee: LateFeeLaw | null;
  readonly taxPayment: Cited | null;
  readonly returnApplication: Cited | null;
  readonly returnArrival: Cited | null;
  /** The clock of the agreement that runs for these goods. */
  readonly agreement: { readonly code: string; readonly hours: number; readonly citation: string } | null;
}

export interface ClockNow {
  readonly at: number;
  readonly today: LocalDate;
}

const HOUR_MS = 3_600_000;
const SUNDAY = 0;
const SATURDAY = 6;

/** The clocks of the law that run, or ran, for a shipment, as far as their facts exist. */
export function legalClocks(facts: ClockFacts, law: ClockLaw, now: ClockNow): readonly LegalClock[] {
  return [
    ...declarationClock(facts, law, now),
    ...agreementClock(facts, law, now),
    ...facts.bills.map((bill): LegalClock => {
      const basis = law.taxPayment?.citation ?? "";
      const { number: subject, issuedOn: startsAt, dueOn } = bill;
      return {
        ...byDay({ startsAt, dueOn, doneOn: bill.paidOn }, now),
        code: "tax_payment",
        owner: "payer",
        basis,
        subject,
      };
    }),
    ...returnClocks(facts, law, now),
  ];
}

/** Of the clocks that still run the one that ends first; null when none does. */
export function nextClock(clocks: readonly LegalClock[]): LegalClock | null {
  const running = clocks.filter(({ isDone }) => !isDone);
  return running.reduce<LegalClock | null>(
    (first, each) => (first === null || endOf(each) < endOf(first) ? each : first),
    null,
  );
}

/** Comparable as text: an instant of a day comes before the end of that day. */
function endOf({ dueAt, dueOn }: LegalClock): string {
  return dueAt ?? `${dueOn}T~`;
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

interface Days {
  readonly startsAt: LocalDate;
  readonly dueOn: LocalDate;
  readonly doneOn: LocalDate | null;
}

function byDay(
  { startsAt, dueOn, doneOn }: Days,
  { today }: ClockNow,
): Omit<LegalClock, "code" | "owner" | "basis" | "subject"> {
  const left = daysBetween(doneOn ?? today, dueOn);
  return { startsAt, dueOn, dueAt: null, isDone: doneOn !== null, left, breached: left < 0, fee: null };
}
