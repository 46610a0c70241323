import { type Attempt, judge, pauseAfter } from "@/domain/webhook/schedule";
import type { Transaction, World } from "./ports";
import type { DeliveryRecord, EndpointRecord } from "./webhook-record";

interface Attempted {
  readonly endpoint: EndpointRecord;
  readonly delivery: DeliveryRecord;
}

/**
 * Writes down what an attempt came to, for the delivery and for its endpoint. What an address said that the endpoint has
 * left since is said of the delivery alone. The caller holds the endpoint's lock.
 */
export async function recordAttempt(
  tx: Transaction,
  world: World,
  claimed: Attempted,
  attempt: Attempt,
): Promise<void> {
  const delivery = await tx.webhooks.delivery(claimed.delivery.id);
  const endpoint = await tx.webhooks.get(claimed.endpoint.id);
  // Of an attempt that took so long that another was made since, the other one counts.
  if (!delivery || !endpoint || delivery.state !== "pending") return;
  if (delivery.attempts !== claimed.delivery.attempts) return;
  const now = world.now();
  const isMoved = endpoint.url !== claimed.endpoint.url;
  const verdict = judge(delivery.attempts, attempt);
  const tried = { ...delivery, lastStatus: attempt.status, lastError: attempt.fault, claimedUntil: null };
  if (verdict.kind === "delivered") {
    await tx.webhooks.saveDelivery({ ...tried, state: "delivered", deliveredAt: now, nextAt: null });
    if (!isMoved) await tx.webhooks.change(endpoint.id, { failures: 0, pausedUntil: null });
    return;
  }
  if (isMoved) {
    // The new address has not been asked.
    await tx.webhooks.saveDelivery({ ...tried, nextAt: now });
    return;
  }
  if (verdict.kind === "gone") {
    await tx.webhooks.saveDelivery({ ...tried, state: "failed", nextAt: null });
    await tx.webhooks.change(endpoint.id, { state: "gone" });
    await tx.audit.add("webhook_endpoint_gone", "webhook_endpoint", endpoint.id, {});
    return;
  }
  await pause(tx, endpoint, attempt, now);
  if (verdict.kind === "given_up") {
    await tx.webhooks.saveDelivery({ ...tried, state: "failed", nextAt: null });
    return;
  }
  await tx.webhooks.saveDelivery({ ...tried, nextAt: new Date(now.getTime() + verdict.inMs) });
}

/** Counts a failure of the endpoint, and leaves it alone for as long as follows; so long waits what is for it. */
async function pause(tx: Transaction, endpoint: EndpointRecord, attempt: Attempt, now: Date): Promise<void> {
  const failures = endpoint.failures + 1;
  const ms = pauseAfter(failures, attempt.retryAfterMs);
  const pausedUntil = ms > 0 ? new Date(now.getTime() + ms) : null;
  await tx.webhooks.change(endpoint.id, { failures, pausedUntil });
  if (pausedUntil) await tx.webhooks.postpone(endpoint.id, pausedUntil);
}
