import { decisionOn, isRejected, profileOf } from "@/domain/exchange/message-state";
import type { ExchangeMessageRecord } from "./exchange-record";
import type { Transaction } from "./ports";

/** A message of a shipment with the version of the declaration that it states, or takes back. */
export interface Stated {
  readonly message: ExchangeMessageRecord;
  readonly stated: number;
}

/** The lists of a shipment and the applications to cancel one, the first of each one first; none where nothing was to be cancelled. */
export async function listsToCancel(tx: Transaction, shipmentId: string): Promise<readonly Stated[]> {
  const all = await tx.exchange.messagesOf(shipmentId);
  // Nearly every list is the only message of its shipment.
  return all.some(({ kind }) => kind === "cancellation") ? statedIn(tx, all) : [];
}

/** The lists of a shipment and the applications to cancel one, the first of each one first. */
export async function listsOf(tx: Transaction, shipmentId: string): Promise<readonly Stated[]> {
  return statedIn(tx, await tx.exchange.messagesOf(shipmentId));
}

async function statedIn(tx: Transaction, all: readonly ExchangeMessageRecord[]): Promise<readonly Stated[]> {
  const about = all.filter(({ kind }) => kind === "inventory" || kind === "cancellation");
  const stated: Stated[] = [];
  for (const message of about)
    stated.push({ message, stated: (await tx.declarations.get(message.declarationId))?.version ?? 0 });
  return stated.sort((a, b) => a.stated - b.stated);
}

/** Whether a version stands at the authority: what failed or was rejected is declared anew, not changed. */
export function isStanding(version: ExchangeMessageRecord): boolean {
  const { sentAt, state, status } = version;
  return sentAt !== null && state !== "failed" && !isRejected(profileOf(version), status);
}

/** Whether the authority has yet to decide an application: it waits, is on its way, or no status of its receipts decides it. */
function isOpen(application: ExchangeMessageRecord): boolean {
  const { state, sentAt, status } = application;
  // Failed and never sent, it waits for a number or for a person; what the authority could not read is over.
  return state === "failed" ? sentAt === null : decisionOn(profileOf(application), state, status) === "open";
}

function isGranted(application: ExchangeMessageRecord): boolean {
  return decisionOn(profileOf(application), application.state, application.status) === "granted";
}

function cancellationsIn(all: readonly Stated[]): readonly Stated[] {
  return all.filter(({ message }) => message.kind === "cancellation");
}

/** The declaration version up to which these applications take back the lists: each ends all that were before it. */
function endOf(cancellations: readonly Stated[], ends: (each: ExchangeMessageRecord) => boolean): number {
  return Math.max(0, ...cancellations.filter(({ message }) => ends(message)).map(({ stated }) => stated));
}

/** Whether a cancellation that was granted ended this version of a list: after it the list is declared anew, and changes nothing. */
export function isEnded(all: readonly Stated[], version: ExchangeMessageRecord): boolean {
  const own = all.find(({ message }) => message.id === version.id)?.stated;
  return version.kind === "inventory" && own !== undefined && own <= endOf(cancellationsIn(all), isGranted);
}

/**
 * The list that the withdrawal of a declaration takes back: of those up to the declaration's version that no earlier
 * application takes back, the newest that the authority has, or else that it may have, for an attempt that seemed to
 * fail may have arrived. Null where it has none.
 *
 * @param upTo the version of the declaration that is withdrawn
 */
export function withdrawnList(all: readonly Stated[], upTo: number): ExchangeMessageRecord | null {
  const earlier = cancellationsIn(all).filter(({ stated }) => stated < upTo);
  const from = endOf(earlier, (each) => isGranted(each) || isOpen(each));
  const lists = all
    .filter(({ message, stated }) => message.kind === "inventory" && stated <= upTo && stated > from)
    .map(({ message }) => message)
    .filter((each) => each.attempts > 0 && !isRejected(profileOf(each), each.status));
  return lists.findLast(isStanding) ?? lists.at(-1) ?? null;
}

/** Whether an application takes back this list, or one that it changes: what it waits for may then be known. */
export function isTakenBackBy(all: readonly Stated[], cancellationId: string, listId: string): boolean {
  const statedBy = (id: string) => all.find(({ message }) => message.id === id)?.stated ?? 0;
  return statedBy(listId) <= statedBy(cancellationId);
}

/** Whether any application takes back this list, decided or not. */
export function isTakenBack(all: readonly Stated[], list: ExchangeMessageRecord): boolean {
  return (
    list.kind === "inventory" && cancellationsIn(all).some(({ message }) => isTakenBackBy(all, message.id, list.id))
  );
}

/**
 * Whether a list has to wait because one that was withdrawn before it still stands at the authority and is not cancelled
 * yet: both would be declared, and under one number a receipt could not say which it answers.
 */
export function isBehindCancellation(all: readonly Stated[], list: ExchangeMessageRecord): boolean {
  const own = all.find(({ message }) => message.id === list.id)?.stated ?? 0;
  return cancellationsIn(all).some(({ message, stated }) => {
    if (list.kind !== "inventory" || stated >= own || !isOpen(message)) return false;
    const withdrawn = withdrawnList(all, stated);
    return withdrawn !== null && isStanding(withdrawn);
  });
}
