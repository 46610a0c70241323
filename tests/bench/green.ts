import { CALM } from "@/contracts/simulator";
import { orderOnWire, paymentOnWire, waybillOnWire } from "../support/order-feeds";
import { cleanRecords, seeded } from "../support/order-triples";

/** An authority that answers at once, and loses, delays and refuses nothing. */
export const AT_ONCE = { ...CALM, delayMs: 0 };

/** The three feeds of so many orders of which everything agrees, each a shipment of its own. */
export function greenFeeds(count: number, seed: number) {
  const random = seeded(seed);
  const all = Array.from({ length: count }, (_, number) => cleanRecords(random, seed * 100_000 + number));
  return {
    order: all.map(({ order }) => orderOnWire(order)),
    payment: all.map(({ payment }) => paymentOnWire(payment)),
    waybill: all.map(({ waybill }) => waybillOnWire(waybill)),
  };
}
