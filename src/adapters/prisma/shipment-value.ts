import type { ShipmentRowView } from "@/contracts/views/shipment";
import type { Prisma } from "./generated/client";

const AMOUNT = /^\d+(\.\d+)?$/;

/**
 * What the goods of a row come to: the total that was read, or what the order of a retail import comes to. An order that
 * was lodged is in yuan, or rule M06 would not have let it go.
 */
export function goodsValueOf(
  total: string | null,
  currency: string | null,
  order: { readonly goodsValue: Prisma.Decimal } | null,
): ShipmentRowView["value"] {
  if (total !== null && currency !== null && AMOUNT.test(total)) return { amount: total, currency };
  return order && { amount: order.goodsValue.toFixed(2), currency: "CNY" };
}
