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
  { organisationId, id: endpointId, pausedUntil }: EndpointRecord,
  { noticeId, body }: Pick<DeliveryRecord, "noticeId" | "body">,
): Promise<string> {
  const now = world.now();
  const at = pausedUntil !== null && pausedUntil > now ? pausedUntil : now;
  const delivery: DeliveryRecord = {
    ...{ organisationId, endpointId, noticeId, body },
    id: world.newId(),
    state: "pending",
    attempts: 0,
    nextAt: at,
    claimedUntil: null,
    lastStatus: null,
    lastError: null,
    attemptedAt: null,
    deliveredAt: null,
  };
  if (await tx.webhooks.addDelivery(delivery)) await oweAttempt(tx, { organisationId, id: endpointId }, at);
  return delivery.id;
}

/** Owes an endpoint its job from an instant on. It has one at a time: one that is owed for later is owed for then. */
export async function oweAttempt(
  tx: Transaction,
  { organisationId, id: endpointId }: Pick<EndpointRecord, "organisationId" | "id">,
  at: Date,
): Promise<void> {
  const key = `webhook ${endpointId}`;
  await tx.outbox.putOnce(
    organisationId,
    key,
    { name: "webhook.deliver", payload: { organisationId, endpointId } },
    at,
  );
}

/** What is sent: what happened, when, and ids by which the API tells the rest. Values are not in it. */
function bodyOf({ kind, at, id, subjectId, shipmentId }: NoticeRecord): string {
  return JSON.stringify({
    type: kind,
    timestamp: at.toISOString(),
    data: { noticeId: id, subjectId, ...(shipmentId === null ? {} : { shipmentId }) },
  });
}
