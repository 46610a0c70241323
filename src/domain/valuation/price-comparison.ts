import { decimal, divide, formatDecimal, sum } from "../shared/decimal";

/** One price beside the history of its kind: how many standard deviations it lies from the mean. */
export interface PriceComparison {
  readonly count: number;
  readonly mean: string;
  /** Null where the history does not vary or is too short to say. */
  readonly deviations: number | null;
}

/** Fewer earlier prices than this say nothing about what is usual. */
const FEWEST = 5;

/**
 * Compares a unit price with earlier ones of the same commodity, origin, unit and month, in one currency. The mean is
 * exact to six places; the deviation is a measure for people, not money.
 */
export function comparePrice(unitPrice: string, history: readonly string[]): PriceComparison {
  const count = history.length;
  if (count === 0) return { count, mean: "0", deviations: null };
  const mean = divide(sum(history.map(decimal)), decimal(String(count)), 6);
  const numbers = history.map(Number);
  const middle = Number(formatDecimal(mean));
  const variance = numbers.reduce((total, each) => total + (each - middle) ** 2, 0) / Math.max(1, count - 1);
  const spread = Math.sqrt(variance);
  const deviations = count < FEWEST || spread === 0 ? null : (Number(unitPrice) - middle) / spread;
  return { count, mean: formatDecimal(mean), deviations };
}
