import type { Genre } from "./goods-text";

/** How shares of the first code translate into how often it was right, found out on texts that taught nothing. */
export interface Sureness {
  /** By genre, a slope and an offset on the logit of the share. */
  readonly curve: Readonly<Record<Genre, readonly [slope: number, offset: number]>>;
  /** From this confidence on a code is shown as sure. */
  readonly sureFrom: number;
}

/** A share of the first code, and whether it was right. */
export interface Outcome {
  readonly genre: Genre;
  readonly share: number;
  readonly isRight: boolean;
}

/** The confidence that a code with this share is right, from 0 to 1. */
export function confidenceOf({ curve }: Sureness, genre: Genre, share: number): number {
  const [slope, offset] = curve[genre];
  return 1 / (1 + Math.exp(-(slope * logit(share) + offset)));
}

function logit(share: number): number {
  const inside = Math.min(1 - 1e-4, Math.max(1e-4, share));
  return Math.log(inside / (1 - inside));
}

/** Fits slope and offset to outcomes, held lightly to taking shares as they are. */
export function fitCurve(outcomes: readonly Outcome[]): readonly [slope: number, offset: number] {
  let [slope, offset] = [1, 0];
  const rounds = 2000;
  for (let round = 0; round < rounds; round++) {
    let [downSlope, downOffset] = [(slope - 1) * 0.5, offset * 0.5];
    for (const { share, isRight } of outcomes) {
      const x = logit(share);
      const off = 1 / (1 + Math.exp(-(slope * x + offset))) - (isRight ? 1 : 0);
      downSlope += off * x;
      downOffset += off;
    }
    const rate = 0.5 / (outcomes.length + 1);
    slope -= rate * downSlope;
    offset -= rate * downOffset;
  }
  return [slope, offset];
}

/** One curve for all genres, where outcomes are of one sender. */
export function curveForAll(outcomes: readonly Outcome[]): Sureness["curve"] {
  const curve = fitCurve(outcomes);
  return { shop: curve, sentence: curve, short: curve, han: curve };
}

/** A curve for each genre, from its own outcomes. */
export function curveByGenre(outcomes: readonly Outcome[]): Sureness["curve"] {
  const of = (wanted: Genre) => fitCurve(outcomes.filter(({ genre }) => genre === wanted));
  return { shop: of("shop"), sentence: of("sentence"), short: of("short"), han: of("han") };
}

/** Wrong ones among the sure that are aimed at, and how many sure outcomes there must be to say so. */
const AIMED_WRONG = 0.008;
const LEAST_SURE = 20;
/** Where too few outcomes bear it out, nothing is sure. */
const NEVER = 1.01;

/**
 * The curve with the confidence from which on codes are shown as sure: the lowest from which at most 8 of 1,000
 * outcomes were wrong. Where fewer than twenty outcomes bear that out, nothing is ever sure.
 */
export function surenessOf(outcomes: readonly Outcome[], curve: Sureness["curve"] = curveForAll(outcomes)): Sureness {
  const ranked = outcomes
    .map(({ genre, share, isRight }) => ({
      confidence: confidenceOf({ curve, sureFrom: NEVER }, genre, share),
      isRight,
    }))
    .sort((a, b) => b.confidence - a.confidence);
  let wrong = 0;
  let sureFrom = NEVER;
  ranked.forEach(({ confidence, isRight }, index) => {
    if (!isRight) wrong += 1;
    const next = ranked[index + 1]?.confidence ?? 0;
    if (next < confidence && index + 1 >= LEAST_SURE && wrong <= AIMED_WRONG * (index + 1)) sureFrom = confidence;
  });
  return { curve, sureFrom };
}
