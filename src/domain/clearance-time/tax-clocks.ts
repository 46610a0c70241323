import { latePaymentSurcharge } from "../assessment/late-fee";
import { addDays, daysBetween, type LocalDate } from "../shared/local-date";
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
 * of 2018 (days from field practice, not checked at source). It is done when every bill is paid.
 */
function settlementClock(
  { isRetail, released, taxDue, bills }: ClockFacts,
  { retailSettlement }: ClockLaw,
  now: ClockNow,
): readonly LegalClock[] {
  if (!isRetail || released === null || retailSettlement === null) return [];
  if (taxDue === null || taxDue.minor <= 0n) return [];
  const { first, last, citation } = retailSettlement;
  const startsAt = addDays(released.on, first);
  const clock = byDay({ startsAt, dueOn: addDays(released.on, last), doneOn: paidUpOn(bills) }, now);
  return [{ ...clock, code: "retail_tax_settlement", owner: "payer", basis: citation, subject: null }];
}

function paidUpOn(bills: ClockFacts["bills"]): LocalDate | null {
  const days = bills.map(({ paidOn }) => paidOn);
  return days.length === 0 || days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
}
