import { compare, type Decimal, sum } from "../shared/decimal";
import type { Quantities } from "./quantity";

/** Goods of one released line that went out of the book, in three units above zero. */
export interface ReleasedLine {
  readonly entryId: string;
  readonly itemId: string;
  readonly quantities: Quantities;
}

/** A line of a verification list (核注清单): the released lines of one item, with their totals. */
export interface ListLine {
  /** From 1. */
  readonly number: number;
  readonly itemId: string;
  readonly quantities: Quantities;
  readonly entryIds: readonly string[];
}

/** Gathers released lines by item. The totals of the list are those of the lines, in each of the three units. */
export function aggregate(released: readonly ReleasedLine[]): readonly ListLine[] {
  const items = [...new Set(released.map((each) => each.itemId))];
  return items.map((itemId, index) => {
    const own = released.filter((each) => each.itemId === itemId);
    return {
      number: index + 1,
      itemId,
      quantities: totalOf(own.map((each) => each.quantities)),
      entryIds: own.map((each) => each.entryId),
    };
  });
}

/** Whether the list says the same as the released lines: each of them once, with equal totals. */
export function isBalanced(lines: readonly ListLine[], released: readonly ReleasedLine[]): boolean {
  const listed = lines.flatMap((line) => line.entryIds);
  if (listed.length !== released.length || new Set(listed).size !== listed.length) return false;
  return lines.every(({ quantities, entryIds }) => {
    const own = released.filter((each) => entryIds.includes(each.entryId)).map((each) => each.quantities);
    return own.length === entryIds.length && isSame(quantities, totalOf(own));
  });
}

function totalOf(all: readonly Quantities[]): Quantities {
  const second = all.map((each) => each.legal2);
  return {
    declared: sum(all.map((each) => each.declared)),
    legal1: sum(all.map((each) => each.legal1)),
    legal2: second.some((each) => each === null) ? null : sum(second as readonly Decimal[]),
  };
}

function isSame(a: Quantities, b: Quantities): boolean {
  const equal = (x: Decimal | null, y: Decimal | null) => (x === null || y === null ? x === y : compare(x, y) === 0);
  return equal(a.declared, b.declared) && equal(a.legal1, b.legal1) && equal(a.legal2, b.legal2);
}
