/** A share with the interval in which it lies. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959963984540054;

/** The share of successes among trials with its interval of 95 % by Wilson (1927); there is at least one trial. */
export function wilson(successes: number, trials: number): Interval {
  const share = successes / trials;
  const square = Z * Z;
  const middle = (share + square / (2 * trials)) / (1 + square / trials);
  const half = (Z / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  const figure = (value: number) => Number(Math.min(1, Math.max(0, value)).toFixed(6));
  return { share: figure(share), low: figure(middle - half), high: figure(middle + half) };
}
