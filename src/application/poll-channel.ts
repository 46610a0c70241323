import type { Failure } from "@/contracts/problem";
import { isOverdue } from "@/domain/exchange/message-state";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { AuthorityTransport, ChannelRecord } from "./exchange-record";
import { noticeMessage } from "./give-notice";
import { found } from "./load";
import type { ReadAnswers } from "./message-codec";
import { owePolling } from "./owe-message";
import { DependencyError, type Transaction, type UnitOfWork, type World } from "./ports";
import { takeAnswers } from "./take-answers";

export interface PollingPorts {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly readAnswers: ReadAnswers;
  readonly transport: AuthorityTransport;
}

/**
 * Fetches what the authority answered since the last look, and looks again while an answer is awaited. The cursor moves
 * when all that was fetched is kept, so that whoever dies in between fetches the same again, which changes nothing.
 */
export async function pollChannel(
  ports: PollingPorts,
  actor: Actor,
  jobId: string,
  channelId: string,
): Promise<Result<void, Failure>> {
  const channel = await channelOf(ports.inTransaction, actor, channelId);
  if (!channel.ok) return channel;
  const fetched = channel.value.state === "in_force" ? await fetch(ports, channel.value) : null;
  for (const bytes of fetched?.answers ?? []) {
    const taken = await takeAnswers(ports, actor, { channel: channel.value, bytes, via: "poll" });
    if (!taken.ok) return taken;
  }
  const marked = await markOverdue(ports, actor, channel.value);
  if (!marked.ok) return marked;
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    await tx.exchange.lock(`channel ${channelId}`);
    const current = found(await tx.exchange.channel(channelId), "channel");
    if (!current.ok) return current;
    const looked = { ...current.value, nextPollAt: null };
    const isAwaited = await isAnyAwaited(tx, channelId);
    await tx.exchange.changeChannel(channelId, { nextPollAt: null, ...(fetched ? { cursor: fetched.cursor } : {}) });
    if (isAwaited && looked.state === "in_force") await owePolling(tx, ports.world, looked);
    return ok(undefined);
  });
}

/** The channel as the system sees it. */
export function channelOf(
  inTransaction: UnitOfWork,
  actor: Actor,
  channelId: string,
): Promise<Result<ChannelRecord, Failure>> {
  return inTransaction<ChannelRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "exchange");
    return allowed.ok ? found(await tx.exchange.channel(channelId), "channel") : allowed;
  });
}

/** An authority that is away answers nothing now; the next look is owed in any case. */
async function fetch({ transport }: PollingPorts, channel: ChannelRecord) {
  try {
    return await transport.fetch(channel);
  } catch (error) {
    if (error instanceof DependencyError) return null;
    throw error;
  }
}

/** So many messages are marked in one transaction: an authority that is silent leaves thousands. */
const MARKED_AT_ONCE = 100;

/** Messages whose time for an answer is over say so. */
async function markOverdue(
  { inTransaction, world }: PollingPorts,
  actor: Actor,
  channel: ChannelRecord,
): Promise<Result<void, Failure>> {
  for (;;) {
    const marked = await inTransaction<number, Failure>(actor, async (tx) => ok(await markSome(tx, world, channel)));
    if (!marked.ok) return marked;
    if (marked.value < MARKED_AT_ONCE) return ok(undefined);
  }
}

/** Marks some of those that are overdue; how many there were to look at, none of which is looked at twice. */
async function markSome(tx: Transaction, world: World, channel: ChannelRecord): Promise<number> {
  const now = world.now();
  const sent = await tx.exchange.messagesIn(channel.id, ["sent"]);
  const overdue = sent
    .filter(({ sentAt }) => sentAt !== null && isOverdue(sentAt, channel.answerWithinMinutes, now))
    .slice(0, MARKED_AT_ONCE);
  for (const { id, shipmentId } of overdue) {
    await tx.lockShipment(shipmentId);
    // Read again now that the shipment is held: an answer may have come meanwhile, and is never taken back.
    const held = await tx.exchange.message(id);
    if (held?.state !== "sent") continue;
    await tx.exchange.saveMessage({ ...held, state: "unanswered" });
    await noticeMessage(tx, world, held, "unanswered");
    await tx.announce(held.organisationId, held.shipmentId, {});
  }
  return overdue.length;
}

/** Whether any answer is still awaited: of what was answered only whether more is to come. */
async function isAnyAwaited(tx: Transaction, channelId: string): Promise<boolean> {
  const open = await tx.exchange.messagesIn(channelId, ["sent", "unanswered"]);
  return open.length > 0 || tx.exchange.isAnswerOpen(channelId);
}
