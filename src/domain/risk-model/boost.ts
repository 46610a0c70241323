import { randomFrom } from "../classification/train-linear";
import { type Forest, forestOf, type GrownNode } from "./forest";
import { growTree, type Slopes, type TreeRules } from "./grow-tree";
import { softplus } from "./noisy-or";
import type { BinnedTable } from "./quantile-bins";

/** What the trees fit: log-odds of a yes, or a number by least squares. */
export type Objective = "log_loss" | "squares";

export interface BoostOptions extends TreeRules {
  readonly objective: Objective;
  /**
   * Where the trees start: at the usual, or at nothing known (log-odds of 0). At nothing known all rows count as undecided
   * at first, so the first trees may part few rows from the many; that orders better where few are a yes.
   */
  readonly start: "usual" | "undecided";
  readonly rounds: number;
  readonly rate: number;
  /** Shares of rows and columns that a tree sees; of the rows those that it still gets wrong come before others. */
  readonly rowShare: number;
  readonly columnShare: number;
  /** Rounds without a better loss on the rows that are held out, after which it ends; 0 for never. */
  readonly patience: number;
  readonly seed: number;
}

export interface Boosted {
  readonly forest: Forest;
  /** What the forest gives for each row of the table, seen or held out. */
  readonly fitted: Float64Array;
  /** Rounds that were kept. */
  readonly rounds: number;
}

interface Progress {
  best: number;
  rounds: number;
  fitted: Float64Array;
}

/**
 * Boosts trees on the rows that are not held out; `weights` are how much a row counts. The same input gives the same
 * forest, bit for bit. Held-out rows tell when to end, and are only looked at for that.
 */
export function boost(
  table: BinnedTable,
  targets: Float64Array,
  weights: Float64Array,
  heldOut: Uint8Array | null,
  options: BoostOptions,
): Boosted {
  const random = randomFrom(options.seed);
  const seen = Int32Array.from(targets.keys()).filter((row) => heldOut?.[row] !== 1 && (weights[row] ?? 0) > 0);
  const base = baseOf(targets, weights, seen, options);
  const fitted = new Float64Array(table.rows).fill(base);
  const slopes = { gradient: new Float64Array(table.rows), hessian: new Float64Array(table.rows) };
  const usable = [...table.cuts.keys()].filter((column) => isUsable(table, column));
  const trees: GrownNode[][] = [];
  const limit = { sure: 0 };
  const kept: Progress = { best: Number.POSITIVE_INFINITY, rounds: 0, fitted: fitted.slice() };
  for (let round = 1; round <= options.rounds && usable.length > 0; round++) {
    setSlopes(slopes, targets, weights, fitted, options.objective);
    const rows = drawRows(seen, slopes, options.rowShare, random, limit);
    const tree = growTree(table, slopes, rows, sampled(usable, options.columnShare, random), options);
    for (const node of tree) node.value *= options.rate;
    trees.push(tree);
    addTree(tree, table, fitted);
    // Without a held-out part every round is as good as the last.
    const stops = options.patience > 0 && heldOut;
    const loss = stops ? lossOf(targets, weights, fitted, heldOut, options.objective) : -round;
    if (loss < kept.best) keep(kept, loss, round, stops ? fitted.slice() : fitted);
    if (stops && round - kept.rounds >= options.patience) break;
  }
  return { forest: forestOf(trees.slice(0, kept.rounds), base), fitted: kept.fitted, rounds: kept.rounds };
}

function keep(kept: Progress, loss: number, round: number, fitted: Float64Array): void {
  kept.best = loss;
  kept.rounds = round;
  kept.fitted = fitted;
}

/** Steps towards the limit from where it was in the round before, and from nothing at first. */
const STEPS = 2;
const FIRST_STEPS = 8;

/**
 * Draws a share of the rows, each with a chance in proportion to its slope and at most 1, and puts what those with a
 * smaller chance stand for into their slopes, so that sums over the drawn rows are right on average (minimal variance
 * sampling). What the trees have settled costs little then. `limit` is the slope from which on a row is sure to be drawn,
 * and goes from round to round, for it moves little.
 */
