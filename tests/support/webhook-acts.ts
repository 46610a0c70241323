import type { Actor } from "@/application/actor";
import {
  addWebhook,
  changeWebhook,
  resendDelivery,
  rotateWebhookSecret,
  testWebhook,
} from "@/application/keep-webhooks";
import type { WebhookSender } from "@/application/webhook-record";
import { type House, must } from "./house";

/** Sends nothing, and lets everything be saved. */
const silent: WebhookSender = {
  refusalOf: async () => null,
  newSecret: () => `whsec_${Buffer.alloc(32).toString("base64")}`,
  send: async () => ({ status: 204, fault: null, retryAfterMs: null }),
};

/** A webhook of the first broker with a delivery; their ids. */
export async function webhookOf(house: House): Promise<{ readonly endpointId: string; readonly deliveryId: string }> {
  const ports = { ...house, webhooks: silent };
  const terms = { url: "https://hooks.example/twogate", kinds: ["job_dead"] } as const;
  const { id: endpointId } = must(await addWebhook(ports, house.broker, terms));
  return { endpointId, ...must(await testWebhook(house, house.broker, endpointId)) };
}

interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly ids: () => Awaited<ReturnType<typeof webhookOf>>;
}

/** Every use case of webhooks that takes an id, tried by a stranger. */
export function webhookActs({ house, actor, ids }: Tried) {
  return {
    changeWebhook: () => changeWebhook({ ...house(), webhooks: silent }, actor(), ids().endpointId, { state: "off" }),
    rotateWebhookSecret: () => rotateWebhookSecret({ ...house(), webhooks: silent }, actor(), ids().endpointId),
    testWebhook: () => testWebhook(house(), actor(), ids().endpointId),
    resendDelivery: () => resendDelivery(house(), actor(), ids().deliveryId),
  };
}

/** Every query of notifications and webhooks, and what it gives a stranger; what nobody said is the same for everybody. */
export function noticeQueries({ house, actor, ids }: Tried) {
  const page = { limit: 50 };
  const nothing = { rows: [], nextCursor: null };
  const queries = () => house().queries;
  return {
    listNotifications: [
      async () => must(await queries().listNotifications(actor(), { ...page, list: "all" })),
      nothing,
    ],
    countUnread: [async () => must(await queries().countUnread(actor())), 0],
    getNotificationSettings: [
      async () => must(await queries().getNotificationSettings(actor())).rules.filter(({ isMailed }) => isMailed),
      [],
    ],
    listWebhooks: [async () => must(await queries().listWebhooks(actor())), []],
    listDeliveries: [async () => must(await queries().listDeliveries(actor(), ids().endpointId, page)), nothing],
  } as const;
}
