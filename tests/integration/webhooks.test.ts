import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Resolve } from "@/adapters/webhooks/address";
import { createWebhookSender } from "@/adapters/webhooks/sender";
import { deliverWebhook } from "@/application/deliver-webhook";
import {
  addWebhook,
  changeWebhook,
  resendDelivery,
  rotateWebhookSecret,
  testWebhook,
} from "@/application/keep-webhooks";
import { tellNotice } from "@/application/tell-notice";
import { carryOut, createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { occur, passTime, startReceiver, tell } from "../support/telling";

let house: House;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let answer: Parameters<typeof startReceiver>[0];
const LIMIT_MS = 700;

beforeAll(async () => {
  receiver = await startReceiver((response, received) => answer(response, received));
  const created = await createHouse(createRememberingReader());
  house = { ...created, webhooks: createWebhookSender({ allowed: [receiver.url], limitMs: LIMIT_MS }) };
});
afterAll(async () => {
  await house.close();
  await receiver.close();
});
beforeEach(() => {
  answer = (response) => response.writeHead(204).end();
});
afterEach(async () => {
  await house.sql.query("update webhook_endpoint set state = 'off'");
  receiver.received.length = 0;
});

const endpoint = async (path: string) =>
  must(await addWebhook(house, house.broker, { url: `${receiver.url}${path}`, kinds: ["guarantee_short"] }));
const log = async (id: string) => must(await house.queries.listDeliveries(house.broker, id, { limit: 50 })).rows;
const happen = () => tell(house, house.broker.organisationId, "guarantee_short");
const status = (code: number, headers: Record<string, string> = {}) => {
  answer = (response) => response.writeHead(code, headers).end();
};

describe("a webhook", () => {
  it("is signed so that the library of Standard Webhooks verifies it, and carries ids alone", async () => {
    const { id, secret } = await endpoint("/signed");
    const subjectId = await happen();
    const [received] = receiver.received;
    const headers = received?.headers as Record<string, string>;
    const verified = new Webhook(secret).verify(received?.body ?? "", headers) as Record<string, unknown>;
    expect(verified).toMatchObject({ type: "guarantee_short", data: { subjectId } });
    expect(Object.keys(verified).sort()).toEqual(["data", "timestamp", "type"]);
    expect(await log(id)).toMatchObject([
      { id: headers["webhook-id"], kind: "guarantee_short", state: "delivered", attempts: 1, lastStatus: 204 },
    ]);
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(32).toString("base64")}`).verify(received?.body ?? "", headers),
    ).toThrow();
  });

  it("is signed by both secrets after a rotation, and by the new one alone when the day is over", async () => {
    const { id, secret } = await endpoint("/rotated");
    const { secret: next } = must(await rotateWebhookSecret(house, house.broker, id));
    await happen();
    const [first] = receiver.received;
    for (const each of [secret, next])
      expect(new Webhook(each).verify(first?.body ?? "", first?.headers as Record<string, string>)).toEqual(
        JSON.parse(first?.body ?? "null"),
      );
    await house.sql.query("update webhook_endpoint set previous_until = now() - interval '1 second' where id = $1", [
      id,
    ]);
    await happen();
    const second = receiver.received.at(-1);
    const verify = (each: string) =>
      new Webhook(each).verify(second?.body ?? "", second?.headers as Record<string, string>);
    expect(verify(next)).toEqual(JSON.parse(second?.body ?? "null"));
    expect(() => verify(secret)).toThrow();
  });

  it("goes once to an endpoint, however often the notice is told and however many deliver it at once", async () => {
    const { id } = await endpoint("/once");
    await occur(house, house.broker.organisationId, "guarantee_short");
    const { rows } = await house.sql.query<{ id: string; payload: { noticeId: string } }>(
      "select id, payload from outbox_message where name = 'notice.tell' and done_at is null",
    );
    const actor = system(house.broker.organisationId);
    for (let time = 0; time < 3; time++)
      must(await tellNotice(house, actor, rows[0]?.id ?? "", rows[0]?.payload.noticeId ?? ""));
    const [delivery] = await log(id);
    const owed = await house.sql.query(
      "select id from outbox_message where name = 'webhook.deliver' and done_at is null",
    );
    expect(owed.rows).toHaveLength(1);
    expect(delivery?.attempts).toBe(0);
    const of = { organisationId: actor.organisationId, endpointId: id };
    const run = () => deliverWebhook(house, actor, owed.rows[0].id, of);
    for (const each of await Promise.all([run(), run(), run()])) must(each);
    await passTime(house);
    expect(receiver.received.filter(({ path }) => path === "/once")).toHaveLength(1);
    expect(await log(id)).toMatchObject([{ state: "delivered", attempts: 1 }]);
  });

  it("keeps its id and its bytes at every attempt, and is given up after ten", async () => {
    const { id } = await endpoint("/failing");
    status(500);
    await happen();
    const nextAt = async () =>
      Date.parse((await log(id))[0]?.nextAt ?? "") - Date.parse((await log(id))[0]?.attemptedAt ?? "");
    expect(await log(id)).toMatchObject([{ state: "pending", attempts: 1, lastStatus: 500, lastError: "status" }]);
    expect(Math.round((await nextAt()) / 1_000)).toBe(5);
    for (let attempt = 2; attempt <= 10; attempt++) await passTime(house);
    expect(await log(id)).toMatchObject([{ state: "failed", attempts: 10, nextAt: null }]);
    await passTime(house);
    expect(receiver.received).toHaveLength(10);
    expect(new Set(receiver.received.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    status(200);
    must(await resendDelivery(house, house.broker, (await log(id))[0]?.id ?? ""));
    await work(house);
    expect(await log(id)).toMatchObject([{ state: "delivered", attempts: 1 }]);
    expect(receiver.received.at(-1)?.headers["webhook-id"]).toBe(receiver.received[0]?.headers["webhook-id"]);
  });
});

describe("an endpoint", () => {
  it("that answers 410 is switched off, and what was on its way to it is cancelled", async () => {
    const { id } = await endpoint("/gone");
    status(500);
    await happen();
    status(410);
    await happen();
    const [view] = must(await house.queries.listWebhooks(house.broker)).filter((each) => each.id === id);
    expect(view?.state).toBe("gone");
    await passTime(house);
    expect((await log(id)).map(({ state }) => state)).toEqual(["failed", "cancelled"]);
    await happen();
    expect(await log(id)).toHaveLength(2);
  });

  it("that answers 429 is left alone for as long as it asks, also by what comes meanwhile", async () => {
    const { id } = await endpoint("/busy");
    status(429, { "retry-after": "120" });
    await happen();
    await happen();
    expect(receiver.received).toHaveLength(1);
    const [second, first] = await log(id);
    expect([second?.attempts, first?.attempts]).toEqual([0, 1]);
    for (const delivery of [first, second]) {
      const wait = Date.parse(delivery?.nextAt ?? "") - Date.now();
      expect(wait).toBeGreaterThan(110_000);
      expect(wait).toBeLessThan(121_000);
    }
  });

  it("that redirects is not followed", async () => {
    const { id } = await endpoint("/redirecting");
    status(302, { location: `${receiver.url}/elsewhere` });
    await happen();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/redirecting"]);
    expect(await log(id)).toMatchObject([{ state: "pending", lastStatus: 302, lastError: "redirect" }]);
  });

  it("that says nothing is waited for so long and no longer", async () => {
    const silent = await endpoint("/silent");
    answer = () => undefined;
    const since = Date.now();
    await happen();
    expect(Date.now() - since).toBeLessThan(10 * LIMIT_MS);
    expect(await log(silent.id)).toMatchObject([{ state: "pending", lastStatus: null, lastError: "timeout" }]);
  });

  it("is sent one thing at a time, and left alone once it seems dead", async () => {
    const { id } = await endpoint("/dead");
    let open = 0;
    let most = 0;
    answer = (response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(503).end();
      }, 150);
    };
    for (let time = 0; time < 6; time++) await occur(house, house.broker.organisationId, "guarantee_short");
    const run = async (name: string) => {
      const { rows } = await house.sql.query<{ id: string; payload: never }>(
        "select id, payload from outbox_message where name = $1 and done_at is null",
        [name],
      );
      await Promise.all(rows.map(async (row) => must(await carryOut(house, row.id, name, row.payload))));
    };
    await run("notice.tell");
    for (let attempt = 0; attempt < 3; attempt++) await run("webhook.deliver");
    expect(most).toBe(1);
    const [view] = must(await house.queries.listWebhooks(house.broker)).filter((each) => each.id === id);
    expect(view?.failures).toBeGreaterThanOrEqual(3);
    expect(Date.parse(view?.pausedUntil ?? "")).toBeGreaterThan(Date.now());
    const before = receiver.received.length;
    await run("webhook.deliver");
    expect(receiver.received).toHaveLength(before);
  });

  it("may say little or much: what is taken within 64 kB is taken, and no more is read", async () => {
    const { id } = await endpoint("/talking");
    answer = (response) => response.writeHead(200).end(Buffer.alloc(200_000));
    await happen();
    expect(await log(id)).toMatchObject([{ lastStatus: 200, lastError: "too_large" }]);
  });

  it("is tested by something that says that it is a test", async () => {
    const { id } = await endpoint("/tested");
    must(await testWebhook(house, house.broker, id));
    await work(house);
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({ type: "test", data: { endpointId: id } });
    expect(await log(id)).toMatchObject([{ kind: null, state: "delivered" }]);
  });

  it("has its secret sealed at rest", async () => {
    const { id, secret } = await endpoint("/sealed");
    const { rows } = await house.sql.query("select secret from webhook_endpoint where id = $1", [id]);
    expect(Buffer.from(rows[0].secret).includes(Buffer.from(secret.slice(6)))).toBe(false);
    expect(JSON.stringify(await house.queries.listWebhooks(house.broker))).not.toContain(secret.slice(6));
  });
});

describe("a private address", () => {
  it("is refused when it is saved", async () => {
    for (const url of ["https://127.0.0.1/", "https://169.254.169.254/", "https://[::ffff:10.0.0.1]/"])
      expect(await addWebhook(house, house.broker, { url, kinds: ["job_dead"] })).toMatchObject({
        ok: false,
        error: { pointer: "/url", fault: "webhook_host_private" },
      });
    const { id } = await endpoint("/moving");
    expect(await changeWebhook(house, house.broker, id, { url: "https://10.0.0.1/" })).toMatchObject({ ok: false });
  });

  it("is refused when it is sent to, whatever the name stood for when it was saved", async () => {
    let address = "93.184.215.14";
    const asked: string[] = [];
    const resolve: Resolve = async (host) => {
      asked.push(host);
      return [{ address, family: 4 }];
    };
    const rebinding = { ...house, webhooks: createWebhookSender({ allowed: [], resolve, limitMs: LIMIT_MS }) };
    const url = "https://rebinding.example/";
    const { id } = must(await addWebhook(rebinding, house.broker, { url, kinds: ["guarantee_short"] }));
    address = "127.0.0.1";
    await tell(rebinding, house.broker.organisationId, "guarantee_short");
    expect(await log(id)).toMatchObject([{ state: "pending", lastStatus: null, lastError: "address_refused" }]);
    expect(asked).toHaveLength(2);
  });

  it("is not reached by a name that changes between the look and the connection", async () => {
    const { port } = new URL(receiver.url);
    let times = 0;
    // The name is asked for once; were it asked for again, it would lead nowhere.
    const resolve: Resolve = async () => [{ address: times++ === 0 ? "127.0.0.1" : "192.0.2.1", family: 4 }];
    const url = `http://pinned.example:${port}/pinned`;
    const sender = createWebhookSender({ allowed: [`http://pinned.example:${port}`], resolve, limitMs: LIMIT_MS });
    const sent = await sender.send({ url, id: "a", at: new Date(), body: "{}", secrets: [sender.newSecret()] });
    expect(sent).toEqual({ status: 204, fault: null, retryAfterMs: null });
    expect(times).toBe(1);
    expect(receiver.received.at(-1)?.headers.host).toBe(`pinned.example:${port}`);
  });
});
