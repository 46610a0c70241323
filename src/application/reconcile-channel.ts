import type { Failure } from "@/contracts/problem";
import { type Difference, type ListedMessage, reconcileDay } from "@/domain/exchange/reconcile";
import { addDays, type LocalDate } from "@/domain/shared/local-date";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { ChannelRecord, MessageMark } from "./exchange-record";
import { found } from "./load";
import { oweSending } from "./owe-message";
import { channelOf, type PollingPorts } from "./poll-channel";
import { DependencyError, type Transaction, type World } from "./ports";
import { takeAnswers } from "./take-answers";

/**
 * Lays what we sent since the last comparison, yesterday and today at least, beside the authority's lists. What is missing
 * there is sent again under its guid; answers that are missing here are fetched; what still differs after that is written
 * down for a person. The next night's comparison is owed before anything is asked, so that none is the last one. An
 * authority that is away or refuses is asked again within the hour.
 */
export async function reconcileChannel(
  ports: PollingPorts,
  actor: Actor,
  jobId: string,
  channelId: string,
): Promise<Result<void, Failure>> {
  const loaded = await channelOf(ports.inTransaction, actor, channelId);
  if (!loaded.ok) return loaded;
  const owed = await ports.inTransaction<void, Failure>(actor, async (tx) => {
    await oweReconciliation(tx, ports.world, loaded.value);
    return ok(undefined);
  });
  if (!owed.ok) return owed;
  const today = ports.world.today();
  const compared = loaded.value.state === "in_force" ? await compare(ports, actor, loaded.value, today) : ok(null);
  if (!compared.ok) return compared;
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(jobId))) return ok(undefined);
    await tx.exchange.lock(`channel ${channelId}`);
    const channel = found(await tx.exchange.channel(channelId), "channel");
    if (!channel.ok) return channel;
    // Once more now that this one is done: where it ran a moment before its night, it was itself what is owed for that.
    await oweReconciliation(tx, ports.world, channel.value);
    if (compared.value === "away") await oweAgain(tx, ports.world, channel.value);
    if (compared.value === "compared")
      await tx.exchange.changeChannel(channelId, { reconciledAt: endOfComparison(ports.world, today) });
    return ok(undefined);
  });
}

/** So many days are compared at most: who was away for longer has been asked about otherwise. */
const DAYS_AT_MOST = 31;

/** The days since the last comparison, whose own day went on after it; yesterday and today in any case. */
function daysToCompare(
  world: World,
  { reconciledAt, createdAt }: ChannelRecord,
  today: LocalDate,
): readonly LocalDate[] {
  const since = world.dayOf(reconciledAt ?? createdAt);
  const days: LocalDate[] = [];
  for (let back = DAYS_AT_MOST - 1; back >= 0; back -= 1) {
    const day = addDays(today, -back);
    if (back <= 1 || day >= since) days.push(day);
  }
  return days;
}

/** One that went on past midnight has not seen the rest of the day on which it began. */
function endOfComparison(world: World, today: LocalDate): Date {
  return new Date(Math.min(world.now().getTime(), startOf(addDays(today, 1)).getTime() - 1));
}

/** Compares day by day; `away` where the authority does not do its part, whatever it says of trying again. */
async function compare(
  ports: PollingPorts,
  actor: Actor,
  channel: ChannelRecord,
  today: LocalDate,
): Promise<Result<"compared" | "away", Failure>> {
  try {
    const lists: DayList[] = [];
    for (const day of daysToCompare(ports.world, channel, today)) {
      const asked = ports.world.now();
      const list = { day, theirs: await ports.transport.list(channel, day), asked };
      const caughtUp = await catchUp(ports, actor, channel, list);
      if (!caughtUp.ok) return caughtUp;
      lists.push(list);
    }
    for (const list of lists) {
      const settled = await settleDay(ports, actor, channel, list);
      if (!settled.ok) return settled;
    }
    return ok("compared");
  } catch (error) {
    if (error instanceof DependencyError && error.dependency === "authority") return ok("away");
    throw error;
  }
}

const HOUR_MS = 3_600_000;

/** Owes one more comparison within the hour, however many were put off. */
async function oweAgain(tx: Transaction, world: World, channel: ChannelRecord): Promise<void> {
  await owe(tx, channel, "again", new Date(world.now().getTime() + HOUR_MS));
}

