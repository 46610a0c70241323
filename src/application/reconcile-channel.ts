import type { Failure } from "@/contracts/problem";
import { type Difference, reconcileDay } from "@/domain/exchange/reconcile";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { ChannelRecord, ExchangeMessageRecord } from "./exchange-record";
import { found } from "./load";
import { oweSending } from "./owe-message";
import { channelOf, type PollingPorts } from "./poll-channel";
import type { Transaction, World } from "./ports";
import { takeAnswers } from "./take-answers";

/**
 * Lays what we sent on a day beside the authority's list of it. What is missing there is sent again under its guid;
 * answers that are missing here are fetched; what still differs after that is written down for a person. The next
 * day's comparison is owed.
 */
export async function reconcileChannel(
  ports: PollingPorts,
  actor: Actor,
  jobId: string,
  { channelId, day }: { readonly channelId: string; readonly day: LocalDate },
): Promise<Result<void, Failure>> {
  const loaded = await channelOf(ports.inTransaction, actor, channelId);
  if (!loaded.ok) return loaded;
  const channel = loaded.value;
  const theirs = channel.state === "in_force" ? await ports.transport.list(channel, day) : null;
  const before = theirs ? await differencesOf(ports, actor, channel, day, theirs) : ok([]);
  if (!before.ok) return before;
  for (const { kind, guid } of before.value) {
    if (kind === "missing_there") continue;
    for (const bytes of await ports.transport.answersTo(channel, guid)) {
      const taken = await takeAnswers(ports, actor, { channel, bytes, via: "reconciliation" });
      if (!taken.ok) return taken;
    }
  }
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    await tx.exchange.lock(`channel ${channelId}`);
    const current = found(await tx.exchange.channel(channelId), "channel");
    if (!current.ok) return current;
    const { organisationId } = current.value;
    const left = theirs ? reconcileDay((await sentOn(tx, channelId, day)).map(asOwn), theirs) : [];
    for (const difference of left) await settle(tx, difference, { organisationId, channelId, day });
    await tx.exchange.changeChannel(channelId, { reconciledAt: ports.world.now() });
    await oweReconciliation(tx, ports.world, current.value);
    return ok(undefined);
  });
}

/** Owes the comparison of the day, for the night that follows it. */
export async function oweReconciliation(
  tx: Transaction,
  world: World,
  { organisationId, id: channelId }: ChannelRecord,
): Promise<void> {
  const day = world.today();
  await tx.outbox.put(
    organisationId,
    { name: "channel.reconcile", payload: { organisationId, channelId, day } },
    startOf(addDays(day, 1)),
  );
}

/** The first instant of a day at the customs offices, which all keep the time of China (UTC+8, without summer time). */
function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

function sentOn(tx: Transaction, channelId: string, day: LocalDate): Promise<readonly ExchangeMessageRecord[]> {
  return tx.exchange.sentBetween(channelId, startOf(day), startOf(addDays(day, 1)));
}

function asOwn({ id, guid, status }: ExchangeMessageRecord) {
  return { id, guid, status };
}

function differencesOf(
  { inTransaction }: PollingPorts,
  actor: Actor,
  { id }: ChannelRecord,
  day: LocalDate,
  theirs: Parameters<typeof reconcileDay>[1],
): Promise<Result<readonly Difference[], Failure>> {
  return inTransaction(actor, async (tx) => ok(reconcileDay((await sentOn(tx, id, day)).map(asOwn), theirs)));
}

async function settle(
  tx: Transaction,
  difference: Difference,
  of: { readonly organisationId: string; readonly channelId: string; readonly day: LocalDate },
): Promise<void> {
  const message = difference.kind === "missing_there" ? await tx.exchange.message(difference.id) : null;
  if (message && (message.state === "sent" || message.state === "unanswered")) {
    await tx.exchange.saveMessage({ ...message, state: "queued", lastError: "missing_there" });
    await oweSending(tx, message);
  }
  await tx.exchange.addDifference(difference, of);
}
