import type { JobPayload } from "@/contracts/jobs";
import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { isUsedUp } from "@/domain/webhook/schedule";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { oweAttempt } from "./owe-delivery";
import type { Transaction, UnitOfWork, World } from "./ports";
import { recordAttempt } from "./record-attempt";
import type { DeliveryRecord, EndpointRecord, WebhookSender } from "./webhook-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly webhooks: WebhookSender;
}

/** Longer than an attempt can take, so that two workers do not make one at once. */
const CLAIM_MS = 60_000;
/** So many attempts of one organisation at once: fewer than a worker has room for, so that none takes the room of others. */
const MOST_UNDER_WAY = 2;
/** How far the clock of the database may be ahead of ours. */
const SKEW_MS = 30_000;

/**
 * Makes one attempt at what is due first at an endpoint. An endpoint has one job at a time; it owes the next when it ends.
 * The attempt is counted before it is made, so that one on which a process dies is not made for ever; when the next one is
 * due stands in the database. What is for an endpoint that is off, or gone, is cancelled.
 */
export async function deliverWebhook(
  ports: Ports,
  actor: Actor,
  jobId: string,
  of: JobPayload<"webhook.deliver">,
): Promise<Result<void, Failure>> {
  const { inTransaction, world, webhooks } = ports;
  const claimed = await inTransaction<Claimed | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "notify");
    if (!allowed.ok) return allowed;
    const { endpointId, deliveryId } = of;
    return endpointId === undefined
      ? handOver(tx, world, jobId, deliveryId ?? "")
      : claim(tx, world, jobId, endpointId);
  });
  if (!claimed.ok) return claimed;
  const made = claimed.value;
  if (made === null) return ok(undefined);
  const { endpoint, delivery } = made;
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
    await recordAttempt(tx, world, made, attempt);
    const waiting = await tx.webhooks.waitingLongest(world.now());
    if (waiting) await oweAttempt(tx, waiting, world.now());
    await oweNext(tx, world, endpoint);
    return ok(undefined);
  });
}

interface Claimed {
  readonly endpoint: EndpointRecord;
  readonly delivery: DeliveryRecord;
}

/** A job of the release before was of one delivery; the endpoint's job makes its attempt. */
async function handOver(
  tx: Transaction,
  world: World,
  jobId: string,
  deliveryId: string,
): Promise<Result<null, Failure>> {
  const delivery = found(await tx.webhooks.delivery(deliveryId), "delivery");
  if (!delivery.ok) return delivery;
  const { organisationId, endpointId } = delivery.value;
  if (await tx.outbox.complete(jobId)) await oweNext(tx, world, { organisationId, id: endpointId });
  return ok(null);
}

async function claim(
  tx: Transaction,
  world: World,
  jobId: string,
  endpointId: string,
): Promise<Result<Claimed | null, Failure>> {
  const known = found(await tx.webhooks.get(endpointId), "endpoint");
  if (!known.ok) return known;
  // All endpoints of the organisation in turn, for together they have so many attempts.
  await tx.webhooks.lock(`of ${known.value.organisationId}`);
  await tx.webhooks.lock(endpointId);
  const endpoint = (await tx.webhooks.get(endpointId)) ?? known.value;
  const now = world.now();
  if (endpoint.state !== "on") {
    if (await tx.outbox.complete(jobId)) await tx.webhooks.cancelPending(endpointId, now);
    return ok(null);
  }
  const delivery = await nextOf(tx, endpointId, now);
  const until = await whyWait(tx, endpoint, delivery, now);
  if (until || !delivery) {
    if ((await tx.outbox.complete(jobId)) && until) await oweAttempt(tx, endpoint, notBefore(until, now));
    return ok(null);
  }
  const claimed: DeliveryRecord = {
    ...delivery,
    attempts: delivery.attempts + 1,
    attemptedAt: now,
    claimedUntil: new Date(now.getTime() + CLAIM_MS),
  };
  await tx.webhooks.saveDelivery(claimed);
  return ok({ endpoint, delivery: claimed });
}

/** What is due first. One whose last attempt was counted and never recorded is given up: its process died on it. */
async function nextOf(tx: Transaction, endpointId: string, now: Date): Promise<DeliveryRecord | null> {
  for (;;) {
    const next = await tx.webhooks.nextPending(endpointId, now);
    if (!next || !isUsedUp(next.attempts)) return next;
    await tx.webhooks.saveDelivery({ ...next, state: "failed", nextAt: null, claimedUntil: null });
  }
}

/** Until when there is no attempt: one is being made, the endpoint is left alone, nothing is due, or others have the turn. */
async function whyWait(
  tx: Transaction,
  { id, pausedUntil }: EndpointRecord,
  delivery: DeliveryRecord | null,
  now: Date,
): Promise<Date | null> {
  const underWay = await tx.webhooks.underWay(now);
  const own = underWay.find(({ endpointId }) => endpointId === id);
  if (own) return own.claimedUntil;
  if (!delivery) return null;
  if (pausedUntil !== null && pausedUntil > now) return pausedUntil;
  if (delivery.nextAt !== null && delivery.nextAt > now) return delivery.nextAt;
  // Whoever ends an attempt wakes who waits longest; this is for the case that none of them ends.
  return underWay.length >= MOST_UNDER_WAY ? (underWay[0]?.claimedUntil ?? null) : null;
}

/**
 * The instant by the clock of the database at which it is so late by ours. A job that comes a little early says that the
 * two differ by as much; owed at the same instant it would come again at once, over and over.
 */
function notBefore(until: Date, now: Date): Date {
  const early = until.getTime() - now.getTime();
  return early > 0 && early <= SKEW_MS ? new Date(until.getTime() + early) : until;
}

/** Owes the job for what is next at the endpoint; none where nothing is. */
async function oweNext(
  tx: Transaction,
  world: World,
  { organisationId, id }: Pick<EndpointRecord, "organisationId" | "id">,
): Promise<void> {
  const now = world.now();
  const [endpoint, next] = [await tx.webhooks.get(id), await tx.webhooks.nextPending(id, now)];
  if (!endpoint || !next) return;
  const at = Math.max(next.nextAt?.getTime() ?? 0, endpoint.pausedUntil?.getTime() ?? 0, now.getTime());
  await oweAttempt(tx, { organisationId, id }, endpoint.state === "on" ? new Date(at) : now);
}

/** Signed by the present secret, and while both hold by the one before. */
function secretsOf({ secret, previous }: EndpointRecord, now: Date): readonly string[] {
  return previous !== null && previous.until > now ? [secret, previous.secret] : [secret];
}
