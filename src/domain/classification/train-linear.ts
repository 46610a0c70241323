import type { Feature } from "./features";
import { addPostings, combine, type LinearModel, levelsOf, type Postings, scaleOf, softmax } from "./linear-model";

/** A text with the codes that are right for it; a code of two or four digits allows all that lie under it. */
export interface Example {
  readonly features: readonly Feature[];
  readonly codes: readonly string[];
  /** How much it counts; 1 is usual. */
  readonly weight: number;
}

export interface TrainingOptions {
  /** Digits of the levels that have weights of their own. */
  readonly levels: readonly number[];
  readonly epochs: number;
  /** First step of the descent. */
  readonly rate: number;
  /** Share of features that are hidden at each look, so that no single one is relied upon. */
  readonly hidden: number;
  /** Examples that a feature must stand in. */
  readonly leastSeen: number;
  readonly seed: number;
}

/** Numbers of codes fit into 16 bits. */
const MOST_CODES = 65536;
/** A feature that stands with more codes of a level than this has no weights at that level. */
const MOST_OF_FEATURE = 400;

interface Row {
  readonly ids: Uint32Array;
  readonly x: Float32Array;
  /** Indices of the codes that are right. */
  readonly right: Uint16Array;
  readonly codes: readonly string[];
  readonly weight: number;
}

/** Random numbers between 0 and 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Trains weights for the pairs of feature and code that stand together in some example, at three levels at once, so
 * that the right codes become likely among all codes (softmax, adaptive steps). The same input gives the same model.
 */
export function trainLinear(
  codes: readonly string[],
  examples: readonly Example[],
  options: TrainingOptions,
): LinearModel {
  const levels = levelsOf(codes, options.levels);
  const features = countedFeatures(examples, options.leastSeen);
  const under = numbersUnder(codes, options.levels);
  const rows = examples.flatMap((example) => rowOf(example, under, features));
  const postings = levels.map(({ codes, digits }) => supportOf(rows, codes, digits, features.size));
  const model: LinearModel = { codes, levels, features, postings };
  const squares = postings.map(({ weights, bias }) => ({
    weights: new Float32Array(weights.length).fill(0.01),
    bias: new Float32Array(bias.length).fill(0.01),
  }));
  const random = randomFrom(options.seed);
  const order = Uint32Array.from(rows.keys());
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    const rate = options.rate * (1 - epoch / options.epochs);
    const work = workspaceOf(model);
    for (const index of order) {
      const row = rows[index];
      // What counts for less than one is looked at less often.
      if (!row || (row.weight < 1 && random() >= row.weight)) continue;
      learn(model, squares, shown(row, options.hidden, random), rate, work);
    }
  }
  return model;
}

function countedFeatures(examples: readonly Example[], leastSeen: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) for (const { key } of features) counts.set(key, (counts.get(key) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastSeen).map(([key]) => key);
  return new Map(kept.sort((a, b) => a - b).map((key, number) => [key, number]));
}

/** The numbers of the codes that lie under each code of two, four and six digits. */
function numbersUnder(codes: readonly string[], levels: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const under = new Map<string, number[]>();
  codes.forEach((code, number) => {
    for (const digits of levels) {
      const list = under.get(code.slice(0, digits));
      if (list) list.push(number);
      else under.set(code.slice(0, digits), [number]);
    }
  });
  return under;
}

function rowOf(
  example: Example,
  under: ReadonlyMap<string, readonly number[]>,
  features: ReadonlyMap<number, number>,
): readonly Row[] {
  const known = example.features.filter(({ key }) => features.has(key));
  const right = [...new Set(example.codes.flatMap((code) => under.get(code) ?? []))];
  if (known.length === 0 || right.length === 0) return [];
  return [
    {
      ids: Uint32Array.from(known, ({ key }) => features.get(key) ?? 0),
      x: Float32Array.from(known, ({ weight }) => weight),
      right: Uint16Array.from(right),
      codes: example.codes,
      weight: example.weight,
    },
  ];
}

