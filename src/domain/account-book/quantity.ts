import { compare, type Decimal, formatDecimal, multiply, parseDecimal, round, subtract } from "../shared/decimal";

/** Digits behind the point of a quantity in a book: numeric(18,5), as the messages of bonded e-commerce hold it. */
export const QUANTITY_SCALE = 5;
const MOST_DIGITS = 13;

/** One quantity of goods in the three units of its item. The third is null where the tariff names no second legal unit. */
export interface Quantities {
  readonly declared: Decimal;
  readonly legal1: Decimal;
  readonly legal2: Decimal | null;
}

/** How many legal units one declared unit of the item holds; plain decimals above zero. */
export interface Conversion {
  readonly legalFactor1: string;
  readonly legalFactor2: string | null;
}

/** Reads a quantity that a book can hold: a plain decimal with at most 13 digits before the point and 5 behind it. */
export function parseQuantity(text: string): Decimal | null {
  const parsed = parseDecimal(text.trim());
  if (!parsed.ok) return null;
  const value = parsed.value;
  const kept = round(value, QUANTITY_SCALE);
  const digits = (kept.units < 0n ? -kept.units : kept.units).toString().length;
  return compare(kept, value) === 0 && digits <= MOST_DIGITS + QUANTITY_SCALE ? kept : null;
}

/** A quantity as it is shown and kept: plain, without idle zeros. */
export function formatQuantity(value: Decimal): string {
  const text = formatDecimal(round(value, QUANTITY_SCALE));
  return text.replace(/\.?0+$/, "") || "0";
}

/** What so many declared units are in the three units of the item, each rounded half up at five digits. */
export function inThreeUnits(declared: Decimal, { legalFactor1, legalFactor2 }: Conversion): Quantities {
  return {
    declared,
    legal1: legalOf(declared, legalFactor1),
    legal2: legalFactor2 === null ? null : legalOf(declared, legalFactor2),
  };
}

/**
 * What moves in the three units when the declared balance goes from the one to the other: the difference of the two
 * balances. So the three balances convert into each other at any time, and nothing is left over in one unit when the
 * others are used up; a single movement may differ from its own conversion by the last digit.
 */
export function movedBetween(before: Decimal, after: Decimal, conversion: Conversion): Quantities {
  const [from, to] = [inThreeUnits(before, conversion), inThreeUnits(after, conversion)];
  return {
    declared: subtract(after, before),
    legal1: subtract(to.legal1, from.legal1),
    legal2: to.legal2 && from.legal2 ? subtract(to.legal2, from.legal2) : null,
  };
}

function legalOf(declared: Decimal, factor: string): Decimal {
  const parsed = parseDecimal(factor);
  if (!parsed.ok) throw new Error(`An item of a book has no factor of conversion: ${factor}`);
  return round(multiply(declared, parsed.value), QUANTITY_SCALE);
}
