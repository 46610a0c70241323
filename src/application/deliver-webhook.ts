import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type Attempt, judge, pauseAfter } from "@/domain/webhook/schedule";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { oweAttempt } from "./owe-delivery";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DeliveryRecord, EndpointRecord, WebhookSender } from "./webhook-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly webhooks: WebhookSender;
}

/** Longer than an attempt can take, so that two workers do not make one at once. */
const CLAIM_MS = 60_000;
/** So many attempts at one endpoint at once; others would take the room of other endpoints. */
const MOST_UNDER_WAY = 2;
const BUSY_MS = 2_000;
/** How far the clock of the database may be ahead of ours. */
const SKEW_MS = 30_000;

/**
 * Makes one attempt at a delivery. It is counted before it is made, so that one on which a process dies is not made for
 * ever; when the next one is due stands in the database. What is for an endpoint that is off, or gone, is cancelled.
 */
export async function deliverWebhook(
  ports: Ports,
  actor: Actor,
  jobId: string,
  deliveryId: string,
): Promise<Result<void, Failure>> {
  const { inTransaction, world, webhooks } = ports;
  const claimed = await inTransaction<Claimed | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "notify");
    return allowed.ok ? claim(tx, world, jobId, deliveryId) : allowed;
  });
  if (!claimed.ok) return claimed;
  if (claimed.value === null) return ok(undefined);
  const { endpoint, delivery } = claimed.value;
  const attempt = await webhooks.send({
    url: endpoint.url,
    id: delivery.id,
    at: world.now(),
    body: delivery.body,
    secrets: secretsOf(endpoint, world.now()),
  });
  return inTransaction<void, Failure>(actor, async (tx) => {
    await tx.webhooks.lock(endpoint.id);
    await tx.outbox.complete(jobId);
    await record(tx, world, delivery, attempt);
    return ok(undefined);
  });
}

interface Claimed {
  readonly endpoint: EndpointRecord;
  readonly delivery: DeliveryRecord;
}

async function claim(
  tx: Transaction,
  world: World,
  jobId: string,
  deliveryId: string,
): Promise<Result<Claimed | null, Failure>> {
  const known = found(await tx.webhooks.delivery(deliveryId), "delivery");
  if (!known.ok) return known;
  await tx.webhooks.lock(known.value.endpointId);
  const delivery = (await tx.webhooks.delivery(deliveryId)) ?? known.value;
  const endpoint = found(await tx.webhooks.get(delivery.endpointId), "endpoint");
  if (!endpoint.ok) return endpoint;
  const now = world.now();
  if (delivery.state !== "pending" || endpoint.value.state !== "on") {
    if (await tx.outbox.complete(jobId)) await cancel(tx, delivery);
    return ok(null);
  }
  if (delivery.nextAt !== null && delivery.nextAt.getTime() > now.getTime() + SKEW_MS) {
    // Whoever set that time owed the attempt at it; this job is one too many.
    await tx.outbox.complete(jobId);
    return ok(null);
  }
  const until = await whyWait(tx, endpoint.value, delivery, now);
  if (until) {
    if (!(await tx.outbox.complete(jobId))) return ok(null);
    if (delivery.claimedUntil === null || delivery.claimedUntil <= now)
      await tx.webhooks.saveDelivery({ ...delivery, nextAt: until });
    await oweAttempt(tx, delivery, until);
    return ok(null);
  }
  const claimed: DeliveryRecord = {
    ...delivery,
    attempts: delivery.attempts + 1,
    attemptedAt: now,
    claimedUntil: new Date(now.getTime() + CLAIM_MS),
  };
  await tx.webhooks.saveDelivery(claimed);
  return ok({ endpoint: endpoint.value, delivery: claimed });
}

async function cancel(tx: Transaction, delivery: DeliveryRecord): Promise<void> {
  if (delivery.state === "pending")
    await tx.webhooks.saveDelivery({ ...delivery, state: "cancelled", nextAt: null, claimedUntil: null });
}

/** Until when there is no attempt: another worker makes it, the endpoint is left alone, or it has enough to do. */
async function whyWait(
  tx: Transaction,
  { id, pausedUntil }: EndpointRecord,
  { claimedUntil }: DeliveryRecord,
  now: Date,
): Promise<Date | null> {
  if (claimedUntil !== null && claimedUntil > now) return claimedUntil;
  if (pausedUntil !== null && pausedUntil > now) return pausedUntil;
  return (await tx.webhooks.underWay(id, now)) >= MOST_UNDER_WAY ? new Date(now.getTime() + BUSY_MS) : null;
}

/** Signed by the present secret, and while both hold by the one before. */
function secretsOf({ secret, previous }: EndpointRecord, now: Date): readonly string[] {
  return previous !== null && previous.until > now ? [secret, previous.secret] : [secret];
}

async function record(tx: Transaction, world: World, claimed: DeliveryRecord, attempt: Attempt): Promise<void> {
  const delivery = await tx.webhooks.delivery(claimed.id);
  const endpoint = await tx.webhooks.get(claimed.endpointId);
  // Of an attempt that took so long that another was made since, the other one counts.
  if (!delivery || !endpoint || delivery.state !== "pending" || delivery.attempts !== claimed.attempts) return;
  const now = world.now();
  const verdict = judge(delivery.attempts, attempt);
  const tried = { ...delivery, lastStatus: attempt.status, lastError: attempt.fault, claimedUntil: null };
  if (verdict.kind === "delivered") {
    await tx.webhooks.saveDelivery({ ...tried, state: "delivered", deliveredAt: now, nextAt: null });
    await tx.webhooks.change(endpoint.id, { failures: 0, pausedUntil: null });
    return;
  }
  if (verdict.kind === "gone") {
    await tx.webhooks.saveDelivery({ ...tried, state: "failed", nextAt: null });
    await tx.webhooks.change(endpoint.id, { state: "gone" });
    await tx.audit.add("webhook_endpoint_gone", "webhook_endpoint", endpoint.id, {});
    return;
  }
  const failures = endpoint.failures + 1;
  const pause = pauseAfter(failures, attempt.retryAfterMs);
  await tx.webhooks.change(endpoint.id, {
    failures,
    pausedUntil: pause > 0 ? new Date(now.getTime() + pause) : null,
  });
  if (verdict.kind === "given_up") {
    await tx.webhooks.saveDelivery({ ...tried, state: "failed", nextAt: null });
    return;
  }
  const nextAt = new Date(now.getTime() + verdict.inMs);
  await tx.webhooks.saveDelivery({ ...tried, nextAt });
  await oweAttempt(tx, delivery, nextAt);
}
