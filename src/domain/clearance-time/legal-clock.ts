import type { LateFeeLaw } from "../assessment/late-fee";
import type { LocalDate } from "../shared/local-date";
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
  "retail_tax_settlement",
  "record_keeping",
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
    readonly total: Money;
  }[];
  /** What is due of the assessment after what was returned; null where nothing was assessed. */
  readonly taxDue: Money | null;
  /** What was paid of it on a day, in its currency; what was claimed back is below zero. */
  readonly paid: readonly { readonly on: LocalDate; readonly amount: Money }[];
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
  readonly latePayment: LateFeeLaw | null;
  /** The first and the last day after the release on which the tax of retail goods is settled. */
  readonly retailSettlement: { readonly first: number; readonly last: number; readonly citation: string } | null;
  readonly recordKeepingYears: Cited | null;
  readonly returnApplication: Cited | null;
  readonly returnArrival: Cited | null;
  /** The clock of the agreement that runs for these goods. */
  readonly agreement: { readonly code: string; readonly hours: number; readonly citation: string } | null;
}

export interface ClockNow {
  readonly at: number;
  readonly today: LocalDate;
}
