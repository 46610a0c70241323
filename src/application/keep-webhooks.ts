import type { Failure } from "@/contracts/problem";
import { audienceOf, type NoticeKind } from "@/domain/notice/kinds";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { oweAttempt, oweDelivery } from "./owe-delivery";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { EndpointRecord, WebhookSender } from "./webhook-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly webhooks: WebhookSender;
}

/** What an admin says of an endpoint. */
export interface EndpointTerms {
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
}

/** How long both secrets sign after a rotation: a day to change the other side. */
const OVERLAP_MS = 24 * 3_600_000;
const MOST_ENDPOINTS = 20;

/** Makes an endpoint of the organisation. Its secret is in the answer and nowhere else. */
export async function addWebhook(
  { inTransaction, world, webhooks }: Ports,
  actor: Actor,
  terms: EndpointTerms,
): Promise<Result<{ id: string; secret: string }, Failure>> {
  const refused = await refusalOf(webhooks, actor, terms);
  if (refused) return err(refused);
  return inTransaction<{ id: string; secret: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_webhooks");
    if (!allowed.ok) return allowed;
    await tx.webhooks.lock(`es of ${actor.organisationId}`);
    if ((await tx.webhooks.count()) >= MOST_ENDPOINTS)
      return err({ kind: "invalid_input", pointer: "/url", fault: "webhooks_too_many" });
    const endpoint: EndpointRecord = {
      ...terms,
      organisationId: actor.organisationId,
      id: world.newId(),
      state: "on",
      secret: webhooks.newSecret(),
      previous: null,
      failures: 0,
      pausedUntil: null,
      createdBy: actor.id,
    };
    await tx.webhooks.add(endpoint);
    await tx.audit.add("webhook_added", "webhook_endpoint", endpoint.id, { host: new URL(terms.url).host });
    return ok({ id: endpoint.id, secret: endpoint.secret });
  });
}

/** Changes where an endpoint is, what it is told, or switches it; one that was gone can be put on again. */
export async function changeWebhook(
  { inTransaction, webhooks }: Ports,
  actor: Actor,
  endpointId: string,
  changes: Partial<EndpointTerms> & { readonly state?: "on" | "off" },
): Promise<Result<void, Failure>> {
  const refused = await refusalOf(webhooks, actor, changes);
  if (refused) return err(refused);
  return kept(inTransaction, actor, endpointId, async (tx, endpoint) => {
    const isPutOn = changes.state === "on" && endpoint.state !== "on";
    const isMoved = changes.url !== undefined && changes.url !== endpoint.url;
    const isNew = isPutOn || isMoved;
    // How the address before failed says nothing of the new one.
    await tx.webhooks.change(endpointId, { ...changes, ...(isNew ? { failures: 0, pausedUntil: null } : {}) });
    await tx.audit.add("webhook_changed", "webhook_endpoint", endpointId, {
      terms: Object.keys(changes).sort().join(", "),
    });
    return ok(undefined);
  });
}

/** Gives an endpoint a new secret, which is in the answer and nowhere else; the one before signs as well for a day. */
export function rotateWebhookSecret(
  { inTransaction, world, webhooks }: Ports,
  actor: Actor,
  endpointId: string,
): Promise<Result<{ secret: string }, Failure>> {
  return kept(inTransaction, actor, endpointId, async (tx, endpoint) => {
    const secret = webhooks.newSecret();
    const until = new Date(world.now().getTime() + OVERLAP_MS);
    await tx.webhooks.change(endpointId, { secret, previous: { secret: endpoint.secret, until } });
    await tx.audit.add("webhook_secret_rotated", "webhook_endpoint", endpointId, {});
    return ok({ secret });
  });
}

const TEST_PENDING: Failure = { kind: "invalid_input", pointer: "/state", fault: "webhook_test_pending" };

/** Owes an endpoint a delivery that says that it is a test; one at a time. */
export function testWebhook(
  { inTransaction, world }: Omit<Ports, "webhooks">,
  actor: Actor,
  endpointId: string,
): Promise<Result<{ deliveryId: string }, Failure>> {
  return kept(inTransaction, actor, endpointId, async (tx, endpoint) => {
    if (endpoint.state !== "on") return err({ kind: "invalid_input", pointer: "/state", fault: "webhook_not_on" });
    if (await tx.webhooks.hasPendingTest(endpointId)) return err(TEST_PENDING);
    const body = JSON.stringify({ type: "test", timestamp: world.now().toISOString(), data: { endpointId } });
    return ok({ deliveryId: await oweDelivery(tx, world, endpoint, { noticeId: null, body }) });
  });
}

/** Sends a delivery again that has ended, under its id, with all its attempts. */
export function resendDelivery(
  { inTransaction, world }: Omit<Ports, "webhooks">,
  actor: Actor,
  deliveryId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_webhooks");
    if (!allowed.ok) return allowed;
    const known = found(await tx.webhooks.delivery(deliveryId), "delivery");
    if (!known.ok) return known;
    await tx.webhooks.lock(known.value.endpointId);
    const delivery = (await tx.webhooks.delivery(deliveryId)) ?? known.value;
    const endpoint = await tx.webhooks.get(delivery.endpointId);
    if (endpoint?.state !== "on") return err({ kind: "invalid_input", pointer: "/state", fault: "webhook_not_on" });
    if (delivery.state === "pending")
      return err({ kind: "invalid_input", pointer: "/state", fault: "delivery_pending" });
    if (delivery.noticeId === null && (await tx.webhooks.hasPendingTest(endpoint.id))) return err(TEST_PENDING);
    const now = world.now();
    await tx.webhooks.saveDelivery({
      ...delivery,
      ...{ state: "pending", attempts: 0, nextAt: now, claimedUntil: null, deliveredAt: null },
    });
    // Somebody asks for it: what was left alone is tried.
    await tx.webhooks.change(endpoint.id, { pausedUntil: null });
    await oweAttempt(tx, endpoint, now);
    await tx.audit.add("webhook_resent", "webhook_delivery", deliveryId, {});
    return ok(undefined);
  });
}

/** Asked before the transaction, for names are resolved meanwhile; and not for who may not keep webhooks. */
async function refusalOf(
  webhooks: WebhookSender,
  actor: Actor,
  { url, kinds }: Partial<EndpointTerms>,
): Promise<Failure | null> {
  const allowed = authorise(actor, "keep_webhooks");
  if (!allowed.ok) return allowed.error;
  const strange = (kinds ?? []).findIndex((kind) => !isOfKind(actor, kind));
  if (strange >= 0) return { kind: "invalid_input", pointer: `/kinds/${strange}`, fault: "notice_kind_not_told" };
  const fault = url === undefined ? null : await webhooks.refusalOf(url);
  return fault === null ? null : { kind: "invalid_input", pointer: "/url", fault };
}

/** Whether organisations of the actor's kind are told of it. */
function isOfKind(actor: Actor, kind: NoticeKind): boolean {
  const { of } = audienceOf(kind);
  return actor.kind !== "system" && (of === "either" || of === actor.organisationKind);
}

function kept<T>(
  inTransaction: UnitOfWork,
  actor: Actor,
  endpointId: string,
  act: (tx: Transaction, endpoint: EndpointRecord) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return inTransaction<T, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_webhooks");
    if (!allowed.ok) return allowed;
    await tx.webhooks.lock(endpointId);
    const endpoint = found(await tx.webhooks.get(endpointId), "endpoint");
    return endpoint.ok ? act(tx, endpoint.value) : endpoint;
  });
}
