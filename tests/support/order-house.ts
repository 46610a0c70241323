import { lodgeMatched } from "@/application/lodge-matched";
import { receiveRecords } from "@/application/receive-records";
import type { FeedKind } from "@/domain/three-documents/documents";
import { type House, must, work } from "./house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "./order-feeds";
import { cleanRecords, seeded } from "./order-triples";

/** What tests do with orders in a house: send records, look at what became of them, lodge. */
export function orderHouse(house: () => House, seed: number) {
  const random = seeded(seed);
  let number = seed * 1_000;
  let keys = 0;
  const nextRecords = () => {
    number += 1;
    return cleanRecords(random, number);
  };
  const send = async (kind: FeedKind, ...records: unknown[]) =>
    must(await receiveRecords(house(), house().broker, { kind, source: "api", records, isTrial: false }));
  const orderOf = async (orderNumber: string) => {
    const { rows } = await house().sql.query(
      "select id, state, shipment_id, contested_fields from retail_order where order_number = $1",
      [orderNumber],
    );
    return rows[0];
  };
  return {
    nextRecords,
    send,
    orderOf,
    /** The rules that found something against the order. */
    found: async (orderId: string): Promise<readonly string[]> => {
      const { rows } = await house().sql.query(
        "select rule from order_match where order_id = $1 and outcome <> 'met' order by rule",
        [orderId],
      );
      return rows.map((row) => row.rule);
    },
    matchedOrder: async () => {
      const { order, payment, waybill } = nextRecords();
      await send("order", orderOnWire(order));
      await send("payment", paymentOnWire(payment));
      await send("waybill", waybillOnWire(waybill));
      await work(house());
      return { ...(await orderOf(order.orderNumber)), order, payment, waybill };
    },
    /** Under a key of its own each time. */
    lodge: async (orderIds: readonly string[]) => {
      keys += 1;
      const idempotencyKey = `key-of-test-${keys}`;
      return must(await lodgeMatched(house(), house().broker, { orderIds, idempotencyKey }));
    },
  };
}
