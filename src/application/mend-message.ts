import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { ExchangeKind, ExchangeMessageRecord, Facts } from "./exchange-record";
import { isTakenBackBy, listsOf } from "./list-standing";
import { found } from "./load";
import { LINE_MARK, markOfLine, mayBeStated } from "./message-facts";
import { oweSending } from "./owe-message";
import type { Transaction, UnitOfWork } from "./ports";

/**
 * Gives what the forms ask of a shipment and no document states, such as a telephone or the declaration elements of a
 * line. An empty text takes a fact back. Messages that waited for it are made and sent.
 */
export function giveMessageFacts(
  inTransaction: UnitOfWork,
  actor: Actor,
  shipmentId: string,
  facts: Facts,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_messages");
    if (!allowed.ok) return allowed;
    const shipment = found(await tx.shipments.get(shipmentId), "shipment");
    if (!shipment.ok) return shipment;
    const stranger = Object.keys(facts).find((name) => !mayBeStated(name));
    if (stranger !== undefined)
      return err({
        kind: "invalid_input",
        pointer: `/facts/${stranger.replaceAll("/", "~1")}`,
        fault: "fact_not_asked",
      });
    await tx.lockShipment(shipmentId);
    const declared = await tx.declarations.latest(shipmentId);
    const marks = (declared?.content.lines ?? [])
      .filter(({ number }) => Object.keys(facts).some((name) => name.startsWith(`lines/${number}/`)))
      .map((line) => [`lines/${line.number}/${LINE_MARK}`, markOfLine(line)] as const);
    const all = { ...(await tx.exchange.facts(shipmentId)), ...facts, ...Object.fromEntries(marks) };
    const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
    await tx.exchange.putFacts(shipmentId, given, actor.id);
    for (const message of await tx.exchange.messagesOf(shipmentId))
      if (message.state === "failed" && message.raw === null) await queue(tx, message);
    await tx.audit.add("message_facts_given", "shipment", shipmentId, { facts: Object.keys(facts).sort().join(", ") });
    await tx.announce(shipment.value.organisationId, shipmentId, {});
    return ok(undefined);
  });
}

/** Sends a message again that failed, under its guid. One that was changed since is not sent again. */
export function resendMessage(
  inTransaction: UnitOfWork,
  actor: Actor,
  messageId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_messages");
    if (!allowed.ok) return allowed;
    const known = found(await tx.exchange.message(messageId), "message");
    if (!known.ok) return known;
    await tx.lockShipment(known.value.shipmentId);
    const message = found(await tx.exchange.message(messageId), "message");
    if (!message.ok) return message;
    const { state, kind, number, version, organisationId, shipmentId } = message.value;
    const versions = await tx.exchange.versions(kind, number);
    if (state !== "failed" || versions.some((each) => each.version > version))
      return err({ kind: "invalid_input", pointer: "/id", fault: "message_not_failed" });
    await queue(tx, message.value);
    await tx.audit.add("message_resent", "authority_message", messageId, { number });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

/**
 * Makes what waited for the list's entry number, once the authority gave it: applications for a return or to cancel the
 * list refer to it, and may have been owed before. One to cancel an earlier list does not wait for this one's number.
 */
export async function queueWaiting(tx: Transaction, list: ExchangeMessageRecord): Promise<void> {
  if (list.kind !== "inventory" || list.entryNumber === null) return;
  const all = await listsOf(tx, list.shipmentId);
  for (const message of await tx.exchange.messagesOf(list.shipmentId)) {
    const isWaiting = REFERRING.includes(message.kind) && message.state === "failed" && message.raw === null;
    const isOfOther = message.kind === "cancellation" && !isTakenBackBy(all, message.id, list.id);
    if (isWaiting && !isOfOther) await queue(tx, message);
  }
}

/** What refers to a list by the number that the authority gave to it. */
const REFERRING: readonly ExchangeKind[] = ["return", "cancellation"];

async function queue(tx: Transaction, message: ExchangeMessageRecord): Promise<void> {
  await tx.exchange.saveMessage({ ...message, state: "queued", attempts: message.raw ? 1 : 0, lastError: null });
  await oweSending(tx, message);
}
