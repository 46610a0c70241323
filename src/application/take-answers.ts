import type { Failure } from "@/contracts/problem";
import { isRejected, isReleased, profileOf, stateByReceipts } from "@/domain/exchange/message-state";
import {
  afterRuling,
  applyReceipt,
  type Decision,
  type KnownReceipt,
  keyOf,
  numberOf,
  type SentVersion,
  type stateOf,
  versionOf,
} from "@/domain/message/apply-receipt";
import type { Message, ReceiptMessage, SchemaErrorMessage } from "@/domain/message/message";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { type AnswerRecord, EXCHANGE_KINDS, type ExchangeKind, type ExchangeMessageRecord } from "./exchange-record";
import { noticeMessage } from "./give-notice";
import { type Arrived, again, keep, NOTHING, type Taken } from "./keep-answer";
import { queueWaiting } from "./mend-message";
import type { ReadAnswers } from "./message-codec";
import type { Transaction, UnitOfWork, World } from "./ports";
import { takeTaxBill } from "./take-tax-bill";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly readAnswers: ReadAnswers;
}

/**
 * Takes what an authority answered: each thing is kept as it came, and has one outcome. The same answer again has no
 * effect again, none takes a message back, and what belongs to nothing waits for a person.
 */
export async function takeAnswers(ports: Ports, actor: Actor, arrived: Arrived): Promise<Result<Taken, Failure>> {
  const read = ports.readAnswers(arrived.bytes);
  const taken: Taken[number][] = [];
  for (const message of read.ok ? read.value : [null]) {
    const one = await ports.inTransaction<Taken[number], Failure>(actor, async (tx) => {
      const allowed = authorise(actor, "exchange");
      if (!allowed.ok) return allowed;
      return ok(await takeOne(tx, ports.world, arrived, message));
    });
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return ok(taken);
}

async function takeOne(
  tx: Transaction,
  world: World,
  arrived: Arrived,
  message: Message | null,
): Promise<Taken[number]> {
  // One at a time in a channel: what belongs to nothing yet has no shipment that could be held.
  await tx.exchange.lock(`answers ${arrived.channel.id}`);
  if (message?.kind === "receipt") return takeReceipt(tx, world, arrived, message);
  if (message?.kind === "schema_error") return takeSchemaError(tx, world, arrived, message);
  if (message?.kind === "tax_bill") return takeTaxBill(tx, world, arrived, message);
  const key = world.sha256(`unreadable ${tx.exchange.hash(arrived.bytes)}`);
  return keep(tx, world, arrived, { ...NOTHING, kind: "unreadable", key, ...(await again(tx, key, "unreadable")) });
}

async function takeReceipt(
  tx: Transaction,
  world: World,
  arrived: Arrived,
  receipt: ReceiptMessage,
): Promise<Taken[number]> {
  const said = {
    kind: "receipt",
    number: numberOf(receipt),
    status: receipt.status,
    returnedAt: receipt.returnedAt,
    key: world.sha256(keyOf(receipt)),
    receipt,
  } as const;
  const versions = await versionsOf(tx, receipt);
  const answered = versionOf(versions.map(asSent), receipt);
  const message = versions.find(({ version }) => version === answered?.version);
  if (!message)
    return keep(tx, world, arrived, { ...NOTHING, ...said, ...(await again(tx, said.key, "unknown_number")) });
  await tx.lockShipment(message.shipmentId);
  const { decision } = await apply(tx, world, versions, receipt);
  const { id: messageId, shipmentId } = message;
  const { outcome, quarantine: why } = decision;
  return keep(tx, world, arrived, { ...said, messageId, shipmentId, outcome, why });
}

/** The versions that a receipt may be about, of those that have left or may have: an attempt may arrive and seem to fail. */
async function versionsOf(tx: Transaction, receipt: ReceiptMessage): Promise<readonly ExchangeMessageRecord[]> {
  const number = numberOf(receipt);
  if (number === null || !isExchanged(receipt.of)) return [];
  return (await tx.exchange.versions(receipt.of, number)).filter(({ attempts }) => attempts > 0);
}

function isExchanged(kind: string): kind is ExchangeKind {
  return (EXCHANGE_KINDS as readonly string[]).includes(kind);
}

function asSent({ guid, version, kind, number, sentAt, createdAt }: ExchangeMessageRecord): SentVersion {
  return { recordId: guid, version, of: kind, number, sentAt: (sentAt ?? createdAt).toISOString() };
}

/** Lets a receipt count for the message whose versions these are. */
export async function apply(
  tx: Transaction,
  world: World,
  held: readonly ExchangeMessageRecord[],
  receipt: ReceiptMessage,
): Promise<{ readonly decision: Decision }> {
  // Read again now that the shipment is held.
  const versions = (await Promise.all(held.map(({ id }) => tx.exchange.message(id)))).filter((each) => each !== null);
  const newest = versions.reduce((a, b) => (b.version > a.version ? b : a));
  const answers = await tx.exchange.answersTo(versions.map(({ id }) => id));
  const ruled = await tx.exchange.ruledAnswer(newest.id);
  const chosen = answers.find(({ id }) => id === ruled)?.receipt ?? null;
  const all = knownOf(answers, versions);
  // What lost by a ruling counts no more, but it came: the same again is no other answer.
  if (all.some((each) => keyOf(each.receipt) === keyOf(receipt)))
    return { decision: { outcome: "duplicate", quarantine: null } };
  const known = chosen ? afterRuling(all, chosen) : all;
  const { decision, state } = applyReceipt(versions.map(asSent), known, receipt);
  const isTorn = decision.outcome === "quarantined" && state.contested !== null;
  // A person's ruling stands: what contradicts it is kept and shown, and what goes on from it counts.
  if (decision.outcome === "applied" || (isTorn && !chosen)) await move(tx, world, newest, state);
  if (decision.outcome === "of_older_version") await numberOlder(tx, world, versions, receipt);
  return { decision };
}

/** An older version keeps its standing, but has the numbers that a receipt gives to it by name: to cancel it takes them. */
async function numberOlder(
  tx: Transaction,
  world: World,
  versions: readonly ExchangeMessageRecord[],
  { recordId, numbers, profile, status }: ReceiptMessage,
): Promise<void> {
  const older = versions.find(({ guid }) => guid === recordId);
  if (!older || older.entryNumber !== null || isRejected(profile, status)) return;
  const { preEntryNumber, entryNumber } = numbers;
  const numbered: ExchangeMessageRecord = {
    ...older,
    preEntryNumber: preEntryNumber ?? older.preEntryNumber,
    entryNumber,
    // The authority has it, whatever the sending came to.
    sentAt: older.sentAt ?? world.now(),
  };
  await tx.exchange.saveMessage(numbered);
  await queueWaiting(tx, numbered);
}

function knownOf(
  answers: readonly AnswerRecord[],
  versions: readonly ExchangeMessageRecord[],
): readonly KnownReceipt[] {
  return answers.flatMap(({ receipt, outcome, why, messageId }): readonly KnownReceipt[] => {
    const message = versions.find(({ id }) => id === messageId);
    if (!receipt || !message || outcome === "duplicate") return [];
    const quarantine = why === "unreadable" || why === "bill_refused" ? null : why;
    return [{ receipt: addressedTo(message, receipt), decision: { outcome, quarantine } }];
  });
}

/** The receipt as if it named the message; of one that does it is the same. */
export function addressedTo({ guid, number, kind }: ExchangeMessageRecord, receipt: ReceiptMessage): ReceiptMessage {
  return numberOf(receipt) === number && receipt.of === kind
    ? receipt
    : { ...receipt, of: kind, recordId: guid, numbers: { ...receipt.numbers, ownNumber: number } };
}

async function move(
  tx: Transaction,
  world: World,
  message: ExchangeMessageRecord,
  receipts: ReturnType<typeof stateOf>,
): Promise<void> {
  const { standing, contested, preEntryNumber, entryNumber } = receipts;
  const moved: ExchangeMessageRecord = {
    ...message,
    state: stateByReceipts(message.state, receipts),
    contested,
    status: standing?.status ?? null,
    statusAt: standing?.returnedAt ?? null,
    ...{ preEntryNumber, entryNumber },
    // The authority has it, whatever the sending came to.
    sentAt: message.sentAt ?? world.now(),
    lastError: null,
  };
  await tx.exchange.saveMessage(moved);
  await follow(tx, world, moved);
  if (message.entryNumber === null) await queueWaiting(tx, moved);
}

/** What the standing of a message means for its shipment: it is witnessed, and a gate that waited is asked again. */
export async function follow(tx: Transaction, world: World, message: ExchangeMessageRecord): Promise<void> {
  const { organisationId, shipmentId, id, status, state, number, version } = message;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "message_answered",
    actor: "system",
    stage: "bonded_exit",
    subject: id,
    facts: { number, version: String(version), state, status: status ?? "" },
  });
  await tx.announce(organisationId, shipmentId, {});
  if (state === "answered" && isRejected(profileOf(message), status))
    await noticeMessage(tx, world, message, "rejected");
  if (!isReleased(profileOf(message), state, status)) return;
  const channel = await tx.exchange.channel(message.channelId);
  const exit = channel?.isBinding ? await tx.clearances.ofStage(shipmentId, "bonded_exit") : null;
  if (exit)
    await tx.outbox.put(organisationId, {
      name: "clearance.release",
      payload: { organisationId, clearanceId: exit.id },
    });
}

