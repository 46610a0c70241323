import type { Actor } from "@/application/actor";
import { type House, must } from "./house";

/** What a stranger reads of time: nothing of another's shipment, and no releases among their own. */
export function timeQueries(house: () => House, actor: () => Actor, shipmentId: () => string) {
  return {
    getShipmentTime: [async () => house().queries.getShipmentTime(actor(), shipmentId()), null],
    getClearanceTime: [
      async () => {
        const window = { from: "2026-01-01", before: "2100-01-01" };
        const { total, shipments } = must(await house().queries.getClearanceTime(actor(), window));
        return { total, shipments };
      },
      { total: 0, shipments: [] },
    ],
    listUnderway: [
      async () => must(await house().queries.listUnderway(actor(), { limit: 50 })),
      { rows: [], nextCursor: null },
    ],
  } as const;
}
