import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { reserveQuota, settleQuota } from "@/application/hold-quota";
import type { DeclarationRecord } from "@/application/records";
import { decimal } from "@/domain/shared/decimal";
import { toMoney } from "@/domain/shared/money";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const CONSUMER = { name: "Wang Xiaoming", identityNumber: "11010519491231002X" };
let house: House;
let order: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  order = await prepare(house, "retail-headphones");
  must(await describeShipment(house, house.broker, order, { regime: "1210", consumer: CONSUMER }));
});
afterAll(() => house.close());

async function entries(shipmentId: string): Promise<readonly string[]> {
  const { rows } = await house.sql.query<{ move: string }>(
    "select move from quota_entry where shipment_id = $1 order by sequence",
    [shipmentId],
  );
  return rows.map((row) => row.move);
}

async function held(): Promise<string> {
  const { rows } = await house.sql.query<{ held: string }>(
    `select quota_held(consumer_token, year, null, null)::text as held from quota_entry limit 1`,
  );
  return rows[0]?.held ?? "0";
}

/** So many other shipments for the same consumer, half of them of another broker. */
async function orders(count: number): Promise<readonly { id: string; organisationId: string }[]> {
  const { rows } = await house.sql.query<{ id: string; organisation_id: string }>(
    `insert into shipment (organisation_id, id, reference, regime, consumer_name, consumer_name_masked,
       consumer_identity, consumer_token, consumer_masked, created_by, created_at, updated_at)
     select case when n % 2 = 0 then $2::uuid else organisation_id end, gen_random_uuid(), 'S99-' || n, regime,
       consumer_name, consumer_name_masked, consumer_identity, consumer_token, consumer_masked, created_by, now(), now()
     from shipment, generate_series(1, $3::int) n where shipment.id = $1 returning id, organisation_id`,
    [order, house.otherBroker.organisationId, count],
  );
  return rows.map((row) => ({ id: row.id, organisationId: row.organisation_id }));
}

/** Reserves an amount for an order, as lodging it would. */
async function reserve(
  lodged: DeclarationRecord,
  { id, organisationId }: { id: string; organisationId: string },
  cny: string,
) {
  const actor = organisationId === house.broker.organisationId ? house.broker : house.otherBroker;
  return house.inTransaction(actor, async (tx) =>
    reserveQuota(
      tx,
      house.world,
      { ...lodged, shipmentId: id, organisationId },
      toMoney(decimal(cny), "CNY"),
      await tx.reference.on(lodged.lawDate),
    ),
  );
}

async function lodged(): Promise<DeclarationRecord> {
  let found: DeclarationRecord | null = null;
  await house.inTransaction(house.broker, async (tx) => {
    found = await tx.declarations.latest(order);
    return { ok: true, value: undefined };
  });
  if (!found) throw new Error("Not lodged");
  return found;
}

describe("the year of a consumer", () => {
  it("is reserved when the order is lodged, given back when it is amended, and consumed at its release", async () => {
    must(await lodge(house, order, "quota-key-1"));
    expect(await entries(order)).toEqual(["reserve"]);
    must(await lodge(house, order, "quota-key-2"));
    expect(await entries(order)).toEqual(["reserve", "restore", "reserve"]);
    await work(house);
    expect(await entries(order)).toEqual(["reserve", "restore", "reserve", "consume"]);
  });

  it("gives its last yuan to one of fifty orders that want it at the same time, of two brokers", async () => {
    const declaration = await lodged();
    const [filler, ...many] = await orders(51);
    if (!filler) throw new Error("No order");
    const left = (26_000 - Number(await held()) - 1).toFixed(2);
    must(await reserve(declaration, filler, left));
    const outcomes = await Promise.all(many.map((each) => reserve(declaration, each, "1.00")));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    expect(refusals).toHaveLength(49);
    expect(refusals[0]).toMatchObject({
      kind: "not_ready",
      issues: [{ code: "retail_year_exceeded", parameters: { total: "1.00", limit: "26000" } }],
    });
    expect(await held()).toBe("26000.00");
    // What a broker may see of it is the total alone.
    const others = await house.inTransaction(house.broker, async (tx) => ({
      ok: true as const,
      value: await tx.quotas.ofShipment(
        many.find((each) => each.organisationId !== house.broker.organisationId)?.id ?? "",
      ),
    }));
    expect(others).toEqual({ ok: true, value: [] });
  });

  it("refuses a new order in the declaration itself, and opens again when an order is given back", async () => {
    const next = await prepare(house, "retail-headphones", house.otherBroker).catch(() => null);
    expect(next).not.toBeNull();
    const shipmentId = next ?? "";
    must(
      await describeShipment(house, house.otherBroker, shipmentId, {
        regime: "1210",
        consumer: CONSUMER,
      }),
    );
    const codes = async () =>
      (await house.queries.getShipment(house.otherBroker, shipmentId))?.declaration.issues.map((issue) => issue.code);
    expect(await codes()).toContain("retail_year_exceeded");
    const { rows } = await house.sql.query<{ shipment_id: string; organisation_id: string }>(
      "select shipment_id, organisation_id from quota_entry where cny > 10000 limit 1",
    );
    const filler = rows[0];
    if (!filler) throw new Error("No order");
    const owner = filler.organisation_id === house.broker.organisationId ? house.broker : house.otherBroker;
    await house.inTransaction(owner, async (tx) => {
      const of = { organisationId: filler.organisation_id, shipmentId: filler.shipment_id };
      await settleQuota(tx, house.world, of, "restore", "system");
      await settleQuota(tx, house.world, of, "restore", "system");
      return { ok: true, value: undefined };
    });
    expect(await entries(filler.shipment_id)).toEqual(["reserve", "restore"]);
    expect(await codes()).not.toContain("retail_year_exceeded");
  });

  it("is held by the database: beyond the limit nothing is written, and an entry is never changed", async () => {
    const copy = (move: string, cny: string) =>
      house.sql.query(
        `insert into quota_entry select organisation_id, gen_random_uuid(), consumer_token, year, shipment_id,
           'by hand', 1, $1, $2::numeric, limit_cny, created_by, now() from quota_entry limit 1`,
        [move, cny],
      );
    await expect(copy("reserve", "26000.00")).rejects.toMatchObject({ constraint: "quota_within_limit" });
    await expect(house.sql.query("update quota_entry set cny = 1")).rejects.toThrow("append-only");
  });
});