/** The pairs of feature and code of a level that stand together somewhere; others have no weight. */
function supportOf(rows: readonly Row[], codes: readonly string[], digits: number, size: number): Postings {
  const unique = pairsOf(rows, codes, digits);
  const starts = new Uint32Array(size + 1);
  const classes = new Uint16Array(unique.length);
  unique.forEach((pair, index) => {
    const id = Math.floor(pair / MOST_CODES);
    classes[index] = pair - id * MOST_CODES;
    starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < size; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  return { starts, classes, weights: new Float32Array(unique.length), bias: new Float32Array(codes.length) };
}

/** Feature and code of each pair in one number, ascending, each once. */
function pairsOf(rows: readonly Row[], codes: readonly string[], digits: number): Float64Array {
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const pairs: number[] = [];
  for (const { ids, codes: of } of rows) {
    const right = of.flatMap((code) => numbers.get(code.slice(0, digits)) ?? []);
    for (const number of right) for (const id of ids) pairs.push(id * MOST_CODES + number);
  }
  const sorted = Float64Array.from(pairs).sort();
  const unique = sorted.filter((pair, index) => index === 0 || pair !== sorted[index - 1]);
  // What stands with very many codes tells none of them apart, and would take most of the time.
  const counts = new Map<number, number>();
  const idOf = (pair: number) => Math.floor(pair / MOST_CODES);
  for (const pair of unique) counts.set(idOf(pair), (counts.get(idOf(pair)) ?? 0) + 1);
  return unique.filter((pair) => (counts.get(idOf(pair)) ?? 0) <= MOST_OF_FEATURE);
}

interface Workspace {
  readonly sums: readonly Float32Array[];
  readonly gradients: readonly Float32Array[];
  readonly logits: Float32Array;
}

function workspaceOf(model: LinearModel): Workspace {
  return {
    sums: model.postings.map(({ bias }) => new Float32Array(bias.length)),
    gradients: model.postings.map(({ bias }) => new Float32Array(bias.length)),
    logits: new Float32Array(model.codes.length),
  };
}

function shown(row: Row, hidden: number, random: () => number): Row {
  if (hidden === 0 || row.ids.length < 3) return row;
  const kept = [...row.ids.keys()].filter(() => random() >= hidden);
  return {
    ...row,
    ids: Uint32Array.from(kept, (at) => row.ids[at] ?? 0),
    x: Float32Array.from(kept, (at) => row.x[at] ?? 0),
  };
}

type Squares = readonly { readonly weights: Float32Array; readonly bias: Float32Array }[];

function learn(model: LinearModel, squares: Squares, row: Row, rate: number, work: Workspace): void {
  const scale = scaleOf(row.x);
  model.postings.forEach((postings, level) => {
    const sums = work.sums[level];
    if (!sums) return;
    sums.set(postings.bias);
    row.ids.forEach((id, at) => {
      addPostings(postings, id, (row.x[at] ?? 0) * scale, sums);
    });
  });
  const p = softmax(combine(model.levels, work.sums, work.logits));
  let mass = 0;
  for (const code of row.right) mass += p[code] ?? 0;
  if (mass > 0.999) return;
  // The gradient of the logarithm of the mass of what is right.
  for (const code of row.right) p[code] = (p[code] ?? 0) * (1 - 1 / Math.max(mass, 1e-9));
  gatherSlopes(model, p, row.weight, work.gradients);
  model.postings.forEach((postings, level) => {
    const [gradients, seen] = [work.gradients[level], squares[level]];
    if (!gradients || !seen) return;
    stepBias(postings.bias, seen.bias, gradients, rate);
    row.ids.forEach((id, at) => {
      step(postings, seen.weights, id, (row.x[at] ?? 0) * scale, gradients, rate);
    });
  });
}

/** The slope of each code at the last level, and of each code above the sum of those under it. */
function gatherSlopes(model: LinearModel, p: Float32Array, weight: number, slopes: readonly Float32Array[]): void {
  const times = Math.max(1, weight);
  const last = slopes.at(-1);
  if (!last) return;
  for (let code = 0; code < p.length; code++) {
    const share = p[code] as number;
    last[code] = share < 1e-6 && share > -1e-6 ? 0 : share * times;
  }
  for (let level = slopes.length - 1; level > 0; level--) {
    const [of, above, parents] = [slopes[level], slopes[level - 1], model.levels[level]?.parents];
    if (!of || !above || !parents) continue;
    above.fill(0);
    for (let code = 0; code < of.length; code++) {
      const share = of[code] as number;
      if (share !== 0) above[parents[code] as number] = (above[parents[code] as number] as number) + share;
    }
  }
}

function step(
  { starts, classes, weights }: Postings,
  squares: Float32Array,
  id: number,
  x: number,
  gradients: Float32Array,
  rate: number,
): void {
  const end = starts[id + 1] ?? 0;
  for (let at = starts[id] ?? 0; at < end; at++) {
    const gradient = (gradients[classes[at] as number] as number) * x;
    if (gradient < 1e-5 && gradient > -1e-5) continue;
    const square = (squares[at] as number) + gradient * gradient;
    squares[at] = square;
    weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(square);
  }
}

function stepBias(bias: Float32Array, squares: Float32Array, gradients: Float32Array, rate: number): void {
  for (let code = 0; code < bias.length; code++) {
    const gradient = gradients[code] as number;
    if (gradient < 1e-5 && gradient > -1e-5) continue;
    const square = (squares[code] as number) + gradient * gradient;
    squares[code] = square;
    bias[code] = (bias[code] as number) - (0.1 * rate * gradient) / Math.sqrt(square);
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}
