import type { Feature } from "./features";

/** The levels of the nomenclature that have weights of their own, by the digits of their codes. */
export const LEVELS: readonly number[] = [2, 4, 6];
/** Those of codes that may be national, and so of any length. */
export const NATIONAL_LEVELS: readonly number[] = [2, 4, 6, 99];

/** Codes of one level, and for each code of the model which of them it lies under. */
export interface Level {
  readonly digits: number;
  readonly codes: readonly string[];
  /** Index into `codes` for each subheading. */
  readonly over: Uint16Array;
  /** Index into the level above for each of `codes`; empty at the first level. */
  readonly parents: Uint16Array;
}

/** What a feature says for each code it was seen with, at one level; those of feature f lie from `starts[f]` to `starts[f + 1]`. */
export interface Postings {
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A linear model of codes: what a code is given is the sum over its chapter, its heading and itself. */
export interface LinearModel {
  readonly codes: readonly string[];
  readonly levels: readonly Level[];
  /** The number of each feature, by its key. */
  readonly features: ReadonlyMap<number, number>;
  readonly postings: readonly Postings[];
}

/** The levels over these codes, by the digits of each. Codes are ascending, each once, and the last level is of whole codes. */
export function levelsOf(all: readonly string[], digitsOfLevels: readonly number[]): readonly Level[] {
  const levels: Level[] = [];
  for (const digits of digitsOfLevels) {
    const codes = [...new Set(all.map((code) => code.slice(0, digits)))];
    const numbers = new Map(codes.map((code, number) => [code, number]));
    const over = Uint16Array.from(all, (code) => numbers.get(code.slice(0, digits)) ?? 0);
    const above = levels.at(-1);
    const parents = new Uint16Array(above ? codes.length : 0);
    if (above) for (const [index, number] of over.entries()) parents[number] = above.over[index] ?? 0;
    levels.push({ digits, codes, over, parents });
  }
  return levels;
}

/** The length to which the features of a text are brought, so that long texts are not surer than short ones. */
export function scaleOf(weights: Iterable<number>): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return squares > 0 ? 1 / squares ** 0.35 : 0;
}

/** What the model gives each subheading for these features: logits, before any comparison. */
export function logitsOf(model: LinearModel, features: readonly Feature[]): Float32Array {
  const known = features.filter(({ key }) => model.features.has(key));
  const scale = scaleOf(known.map(({ weight }) => weight));
  const sums = model.postings.map(({ bias }) => Float32Array.from(bias));
  for (const { key, weight } of known) {
    const number = model.features.get(key) ?? 0;
    model.postings.forEach((postings, level) => {
      addPostings(postings, number, weight * scale, sums[level] ?? new Float32Array());
    });
  }
  return combine(model.levels, sums, new Float32Array(model.codes.length));
}

/** Adds what one feature says to the sums of its level. */
export function addPostings(
  { starts, classes, weights }: Postings,
  feature: number,
  x: number,
  sums: Float32Array,
): void {
  const end = starts[feature + 1] ?? 0;
  for (let at = starts[feature] ?? 0; at < end; at++) {
    const code = classes[at] as number;
    sums[code] = (sums[code] as number) + (weights[at] as number) * x;
  }
}

/** For each code the sum over its levels, written into `out`; the sums of each level take in those above. */
export function combine(levels: readonly Level[], sums: readonly Float32Array[], out: Float32Array): Float32Array {
  for (let level = 1; level < levels.length; level++) {
    const [of, above, parents] = [sums[level], sums[level - 1], levels[level]?.parents];
    if (!of || !above || !parents) continue;
    for (let code = 0; code < of.length; code++)
      of[code] = (of[code] as number) + (above[parents[code] as number] as number);
  }
  out.set(sums.at(-1) ?? out);
  return out;
}

/** Logits this far below the highest have no probability worth the exponential. */
const FAR_BELOW = 14;

/** Turns logits into probabilities in place. */
export function softmax(logits: Float32Array): Float32Array {
  let most = -Infinity;
  for (let index = 0; index < logits.length; index++)
    if ((logits[index] as number) > most) most = logits[index] as number;
  let sum = 0;
  for (let index = 0; index < logits.length; index++) {
    const below = (logits[index] as number) - most;
    const value = below < -FAR_BELOW ? 0 : Math.exp(below);
    logits[index] = value;
    sum += value;
  }
  const share = 1 / sum;
  for (let index = 0; index < logits.length; index++) logits[index] = (logits[index] as number) * share;
  return logits;
}
