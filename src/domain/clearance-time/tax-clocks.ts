import { latePaymentSurcharge } from "../assessment/late-fee";
import { addDays, daysBetween, type LocalDate } from "../shared/local-date";
import { addMoney, type Money } from "../shared/money";
import { byDay } from "./day-clock";
import type { ClockFacts, ClockLaw, ClockNow, LegalClock } from "./legal-clock";

/** The clocks of what is paid: each bill's own, and for retail goods the days on which their tax is settled. */
export function taxClocks(facts: ClockFacts, law: ClockLaw, now: ClockNow): readonly LegalClock[] {
  return [...facts.bills.map((bill) => billClock(bill, law, now)), ...settlementClock(facts, law, now)];
}

/**
 * A bill is paid within 15 days; what is late costs a part of it for each day from the sixteenth until it is paid, that
 * day counting. Tariff Law of the PRC, in force 2024-12-01 (the counting is field practice, not checked at source).
 */
function billClock(
  { number, issuedOn, dueOn, paidOn, total }: ClockFacts["bills"][number],
  { taxPayment, latePayment }: ClockLaw,
  now: ClockNow,
): LegalClock {
  const daysLate = daysBetween(dueOn, paidOn ?? now.today);
  return {
    ...byDay({ startsAt: issuedOn, dueOn, doneOn: paidOn }, now),
    code: "tax_payment",
    owner: "payer",
    basis: taxPayment?.citation ?? "",
    subject: number,
    fee: latePayment && daysLate > 0 ? latePaymentSurcharge(total, daysLate, latePayment) : null,
  };
}

/**
 * The tax of retail goods that stay is settled from the 31st to the 45th day after their release: GACC Announcement 194
 * of 2018 (days from field practice, not checked at source). It is done on the day on which what was paid reaches what is
 * due, whether a bill came for it or not.
 */
function settlementClock(
  { isRetail, released, taxDue, paid }: ClockFacts,
  { retailSettlement }: ClockLaw,
  now: ClockNow,
): readonly LegalClock[] {
  if (!isRetail || released === null || retailSettlement === null) return [];
  if (taxDue === null || taxDue.minor <= 0n) return [];
  const { first, last, citation } = retailSettlement;
  const startsAt = addDays(released.on, first);
  const clock = byDay({ startsAt, dueOn: addDays(released.on, last), doneOn: paidUpOn(paid, taxDue) }, now);
  return [{ ...clock, code: "retail_tax_settlement", owner: "payer", basis: citation, subject: null }];
}

/** The day since which what was paid is all that is due; null while it is less, or again less after a claim. */
function paidUpOn(paid: ClockFacts["paid"], due: Money): LocalDate | null {
  let sum: Money = { currency: due.currency, minor: 0n };
  let since: LocalDate | null = null;
  for (const { on, amount } of paid.toSorted((a, b) => a.on.localeCompare(b.on))) {
    sum = addMoney(sum, amount);
    since = sum.minor >= due.minor ? (since ?? on) : null;
  }
  return since;
}
