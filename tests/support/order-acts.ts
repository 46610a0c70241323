import { expect } from "vitest";
import type { Actor } from "@/application/actor";
import { lodgeMatched, previewLodging } from "@/application/lodge-matched";
import { receiveRecords } from "@/application/receive-records";
import { repairOrders } from "@/application/repair-orders";
import { revealIdentity } from "@/application/reveal-identity";
import { type House, must, work } from "./house";
import { orderOnWire, paymentOnWire, waybillOnWire } from "./order-feeds";
import { cleanRecords, seeded } from "./order-triples";

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly orderId: () => string;
}

/** Gives a broker an order that agrees in everything; its id. */
export async function matchedOrder(house: House, number = 77): Promise<string> {
  const { order, payment, waybill } = cleanRecords(seeded(number), number);
  const sent = [
    ["order", orderOnWire(order)],
    ["payment", paymentOnWire(payment)],
    ["waybill", waybillOnWire(waybill)],
  ] as const;
  for (const [kind, record] of sent)
    must(await receiveRecords(house, house.broker, { kind, source: "api", records: [record], isTrial: false }));
  await work(house);
  const { rows } = await house.sql.query("select id from retail_order where order_number = $1", [order.orderNumber]);
  return rows[0].id;
}

/** Every act on one order, tried by an actor with its id. What takes many orders leaves out those it may not see. */
export function orderActs({ house, actor, orderId }: Tried) {
  const missing = { ok: false, error: { kind: "not_found" } } as const;
  return {
    revealIdentity: () => revealIdentity(house().inTransaction, actor(), orderId(), "customs_query"),
    repairOrders: async () => {
      const changed = must(
        await repairOrders(house().inTransaction, actor(), { orderIds: [orderId()] }, { kind: "exclude", reason: "x" }),
      );
      expect(changed).toEqual({ changed: 0 });
      return missing;
    },
    previewLodging: async () => {
      const seen = must(await previewLodging(house(), actor(), [orderId()]));
      expect(seen.exceptions).toEqual([{ orderId: orderId(), reason: "not_found" }]);
      return missing;
    },
    lodgeMatched: async () => {
      const lodged = must(
        await lodgeMatched(house(), actor(), { orderIds: [orderId()], idempotencyKey: "foreign-order" }),
      );
      expect(lodged).toEqual([]);
      return missing;
    },
  };
}

/** Every query of orders, asked by an actor of another organisation; what it gives. */
export function orderQueries({ house, actor, orderId }: Tried) {
  const page = { limit: 50 };
  const ok = (value: unknown) => ({ ok: true, value });
  const none = { rows: [], nextCursor: null };
  return {
    listOrders: [() => house().queries.listOrders(actor(), page), ok(none)],
    getOrder: [() => house().queries.getOrder(actor(), orderId()), ok(null)],
    getOrderOfShipment: [() => house().queries.getOrderOfShipment(actor(), orderId()), null],
    getOrderPivot: [() => house().queries.getOrderPivot(actor()), ok({ states: [], rules: [], contested: 0 })],
    listFeedBatches: [() => house().queries.listFeedBatches(actor(), page), ok(none)],
    getFeedBatch: [() => house().queries.getFeedBatch(actor(), orderId()), ok(null)],
  } as const;
}
