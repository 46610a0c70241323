import { canonicalJson } from "../evidence/canonical-json";
import type { Order, Payment, Waybill } from "./documents";

/** What becomes of a record that came: see `receive`. */
export const RECEIPTS = ["accepted", "corrected", "duplicate", "contradictory"] as const;
export type Receipt = (typeof RECEIPTS)[number];

/** The record that is there already for the same order. */
interface Known {
  readonly token: string;
  readonly isLodged: boolean;
}

/**
 * A record that is new is taken, one that says the same again changes nothing. One that says something else contradicts
 * the one before, unless its sender marks it as a change and the order is not declared yet: what was declared stays.
 */
export function receive(known: Known | null, came: { readonly token: string; readonly isChange: boolean }): Receipt {
  if (known === null) return "accepted";
  if (known.token === came.token) return "duplicate";
  return came.isChange && !known.isLodged ? "corrected" : "contradictory";
}

type AnyRecord = Order | Payment | Waybill;

/** The names of what two records of one order state differently; of people the name of the value alone. */
export function differingFields(a: AnyRecord, b: AnyRecord): readonly string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const [first, second] = [a as unknown as Record<string, unknown>, b as unknown as Record<string, unknown>];
  // A store may give the keys of a value back in another order.
  const textOf = (value: unknown) => canonicalJson((value ?? null) as Parameters<typeof canonicalJson>[0]);
  return names.filter((name) => textOf(first[name]) !== textOf(second[name])).toSorted();
}
