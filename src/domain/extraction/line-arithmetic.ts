import { compare, type Decimal, multiply, round, subtract } from "../shared/decimal";

/**
 * Whether quantity times price is the amount. The unit price itself is rounded on the invoice; half of its last digit
 * times the quantity is no contradiction.
 */
export function isProduct(quantity: Decimal, price: Decimal, amount: Decimal, digits: number): boolean {
  const difference = subtract(round(multiply(quantity, price), digits), amount);
  const tolerance = multiply(quantity, { units: 5n, scale: Math.max(price.scale, digits) + 1 });
  return compare(magnitude(difference), magnitude(tolerance)) <= 0;
}

function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}
