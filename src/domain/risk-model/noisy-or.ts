/**
 * The chance that at least one of several things is so, each by its own cause (noisy-or): one less the product of the
 * chances that it is not. All of it is worked in -log(1 - p), which adds up: softplus of the log-odds of each.
 */

/** What a head gives for a row, and what it gives on average. */
export interface HeadMargin {
  readonly margin: number;
  readonly expected: number;
}

/** Log-odds that at least one is so, from the log-odds of each. Without any there is nothing: minus infinity. */
export function anyOf(margins: readonly number[]): number {
  let hazard = 0;
  for (const margin of margins) hazard += softplus(margin);
  return logOddsOf(hazard);
}

/**
 * By how much each head's move away from its average moves the log-odds that any is so: `usual` and the moves times
 * `shares` sum to `anyOf` of the margins, exactly. The whole move is divided by what each head adds to -log(1 - p);
 * no share is below 0, so what raises a head raises the whole.
 */
export function sharesOfHeads(heads: readonly HeadMargin[]): {
  readonly usual: number;
  readonly shares: readonly number[];
} {
  const usualHazard = heads.reduce((sum, { expected }) => sum + softplus(expected), 0);
  const hazard = heads.reduce((sum, { margin }) => sum + softplus(margin), 0);
  const usual = logOddsOf(usualHazard);
  const isWholeStill = Math.abs(hazard - usualHazard) < STILL * hazard;
  const whole = isWholeStill ? 1 / -Math.expm1(-hazard) : (logOddsOf(hazard) - usual) / (hazard - usualHazard);
  return { usual, shares: heads.map((head) => whole * riseOf(head)) };
}

/** How much -log(1 - p) of a head rises for each unit of its log-odds, on the way from what is usual. */
function riseOf({ margin, expected }: HeadMargin): number {
  if (Math.abs(margin - expected) < STILL) return 1 / (1 + Math.exp(-margin));
  return (softplus(margin) - softplus(expected)) / (margin - expected);
}

/** Of shorter ways than this the quotient has fewer right figures than the slope at their end. */
const STILL = 1e-6;

/** Log-odds of a chance p from -log(1 - p). */
function logOddsOf(hazard: number): number {
  return hazard + Math.log(-Math.expm1(-hazard));
}

/** log(1 + e^x), without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
