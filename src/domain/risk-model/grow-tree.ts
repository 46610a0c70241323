import type { GrownNode } from "./forest";
import type { BinnedTable } from "./quantile-bins";
import { type Bounds, bestSplit, type Split, type SplitRules } from "./split";

/** What a tree is grown from: for each row the slope and the curvature of the loss, and where it stands in the tables. */
export interface Slopes {
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

export interface TreeRules extends SplitRules {
  readonly mostLeaves: number;
  readonly mostDepth: number;
}

interface Branch extends Bounds {
  readonly node: number;
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  readonly histogram: Float64Array;
  readonly split: Split | null;
}

const WIDTH = 512;

/**
 * Grows one tree, always at the leaf whose split gains most. `rows` are the rows that take part and are put into another
 * order; `columns` those that may be split. Histograms of the larger child are those of the parent less the smaller one's.
 */
export function growTree(
  table: BinnedTable,
  slopes: Slopes,
  rows: Int32Array,
  columns: readonly number[],
  rules: TreeRules,
): GrownNode[] {
  const nodes: GrownNode[] = [];
  const scratch = new Int32Array(rows.length);
  const gathered = { gradient: new Float64Array(rows.length), hessian: new Float64Array(rows.length) };
  const histogramOf = (start: number, end: number) =>
    buildHistogram(table, slopes, rows.subarray(start, end), columns, gathered);
  const branchOf = (start: number, end: number, depth: number, histogram: Float64Array, bounds: Bounds): Branch => {
    const sums = sumsOf(slopes, rows, start, end);
    const value = Math.min(bounds.upper, Math.max(bounds.lower, -sums.gradient / (sums.hessian + rules.l2)));
    nodes.push({ feature: -1, threshold: 0, left: -1, right: -1, missingLeft: false, value, cover: sums.hessian });
    const split =
      depth < rules.mostDepth && end - start > 1 ? bestSplit(histogram, sums, columns, table, rules, bounds) : null;
    return { node: nodes.length - 1, depth, start, end, histogram, split, ...bounds };
  };
  const whole = { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const open = [branchOf(0, rows.length, 0, histogramOf(0, rows.length), whole)];
  for (let leaves = 1; leaves < rules.mostLeaves; leaves++) {
    const branch = takeBest(open);
    if (!branch?.split) break;
    const { split, start, end, depth, node } = branch;
    const middle = partition(table, rows, scratch, start, end, split);
    const isLeftSmaller = middle - start <= end - middle;
    const smaller = isLeftSmaller ? histogramOf(start, middle) : histogramOf(middle, end);
    const larger = branch.histogram;
    for (let index = 0; index < larger.length; index++) larger[index] = (larger[index] ?? 0) - (smaller[index] ?? 0);
    const [ofLeft, ofRight] = isLeftSmaller ? [smaller, larger] : [larger, smaller];
    const left = branchOf(start, middle, depth + 1, ofLeft, split.leftBounds);
    const right = branchOf(middle, end, depth + 1, ofRight, split.rightBounds);
    open.push(left, right);
    const grown = nodes[node];
    if (grown) Object.assign(grown, joint(table, split), { left: left.node, right: right.node });
  }
  return nodes;
}

function joint(table: BinnedTable, { column, bin, missingLeft }: Split) {
  // A split behind the last bin parts the missing values from all others.
  const threshold = table.cuts[column]?.[bin - 1] ?? Number.POSITIVE_INFINITY;
  return { feature: column, threshold, missingLeft };
}

function takeBest(open: Branch[]): Branch | null {
  let best = -1;
  for (let index = 0; index < open.length; index++) {
    const gain = open[index]?.split?.gain ?? 0;
    if (gain > 0 && (best < 0 || gain > (open[best]?.split?.gain ?? 0))) best = index;
  }
  return best < 0 ? null : (open.splice(best, 1)[0] ?? null);
}

function sumsOf(slopes: Slopes, rows: Int32Array, start: number, end: number) {
  let gradient = 0;
  let hessian = 0;
  for (let place = start; place < end; place++) {
    const row = rows[place] ?? 0;
    gradient += slopes.gradient[row] ?? 0;
    hessian += slopes.hessian[row] ?? 0;
  }
  return { gradient, hessian };
}

/** For each of the columns, for each bin: the sums of slopes and curvatures, side by side. */
function buildHistogram(
  table: BinnedTable,
  slopes: Slopes,
  rows: Int32Array,
  columns: readonly number[],
  gathered: { readonly gradient: Float64Array; readonly hessian: Float64Array },
): Float64Array {
  const { gradient, hessian } = gathered;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    gradient[place] = slopes.gradient[row] ?? 0;
    hessian[place] = slopes.hessian[row] ?? 0;
  }
  const histogram = new Float64Array(columns.length * WIDTH);
  for (let index = 0; index < columns.length; index++) {
    const bins = table.bins[columns[index] ?? 0];
    if (bins) addColumn(histogram, index * WIDTH, bins, rows, gradient, hessian);
  }
  return histogram;
}

function addColumn(
  histogram: Float64Array,
  offset: number,
  bins: Uint8Array,
  rows: Int32Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  for (let place = 0; place < rows.length; place++) {
    const at = offset + 2 * (bins[rows[place] ?? 0] ?? 0);
    histogram[at] = (histogram[at] ?? 0) + (gradient[place] ?? 0);
    histogram[at + 1] = (histogram[at + 1] ?? 0) + (hessian[place] ?? 0);
  }
}

/** Puts the rows that go left before those that go right, each in their order, and tells where the right ones begin. */
function partition(
  table: BinnedTable,
  rows: Int32Array,
  scratch: Int32Array,
  start: number,
  end: number,
  { column, bin, missingLeft }: Split,
): number {
  const bins = table.bins[column] ?? new Uint8Array(0);
  let left = start;
  let right = 0;
  for (let place = start; place < end; place++) {
    const row = rows[place] ?? 0;
    const its = bins[row] ?? 0;
    if (its === 0 ? missingLeft : its <= bin) rows[left++] = row;
    else scratch[right++] = row;
  }
  for (let place = 0; place < right; place++) rows[left + place] = scratch[place] ?? 0;
  return left;
}
