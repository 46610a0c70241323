import type { BinnedTable } from "./quantile-bins";

/** Between which values a leaf must stay, so that a monotone feature stays monotone over the whole tree. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export interface Split {
  readonly column: number;
  /** The last bin that goes left. */
  readonly bin: number;
  readonly missingLeft: boolean;
  readonly gain: number;
  readonly leftBounds: Bounds;
  readonly rightBounds: Bounds;
}

export interface SplitRules {
  readonly l2: number;
  /** Least curvature (for a log loss: how much undecided weight) of a leaf. */
  readonly leastHessian: number;
  readonly leastGain: number;
  /** For each column 1 where more may only raise the value, -1 where it may only lower it, 0 for neither. */
  readonly monotone: Int8Array;
}

interface Sums {
  readonly gradient: number;
  readonly hessian: number;
}

interface Search {
  readonly sums: Sums;
  readonly rules: SplitRules;
  readonly bounds: Bounds;
  readonly own: number;
}

interface Found {
  gain: number;
  column: number;
  bin: number;
  missingLeft: boolean;
}

const WIDTH = 512;

/** The split of a leaf that gains most over all columns and bins; null where none gains enough. */
export function bestSplit(
  histogram: Float64Array,
  sums: Sums,
  columns: readonly number[],
  table: BinnedTable,
  rules: SplitRules,
  bounds: Bounds,
): Split | null {
  const search = { sums, rules, bounds, own: scoreOf(sums.gradient, sums.hessian, rules, bounds) };
  const found: Found = { gain: rules.leastGain, column: -1, bin: 0, missingLeft: false };
  for (let index = 0; index < columns.length; index++) {
    const column = columns[index] ?? 0;
    const most = (table.cuts[column]?.length ?? 0) + 1;
    searchColumn(histogram, index * WIDTH, most, column, search, found);
  }
  if (found.column < 0) return null;
  return { ...found, ...boundsOf(histogram, columns.indexOf(found.column) * WIDTH, found, search) };
}

function searchColumn(
  histogram: Float64Array,
  offset: number,
  most: number,
  column: number,
  search: Search,
  found: Found,
): void {
  if (isFree(search, column)) {
    searchFreely(histogram, offset, most, column, search, found);
    return;
  }
  const missingGradient = histogram[offset] ?? 0;
  const missingHessian = histogram[offset + 1] ?? 0;
  const hasMissing = missingHessian > 1e-9;
  let gradient = 0;
  let hessian = 0;
  // Without missing values, a split behind the last bin would part nothing.
  const last = hasMissing ? most : most - 1;
  for (let bin = 1; bin <= last; bin++) {
    gradient += histogram[offset + 2 * bin] ?? 0;
    hessian += histogram[offset + 2 * bin + 1] ?? 0;
    consider(gradient, hessian, false, bin, column, search, found);
    if (hasMissing && bin < most)
      consider(gradient + missingGradient, hessian + missingHessian, true, bin, column, search, found);
  }
}

/** Whether neither the column nor the leaf is bound to any order, as most are. */
function isFree({ rules, bounds }: Search, column: number): boolean {
  const isBound = bounds.lower > Number.NEGATIVE_INFINITY || bounds.upper < Number.POSITIVE_INFINITY;
  return !isBound && (rules.monotone[column] ?? 0) === 0;
}

/** The same search without bounds: first with the missing values on the right, then, where there are any, on the left. */
function searchFreely(
  histogram: Float64Array,
  offset: number,
  most: number,
  column: number,
  search: Search,
  found: Found,
): void {
  const missing = { gradient: histogram[offset] ?? 0, hessian: histogram[offset + 1] ?? 0 };
  const hasMissing = missing.hessian > 1e-9;
  const bin = bestBin(histogram, offset, hasMissing ? most : most - 1, { gradient: 0, hessian: 0 }, search, found);
  if (bin > 0) Object.assign(found, { column, bin, missingLeft: false });
  if (!hasMissing) return;
  const other = bestBin(histogram, offset, most - 1, missing, search, found);
  if (other > 0) Object.assign(found, { column, bin: other, missingLeft: true });
}

/** The last bin to the left of the best split, and 0 where none gains more than what was found. Most of the work of training. */
function bestBin(
  histogram: Float64Array,
  offset: number,
  last: number,
  left: Sums,
  { sums, rules: { l2, leastHessian }, own }: Search,
  found: Found,
): number {
  let { gradient, hessian } = left;
  let best = 0;
  for (let bin = 1; bin <= last; bin++) {
    gradient += histogram[offset + 2 * bin] ?? 0;
    hessian += histogram[offset + 2 * bin + 1] ?? 0;
    const rest = sums.hessian - hessian;
    if (hessian < leastHessian || rest < leastHessian) continue;
    const other = sums.gradient - gradient;
    const gain = (gradient * gradient) / (hessian + l2) + (other * other) / (rest + l2) - own;
    if (gain <= found.gain) continue;
    found.gain = gain;
    best = bin;
  }
  return best;
}

function consider(
  gradient: number,
  hessian: number,
  missingLeft: boolean,
  bin: number,
  column: number,
  { sums, rules, bounds, own }: Search,
  found: Found,
): void {
  const rest = sums.hessian - hessian;
  if (hessian < rules.leastHessian || rest < rules.leastHessian) return;
  const other = sums.gradient - gradient;
  const gain = scoreOf(gradient, hessian, rules, bounds) + scoreOf(other, rest, rules, bounds) - own;
  if (gain <= found.gain) return;
  const direction = rules.monotone[column] ?? 0;
  if (direction !== 0) {
    const rise = weightOf(other, rest, rules, bounds) - weightOf(gradient, hessian, rules, bounds);
    if (rise * direction < 0) return;
  }
  found.gain = gain;
  found.column = column;
  found.bin = bin;
  found.missingLeft = missingLeft;
}

function weightOf(gradient: number, hessian: number, rules: SplitRules, bounds: Bounds): number {
  return Math.min(bounds.upper, Math.max(bounds.lower, -gradient / (hessian + rules.l2)));
}

/** Twice by how much the loss falls with the best allowed value of the leaf. */
function scoreOf(gradient: number, hessian: number, rules: SplitRules, bounds: Bounds): number {
  const free = -gradient / (hessian + rules.l2);
  if (free >= bounds.lower && free <= bounds.upper) return -gradient * free;
  const weight = free < bounds.lower ? bounds.lower : bounds.upper;
  return -(2 * gradient * weight + (hessian + rules.l2) * weight * weight);
}

/** What the children may become: of a monotone split, neither may pass the middle between the two. */
function boundsOf(histogram: Float64Array, offset: number, found: Found, { sums, rules, bounds }: Search) {
  const direction = rules.monotone[found.column] ?? 0;
  if (direction === 0) return { leftBounds: bounds, rightBounds: bounds };
  let gradient = found.missingLeft ? (histogram[offset] ?? 0) : 0;
  let hessian = found.missingLeft ? (histogram[offset + 1] ?? 0) : 0;
  for (let bin = 1; bin <= found.bin; bin++) {
    gradient += histogram[offset + 2 * bin] ?? 0;
    hessian += histogram[offset + 2 * bin + 1] ?? 0;
  }
  const left = weightOf(gradient, hessian, rules, bounds);
  const right = weightOf(sums.gradient - gradient, sums.hessian - hessian, rules, bounds);
  const middle = (left + right) / 2;
  const below = { lower: bounds.lower, upper: middle };
  const above = { lower: middle, upper: bounds.upper };
  return direction > 0 ? { leftBounds: below, rightBounds: above } : { leftBounds: above, rightBounds: below };
}
