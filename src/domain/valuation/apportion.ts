import type { Money } from "../shared/money";

/**
 * Divides an amount in proportion to the weights, to the minor unit; the parts add up to the whole. What the
 * division leaves over goes to the largest remainders, and among equals to the first. Weights are not negative;
 * when all are zero the first part takes the whole.
 */
export function apportion(whole: Money, weights: readonly bigint[]): readonly Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n)
    return weights.map((_, index) => ({ currency: whole.currency, minor: index === 0 ? whole.minor : 0n }));
  const shares = weights.map((weight, index) => ({
    index,
    minor: (whole.minor * weight) / total,
    remainder: (whole.minor * weight) % total,
  }));
  let left = whole.minor - shares.reduce((sum, share) => sum + share.minor, 0n);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const extra = new Set<number>();
  for (const share of byRemainder) {
    if (left === 0n) break;
    extra.add(share.index);
    left -= 1n;
  }
  return shares.map((share) => ({ currency: whole.currency, minor: share.minor + (extra.has(share.index) ? 1n : 0n) }));
}
