import type { ReceiptMessage } from "./message";
import { contradict, REGRESSIONS, type ReceiptStatus, type StatusProfile, statusOf } from "./receipt-status";

/** One version of a message as it was sent: the numbers under which it is answered. */
export interface SentVersion {
  readonly recordId: string;
  /** From 1; a change or a second attempt is the next. */
  readonly version: number;
  readonly of: ReceiptMessage["of"];
  /** The number that the declarant gave: own number, order, payment or waybill number. */
  readonly number: string;
  /** To the millisecond, UTC. */
  readonly sentAt: string;
}

/** What became of a receipt. */
export const OUTCOMES = ["applied", "duplicate", "stale", "of_older_version", "quarantined"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why a receipt waits for a person. */
export const QUARANTINES = [
  "unknown_number",
  "unknown_status",
  "contradictory_final",
  "contradictory_number",
  "after_final",
] as const;
export type Quarantine = (typeof QUARANTINES)[number];

export interface Decision {
  readonly outcome: Outcome;
  readonly quarantine: Quarantine | null;
}

/** A receipt that is known of a message, with what became of it when it came. */
export interface KnownReceipt {
  readonly receipt: ReceiptMessage;
  readonly decision: Decision;
}

/** Where the newest version of a message stands. */
export interface MessageState {
  /** Null while no receipt counts, and while two final ones contradict each other. */
  readonly standing: { readonly status: string; readonly returnedAt: string } | null;
  /** What contradicts itself; nothing more is applied until a person has ruled. */
  readonly contested: "final" | "number" | null;
  readonly preEntryNumber: string | null;
  readonly entryNumber: string | null;
}

/**
 * Decides what becomes of a receipt, given all that are known of the message. The receipt is kept in any case. The state
 * is that of the set: it does not depend on the order in which receipts come, nor on how often.
 *
 * @param versions all versions of the message, in any order
 */
export function applyReceipt(
  versions: readonly SentVersion[],
  known: readonly KnownReceipt[],
  receipt: ReceiptMessage,
): { readonly decision: Decision; readonly known: readonly KnownReceipt[]; readonly state: MessageState } {
  const decision = decide(versions, known, receipt);
  const all = [...known, { receipt, decision }];
  return { decision, known: all, state: stateOf(versions, all) };
}

function decide(versions: readonly SentVersion[], known: readonly KnownReceipt[], receipt: ReceiptMessage): Decision {
  if (known.some((each) => keyOf(each.receipt) === keyOf(receipt))) return { outcome: "duplicate", quarantine: null };
  const version = versionOf(versions, receipt);
  if (!version) return quarantined("unknown_number");
  const status = statusOf(receipt.profile, receipt.status);
  if (!status) return quarantined("unknown_status");
  if (version.version < newestOf(versions)) return { outcome: "of_older_version", quarantine: null };
  const counted = countedOf(versions, known);
  return decideCounted(counted, { receipt, status });
}

interface Counted {
  readonly receipt: ReceiptMessage;
  readonly status: ReceiptStatus;
}

function decideCounted(counted: readonly Counted[], next: Counted): Decision {
  const { receipt, status } = next;
  // Once torn, a message takes nothing more, whatever the next receipt says.
  const torn = contestOf([...counted, next]);
  if (torn) return quarantined(torn === "number" ? "contradictory_number" : "contradictory_final");
  const standing = standingOf(counted);
  if (!standing) return { outcome: "applied", quarantine: null };
  if (!status.isFinal && standing.status.isFinal)
    return receipt.returnedAt > standing.receipt.returnedAt
      ? quarantined("after_final")
      : { outcome: "stale", quarantine: null };
  const moves = standingOf([...counted, next]);
  return { outcome: moves?.receipt === receipt ? "applied" : "stale", quarantine: null };
}

function quarantined(quarantine: Quarantine): Decision {
  return { outcome: "quarantined", quarantine };
}

/** The receipts that still count once a person ruled: the chosen one, and those that do not contradict it. */
export function afterRuling(known: readonly KnownReceipt[], chosen: ReceiptMessage): readonly KnownReceipt[] {
  const chosenStatus = statusOf(chosen.profile, chosen.status);
  return known.filter(({ receipt }) => {
    const status = statusOf(receipt.profile, receipt.status);
    if (keyOf(receipt) === keyOf(chosen) || !status || !chosenStatus) return true;
    return (
      contestOf([
        { receipt: chosen, status: chosenStatus },
        { receipt, status },
      ]) === null
    );
  });
}

/** What contradicts itself among receipts that count: their final statuses, or the numbers that they assign. */
function contestOf(counted: readonly Counted[]): MessageState["contested"] {
  const finals = counted.filter((each) => each.status.isFinal);
  const isTorn = finals.some((one) =>
    finals.some((other) => contradict(one.receipt.profile, one.status.code, other.status.code)),
  );
  if (isTorn) return "final";
  const { preEntryNumbers, entryNumbers } = assignedBy(counted);
  return preEntryNumbers.length > 1 || entryNumbers.length > 1 ? "number" : null;
}

function assignedBy(counted: readonly Counted[]) {
  return {
    preEntryNumbers: distinct(counted.map(({ receipt }) => receipt.numbers.preEntryNumber)),
    entryNumbers: distinct(counted.map(({ receipt }) => receipt.numbers.entryNumber)),
  };
}

/** Where the newest version stands, by all receipts that are known of it. */
export function stateOf(versions: readonly SentVersion[], known: readonly KnownReceipt[]): MessageState {
  const counted = countedOf(versions, known);
  const { preEntryNumbers, entryNumbers } = assignedBy(counted);
  const contested = contestOf(counted);
  const standing = contested ? null : standingOf(counted);
  return {
    standing: standing && { status: standing.status.code, returnedAt: standing.receipt.returnedAt },
    contested,
    preEntryNumber: preEntryNumbers.length === 1 ? (preEntryNumbers[0] ?? null) : null,
    entryNumber: entryNumbers.length === 1 ? (entryNumbers[0] ?? null) : null,
  };
}

/**
 * The receipts of the newest version with a known status, each once, whatever was decided when they came: only then do
 * the same receipts in another order end in the same state.
 */
function countedOf(versions: readonly SentVersion[], known: readonly KnownReceipt[]): readonly Counted[] {
  const newest = newestOf(versions);
  const once = new Map(known.map(({ receipt }) => [keyOf(receipt), receipt] as const));
  return [...once.values()].flatMap((receipt) => {
    const status = statusOf(receipt.profile, receipt.status);
    return status && versionOf(versions, receipt)?.version === newest ? [{ receipt, status }] : [];
  });
}

/** A final one before all others, then the highest rank, then the latest; the key decides between equals. */
function standingOf(counted: readonly Counted[]): Counted | null {
  return counted.reduce<Counted | null>((best, each) => (best === null || isAhead(each, best) ? each : best), null);
}

function isAhead(one: Counted, other: Counted): boolean {
  if (one.status.isFinal !== other.status.isFinal) {
    const [final, open] = one.status.isFinal ? [one, other] : [other, one];
    const mayFollow = final.status.rank >= open.status.rank || mayRegress(final.receipt.profile, open, final);
    return mayFollow === one.status.isFinal;
  }
  if (one.status.rank !== other.status.rank) return one.status.rank > other.status.rank;
  if (one.receipt.returnedAt !== other.receipt.returnedAt) return one.receipt.returnedAt > other.receipt.returnedAt;
  return keyOf(one.receipt) > keyOf(other.receipt);
}

function mayRegress(profile: StatusProfile, from: Counted, to: Counted): boolean {
  return REGRESSIONS[profile].some(([a, b]) => a === from.status.code && b === to.status.code);
}

/** A receipt is the same one when it answers the same numbers with the same status at the same time. */
export function keyOf(receipt: ReceiptMessage): string {
  const { preEntryNumber, entryNumber } = receipt.numbers;
  return JSON.stringify([
    receipt.of,
    receipt.recordId,
    numberOf(receipt),
    preEntryNumber,
    entryNumber,
    receipt.status,
    receipt.returnedAt,
  ]);
}

/** The number of ours that a receipt answers, by the form. */
export function numberOf({ of, numbers }: ReceiptMessage): string | null {
  if (of === "order") return numbers.orderNumber;
  if (of === "payment") return numbers.paymentNumber;
  if (of === "waybill") return numbers.waybillNumber;
  return numbers.ownNumber;
}

/**
 * The version that is answered: the one whose record is named; otherwise, since the single window may give records ids
 * of its own, the newest that had been sent under the number when the receipt was made.
 */
export function versionOf(versions: readonly SentVersion[], receipt: ReceiptMessage): SentVersion | null {
  const named = versions.find((each) => each.recordId === receipt.recordId && each.of === receipt.of);
  if (named) return named.number === numberOf(receipt) ? named : null;
  const possible = versions
    .filter((each) => each.of === receipt.of && each.number === numberOf(receipt))
    .sort((a, b) => b.version - a.version);
  // Clocks differ: what was answered before anything was sent answers the first version.
  return possible.find((each) => each.sentAt <= receipt.returnedAt) ?? possible.at(-1) ?? null;
}

function newestOf(versions: readonly SentVersion[]): number {
  return Math.max(0, ...versions.map((each) => each.version));
}

function distinct(values: readonly (string | null)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
