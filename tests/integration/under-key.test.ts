import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import { createOutboxRelayStore } from "@/adapters/postgres/outbox-store";
import { createApi } from "@/api/app";
import { openShipment } from "@/application/open-shipment";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let services: ReturnType<typeof createServices>;
type Call = (path: string, body: unknown, key?: string) => Promise<Response>;
let call: Call;
let callOfOther: Call;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  services = createServices({ ...env(), DATABASE_URL: house.url, TWOGATE_DATA: house.folder });
  const api = createApi(services);
  const callerOf = async (organisationId: string): Promise<Call> => {
    const { prefix, secret, secretHash } = newApiKey();
    await house.sql.query(
      "insert into api_key (organisation_id, id, name, prefix, secret_hash, roles, created_by, created_at) values ($1, gen_random_uuid(), 'test', $2, $3, '{broker}', 'test', now())",
      [organisationId, prefix, secretHash],
    );
    return async (path, body, key) =>
      api.request(`/api/v1${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          authorization: `Bearer ${secret}`,
          "content-type": "application/json",
          ...(key ? { "idempotency-key": key } : {}),
        },
      });
  };
  call = await callerOf(house.broker.organisationId);
  callOfOther = await callerOf(house.otherBroker.organisationId);
});
afterAll(async () => {
  await services.close();
  await house.close();
});

describe("a request with an Idempotency-Key", () => {
  it("that is sent again opens one shipment, and answers the same", async () => {
    const [first, second] = [await call("/shipments", {}, "open-once"), await call("/shipments", {}, "open-once")];
    const [one, two] = (await Promise.all([first.json(), second.json()])) as { id: string }[];
    expect(two?.id).toBe(one?.id);
    expect([first.headers.get("idempotent-replayed"), second.headers.get("idempotent-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect((await house.queries.listShipments(house.broker, { limit: 50 })).rows.length).toBe(1);
  });

  it("that is sent twenty times at once is carried out once", async () => {
    const before = (await house.queries.listShipments(house.broker, { limit: 50 })).rows.length;
    const answers = await Promise.all(Array.from({ length: 20 }, () => call("/shipments", {}, "open-at-once")));
    expect(answers.every((answer) => [200, 409].includes(answer.status))).toBe(true);
    expect(answers.some((answer) => answer.status === 200)).toBe(true);
    expect((await house.queries.listShipments(house.broker, { limit: 50 })).rows.length).toBe(before + 1);
  });

  it("is refused when the key stands for another request, and the key of another organisation is another key", async () => {
    await call("/shipments", { regime: "0110" }, "one-request");
    const other = await call("/shipments", { regime: "1210" }, "one-request");
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ kind: "key_reused" });
    const elsewhere = await callOfOther("/shipments", { regime: "1210" }, "one-request");
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get("idempotent-replayed")).toBeNull();
  });

  it("is answered from what was kept for a week, and not forgotten sooner", async () => {
    await call("/shipments", {}, "of-last-month");
    await call("/shipments", {}, "of-this-week");
    const age = "update idempotency_key set created_at = now() - $1::interval where key = $2";
    await house.sql.query(age, ["7 days 1 minute", "of-last-month"]);
    await house.sql.query(age, ["6 days 23 hours", "of-this-week"]);
    const store = createOutboxRelayStore(house.url, () => undefined);
    await store.forgetOldKeys();
    await store.close();
    const { rows } = await house.sql.query("select key from idempotency_key where key like 'of-%'");
    expect(rows).toEqual([{ key: "of-this-week" }]);
  });

  it("types a value once, and keeps the answer sealed", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    const typed = { name: "consignee", line: null, value: "Li Xiaohong" };
    const path = `/shipments/${shipment.id}/fields`;
    const first = await (await call(path, typed, "typed-once")).json();
    expect(await (await call(path, typed, "typed-once")).json()).toEqual(first);
    const { rows } = await house.sql.query("select body from idempotency_key where key = 'typed-once'");
    expect(Buffer.from(rows[0].body).toString("latin1")).not.toContain("Xiaohong");
    const fields = await house.sql.query("select 1 from extracted_field where shipment_id = $1", [shipment.id]);
    expect(fields.rowCount).toBe(1);
  });

  it("keeps no refusal: what was refused is carried out when its reason is gone", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    const path = `/shipments/${shipment.id}/payments`;
    expect((await call(path, { amount: "1.00", reference: "R" }, "pay-early")).status).toBe(404);
    const { rows } = await house.sql.query("select 1 from idempotency_key where key = 'pay-early'");
    expect(rows).toEqual([]);
  });

  it("shorter than eight characters is no key", async () => {
    expect((await call("/shipments", {}, "short")).status).toBe(422);
  });

  it("keeps no secret of a webhook: making one and rotating it take no key, and nothing is kept of the answer", async () => {
    const signIn = { ...services.signIn, actorOf: async () => house.broker };
    const signedIn = createApi({ ...services, signIn });
    const post = async (path: string, body: unknown, key: string) => {
      const headers = { authorization: "Bearer x", "content-type": "application/json", "idempotency-key": key };
      const answer = await signedIn.request(`/api/v1${path}`, { method: "POST", body: JSON.stringify(body), headers });
      expect(answer.status).toBe(200);
      return (await answer.json()) as { id: string; secret: string };
    };
    const terms = { url: "https://93.184.215.14/hook", kinds: ["job_dead"] };
    const { id } = await post("/webhooks", terms, "webhook-made");
    const rotated = await post(`/webhooks/${id}/secret`, {}, "webhook-rotated");
    const again = await post(`/webhooks/${id}/secret`, {}, "webhook-rotated");
    expect(again.secret).not.toBe(rotated.secret);
    const { rows } = await house.sql.query("select key from idempotency_key where key like 'webhook-%'");
    expect(rows).toEqual([]);
  });
});
