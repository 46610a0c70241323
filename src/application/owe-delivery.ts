import type { NoticeRecord } from "./notice-record";
import type { Transaction, World } from "./ports";
import type { DeliveryRecord, EndpointRecord } from "./webhook-record";

/** Owes a notice to every endpoint of its organisation that wants its kind. */
export async function oweDeliveries(tx: Transaction, world: World, notice: NoticeRecord): Promise<void> {
  for (const endpoint of await tx.webhooks.wanting(notice.kind))
    await oweDelivery(tx, world, endpoint, { noticeId: notice.id, body: bodyOf(notice) });
}

/** Makes a delivery and owes its first attempt; nothing when the notice is on its way there already. */
export async function oweDelivery(
  tx: Transaction,
  world: World,
  { organisationId, id: endpointId }: EndpointRecord,
  { noticeId, body }: Pick<DeliveryRecord, "noticeId" | "body">,
): Promise<string> {
  const delivery: DeliveryRecord = {
    ...{ organisationId, endpointId, noticeId, body },
    id: world.newId(),
    state: "pending",
    attempts: 0,
    nextAt: world.now(),
    claimedUntil: null,
    lastStatus: null,
    lastError: null,
    attemptedAt: null,
    deliveredAt: null,
  };
  if (await tx.webhooks.addDelivery(delivery)) await oweAttempt(tx, delivery, world.now());
  return delivery.id;
}

/** Owes an attempt from an instant on. */
export async function oweAttempt(
  tx: Transaction,
  { organisationId, id: deliveryId }: Pick<DeliveryRecord, "organisationId" | "id">,
  at: Date,
): Promise<void> {
  await tx.outbox.put(organisationId, { name: "webhook.deliver", payload: { organisationId, deliveryId } }, at);
}

/** What is sent: what happened, when, and ids by which the API tells the rest. Values are not in it. */
function bodyOf({ kind, at, id, subjectId, shipmentId }: NoticeRecord): string {
  return JSON.stringify({
    type: kind,
    timestamp: at.toISOString(),
    data: { noticeId: id, subjectId, ...(shipmentId === null ? {} : { shipmentId }) },
  });
}
