import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { ChannelRecord } from "./exchange-record";
import { found } from "./load";
import { owePolling, oweSending } from "./owe-message";
import type { UnitOfWork, World } from "./ports";
import { oweReconciliation } from "./reconcile-channel";

/** What an admin says of a channel. */
export type ChannelTerms = Pick<
  ChannelRecord,
  "address" | "generalSyntax" | "isBinding" | "windows" | "parties" | "answerWithinMinutes" | "pollEverySeconds"
>;

/** Opens the organisation's channel to an authority. What is lodged from then on is sent through it. */
export function openChannel(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  channel: ChannelTerms & Pick<ChannelRecord, "kind" | "secret">,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_channel");
    if (!allowed.ok) return allowed;
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
      createdBy: actor.id,
    };
    await tx.exchange.addChannel(opened);
    await oweReconciliation(tx, world, opened);
    await tx.audit.add("channel_opened", "authority_channel", opened.id, { address: opened.address });
    return ok({ id: opened.id });
  });
}

/** Owes the comparison with the authority's lists at once. */
export function askReconciliation(
  { inTransaction }: { readonly inTransaction: UnitOfWork },
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

/** Changes a channel, suspends it, or puts it in force again: what waited in its queue is sent then. */
export function changeChannel(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
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
    const inForce = await tx.exchange.channelInForce();
    const isPutInForce = terms.state === "in_force" && channel.value.state === "suspended";
    if (isPutInForce && inForce && inForce.id !== channelId)
      return err({ kind: "invalid_input", pointer: "/state", fault: "channel_in_force" });
    await tx.exchange.changeChannel(channelId, terms);
    if (isPutInForce) {
      for (const waiting of await tx.exchange.messagesIn(channelId, ["queued"])) await oweSending(tx, waiting);
      await owePolling(tx, world, { ...channel.value, nextPollAt: null });
    }
    await tx.audit.add("channel_changed", "authority_channel", channelId, {
      terms: Object.keys(terms).sort().join(", "),
    });
    return ok(undefined);
  });
}
