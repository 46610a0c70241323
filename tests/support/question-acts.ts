import type { Actor } from "@/application/actor";
import { assessAsOf } from "@/application/assess-as-of";
import { comparePrices } from "@/application/compare-prices";
import { simulateRegimes } from "@/application/simulate-regimes";
import type { House } from "./house";

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly shipmentId: () => string;
}

/** Every question to the law that takes the id of a shipment, asked by an actor. */
export function questionActs({ house, actor, shipmentId }: Tried) {
  return {
    assessAsOf: () => assessAsOf(house(), actor(), shipmentId(), "2026-11-26"),
    simulateRegimes: () => simulateRegimes(house(), actor(), shipmentId()),
    comparePrices: () => comparePrices(house(), actor(), shipmentId()),
  };
}
