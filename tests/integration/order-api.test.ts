import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ApiProcess, startApi } from "../support/api";
import { createHouse, type House, work } from "../support/house";
import { orderOnWire } from "../support/order-feeds";
import { cleanRecords, seeded } from "../support/order-triples";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let api: ApiProcess;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  api = await startApi(house);
});
afterAll(async () => {
  api.kill();
  await house.close();
});

const file = (kind: string, name: string, step: string) =>
  api.call(`/orders/feeds/${kind}/csv?step=${step}`, {
    method: "POST",
    headers: { "content-type": "text/csv", "idempotency-key": `file-${kind}-${name}` },
    body: readFileSync(`samples/orders/${name}.csv`),
  });

it("takes the three files of a day, shows the mismatch, takes the correction and lodges the day", async () => {
  const seen = await (await file("order", "orders", "preview")).json();
  expect(seen).toMatchObject({ encoding: "UTF-8", records: 12, unknown: [] });
  expect(JSON.stringify(seen.sample)).toContain("**");
  expect(await (await file("order", "orders", "try")).json()).toMatchObject({
    batchId: null,
    accepted: 12,
    refused: 0,
  });
  for (const [kind, name] of [
    ["order", "orders"],
    ["payment", "payments"],
    ["waybill", "waybills"],
  ] as const)
    expect(await (await file(kind, name, "take")).json()).toMatchObject({ accepted: 12, duplicate: 0, refused: 0 });
  await work(house);
  const pivot = await (await api.call("/orders/pivot")).json();
  expect(pivot.rules).toMatchObject([{ rule: "M04", severity: "hard", count: 1 }]);
  const [mismatched] = (await (await api.call("/orders?rule=M04")).json()).rows;
  const order = await (await api.call(`/orders/${mismatched.id}`)).json();
  const m04 = order.results.find((each: { rule: string }) => each.rule === "M04");
  expect(m04).toMatchObject({ outcome: "mismatch", owner: "payment_firm", code: "match_m04" });
  expect(m04.findings[0].values.map((each: { source: string }) => each.source)).toEqual(["order", "payment"]);
  expect(order.results).toHaveLength(20);

  expect(await (await file("payment", "payments-corrected", "take")).json()).toMatchObject({ accepted: 1 });
  await work(house);
  const { rows } = await (await api.call("/orders?state=matched&limit=200")).json();
  const orderIds = rows.map((row: { id: string }) => row.id);
  const preview = await (await api.post("/orders/lodge/preview", { orderIds })).json();
  expect(preview.eligible).toHaveLength(12);
  const lodged = await (await api.post("/orders/lodge", { orderIds }, { "idempotency-key": "lodge-the-day" })).json();
  expect(lodged.orders.map((each: { problem: unknown }) => each.problem)).toEqual(Array(12).fill(null));
  await work(house);
  const { rows: gates } = await house.sql.query("select state, count(*)::int as count from clearance group by state");
  expect(gates).toEqual([{ state: "released", count: 24 }]);
});

it("answers the same sending under its key with what it answered then", async () => {
  const { order } = cleanRecords(seeded(50), 50);
  const body = { records: [orderOnWire(order), { ...orderOnWire(order), orderNo: "" }] };
  const send = () => api.post("/orders/feeds/order", body, { "idempotency-key": "orders-of-today" });
  const first = await (await send()).json();
  expect(first).toMatchObject({ accepted: 1, refused: 1, receipts: [{}, { outcome: "refused", pointer: "/orderNo" }] });
  const again = await send();
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await again.json()).toEqual(first);
  const errors = await (await api.call(`/orders/feeds/batches/${first.batchId}/errors.csv`)).text();
  expect(errors.split("\r\n")[1]).toMatch(/^2,,refused,\/orderNo,/);
});

it("refuses a file without a column that must be there, and names it", async () => {
  const body = readFileSync("samples/orders/payments.csv", "utf8").replace("amountPaid", "paid");
  const post = (step: string, mapping: string) =>
    api.call(`/orders/feeds/payment/csv?step=${step}&mapping=${encodeURIComponent(mapping)}`, { method: "POST", body });
  expect(await (await post("preview", "")).json()).toMatchObject({ missing: ["amountPaid"], unknown: ["paid"] });
  expect((await (await post("try", "")).json()).errors).toMatchObject([{ code: "column_missing" }]);
  expect(await (await post("try", '{"amountPaid":"paid"}')).json()).toMatchObject({ refused: 0 });
});

it("asks for the key of a sending, and shows no person to a machine", async () => {
  expect((await api.post("/orders/feeds/order", { records: [{}] })).status).toBe(422);
  const { rows } = await (await api.call("/orders?limit=1")).json();
  const refused = await api.post(`/orders/${rows[0].id}/reveal`, { purpose: "customs_query" });
  expect(refused.status).toBe(403);
});
