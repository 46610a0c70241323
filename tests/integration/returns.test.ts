import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { payTaxBill, recordTaxBill } from "@/application/record-tax-bill";
import { applyForReturn, cancelReturn, completeReturn, previewReturn } from "@/application/return-goods";
import { addDays } from "@/domain/shared/local-date";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const CONSUMER = { name: "Zhang Min", identityNumber: "11010519491231002X" };
let house: House;
let order: string;
let quantity: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  order = await prepare(house, "retail-headphones");
  must(await describeShipment(house, house.broker, order, { regime: "1210", consumer: CONSUMER }));
  must(await lodge(house, order, "return-1"));
  const early = await previewReturn(house, house.broker, { shipmentId: order, lines: [{ line: 1, quantity: "1" }] });
  expect(early.ok ? null : early.error).toMatchObject({ fault: "return_not_released" });
  await work(house);
  expect((await gatesOf(house, order))?.[0]).toBe("released");
  quantity = (await house.sql.query("select quantity::text as q from goods_line where shipment_id = $1", [order]))
    .rows[0].q;
});
afterAll(() => house.close());

const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);
const one = async <T>(sql: string): Promise<T> => (await house.sql.query(sql)).rows[0] as T;
const yearHeld = async () =>
  (
    await one<{ held: string }>(
      "select quota_held(consumer_token, year, null, null)::text as held from quota_entry limit 1",
    )
  ).held;
const owed = async () =>
  (
    await one<{ owed: string }>(
      `select owed_amount::text as owed from guarantee_account where organisation_id = '${house.broker.organisationId}'`,
    )
  ).owed;
const all = () => [{ line: 1, quantity }];
const apply = (lines = all()) =>
  applyForReturn(house, house.broker, { shipmentId: order, lines, reason: "consumer_withdrew" });
const arrive = (returnId: string, arrivedOn = house.world.today(), isAsReleased = true) =>
  completeReturn(house, house.broker, { returnId, arrivedOn, isAsReleased });
/** Everything that a return could touch, as text. */
const everything = async () =>
  JSON.stringify(
    (
      await house.sql.query(
        `select (select jsonb_agg(g order by g.id) from goods_return g) as returns,
           (select jsonb_agg(q order by q.id) from quota_entry q) as quota,
           (select jsonb_agg(e order by e.id) from guarantee_entry e) as guarantee,
           (select jsonb_agg(r order by r.id) from tax_refund r) as refunds,
           (select count(*) from evidence_entry) as evidence`,
      )
    ).rows,
  );

describe("a return in time", () => {
  it("shows what it reverses before anything is written", async () => {
    const before = await everything();
    const preview = must(await previewReturn(house, house.broker, { shipmentId: order, lines: all() }));
    const tax = (await house.queries.getShipment(house.broker, order))?.tax;
    expect(preview.reversal.isAll).toBe(true);
    expect(preview.reversal.total).toMatchObject({ value: tax?.customsValue, vat: tax?.vat });
    expect(preview.clock.arriveBy).toBe(addDays(preview.clock.releasedOn, 45));
    expect(await everything()).toBe(before);
  });

  it("is taken for no more than was declared, whoever writes it", async () => {
    const { id } = must(await apply());
    expect(faultOf(await apply([{ line: 1, quantity: "1" }]))).toMatchObject({ fault: "return_quantity" });
    for (const quantity of ["0.000001", "1e1", ""])
      expect(faultOf(await apply([{ line: 1, quantity }])), quantity).toMatchObject({ fault: "return_quantity_form" });
    await expect(
      house.sql.query(
        `insert into goods_return_line (organisation_id, return_id, line, quantity)
         select organisation_id, id, 1, 1 from goods_return where id = $1 on conflict do nothing`,
        [id],
      ),
    ).rejects.toMatchObject({ constraint: "return_within_declared" });
    must(await cancelReturn(house, house.broker, id));
    expect(faultOf(await cancelReturn(house, house.broker, id))).toMatchObject({ fault: "return_settled" });
  });

  it("reverses nothing on day 46, in another state than released, or on a day to come", async () => {
    const { id } = must(await apply());
    const today = house.world.today();
    const before = await everything();
    expect(faultOf(await arrive(id, addDays(today, 1)))).toMatchObject({ fault: "return_day_ahead" });
    expect(faultOf(await arrive(id, today, false))).toMatchObject({ fault: "return_condition" });
    expect(await everything()).toBe(before);
    await house.sql.query("update goods_return set arrive_by = $2 where id = $1", [id, addDays(today, -1)]);
    const late = await everything();
    expect(faultOf(await arrive(id))).toMatchObject({ fault: "return_arrived_late" });
    expect(await everything()).toBe(late);
    await expect(
      house.sql.query(
        "update goods_return set state = 'completed', arrived_on = $2, settled_at = now() where id = $1",
        [id, today],
      ),
    ).rejects.toMatchObject({ constraint: "goods_return_arrived_in_time" });
    must(await cancelReturn(house, house.broker, id));
  });

  it("frees the guarantee and the consumer's year together, once, however often it arrives at once", async () => {
    const { id } = must(await apply());
    const tax = (await house.queries.getShipment(house.broker, order))?.tax;
    expect(await owed()).toBe(tax?.total);
    const arrivals = await Promise.all([arrive(id), arrive(id), arrive(id)]);
    expect(arrivals.filter((each) => each.ok)).toHaveLength(1);
    expect(await owed()).toBe("0.00");
    expect(await yearHeld()).toBe("0");
    const states = (await house.queries.listReturnsOf(house.broker, order))?.map(({ state }) => state);
    expect(states).toEqual(["cancelled", "cancelled", "completed"]);
    // The release stays what it was: a decision that was made.
    expect((await gatesOf(house, order))?.[0]).toBe("released");
  });
});

describe("a return of goods whose bill was paid", () => {
  it("claims the tax back and leaves the rest of the order in the consumer's year", async () => {
    const id = await prepare(house, "retail-headphones", house.otherBroker);
    must(await describeShipment(house, house.otherBroker, id, { regime: "1210", consumer: CONSUMER }));
    must(await lodge(house, id, "return-2", "guarantee", house.otherBroker));
    await work(house);
    const tax = (await house.queries.getShipment(house.otherBroker, id))?.tax;
    const lines = [
      { kind: "duty", amount: tax?.duty ?? "" },
      { kind: "vat", amount: tax?.vat ?? "" },
      { kind: "consumption_tax", amount: tax?.consumptionTax ?? "" },
    ] as const;
    const bill = must(
      await recordTaxBill(house, house.otherBroker, { shipmentId: id, number: "TB-R", issuedOn: "2026-11-24", lines }),
    );
    must(await payTaxBill(house, house.otherBroker, bill.id, "RC-R"));
    const held = Number(await yearHeld());
    const half = (Number(quantity) / 2).toString();
    const { id: returnId } = must(
      await applyForReturn(house, house.otherBroker, {
        shipmentId: id,
        lines: [{ line: 1, quantity: half }],
        reason: "damaged",
      }),
    );
    must(
      await completeReturn(house, house.otherBroker, {
        returnId,
        arrivedOn: house.world.today(),
        isAsReleased: true,
      }),
    );
    const [back] = (await house.queries.listReturnsOf(house.otherBroker, id)) ?? [];
    expect(Number(await yearHeld())).toBeCloseTo(held - Number(back?.value), 2);
    const money = await house.queries.getMoneyOf(house.otherBroker, id);
    expect(money?.refunds).toMatchObject([{ reason: "returned", state: "claimed", amount: back?.vat }]);
  });
});