async function owe(
  tx: Transaction,
  { organisationId, id: channelId }: ChannelRecord,
  which: string,
  at: Date,
): Promise<void> {
  const job = { name: "channel.reconcile", payload: { organisationId, channelId } } as const;
  await tx.outbox.putOnce(organisationId, `channel.reconcile ${channelId} ${which}`, job, at);
}

/** What the authority has of a day. */
interface DayList {
  readonly day: LocalDate;
  readonly theirs: readonly ListedMessage[];
  /** When it was asked for; what was sent later is on no such list. */
  readonly asked: Date;
}

/** Fetches and takes the answers to whatever stands otherwise there than here. */
async function catchUp(
  ports: PollingPorts,
  actor: Actor,
  channel: ChannelRecord,
  list: DayList,
): Promise<Result<void, Failure>> {
  const before = await differencesOf(ports, actor, channel, list);
  if (!before.ok) return before;
  for (const { kind, guid } of before.value) {
    if (kind === "missing_there") continue;
    for (const bytes of await ports.transport.answersTo(channel, guid)) {
      const taken = await takeAnswers(ports, actor, { channel, bytes, via: "reconciliation" });
      if (!taken.ok) return taken;
    }
  }
  return ok(undefined);
}

function differencesOf(
  ports: PollingPorts,
  actor: Actor,
  channel: ChannelRecord,
  list: DayList,
): Promise<Result<readonly Difference[], Failure>> {
  return ports.inTransaction<readonly Difference[], Failure>(actor, async (tx) =>
    ok(reconcileDay(await ownOf(tx, channel.id, list), list.theirs)),
  );
}

/** So many differences are settled in one transaction: after a bad day there are hundreds. */
const SETTLED_AT_ONCE = 100;

/** Settles what still differs of a day. Whoever dies in between settles the rest the next time, and none twice. */
async function settleDay(
  ports: PollingPorts,
  actor: Actor,
  channel: ChannelRecord,
  list: DayList,
): Promise<Result<void, Failure>> {
  const { organisationId, id: channelId, reconciledAt } = channel;
  const left = await differencesOf(ports, actor, channel, list);
  if (!left.ok) return left;
  for (let at = 0; at < left.value.length; at += SETTLED_AT_ONCE) {
    const some = left.value.slice(at, at + SETTLED_AT_ONCE);
    const settled = await ports.inTransaction<void, Failure>(actor, async (tx) => {
      await tx.exchange.lock(`channel ${channelId}`);
      const of = { organisationId, channelId, day: list.day, since: reconciledAt };
      for (const difference of some) await settle(tx, difference, of);
      return ok(undefined);
    });
    if (!settled.ok) return settled;
  }
  return ok(undefined);
}

/** Owes the comparison of the coming night, unless it is owed already. */
export async function oweReconciliation(tx: Transaction, world: World, channel: ChannelRecord): Promise<void> {
  const night = addDays(world.today(), 1);
  await owe(tx, channel, night, startOf(night));
}

/** The first instant of a day at the customs offices, which all keep the time of China (UTC+8, without summer time). */
function startOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** What we sent on the day, and what of ours their list has: clocks differ around midnight. */
async function ownOf(tx: Transaction, channelId: string, { day, theirs, asked }: DayList) {
  const ofDay = await tx.exchange.sentBetween(channelId, startOf(day), startOf(addDays(day, 1)));
  const sent = ofDay.filter(({ sentAt }) => sentAt !== null && sentAt <= asked);
  const known = new Set(sent.map(({ guid }) => guid));
  const others = await tx.exchange.messagesOfGuids(theirs.map(({ guid }) => guid).filter((guid) => !known.has(guid)));
  return [...sent, ...others].map(asOwn);
}

function asOwn({ id, guid, status }: MessageMark) {
  return { id, guid, status };
}

async function settle(
  tx: Transaction,
  difference: Difference,
  of: Parameters<Transaction["exchange"]["addDifference"]>[1],
): Promise<void> {
  const known = difference.kind === "missing_there" ? await tx.exchange.message(difference.id) : null;
  if (known) await tx.lockShipment(known.shipmentId);
  // Read again now that the shipment is held: an answer may have come meanwhile, and is never taken back.
  const message = known && (await tx.exchange.message(known.id));
  if (message && (message.state === "sent" || message.state === "unanswered")) {
    await tx.exchange.saveMessage({ ...message, state: "queued", lastError: "missing_there" });
    await oweSending(tx, message);
  }
  await tx.exchange.addDifference(difference, of);
}
