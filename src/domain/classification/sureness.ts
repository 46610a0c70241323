import { type Candidates, SIGNALS } from "./candidates";
import type { GoodsText } from "./goods-text";

/** How what is seen of a first code translates into how often it was right, found out on texts that taught nothing. */
export interface Sureness {
  /** What each sign weighs, in the order of the signs. */
  readonly weights: readonly number[];
  /** From this confidence on a code is shown as sure. */
  readonly sureFrom: number;
}

/** The signs of a first code, and whether it was right. */
export interface Outcome {
  readonly signs: readonly number[];
  readonly isRight: boolean;
  /** How much it counts; 1 is usual. */
  readonly weight: number;
}

/** Wrong ones among the sure that are aimed at, and how many sure outcomes there must be to say so. */
const AIMED_WRONG = 0.005;
const LEAST_SURE = 15;
/** Where too few outcomes bear it out, nothing is sure. */
const NEVER = 1.01;
const ROUNDS = 1500;
const RATE = 0.3;
const HOLD = 0.003;

/** The confidence that a code with these signs is right, from 0 to 1. */
export function confidenceOf({ weights }: Sureness, signs: readonly number[]): number {
  const sum = signs.reduce((total, sign, index) => total + sign * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The logarithm of the odds of a share, within what can be told from certainty. */
export function logOdds(share: number): number {
  const inside = Math.min(1 - 1e-4, Math.max(1e-4, share));
  return Math.log(inside / (1 - inside));
}

/**
 * What speaks for trusting the first of ranked candidates: its share, the likest text, whether the linear model and
 * the likest text name it too, how much of what its name demands the text leaves unsaid, and whether several goods are named.
 */
export function signsOf(candidates: Candidates, shares: Float64Array, { title, genre }: GoodsText): readonly number[] {
  const first = indexOfHighest(shares);
  const signals = candidates.signals[first];
  const of = (name: (typeof SIGNALS)[number]) => signals?.[SIGNALS.indexOf(name)] ?? 0;
  const isFirstBy = (name: string) => {
    const index = SIGNALS.indexOf(name);
    return indexOfHighest(Float64Array.from(candidates.signals, (each) => each[index] ?? 0)) === first ? 1 : 0;
  };
  const unsaid = ["material unsaid", "cloth unsaid", "wearer unsaid"].reduce((sum, name) => sum + of(name), 0);
  return [
    1,
    logOdds(shares[first] ?? 0),
    of("likest text") / 5,
    isFirstBy("title"),
    isFirstBy("likest text"),
    unsaid,
    /,.*,|\band\b|、|;/.test(title) ? 1 : 0,
    genre === "short" ? 1 : 0,
    genre === "han" ? 1 : 0,
  ];
}

/** The index of the highest value, of equals the first. */
function indexOfHighest(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index++)
    if ((values[index] as number) > (values[best] as number)) best = index;
  return best;
}

/**
 * Fits the weights to outcomes, and the confidence from which on codes are shown as sure: the lowest from which at most
 * 5 of 1,000 outcomes were wrong. Where too few outcomes bear that out, nothing is ever sure.
 */
export function surenessOf(outcomes: readonly Outcome[]): Sureness {
  const weights = fitted(outcomes);
  const ranked = outcomes
    .map(({ signs, isRight, weight }) => ({
      confidence: confidenceOf({ weights, sureFrom: NEVER }, signs),
      isRight,
      weight,
    }))
    .sort((a, b) => b.confidence - a.confidence);
  let [wrong, total] = [0, 0];
  let sureFrom = NEVER;
  ranked.forEach(({ confidence, isRight, weight }, index) => {
    total += weight;
    if (!isRight) wrong += weight;
    const next = ranked[index + 1]?.confidence ?? 0;
    if (next < confidence && index + 1 >= LEAST_SURE && wrong <= AIMED_WRONG * total) sureFrom = confidence;
  });
  return { weights, sureFrom };
}

/** Logistic regression by gradient descent, held lightly to taking log odds as they are. */
function fitted(outcomes: readonly Outcome[]): readonly number[] {
  const size = outcomes[0]?.signs.length ?? 2;
  const weights: number[] = Array.from({ length: size }, (_, index) => (index === 1 ? 1 : 0));
  const total = outcomes.reduce((sum, { weight }) => sum + weight, 0) || 1;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight, index) => HOLD * (weight - (index === 1 ? 1 : 0)));
    for (const { signs, isRight, weight } of outcomes) {
      const off = (confidenceOf({ weights, sureFrom: NEVER }, signs) - (isRight ? 1 : 0)) * (weight / total);
      signs.forEach((sign, index) => {
        slope[index] = (slope[index] ?? 0) + off * sign;
      });
    }
    slope.forEach((each, index) => {
      weights[index] = (weights[index] ?? 0) - RATE * each;
    });
  }
  return weights;
}
