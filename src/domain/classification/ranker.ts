import { type Candidates, SIGNALS } from "./candidates";
import type { Genre } from "./goods-text";
import { randomFrom } from "./train-linear";

/** All kinds of text, in the order in which the ranker is told them. */
export const GENRES: readonly Genre[] = ["shop", "sentence", "short", "han"];

/** The first signals are also seen relative to the best candidate's; those after them are yes or no. */
const RELATIVE = SIGNALS.indexOf("residual") + 1;
const INPUTS = SIGNALS.length + RELATIVE + GENRES.length;
const UNITS = 16;
const WEIGHTS = UNITS * INPUTS + 2 * UNITS + INPUTS;

/** What signals weigh: a small network of one layer beside a linear part, the same for all genres, which it is told. */
export interface Ranker {
  /** Mean and spread of each signal, by which it is brought to a common scale. */
  readonly means: Float64Array;
  readonly spreads: Float64Array;
  /** Weights of the units, their offsets, what each unit says, and the linear part, one after the other. */
  readonly weights: Float64Array;
}

/** Candidates of a text whose right codes are known. */
export interface Ranked {
  readonly genre: Genre;
  readonly candidates: Candidates;
  readonly right: readonly boolean[];
}

export interface RankerOptions {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are held to zero. */
  readonly hold: number;
  /** Share of inputs that are hidden from a batch. */
  readonly hidden: number;
  readonly batch: number;
  readonly seed: number;
}

/** Weights of nothing, for a model whose ranker is yet to be trained. */
export function emptyRanker(): Ranker {
  return {
    means: new Float64Array(SIGNALS.length),
    spreads: new Float64Array(SIGNALS.length).fill(1),
    weights: new Float64Array(WEIGHTS),
  };
}

/** How likely each candidate is, by its signals; the sum is 1. */
export function likelihoods(ranker: Ranker, genre: Genre, candidates: Candidates): Float64Array {
  return normalised(inputsOf(ranker, genre, candidates).map((x) => scoreOf(x, ranker.weights, null)));
}

/** Turns scores into shares of 1. */
export function normalised(scores: readonly number[]): Float64Array {
  const most = scores.reduce((high, score) => Math.max(high, score), -Infinity);
  const raised = Float64Array.from(scores, (score) => Math.exp(score - most));
  const sum = raised.reduce((total, each) => total + each, 0);
  return raised.map((each) => each / sum);
}

function inputsOf({ means, spreads }: Ranker, genre: Genre, { signals }: Candidates): readonly Float64Array[] {
  const best = new Float64Array(RELATIVE).fill(-Infinity);
  for (const values of signals)
    for (let index = 0; index < RELATIVE; index++)
      best[index] = Math.max(best[index] as number, values[index] as number);
  return signals.map((values) => {
    const x = new Float64Array(INPUTS);
    for (let index = 0; index < values.length; index++) {
      const spread = spreads[index] as number;
      x[index] = ((values[index] as number) - (means[index] as number)) / spread;
      if (index < RELATIVE) x[SIGNALS.length + index] = ((values[index] as number) - (best[index] as number)) / spread;
    }
    x[SIGNALS.length + RELATIVE + GENRES.indexOf(genre)] = 1;
    return x;
  });
}

/** The score of one candidate; what each unit says is left in `units` where that is wanted. */
function scoreOf(x: Float64Array, weights: Float64Array, units: Float64Array | null): number {
  const offsets = UNITS * INPUTS;
  const direct = offsets + 2 * UNITS;
  let score = 0;
  for (let index = 0; index < INPUTS; index++) score += (x[index] as number) * (weights[direct + index] as number);
  for (let unit = 0; unit < UNITS; unit++) {
    let sum = weights[offsets + unit] as number;
    const from = unit * INPUTS;
    for (let index = 0; index < INPUTS; index++) sum += (x[index] as number) * (weights[from + index] as number);
    const said = Math.tanh(sum);
    if (units) units[unit] = said;
    score += said * (weights[offsets + UNITS + unit] as number);
  }
  return score;
}

/**
 * Finds weights under which what is right comes first (listwise, in batches, with adaptive steps). The same input gives
 * the same weights.
 */