/** The authority could not read a message: it is as if it had not been sent, and a person sees why. */
async function takeSchemaError(
  tx: Transaction,
  world: World,
  arrived: Arrived,
  { head }: SchemaErrorMessage,
): Promise<Taken[number]> {
  const key = world.sha256(`schema_error ${head.originalMessageId ?? head.recordId} ${head.returnedAt}`);
  const said = { kind: "schema_error", status: head.status, returnedAt: head.returnedAt, key } as const;
  const message = await tx.exchange.messageOfGuid(head.originalMessageId ?? head.recordId);
  const standing = await again(tx, key, "unknown_number");
  if (!message || standing.outcome === "duplicate")
    return keep(tx, world, arrived, { ...NOTHING, ...said, messageId: message?.id ?? null, ...standing });
  await tx.lockShipment(message.shipmentId);
  const held = (await tx.exchange.message(message.id)) ?? message;
  const { id: messageId, shipmentId, number } = held;
  const isNews = held.state === "queued" || held.state === "sent" || held.state === "unanswered";
  if (isNews) {
    const failed = { ...held, state: "failed", sentAt: held.sentAt ?? world.now(), lastError: "schema_error" } as const;
    await tx.exchange.saveMessage(failed);
    await follow(tx, world, failed);
  }
  const outcome = isNews ? "applied" : "stale";
  return keep(tx, world, arrived, { ...NOTHING, ...said, messageId, shipmentId, number, outcome, why: null });
}
