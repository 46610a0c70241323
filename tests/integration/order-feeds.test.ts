import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiveRecords } from "@/application/receive-records";
import { repairOrders } from "@/application/repair-orders";
import { createHouse, type House, must, work } from "../support/house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "../support/order-feeds";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const { nextRecords, send, orderOf, found, matchedOrder, lodge } = orderHouse(() => house, 11);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

describe("feeds", () => {
  it.each([
    ["order", "payment", "waybill"],
    ["waybill", "payment", "order"],
    ["payment", "order", "waybill"],
  ] as const)("match an order however they come: %s, %s, %s", async (...sequence) => {
    const { order, payment, waybill } = nextRecords();
    const wire = { order: orderOnWire(order), payment: paymentOnWire(payment), waybill: waybillOnWire(waybill) };
    for (const kind of sequence) await send(kind, wire[kind]);
    await work(house);
    const row = await orderOf(order.orderNumber);
    expect(row.state).toBe("matched");
    expect(await found(row.id)).toEqual([]);
    expect(row.shipment_id).not.toBeNull();
  });

  it("take the same record again without a second order, and say so", async () => {
    const { order } = nextRecords();
    await send("order", orderOnWire(order));
    const again = await send("order", orderOnWire(order));
    expect(again).toMatchObject({ accepted: 0, duplicate: 1, contradictory: 0 });
  });

  it("keep what was there when another record contradicts it, and name what differs", async () => {
    const { order } = nextRecords();
    await send("order", orderOnWire(order));
    const other = await send("order", { ...orderOnWire(order), goodsValue: "1.00" });
    expect(other.receipts[0]).toMatchObject({
      outcome: "contradictory",
      pointer: "/goodsValue",
      fault: "record_contradicts",
    });
    expect((await orderOf(order.orderNumber)).contested_fields).toEqual(["goodsValue"]);
  });

  it("refuse a record by its own fault, and take the others of the sending", async () => {
    const { order, payment } = nextRecords();
    await send("order", orderOnWire(order));
    const wire = paymentOnWire(payment);
    const { accepted, refused, receipts } = await send("payment", { ...wire, amountPaid: "1,000" }, wire);
    expect({ accepted, refused }).toEqual({ accepted: 1, refused: 1 });
    expect(receipts[0]).toMatchObject({ outcome: "refused", pointer: "/amountPaid", fault: "amount_form" });
  });

  it("keep nothing of a trial", async () => {
    const { order } = nextRecords();
    const trial = must(
      await receiveRecords(house, house.broker, {
        kind: "order",
        source: "csv",
        records: [orderOnWire(order)],
        isTrial: true,
      }),
    );
    expect(trial).toMatchObject({ batchId: null, accepted: 1 });
    expect(await orderOf(order.orderNumber)).toBeUndefined();
  });

  it("are for brokers alone", async () => {
    const refused = await receiveRecords(house, house.officer, {
      kind: "order",
      source: "api",
      records: [],
      isTrial: false,
    });
    expect(refused).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });
});

describe("a late record", () => {
  it("of a lodged order changes nothing of what was declared, and is shown as a contradiction", async () => {
    const { id, order } = await matchedOrder();
    await lodge([id]);
    const before = await house.sql.query("select sealed, declared from retail_order where id = $1", [id]);
    const late = await send("order", { ...orderOnWire(order), goodsValue: "1.00", appType: "2" });
    expect(late.receipts[0]).toMatchObject({ outcome: "contradictory", fault: "record_of_lodged_order" });
    const after = await house.sql.query(
      "select sealed, declared, state, contested_fields from retail_order where id = $1",
      [id],
    );
    expect(after.rows[0].sealed).toEqual(before.rows[0].sealed);
    expect(after.rows[0].declared).toEqual(before.rows[0].declared);
    expect(after.rows[0]).toMatchObject({ state: "lodged", contested_fields: ["goodsValue"] });
    expect(
      must(await repairOrders(house.inTransaction, house.broker, { orderIds: [id] }, { kind: "take_corrected" })),
    ).toEqual({
      changed: 0,
    });
  });

  it("cannot change what was declared even past the product: the database refuses it", async () => {
    const { id, order } = await matchedOrder();
    await lodge([id]);
    await expect(house.sql.query("update retail_order set sealed = '\\x00' where id = $1", [id])).rejects.toThrow(
      /declared/,
    );
    await expect(
      house.sql.query("update order_payment set sealed = '\\x00' where order_number = $1", [order.orderNumber]),
    ).rejects.toThrow(/declared/);
    await expect(house.sql.query("delete from retail_order_line where order_id = $1", [id])).rejects.toThrow(
      /declared/,
    );
  });
});

describe("history", () => {
  it("stops a parcel number that the carrier gave to another order", async () => {
    const first = await matchedOrder();
    const { order, payment, waybill } = nextRecords();
    await send("order", orderOnWire(order));
    await send("payment", paymentOnWire(payment));
    await send("waybill", { ...waybillOnWire(waybill), logisticsNo: first.waybill.number });
    await work(house);
    expect(await found((await orderOf(order.orderNumber)).id)).toEqual(["M11"]);
  });

  it("adds risk points when four people order to one telephone", async () => {
    const orders = Array.from({ length: 4 }, nextRecords);
    for (const { order, payment, waybill } of orders) {
      await send("order", { ...orderOnWire(order), consigneeTelephone: "19955556666" });
      await send("payment", paymentOnWire(payment));
      await send("waybill", { ...waybillOnWire(waybill), consigneeTelephone: "+86 199 5555 6666" });
    }
    await work(house);
    const last = await house.sql.query("select state, points from retail_order where order_number = $1", [
      orders[3]?.order.orderNumber,
    ]);
    expect(last.rows[0]).toEqual({ state: "matched", points: 15 });
  });
});
