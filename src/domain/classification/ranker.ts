import { type Candidates, SIGNALS } from "./candidates";
import type { Genre } from "./goods-text";

export const GENRES: readonly Genre[] = ["shop", "sentence", "short", "han"];

/** What each signal weighs, for texts of each genre. */
export type Ranker = Readonly<Record<Genre, Float64Array>>;

/** Candidates of a text whose right codes are known. */
export interface Ranked {
  readonly genre: Genre;
  readonly candidates: Candidates;
  readonly right: readonly boolean[];
  /** How much it counts; 1 is usual. */
  readonly weight: number;
}

export interface RankerOptions {
  /** How strongly the weights that all genres share are held to zero, and those by which a genre differs. */
  readonly shared: number;
  readonly apart: number;
  readonly rounds: number;
}

/** Weights of nothing, for a model whose ranker is yet to be trained. */
export function emptyRanker(): Ranker {
  return rankerOf(new Float64Array(SIGNALS.length * (1 + GENRES.length)));
}

/** How likely each candidate is, by its signals; the sum is 1. */
export function likelihoods(ranker: Ranker, genre: Genre, { signals }: Candidates): Float64Array {
  return normalised(signals.map((values) => dot(values, ranker[genre])));
}

function dot(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += (values[index] as number) * (weights[index] as number);
  return sum;
}

/** Turns scores into shares of 1. */
export function normalised(scores: readonly number[]): Float64Array {
  const most = scores.reduce((high, score) => Math.max(high, score), -Infinity);
  const raised = Float64Array.from(scores, (score) => Math.exp(score - most));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}

/**
 * Finds weights under which what is right comes first (listwise, by gradient descent with momentum). A genre has its
 * own weights, which are held to those of all. The same input gives the same weights.
 */
export function trainRanker(examples: readonly Ranked[], options: RankerOptions): Ranker {
  const size = SIGNALS.length;
  const useful = examples.filter(({ right }) => right.some(Boolean));
  const total = useful.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weights = new Float64Array(size * (1 + GENRES.length));
  const momentum = new Float64Array(weights.length);
  const squares = new Float64Array(weights.length);
  for (let round = 1; round <= options.rounds; round++) {
    const slope = new Float64Array(weights.length);
    const ranker = rankerOf(weights);
    for (const example of useful) addSlope(slope, example, ranker, example.weight / total);
    weights.forEach((weight, index) => {
      const down = (slope[index] ?? 0) + (index < size ? options.shared : options.apart) * weight;
      momentum[index] = 0.9 * (momentum[index] ?? 0) + 0.1 * down;
      squares[index] = 0.99 * (squares[index] ?? 0) + 0.01 * down * down;
    });
    descend(weights, momentum, squares, round, 0.05 * (1 - (0.9 * round) / options.rounds));
  }
  return rankerOf(weights);
}

/** One step of Adam. */
function descend(
  weights: Float64Array,
  momentum: Float64Array,
  squares: Float64Array,
  round: number,
  rate: number,
): void {
  for (let index = 0; index < weights.length; index++) {
    const mean = (momentum[index] ?? 0) / (1 - 0.9 ** round);
    const spread = Math.sqrt((squares[index] ?? 0) / (1 - 0.99 ** round)) + 1e-6;
    weights[index] = (weights[index] ?? 0) - (rate * mean) / spread;
  }
}

function rankerOf(weights: Float64Array): Ranker {
  const of = (genre: Genre) => {
    const offset = SIGNALS.length * (1 + GENRES.indexOf(genre));
    return Float64Array.from(SIGNALS, (_, index) => (weights[index] ?? 0) + (weights[offset + index] ?? 0));
  };
  return { shop: of("shop"), sentence: of("sentence"), short: of("short"), han: of("han") };
}

function addSlope(slope: Float64Array, { genre, candidates, right }: Ranked, ranker: Ranker, weight: number): void {
  const p = likelihoods(ranker, genre, candidates);
  let mass = 0;
  right.forEach((isRight, index) => {
    if (isRight) mass += p[index] ?? 0;
  });
  const offset = SIGNALS.length * (1 + GENRES.indexOf(genre));
  candidates.signals.forEach((values, index) => {
    const off = (p[index] ?? 0) * (right[index] ? 1 - 1 / Math.max(mass, 1e-12) : 1) * weight;
    if (off < 1e-9 && off > -1e-9) return;
    for (let signal = 0; signal < values.length; signal++) {
      const change = off * (values[signal] as number);
      slope[signal] = (slope[signal] as number) + change;
      slope[offset + signal] = (slope[offset + signal] as number) + change;
    }
  });
}
