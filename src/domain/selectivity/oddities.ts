import {
  compare,
  type Decimal,
  decimal,
  divide,
  formatDecimal,
  multiply,
  parseDecimal,
  subtract,
} from "../shared/decimal";
import { type Money, toDecimal } from "../shared/money";
import { longestPrefix } from "../tariff/commodity-code";
import type { Scorecard } from "./scorecard";

/** Scales differ; more than a twentieth apart is a contradiction. */
export function weightsDiffer(a: string, b: string): boolean {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  if (!first.ok || !second.ok) return true;
  const difference = subtract(first.value, second.value);
  const size: Decimal = {
    units: difference.units < 0n ? -difference.units : difference.units,
    scale: difference.scale,
  };
  return compare(multiply(size, decimal("20")), first.value) > 0;
}

interface Priced {
  readonly commodityCode: string;
  readonly value: Money;
  readonly netWeightKg: string | null;
}

/** The price in CNY for a kilogram with the band that it falls out of; null when it is usual, or cannot be told. */
export function unusualPrice(
  line: Priced,
  { priceBands }: Scorecard,
): { price: string; low: string; high: string } | null {
  const heading = longestPrefix(
    line.commodityCode,
    priceBands.map((band) => band.heading),
  );
  const band = priceBands.find((each) => each.heading === heading);
  if (!band || line.netWeightKg === null || compare(decimal(line.netWeightKg), decimal("0")) <= 0) return null;
  const perKg = divide(toDecimal(line.value), decimal(line.netWeightKg), 2);
  const isUsual = compare(perKg, decimal(band.lowCnyPerKg)) >= 0 && compare(perKg, decimal(band.highCnyPerKg)) <= 0;
  return isUsual ? null : { price: formatDecimal(perKg), low: band.lowCnyPerKg, high: band.highCnyPerKg };
}

/** Whether a description is made of nothing but words that fit any goods. */
export function isVague(description: string, vagueWords: readonly string[]): boolean {
  const words = description
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  return words.length === 0 || words.every((word) => vagueWords.includes(word));
}

/** Five figures and more that end in three zeros: prices that were agreed, not counted. */
export function isRound(total: string): boolean {
  return /^\d{2,}000(\.0+)?$/.test(total);
}
