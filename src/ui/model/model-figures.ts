/** A share as per cent with one figure after the point. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A figure with the interval in which it lies for 95 of 100 samples. */
export function withInterval({ value, low, high }: Interval, written: (figure: number) => string): string {
  return `${written(value)} (${written(low)} – ${written(high)})`;
}
