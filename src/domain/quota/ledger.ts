import { add, compare, type Decimal, decimal, subtract, sum, ZERO } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

/**
 * What happens to the amount of a consumer's year: an order reserves it, release consumes what was reserved, and a
 * return in time, a refusal or a withdrawal restores it.
 */
export const QUOTA_MOVES = ["reserve", "consume", "restore"] as const;
export type QuotaMove = (typeof QUOTA_MOVES)[number];

/** One entry of the ledger of a consumer's year. Entries are added and never changed. */
export interface QuotaEntry {
  readonly orderNumber: string;
  readonly move: QuotaMove;
  /** CNY, a plain decimal above zero. */
  readonly cny: string;
}

/** Where a consumer's year stands, in CNY. */
export interface QuotaBalance {
  readonly limit: Decimal;
  /** Reserved for orders that are not released yet. */
  readonly reserved: Decimal;
  readonly consumed: Decimal;
  readonly available: Decimal;
}

export type QuotaRefusal =
  | { readonly kind: "quota_exceeded"; readonly available: Decimal }
  /** Nothing happens twice: the order has such an entry already. */
  | { readonly kind: "already_moved" }
  /** Only what is reserved can be consumed, and only what is held can be restored. */
  | { readonly kind: "nothing_held" }
  | { readonly kind: "amount_not_positive" };

/** The balance of a year from its entries, under the limit of the day. Cai Guan Shui [2018] 49: a calendar year. */
export function balanceOf(entries: readonly QuotaEntry[], limit: Decimal): QuotaBalance {
  const held = [...new Set(entries.map((entry) => entry.orderNumber))].map((order) => heldBy(entries, order));
  const reserved = sum(held.filter((each) => each.state === "reserved").map((each) => each.amount));
  const consumed = sum(held.filter((each) => each.state === "consumed").map((each) => each.amount));
  return { limit, reserved, consumed, available: subtract(limit, add(reserved, consumed)) };
}

/** What an order holds of the year now. */
export function heldBy(
  entries: readonly QuotaEntry[],
  orderNumber: string,
): { readonly state: "none" | "reserved" | "consumed"; readonly amount: Decimal } {
  const last = entries.filter((entry) => entry.orderNumber === orderNumber).at(-1);
  if (!last || last.move === "restore") return { state: "none", amount: ZERO };
  return { state: last.move === "reserve" ? "reserved" : "consumed", amount: decimal(last.cny) };
}

/**
 * The entry that a move would add, or why it may not. An order may reserve again after it was restored, for another
 * version of its declaration. What is reserved may be all that is left, to the last fen.
 */
export function moveQuota(
  entries: readonly QuotaEntry[],
  limit: Decimal,
  { move, orderNumber, cny }: { readonly move: QuotaMove; readonly orderNumber: string; readonly cny: string },
): Result<QuotaEntry, QuotaRefusal> {
  const held = heldBy(entries, orderNumber);
  if (move === "reserve") {
    if (compare(decimal(cny), ZERO) <= 0) return err({ kind: "amount_not_positive" });
    if (held.state !== "none") return err({ kind: "already_moved" });
    const { available } = balanceOf(entries, limit);
    return compare(decimal(cny), available) > 0
      ? err({ kind: "quota_exceeded", available })
      : ok({ orderNumber, move, cny });
  }
  const isHeld = move === "consume" ? held.state === "reserved" : held.state !== "none";
  if (!isHeld) return err({ kind: held.state === "consumed" && move === "consume" ? "already_moved" : "nothing_held" });
  return ok({ orderNumber, move, cny: lastAmount(entries, orderNumber) });
}

function lastAmount(entries: readonly QuotaEntry[], orderNumber: string): string {
  return entries.filter((entry) => entry.orderNumber === orderNumber).at(-1)?.cny ?? "0";
}
