import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { changesBetween } from "./audit-changes";
import type { AuthorityTransport, ChannelRecord } from "./exchange-record";
import { found } from "./load";
import { owePolling, oweSending } from "./owe-message";
import type { Transaction, UnitOfWork, World } from "./ports";
import { oweReconciliation } from "./reconcile-channel";

/** What an admin says of a channel. */
export type ChannelTerms = Pick<
  ChannelRecord,
  "address" | "generalSyntax" | "isBinding" | "windows" | "parties" | "answerWithinMinutes" | "pollEverySeconds"
>;

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly transport: Pick<AuthorityTransport, "reaches">;
}

const NOT_ALLOWED: Failure = { kind: "invalid_input", pointer: "/address", fault: "address_not_allowed" };

/** Opens the organisation's channel to an authority. What is lodged from then on is sent through it. */
export function openChannel(
  { inTransaction, world, transport }: Ports,
  actor: Actor,
  channel: ChannelTerms & Pick<ChannelRecord, "kind" | "secret">,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_channel");
    if (!allowed.ok) return allowed;
    if (!transport.reaches(channel.address)) return err(NOT_ALLOWED);
    await tx.exchange.lock(`channels ${actor.organisationId}`);
    if (await tx.exchange.channelInForce())
      return err({ kind: "invalid_input", pointer: "/state", fault: "channel_in_force" });
    const opened: ChannelRecord = {
      ...channel,
      organisationId: actor.organisationId,
      id: world.newId(),
      state: "in_force",
      cursor: "",
      nextPollAt: null,
      reconciledAt: null,
      inForceSince: world.now(),
      createdBy: actor.id,
      createdAt: world.now(),
    };
    await tx.exchange.addChannel(opened);
    await oweReconciliation(tx, world, opened);
    await tx.audit.add("channel_opened", "authority_channel", opened.id, { address: opened.address });
    return ok({ id: opened.id });
  });
}

/** Owes the comparison with the authority's lists at once. */
export function askReconciliation(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  channelId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_channel");
    if (!allowed.ok) return allowed;
    const channel = found(await tx.exchange.channel(channelId), "channel");
    if (!channel.ok) return channel;
    const { organisationId } = channel.value;
    await tx.outbox.put(organisationId, { name: "channel.reconcile", payload: { organisationId, channelId } });
    return ok(undefined);
  });
}

/**
 * Changes a channel, suspends it, or puts it in force again: what waited in its queue is sent then. Gates that waited for
 * its word are asked again once it binds no longer.
 */
export function changeChannel(
  { inTransaction, world, transport }: Ports,
  actor: Actor,
  channelId: string,
  terms: Partial<ChannelTerms & Pick<ChannelRecord, "state">>,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_channel");
    if (!allowed.ok) return allowed;
    await tx.exchange.lock(`channels ${actor.organisationId}`);
    const channel = found(await tx.exchange.channel(channelId), "channel");
    if (!channel.ok) return channel;
    const isPutInForce = terms.state === "in_force" && channel.value.state === "suspended";
    const refusal = await refusalOf({ tx, transport }, channel.value, terms, isPutInForce);
    if (refusal) return err(refusal);
    await tx.exchange.changeChannel(channelId, terms);
    if (isPutInForce) await putInForce(tx, world, channel.value);
    if (channel.value.isBinding && terms.isBinding === false) await askGates(tx, channel.value);
    await tx.audit.add("channel_changed", "authority_channel", channelId, {
      terms: Object.keys(terms).sort().join(", "),
      ...changesBetween(shownTerms(channel.value), shownTerms(terms), AUDITED),
    });
    return ok(undefined);
  });
}

async function putInForce(tx: Transaction, world: World, channel: ChannelRecord): Promise<void> {
  await tx.exchange.changeChannel(channel.id, { inForceSince: world.now() });
  for (const waiting of await tx.exchange.messagesIn(channel.id, ["queued"])) await oweSending(tx, waiting);
  await owePolling(tx, world, { ...channel, nextPollAt: null });
  await oweReconciliation(tx, world, channel);
}

async function askGates(tx: Transaction, { organisationId, id }: ChannelRecord): Promise<void> {
  for (const clearanceId of await tx.exchange.gatesOf(id))
    await tx.outbox.put(organisationId, { name: "clearance.release", payload: { organisationId, clearanceId } });
}

/** What of a channel the audit keeps before and after; its secret is never changed, and never kept here. */
const AUDITED = [
  ...(["address", "generalSyntax", "state", "isBinding", "windows"] as const),
  ...(["parties", "answerWithinMinutes", "pollEverySeconds"] as const),
] as const;

/** An address without whoever is named in it, for that may be a password. */
function shownTerms<T extends Partial<Pick<ChannelRecord, (typeof AUDITED)[number]>>>(terms: T) {
  const { address } = terms;
  return address === undefined
    ? terms
    : { ...terms, address: address.replace(/\/\/[^/@]*@/, "//").replace(/\?.*$/, "") };
}

/** Why a channel is not changed so: another is in force, or nothing may go to its address. */
async function refusalOf(
  { tx, transport }: Pick<Ports, "transport"> & { readonly tx: Transaction },
  channel: ChannelRecord,
  terms: Partial<ChannelTerms>,
  isPutInForce: boolean,
): Promise<Failure | null> {
  const inForce = isPutInForce ? await tx.exchange.channelInForce() : null;
  if (inForce && inForce.id !== channel.id)
    return { kind: "invalid_input", pointer: "/state", fault: "channel_in_force" };
  // It can be suspended in any case, also when the operator no longer lets anything go to its address.
  const address = terms.address ?? (isPutInForce ? channel.address : null);
  return address === null || transport.reaches(address) ? null : NOT_ALLOWED;
}
