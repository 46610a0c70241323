import { afterAll, beforeAll, expect, it } from "vitest";
import { applyForReturn, completeReturn } from "@/application/return-goods";
import { entriesOf, itemIds, keepBook, standing } from "../support/books";
import { createHouse, type House, must, work } from "../support/house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "../support/order-feeds";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

const ARTICLES = [
  { code: "8518302000", origin: "DE" },
  { code: "9503002100", origin: "DE" },
  { code: "6109100010", origin: "VN" },
  { code: "3304990000", origin: "FR" },
];
let house: House;
const { nextRecords, send, orderOf, found, lodge } = orderHouse(() => house, 31);
let items: Readonly<Record<number, string>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  const bookId = await keepBook(house, house.broker, {
    emsNo: "T2201W000001",
    items: ARTICLES.map((article, index) => ({ ...article, itemNo: index + 1, unit: "PCS" })),
    lots: ARTICLES.map((_, index) => ({ itemNo: index + 1, quantity: "3" })),
  });
  items = await itemIds(house, bookId);
});
afterAll(() => house.close());

/** An order whose articles are named by their places in the book; so many of each line when given. */
async function ordered(quantity?: number) {
  const { order, payment, waybill } = nextRecords();
  const [first] = order.lines;
  if (!first) throw new Error("An order has a line");
  const itemNo = ARTICLES.findIndex(({ code }) => code === first.commodityCode) + 1;
  const line = { ...first, itemRecordNumber: String(itemNo) };
  const price = Number(line.unitPrice);
  const count = quantity ?? Number(line.quantity);
  const value = (price * count).toFixed(2);
  const paid = (Number(value) + Number(order.freight) + Number(order.tax) - Number(order.discount)).toFixed(2);
  const kept = {
    ...order,
    goodsValue: value,
    actualPaid: paid,
    lines: [{ ...line, quantity: String(count), total: value }],
  };
  await send("order", orderOnWire(kept));
  await send("payment", paymentOnWire({ ...payment, amountPaid: paid }));
  await send("waybill", waybillOnWire(waybill));
  await work(house);
  return { ...(await orderOf(order.orderNumber)), itemNo, count };
}

it("an order for more than its book has is a mismatch, and makes no shipment", async () => {
  const { id, state, shipment_id: shipmentId } = await ordered(4);
  expect(await found(id)).toContain("M18");
  expect({ state, shipmentId }).toEqual({ state: "mismatched", shipmentId: null });
});

it("an order is taken from the item it names, and what comes back is in its lot again", async () => {
  const { id, shipment_id: shipmentId, itemNo, count } = await ordered();
  expect(await found(id)).toEqual([]);
  const itemId = items[itemNo] ?? "";
  const before = await standing(house, itemId);
  expect(before).toBe("3/0");
  expect(await lodge([id])).toMatchObject([{ failure: null }]);
  await work(house);
  expect(await standing(house, itemId)).toBe(`${3 - count}/0`);
  const { id: returnId } = must(
    await applyForReturn(house, house.broker, {
      shipmentId,
      lines: [{ line: 1, quantity: String(count) }],
      reason: "consumer_withdrew",
    }),
  );
  must(await completeReturn(house, house.broker, { returnId, arrivedOn: house.world.today(), isAsReleased: true }));
  expect(await standing(house, itemId)).toEqual(before);
  expect((await entriesOf(house, shipmentId)).map((entry) => entry.split(" ")[0])).toEqual([
    "reserve",
    "out",
    "refund",
  ]);
});
