/**
 * Trees side by side in flat arrays; a node without a feature (-1) is a leaf. A row goes left where its value is at most
 * the threshold, and where the value is missing as `missingLeft` says.
 */
export interface Forest {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly missingLeft: Uint8Array;
  /** Of leaves: what the leaf adds. */
  readonly value: Float64Array;
  /** The weight of the training rows that came by. */
  readonly cover: Float64Array;
  /** What every row starts from. */
  readonly base: number;
}

/** A node as it is grown. */
export interface GrownNode {
  feature: number;
  threshold: number;
  left: number;
  right: number;
  missingLeft: boolean;
  value: number;
  readonly cover: number;
}

/** Puts grown trees, whose nodes count from 0 in each, one behind the other; `scale` is applied to what leaves add. */
export function forestOf(trees: readonly (readonly GrownNode[])[], base: number, scale = 1): Forest {
  const nodes = trees.flat();
  const starts: number[] = [];
  let at = 0;
  for (const tree of trees) {
    starts.push(at);
    at += tree.length;
  }
  const offsets = trees.flatMap((tree, index) => tree.map(() => starts[index] ?? 0));
  const moved = (pick: (node: GrownNode) => number) =>
    Int32Array.from(nodes, (node, index) => (node.feature < 0 ? -1 : pick(node) + (offsets[index] ?? 0)));
  return {
    roots: Int32Array.from(starts),
    feature: Int16Array.from(nodes, (node) => node.feature),
    threshold: Float64Array.from(nodes, (node) => node.threshold),
    left: moved((node) => node.left),
    right: moved((node) => node.right),
    missingLeft: Uint8Array.from(nodes, (node) => (node.missingLeft ? 1 : 0)),
    value: Float64Array.from(nodes, (node) => node.value * scale),
    cover: Float64Array.from(nodes, (node) => node.cover),
    base,
  };
}

/** The forest that gives the mean of what the forests give. */
export function meanForest(forests: readonly Forest[]): Forest {
  const share = 1 / Math.max(1, forests.length);
  const starts: number[] = [];
  let at = 0;
  for (const { feature } of forests) {
    starts.push(at);
    at += feature.length;
  }
  const joined = (pick: (forest: Forest) => Int32Array) =>
    Int32Array.from(
      forests.flatMap((forest, index) =>
        [...pick(forest)].map((node) => (node < 0 ? -1 : node + (starts[index] ?? 0))),
      ),
    );
  const flat = (pick: (forest: Forest) => ArrayLike<number>) => forests.flatMap((forest) => Array.from(pick(forest)));
  return {
    roots: joined(({ roots }) => roots),
    feature: Int16Array.from(flat(({ feature }) => feature)),
    threshold: Float64Array.from(flat(({ threshold }) => threshold)),
    left: joined(({ left }) => left),
    right: joined(({ right }) => right),
    missingLeft: Uint8Array.from(flat(({ missingLeft }) => missingLeft)),
    value: Float64Array.from(
      flat(({ value }) => value),
      (value) => value * share,
    ),
    cover: Float64Array.from(flat(({ cover }) => cover)),
    base: forests.reduce((sum, { base }) => sum + base * share, 0),
  };
}

/** What the forest gives for a row of features; NaN is a missing value. */
export function forestValue(forest: Forest, row: Float64Array): number {
  const { roots, feature, threshold, left, right, missingLeft, value } = forest;
  let sum = forest.base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    let column = feature[node] ?? -1;
    while (column >= 0) {
      const x = row[column] ?? Number.NaN;
      const goesLeft = x <= (threshold[node] ?? 0) || (missingLeft[node] === 1 && Number.isNaN(x));
      node = (goesLeft ? left[node] : right[node]) ?? 0;
      column = feature[node] ?? -1;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}
