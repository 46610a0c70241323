import { isRejected, profileOf } from "@/domain/exchange/message-state";
import type { ChannelRecord, ExchangeMessageRecord, WithdrawalReason } from "./exchange-record";
import { isEnded, isStanding, listsOf, listsToCancel, withdrawnList } from "./list-standing";
import type { Transaction, World } from "./ports";
import type { DeclarationRecord } from "./records";

const NUMBER_DIGITS = 9;

/**
 * Owes the authority the message of a declaration that was lodged: the inventory list of a retail import, or the
 * declaration of general trade. Amended, it is the next version under the same number and goes to where the one before
 * went. A first one goes to the channel in force; while none is, it waits in the queue of the last that was.
 * Nothing where no channel was ever opened.
 */
export async function oweDeclared(tx: Transaction, world: World, declaration: DeclarationRecord): Promise<void> {
  const kind = declaration.regime === "0110" ? "declaration" : "inventory";
  const amended = await amendedBy(tx, kind, declaration);
  const channel = amended ? await tx.exchange.channel(amended.channelId) : await tx.exchange.lastChannel();
  if (channel) await oweOn(tx, world, channel, declaration, { kind, subjectId: null, reason: null });
}

/** The message that the lodging changes: the newest that the authority has, may have, or was to be sent. */
async function amendedBy(
  tx: Transaction,
  kind: "declaration" | "inventory",
  declaration: DeclarationRecord,
): Promise<ExchangeMessageRecord | null> {
  const versions = await tx.exchange.versions(kind, numberOf(declaration, null));
  if (versions.length === 0) return null;
  const lists = await listsToCancel(tx, declaration.shipmentId);
  const isGone = (each: ExchangeMessageRecord) =>
    isRejected(profileOf(each), each.status) || isNeverSent(each) || isEnded(lists, each);
  return versions.findLast((each) => !isGone(each)) ?? null;
}

/** Whether it was withdrawn before any attempt to send it. */
function isNeverSent({ attempts, lastError }: ExchangeMessageRecord): boolean {
  return attempts === 0 && lastError === "taken_back";
}

/** A message that was never tried is not sent any more once its declaration is withdrawn, and says so at once. */
export async function takeBackUnsent(tx: Transaction, declaration: DeclarationRecord): Promise<void> {
  const message = await tx.exchange.messageOfDeclaration(declaration.id);
  if (message && message.attempts === 0 && (message.state === "queued" || message.state === "failed"))
    await tx.exchange.saveMessage({ ...message, state: "failed", faults: [], lastError: "taken_back" });
}

/**
 * Owes the authority the application for a return, where it was sent the list that the goods are on. It goes to where the
 * list went: on a channel that is suspended since it waits in the queue.
 */
export async function oweReturn(
  tx: Transaction,
  world: World,
  declaration: DeclarationRecord,
  returnId: string,
): Promise<void> {
  const lists = (await listsOf(tx, declaration.shipmentId)).map(({ message }) => message);
  const list = lists.findLast(isStanding) ?? lists.at(-1);
  const channel = list && (await tx.exchange.channel(list.channelId));
  if (channel) await oweOn(tx, world, channel, declaration, { kind: "return", subjectId: returnId, reason: null });
}

/**
 * Owes the authority the application (CEB623) to cancel the list that is withdrawn, where it was sent one or may have
 * been. It goes to where the list went: on a channel that is suspended since it waits in the queue.
 */
export async function oweCancellation(
  tx: Transaction,
  world: World,
  declaration: DeclarationRecord,
  reason: WithdrawalReason,
): Promise<void> {
  const list = withdrawnList(await listsOf(tx, declaration.shipmentId), declaration.version);
  const channel = list && (await tx.exchange.channel(list.channelId));
  if (channel)
    await oweOn(tx, world, channel, declaration, { kind: "cancellation", subjectId: declaration.id, reason });
}

async function oweOn(
  tx: Transaction,
  world: World,
  channel: ChannelRecord,
  declaration: DeclarationRecord,
  { kind, subjectId, reason }: Pick<ExchangeMessageRecord, "kind" | "subjectId" | "reason">,
): Promise<void> {
  const number = numberOf(declaration, subjectId);
  const versions = await tx.exchange.versions(kind, number);
  const message: ExchangeMessageRecord = {
    organisationId: declaration.organisationId,
    id: world.newId(),
    channelId: channel.id,
    shipmentId: declaration.shipmentId,
    declarationId: declaration.id,
    ...{ subjectId, kind, number, reason },
    guid: world.newId().toUpperCase(),
    version: versions.length + 1,
    syntax: kind === "declaration" ? channel.generalSyntax : "ceb",
    state: "queued",
    raw: null,
    faults: [],
    status: null,
    statusAt: null,
    contested: null,
    preEntryNumber: null,
    entryNumber: null,
    sentAt: null,
    attempts: 0,
    lastError: null,
    createdAt: world.now(),
  };
  await tx.exchange.addMessage(message);
  await oweSending(tx, message);
}

/** Owes the sending of a message, from the instant on that is given. */
export async function oweSending(
  tx: Transaction,
  { organisationId, id }: Pick<ExchangeMessageRecord, "organisationId" | "id">,
  at?: Date,
): Promise<void> {
  await tx.outbox.put(organisationId, { name: "message.send", payload: { organisationId, messageId: id } }, at);
}

/** Owes the next look for answers, unless one is owed already. */
export async function owePolling(tx: Transaction, world: World, channel: ChannelRecord): Promise<void> {
  const now = world.now();
  if (channel.nextPollAt !== null && channel.nextPollAt > now) return;
  const { organisationId, id: channelId, pollEverySeconds } = channel;
  const nextPollAt = new Date(now.getTime() + pollEverySeconds * 1_000);
  await tx.exchange.changeChannel(channelId, { nextPollAt });
  await tx.outbox.put(organisationId, { name: "channel.poll", payload: { organisationId, channelId } }, nextPollAt);
}

/**
 * Twenty characters, as many as the inventory list takes: the day of the first version would change with an amendment,
 * so the number is of the shipment, of the return, or of the declaration that is withdrawn; the end of its id is drawn at random.
 */
function numberOf({ shipmentId }: DeclarationRecord, subjectId: string | null): string {
  const digits = (subjectId ?? shipmentId).replaceAll("-", "").toUpperCase();
  return `TG${digits.slice(0, NUMBER_DIGITS)}${digits.slice(-NUMBER_DIGITS)}`;
}
