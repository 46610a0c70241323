import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createPostgresQueues } from "@/adapters/bullmq/queues";
import { createOutboxRelayStore } from "@/adapters/postgres/outbox-store";
import { createWebhookSender } from "@/adapters/webhooks/sender";
import type { Actor } from "@/application/actor";
import { addWebhook, changeWebhook, resendDelivery, testWebhook } from "@/application/keep-webhooks";
import type { OutboxItem } from "@/application/work";
import { startRelay } from "@/worker/relay";
import { carryOut, createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { until } from "../support/services";
import { occur, passTime, startReceiver, tell } from "../support/telling";

/** As many attempts as a worker makes at once. */
const SLOTS = 6;
const SLOW_MS = 2_500;

let house: House;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let answer: Parameters<typeof startReceiver>[0];
const plain: typeof answer = (response) => response.writeHead(204).end();

beforeAll(async () => {
  answer = plain;
  receiver = await startReceiver((response, received) => answer(response, received));
  const created = await createHouse(createRememberingReader());
  house = { ...created, webhooks: createWebhookSender({ allowed: [receiver.url], limitMs: 2 * SLOW_MS }) };
});
afterAll(async () => {
  await house.close();
  await receiver.close();
});
afterEach(async () => {
  answer = plain;
  await house.sql.query("update webhook_endpoint set state = 'off'");
  await house.sql.query("update outbox_message set done_at = now() where done_at is null");
  receiver.received.length = 0;
});

const endpoint = async (path: string, actor: Actor = house.broker) =>
  must(await addWebhook(house, actor, { url: `${receiver.url}${path}`, kinds: ["guarantee_short"] })).id;
const happen = () => tell(house, house.broker.organisationId, "guarantee_short");
const log = async (id: string) => must(await house.queries.listDeliveries(house.broker, id, { limit: 50 })).rows;
const view = async (id: string) => must(await house.queries.listWebhooks(house.broker)).find((each) => each.id === id);
const jobsOf = async (organisationId: string) =>
  (
    await house.sql.query<{ isOwed: boolean }>(
      `select done_at is null as "isOwed" from outbox_message where name = 'webhook.deliver' and organisation_id = $1`,
      [organisationId],
    )
  ).rows;
const silent = () => undefined;

describe("the endpoints of one organisation", () => {
  it("that are slow do not hold up those of another, through the very queue and worker", async () => {
    const slow = Array.from({ length: SLOTS }, (_none, index) => `/slow-${index}`);
    for (const path of slow) await endpoint(path);
    await endpoint("/lively", house.otherBroker);
    let open = 0;
    let most = 0;
    answer = (response, { path }) => {
      if (path === "/lively") return void response.writeHead(200).end();
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(200).end();
      }, SLOW_MS);
    };
    for (let time = 0; time < 3; time++) await occur(house, house.broker.organisationId, "guarantee_short");
    const store = createOutboxRelayStore(house.url, silent);
    const queues = createPostgresQueues(house.url, silent);
    const run = async ({ id, name, payload }: OutboxItem) =>
      void must(await carryOut(house, id, name, payload as never));
    const events = { onFinished: silent, onFailed: async () => undefined };
    const consumers = [queues.consume("clearing", 1, run, events), queues.consume("webhooks", SLOTS, run, events)];
    const relay = await startRelay(store, queues, silent);
    await until("slow ones are under way", () => open >= 2);
    const since = Date.now();
    await occur(house, house.otherBroker.organisationId, "guarantee_short");
    await until("the other is delivered", () => receiver.received.some(({ path }) => path === "/lively"));
    const waited = Date.now() - since;
    await until("several more were served", () => receiver.received.length > 4, 30_000);
    await relay.close();
    for (const consumer of consumers) await consumer.close(10_000);
    await queues.close();
    await store.close();
    expect(waited).toBeLessThan(SLOW_MS);
    expect(most).toBe(2);
    const jobs = await jobsOf(house.broker.organisationId);
    expect(jobs.filter(({ isOwed }) => isOwed).length).toBeLessThanOrEqual(SLOTS);
    // Each attempt ends one job, and each endpoint waited its turn once or twice; nobody asked over and over.
    expect(jobs.length).toBeLessThan(5 * SLOTS);
  }, 60_000);

  it("have one job owed each, however much is for them, and all of it arrives", async () => {
    const id = await endpoint("/many");
    for (let time = 0; time < 5; time++) await occur(house, house.broker.organisationId, "guarantee_short");
    const { rows } = await house.sql.query<{ id: string; payload: never }>(
      "select id, payload from outbox_message where name = 'notice.tell' and done_at is null",
    );
    for (const each of rows) must(await carryOut(house, each.id, "notice.tell", each.payload));
    expect((await jobsOf(house.broker.organisationId)).filter(({ isOwed }) => isOwed)).toHaveLength(1);
    await work(house);
    expect((await log(id)).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "delivered"));
  });

  it("get one test at a time", async () => {
    const id = await endpoint("/tested");
    const { deliveryId } = must(await testWebhook(house, house.broker, id));
    const fault = { ok: false, error: { kind: "invalid_input", fault: "webhook_test_pending" } };
    expect(await testWebhook(house, house.broker, id)).toMatchObject(fault);
    await work(house);
    must(await testWebhook(house, house.broker, id));
    expect(await resendDelivery(house, house.broker, deliveryId)).toMatchObject(fault);
  });
});

describe("an attempt", () => {
  it("on which a process died counts: the last one is not made once more", async () => {
    const id = await endpoint("/deadly");
    answer = (response) => response.writeHead(500).end();
    await happen();
    await house.sql.query("update webhook_delivery set attempts = 10 where endpoint_id = $1", [id]);
    receiver.received.length = 0;
    await passTime(house);
    expect(receiver.received).toEqual([]);
    expect(await log(id)).toMatchObject([{ state: "failed", attempts: 10, nextAt: null }]);
  });

  it("at the address before says nothing of the one since: its 410 ends neither the endpoint nor the delivery", async () => {
    const id = await endpoint("/before");
    answer = (response, { path }) => {
      if (path !== "/before") return plain(response, { path, headers: {}, body: "" });
      void changeWebhook(house, house.broker, id, { url: `${receiver.url}/since` }).then(() =>
        response.writeHead(410).end(),
      );
    };
    await happen();
    await passTime(house);
    expect(receiver.received.map(({ path }) => path)).toEqual(["/before", "/since"]);
    expect(await view(id)).toMatchObject({ state: "on", failures: 0 });
    expect(await log(id)).toMatchObject([{ state: "delivered" }]);
  });

  it("at another address is not held back by the failures of the one before", async () => {
    const id = await endpoint("/failing");
    answer = (response) => response.writeHead(429, { "retry-after": "600" }).end();
    await happen();
    expect(await view(id)).toMatchObject({ failures: 1 });
    must(await changeWebhook(house, house.broker, id, { url: `${receiver.url}/mended` }));
    expect(await view(id)).toMatchObject({ failures: 0, pausedUntil: null });
    answer = plain;
    await happen();
    expect(receiver.received.at(-1)?.path).toBe("/mended");
  });
});