export function trainRanker(examples: readonly Ranked[], options: RankerOptions): Ranker {
  const useful = examples.filter(({ right }) => right.some(Boolean));
  const ranker = { ...emptyRanker(), ...scaleOfSignals(useful) };
  const random = randomFrom(options.seed);
  for (let at = 0; at < WEIGHTS; at++) ranker.weights[at] = firstWeight(at, random);
  const rows = useful.map(({ genre, candidates, right }) => ({ x: inputsOf(ranker, genre, candidates), right }));
  const [momentum, squares] = [new Float64Array(WEIGHTS), new Float64Array(WEIGHTS)];
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    const order = shuffled(rows.length, random);
    const rate = options.rate * (1 - (0.9 * epoch) / options.epochs);
    for (let from = 0; from < order.length; from += options.batch) {
      const batch = order.slice(from, from + options.batch).flatMap((index) => rows[index] ?? []);
      const mask = Float64Array.from({ length: INPUTS }, () =>
        random() < options.hidden ? 0 : 1 / (1 - options.hidden),
      );
      const slope = ranker.weights.map((weight, at) => (isOffset(at) ? 0 : options.hold * weight));
      for (const row of batch) addSlope(slope, row, ranker.weights, mask, 1 / batch.length);
      step += 1;
      descend(ranker.weights, slope, momentum, squares, step, rate);
    }
  }
  return ranker;
}

function isOffset(at: number): boolean {
  return at >= UNITS * INPUTS && at < UNITS * INPUTS + UNITS;
}

/** Small random weights for the units, none for offsets and for the linear part. */
function firstWeight(at: number, random: () => number): number {
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  if (at < UNITS * INPUTS) return bell / Math.sqrt(INPUTS);
  return at >= UNITS * INPUTS + UNITS && at < UNITS * INPUTS + 2 * UNITS ? (0.3 * bell) / Math.sqrt(UNITS) : 0;
}

function scaleOfSignals(examples: readonly Ranked[]): Pick<Ranker, "means" | "spreads"> {
  const all = examples.flatMap(({ candidates }) => candidates.signals);
  const mean = (of: (values: Float64Array) => number) =>
    all.reduce((sum, values) => sum + of(values), 0) / Math.max(1, all.length);
  const means = Float64Array.from(SIGNALS, (_, index) => mean((values) => values[index] ?? 0));
  const spreads = Float64Array.from(
    SIGNALS,
    (_, index) => Math.sqrt(mean((values) => ((values[index] ?? 0) - (means[index] ?? 0)) ** 2)) + 1e-6,
  );
  return { means, spreads };
}

interface Row {
  readonly x: readonly Float64Array[];
  readonly right: readonly boolean[];
}

function addSlope(slope: Float64Array, row: Row, weights: Float64Array, mask: Float64Array, share: number): void {
  const inputs = row.x.map((x) => x.map((value, index) => value * (mask[index] as number)));
  const units = inputs.map(() => new Float64Array(UNITS));
  const p = normalised(inputs.map((x, index) => scoreOf(x, weights, units[index] ?? null)));
  const mass = row.right.reduce((sum, isRight, index) => (isRight ? sum + (p[index] ?? 0) : sum), 0);
  const offsets = UNITS * INPUTS;
  inputs.forEach((x, index) => {
    const off = (p[index] ?? 0) * (row.right[index] ? 1 - 1 / Math.max(mass, 1e-9) : 1) * share;
    if (off < 1e-7 && off > -1e-7) return;
    add(slope, offsets + 2 * UNITS, x, off);
    for (let unit = 0; unit < UNITS; unit++) {
      const said = units[index]?.[unit] ?? 0;
      slope[offsets + UNITS + unit] = (slope[offsets + UNITS + unit] as number) + off * said;
      const inner = off * (weights[offsets + UNITS + unit] as number) * (1 - said * said);
      slope[offsets + unit] = (slope[offsets + unit] as number) + inner;
      add(slope, unit * INPUTS, x, inner);
    }
  });
}

function add(slope: Float64Array, from: number, x: Float64Array, times: number): void {
  for (let index = 0; index < INPUTS; index++)
    slope[from + index] = (slope[from + index] as number) + times * (x[index] as number);
}

/** One step of Adam. */
function descend(
  weights: Float64Array,
  slope: Float64Array,
  momentum: Float64Array,
  squares: Float64Array,
  step: number,
  rate: number,
): void {
  for (let at = 0; at < weights.length; at++) {
    const down = slope[at] as number;
    momentum[at] = 0.9 * (momentum[at] as number) + 0.1 * down;
    squares[at] = 0.99 * (squares[at] as number) + 0.01 * down * down;
    const mean = (momentum[at] as number) / (1 - 0.9 ** step);
    weights[at] =
      (weights[at] as number) - (rate * mean) / (Math.sqrt((squares[at] as number) / (1 - 0.99 ** step)) + 1e-6);
  }
}

function shuffled(size: number, random: () => number): readonly number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
