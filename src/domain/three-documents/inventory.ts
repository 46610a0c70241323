import { add, decimal, formatDecimal, ZERO } from "../shared/decimal";
import type { Inventory, Order, Waybill } from "./documents";

/**
 * The inventory list that the records of an order come to: buyer, goods and book as the order says, carriage and charges
 * as the carrier says. Nothing is added that no record states; the gross weight is the platform's where it states one.
 */
export function inventoryOf(order: Order, waybill: Waybill): Inventory {
  return {
    orderNumber: order.orderNumber,
    buyer: order.buyer,
    currency: order.currency,
    freight: waybill.freight,
    insurance: waybill.insurance,
    waybillNumber: waybill.number,
    packages: waybill.packages,
    grossWeightKg: order.grossWeightKg ?? waybill.weightKg,
    netWeightKg: netWeight(order),
    place: order.place,
    declaredAt: null,
    lines: order.lines,
  };
}

/** The sum of the articles' net weights; null while one of them is not known. */
export function netWeight({ lines }: Pick<Order, "lines">): string | null {
  const weights = lines.flatMap((line) => (line.netWeightKg === null ? [] : [decimal(line.netWeightKg)]));
  if (weights.length === 0 || weights.length < lines.length) return null;
  return formatDecimal(weights.reduce(add, ZERO));
}