function drawRows(
  seen: Int32Array,
  { gradient, hessian }: Slopes,
  share: number,
  random: () => number,
  limit: { sure: number },
): Int32Array {
  if (share >= 1) return seen.slice();
  const wanted = share * seen.length;
  const steps = limit.sure > 0 ? STEPS : FIRST_STEPS;
  if (!(limit.sure > 0)) for (const row of seen) limit.sure += Math.abs(gradient[row] ?? 0) / Math.max(1, wanted);
  for (let step = 0; step < steps && limit.sure > 0; step++) {
    let drawn = 0;
    for (const row of seen) drawn += Math.min(1, Math.abs(gradient[row] ?? 0) / limit.sure);
    limit.sure *= drawn / wanted;
  }
  const { sure } = limit;
  return seen.filter((row) => {
    const chance = sure > 0 ? Math.min(1, Math.abs(gradient[row] ?? 0) / sure) : share;
    if (random() >= chance) return false;
    gradient[row] = (gradient[row] ?? 0) / chance;
    hessian[row] = (hessian[row] ?? 0) / chance;
    return true;
  });
}

function isUsable(table: BinnedTable, column: number): boolean {
  return (table.cuts[column]?.length ?? 0) > 0 || (table.bins[column]?.includes(0) ?? false);
}

function baseOf(
  targets: Float64Array,
  weights: Float64Array,
  rows: Int32Array,
  { start, objective }: Pick<BoostOptions, "start" | "objective">,
): number {
  if (start === "undecided") return 0;
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    sum += (targets[row] ?? 0) * (weights[row] ?? 0);
    total += weights[row] ?? 0;
  }
  if (total === 0) return 0;
  const mean = sum / total;
  if (objective === "squares") return mean;
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, mean));
  return Math.log(bounded / (1 - bounded));
}

function setSlopes(
  slopes: { readonly gradient: Float64Array; readonly hessian: Float64Array },
  targets: Float64Array,
  weights: Float64Array,
  fitted: Float64Array,
  objective: Objective,
): void {
  for (let row = 0; row < targets.length; row++) {
    const weight = weights[row] ?? 0;
    const at = fitted[row] ?? 0;
    const guess = objective === "squares" ? at : 1 / (1 + Math.exp(-at));
    slopes.gradient[row] = weight * (guess - (targets[row] ?? 0));
    slopes.hessian[row] = objective === "squares" ? weight : weight * Math.max(1e-6, guess * (1 - guess));
  }
}

/** A share of the columns, in their order. */
function sampled(columns: readonly number[], share: number, random: () => number): readonly number[] {
  if (share >= 1) return columns;
  const wanted = Math.max(1, Math.round(columns.length * share));
  const pool = [...columns];
  for (let place = 0; place < wanted; place++) {
    const other = place + Math.floor(random() * (pool.length - place));
    const here = pool[place] ?? 0;
    pool[place] = pool[other] ?? 0;
    pool[other] = here;
  }
  return pool.slice(0, wanted).sort((a, b) => a - b);
}

function addTree(tree: readonly GrownNode[], table: BinnedTable, fitted: Float64Array): void {
  const flat = forestOf([tree], 0);
  const lastBin = Uint8Array.from(tree, ({ feature, threshold }) => lastLeft(table, feature, threshold));
  for (let row = 0; row < fitted.length; row++)
    fitted[row] = (fitted[row] ?? 0) + (flat.value[leafOf(flat, table, lastBin, row)] ?? 0);
}

function leafOf({ feature, left, right, missingLeft }: Forest, table: BinnedTable, lastBin: Uint8Array, row: number) {
  let node = 0;
  let column = feature[0] ?? -1;
  while (column >= 0) {
    const bin = table.bins[column]?.[row] ?? 0;
    const goesLeft = bin === 0 ? missingLeft[node] === 1 : bin <= (lastBin[node] ?? 0);
    node = (goesLeft ? left[node] : right[node]) ?? 0;
    column = feature[node] ?? -1;
  }
  return node;
}

/** The last bin that goes left of a threshold, which is one of the column's cuts or beyond all of them. */
function lastLeft(table: BinnedTable, column: number, threshold: number): number {
  if (column < 0) return 0;
  const cuts = table.cuts[column] ?? new Float64Array(0);
  if (threshold === Number.POSITIVE_INFINITY) return cuts.length + 1;
  return cuts.indexOf(threshold) + 1;
}

function lossOf(
  targets: Float64Array,
  weights: Float64Array,
  fitted: Float64Array,
  heldOut: Uint8Array,
  objective: Objective,
): number {
  let sum = 0;
  for (let row = 0; row < targets.length; row++) {
    if (heldOut[row] !== 1) continue;
    const target = targets[row] ?? 0;
    const at = fitted[row] ?? 0;
    const loss = objective === "squares" ? (at - target) ** 2 / 2 : softplus(at) - target * at;
    sum += (weights[row] ?? 0) * loss;
  }
  return sum;
}
