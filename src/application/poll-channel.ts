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
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    await tx.exchange.lock(`channel ${channelId}`);
    const current = found(await tx.exchange.channel(channelId), "channel");
    if (!current.ok) return current;
    const looked = { ...current.value, nextPollAt: null };
    // Before the channel is written: whoever records a sending holds the shipment first and then writes the channel.
    const isAwaited = await markOverdue(tx, ports.world, looked);
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

/** Messages whose time for an answer is over say so; whether any answer is still awaited. */
async function markOverdue(tx: Transaction, world: World, channel: ChannelRecord): Promise<boolean> {
  // Of what was answered it is only asked whether more is to come: a channel answers thousands a day.
  const open = await tx.exchange.messagesIn(channel.id, ["sent", "unanswered"]);
  const now = world.now();
  for (const message of open) {
    if (message.state !== "sent" || !message.sentAt) continue;
    if (!isOverdue(message.sentAt, channel.answerWithinMinutes, now)) continue;
    await tx.lockShipment(message.shipmentId);
    // Read again now that the shipment is held: an answer may have come meanwhile, and is never taken back.
    const held = await tx.exchange.message(message.id);
    if (held?.state !== "sent") continue;
    await tx.exchange.saveMessage({ ...held, state: "unanswered" });
    await noticeMessage(tx, world, held, "unanswered");
    await tx.announce(held.organisationId, held.shipmentId, {});
  }
  return open.length > 0 || tx.exchange.isAnswerOpen(channel.id);
}
