import type { Forest } from "./forest";

/**
 * What makes exact explanations fast: for each leaf, for each set of its path's features that the row agrees with, what
 * each of these features adds by the Shapley value of the path-dependent game (TreeSHAP, in the form that works the sets
 * out beforehand). A row then only has to find its set in each leaf.
 */
export interface Explainer {
  readonly forest: Forest;
  /** For each node its place among the features of its path, from 0. */
  readonly placeOf: Uint8Array;
  /** For each leaf where its table begins, and where its features begin; -1 for other nodes. */
  readonly tableOf: Int32Array;
  readonly featuresOf: Int32Array;
  readonly countOf: Uint8Array;
  readonly features: Int16Array;
  readonly table: Float64Array;
  /** What the forest gives on average over its training rows. */
  readonly expected: number;
}

interface Path {
  readonly features: readonly number[];
  /** For each of the features, the share of training rows that take the branches of the path on it. */
  readonly shares: readonly number[];
}

interface Draft {
  readonly forest: Forest;
  readonly placeOf: Uint8Array;
  readonly tableOf: Int32Array;
  readonly featuresOf: Int32Array;
  readonly countOf: Uint8Array;
  readonly features: number[];
  readonly tables: Float64Array[];
  size: number;
  expected: number;
}

/** Works out the tables of a forest. Their size doubles with each feature of a path, so trees have to be shallow. */
export function explainerOf(forest: Forest): Explainer {
  const nodes = forest.feature.length;
  const draft: Draft = {
    forest,
    placeOf: new Uint8Array(nodes),
    tableOf: new Int32Array(nodes).fill(-1),
    featuresOf: new Int32Array(nodes).fill(-1),
    countOf: new Uint8Array(nodes),
    features: [],
    tables: [],
    size: 0,
    expected: forest.base,
  };
  for (const root of forest.roots) descend(draft, root, { features: [], shares: [] });
  const table = new Float64Array(draft.size);
  let at = 0;
  for (const part of draft.tables) {
    table.set(part, at);
    at += part.length;
  }
  const { placeOf, tableOf, featuresOf, countOf, features, expected } = draft;
  return { forest, placeOf, tableOf, featuresOf, countOf, features: Int16Array.from(features), table, expected };
}

function descend(draft: Draft, node: number, path: Path): void {
  const { forest } = draft;
  const feature = forest.feature[node] ?? -1;
  if (feature < 0) {
    addLeaf(draft, node, path);
    return;
  }
  const known = path.features.indexOf(feature);
  const place = known < 0 ? path.features.length : known;
  draft.placeOf[node] = place;
  const features = known < 0 ? [...path.features, feature] : path.features;
  for (const child of [forest.left[node] ?? 0, forest.right[node] ?? 0]) {
    const share = (forest.cover[child] ?? 0) / Math.max(1e-300, forest.cover[node] ?? 0);
    const shares = [...path.shares];
    shares[place] = (shares[place] ?? 1) * share;
    descend(draft, child, { features, shares });
  }
}

function addLeaf(draft: Draft, node: number, { features, shares }: Path): void {
  const value = draft.forest.value[node] ?? 0;
  const table = tableOfLeaf(shares, value);
  draft.tableOf[node] = draft.size;
  draft.featuresOf[node] = draft.features.length;
  draft.countOf[node] = features.length;
  draft.features.push(...features);
  draft.tables.push(table);
  draft.size += table.length;
  draft.expected += value * shares.reduce((product, share) => product * share, 1);
}

/** For each set of agreeing features (as bits) and each feature, what it adds. */
function tableOfLeaf(shares: readonly number[], value: number): Float64Array {
  const count = shares.length;
  const table = new Float64Array(count * 2 ** count);
  for (let set = 0; set < 2 ** count; set++)
    for (let place = 0; place < count; place++) table[set * count + place] = value * shapley(shares, set, place);
  return table;
}

/** The Shapley value of one feature in the product game of a leaf, by the sizes of the sets of the others. */
function shapley(shares: readonly number[], set: number, place: number): number {
  const count = shares.length;
  // Coefficients by how many of the others are in: each is worth 1 or 0 when in, and its share when out.
  let bySize = [1];
  for (let other = 0; other < count; other++) {
    if (other === place) continue;
    const inside = (set >> other) & 1;
    const outside = shares[other] ?? 1;
    const next = new Array<number>(bySize.length + 1).fill(0);
    bySize.forEach((worth, size) => {
      next[size] = (next[size] ?? 0) + worth * outside;
      next[size + 1] = (next[size + 1] ?? 0) + worth * inside;
    });
    bySize = next;
  }
  // The weight of a set of s others among n features: s! (n - s - 1)! / n!.
  let [sum, weight] = [0, 1 / count];
  bySize.forEach((worth, size) => {
    sum += weight * worth;
    weight *= (size + 1) / Math.max(1, count - size - 1);
  });
  return sum * (((set >> place) & 1) - (shares[place] ?? 1));
}

/** Deeper trees than these have no tables, so no row waits for more nodes than this. */
const MOST_WAITING = 64;

/** Adds what each feature contributes, times `scale`, to `into`; with `expected` they sum to what the forest gives. */
export function addContributions(explainer: Explainer, row: Float64Array, scale: number, into: Float64Array): void {
  const nodes = new Int32Array(MOST_WAITING);
  const sets = new Int32Array(MOST_WAITING);
  const { roots } = explainer.forest;
  for (let tree = 0; tree < roots.length; tree++) {
    nodes[0] = roots[tree] ?? 0;
    sets[0] = -1;
    for (let waiting = 1; waiting > 0; ) {
      waiting--;
      const isInner = openNode(explainer, row, nodes, sets, waiting);
      if (isInner) waiting += 2;
      else addOfLeaf(explainer, nodes[waiting] ?? 0, sets[waiting] ?? 0, scale, into);
    }
  }
}

/** Puts the children of a node in its place, each with the features that the row agrees with; false for a leaf. */
function openNode(
  { forest, placeOf }: Explainer,
  row: Float64Array,
  nodes: Int32Array,
  sets: Int32Array,
  at: number,
): boolean {
  const node = nodes[at] ?? 0;
  const set = sets[at] ?? 0;
  const column = forest.feature[node] ?? -1;
  if (column < 0) return false;
  const value = row[column] ?? Number.NaN;
  const toLeft = value <= (forest.threshold[node] ?? 0) || (forest.missingLeft[node] === 1 && Number.isNaN(value));
  const without = set & ~(1 << (placeOf[node] ?? 0));
  nodes[at] = forest.left[node] ?? 0;
  sets[at] = toLeft ? set : without;
  nodes[at + 1] = forest.right[node] ?? 0;
  sets[at + 1] = toLeft ? without : set;
  return true;
}

function addOfLeaf(
  { tableOf, featuresOf, countOf, features, table }: Explainer,
  node: number,
  set: number,
  scale: number,
  into: Float64Array,
): void {
  const count = countOf[node] ?? 0;
  const start = (tableOf[node] ?? 0) + (set & ((1 << count) - 1)) * count;
  const first = featuresOf[node] ?? 0;
  for (let place = 0; place < count; place++) {
    const its = features[first + place] ?? 0;
    into[its] = (into[its] ?? 0) + scale * (table[start + place] ?? 0);
  }
}
