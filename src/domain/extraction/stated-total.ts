import { compare, type Decimal, multiply, subtract, sum, ZERO } from "../shared/decimal";

/** What an invoice may add to its goods before it states the total. */
export const CHARGES: readonly string[] = ["freight", "insurance", "tax"];

const TWO: Decimal = { units: 2n, scale: 0 };

/** How far the lines of an invoice are from the total that it states. */
interface Gap {
  readonly difference: Decimal;
  /** Whether the charges were added to the goods for it. */
  readonly isWithCharges: boolean;
}

/**
 * Holds the total of an invoice against its goods, and against its goods with every charge that it states; nothing is
 * left between them where either is the total. Where neither is, the charges count if they explain the greater part of
 * what is missing; else they would only hide a part of it. The reader and the screens both go by it.
 */
export function gapToTotal(goods: Decimal, charges: readonly Decimal[], stated: Decimal): Gap {
  const alone = subtract(goods, stated);
  const together = subtract(sum([goods, ...charges]), stated);
  const isWithCharges = compare(multiply(magnitude(together), TWO), magnitude(alone)) < 0;
  return { difference: isWithCharges ? together : alone, isWithCharges };
}

function magnitude(value: Decimal): Decimal {
  return compare(value, ZERO) < 0 ? subtract(ZERO, value) : value;
}
