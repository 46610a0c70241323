import { amount } from "./accept";
import type { Field } from "./near";
import { candidatesFor, type Found, type Sought } from "./seek";

const PAID: Sought = { name: "total", at: [["other_amount", 1]], accept: amount, isLast: true };
const TENDERED = /cash|tunai|tender|paid|visa|master|card|payment|amex|nets|wallet|bar\b|gegeben|esp[eè]ces/i;
const CHANGE = /change|baki|r(ü|u)ckgeld|rendu|resto|wechselgeld|cambio/i;
const ROUNDING = /round|pembulatan|rundung|arrondi/i;
/** Nobody rounds by more. */
const MOST_ROUNDED = 0.05;
/** Half a cent. */
const SAME = 0.005;
const BORNE_OUT = 0.97;

/**
 * Of several sums on a receipt the one that was paid: what was handed over less the change or, where that is not said,
 * a sum after its rounding. Where the till bears out none of them, they stay as they are.
 */
export function paidFirst(totals: readonly Found[], field: Field): readonly Found[] {
  const meant = totals.filter(isPaid(totals, candidatesFor(PAID, field)));
  if (meant.length === 0) return totals;
  const others = totals.filter(({ value }) => meant.every((each) => each.value !== value));
  return [
    ...meant.map((each) => ({ ...each, score: Math.max(each.score, BORNE_OUT) })),
    ...others.map((each) => ({ ...each, score: Math.min(each.score, BORNE_OUT * 0.9) })),
  ];
}

function isPaid(totals: readonly Found[], sums: readonly Found[]): (total: Found) => boolean {
  const valuesAt = (label: RegExp) =>
    sums.filter((each) => label.test(each.label ?? "")).map(({ value }) => Number(value));
  const changes = valuesAt(CHANGE);
  const paid = valuesAt(TENDERED).flatMap((given) => changes.map((change) => given - Math.abs(change)));
  const roundings = valuesAt(ROUNDING).filter((value) => value !== 0 && Math.abs(value) < MOST_ROUNDED);
  const rounded = totals.flatMap(({ value }) => roundings.flatMap((by) => [Number(value) + by, Number(value) - by]));
  const wanted = paid.length > 0 ? paid : rounded.filter(isRound);
  return ({ value }) => wanted.some((each) => Math.abs(each - Number(value)) < SAME);
}

/** Cash is rounded to five cents. */
function isRound(value: number): boolean {
  return Math.abs(value * 20 - Math.round(value * 20)) < SAME;
}
