import type { ByteReader, ByteWriter } from "./bytes";
import { type LinearModel, levelsOf, type Postings } from "./linear-model";

/** Weights are kept in this many steps on each side of zero; what falls on zero is left out. */
const STEPS = 127;
/** A pair that weighs less than this share of the largest step is no knowledge. */
const LARGEST = 6;

/** Writes a model with its weights in bytes; what is read back decides alike but for rounding. */
export function writeLinear(model: LinearModel, out: ByteWriter): void {
  out.number(model.codes.length);
  for (const code of model.codes) out.text(code);
  out.number(model.levels.length);
  for (const { digits } of model.levels) out.number(digits);
  const kept = [...model.features].filter(([, number]) =>
    model.postings.some((each) => keptPlaces(each, number).length > 0),
  );
  out.number(kept.length);
  let last = 0;
  for (const [key] of kept) {
    out.number(key - last);
    last = key;
  }
  for (const postings of model.postings) {
    writePostings(
      postings,
      kept.map(([, number]) => number),
      out,
    );
  }
}

function stepOf(weight: number): number {
  return Math.max(-STEPS, Math.min(STEPS, Math.round((weight / LARGEST) * STEPS)));
}

/** The places of a feature's weights that are worth keeping. */
function keptPlaces({ starts, weights }: Postings, feature: number): readonly number[] {
  const places: number[] = [];
  for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++)
    if (stepOf(weights[at] ?? 0) !== 0) places.push(at);
  return places;
}

function writePostings(postings: Postings, features: readonly number[], out: ByteWriter): void {
  const { classes, weights, bias } = postings;
  out.number(bias.length);
  for (const each of bias) out.float(each);
  const places = features.map((feature) => keptPlaces(postings, feature));
  for (const { length } of places) out.number(length);
  // Codes and weights apart, because each compresses better among its own kind.
  for (const of of places) {
    let before = 0;
    for (const at of of) {
      out.number((classes[at] ?? 0) - before);
      before = classes[at] ?? 0;
    }
  }
  for (const of of places) for (const at of of) out.small(stepOf(weights[at] ?? 0));
}

/** Reads a model that `writeLinear` wrote. */
export function readLinear(input: ByteReader): LinearModel {
  const codes = Array.from({ length: input.number() }, () => input.text());
  const digits = Array.from({ length: input.number() }, () => input.number());
  const levels = levelsOf(codes, digits);
  const features = new Map<number, number>();
  const size = input.number();
  let key = 0;
  for (let number = 0; number < size; number++) {
    key += input.number();
    features.set(key, number);
  }
  return { codes, levels, features, postings: levels.map(() => readPostings(size, input)) };
}

function readPostings(size: number, input: ByteReader): Postings {
  const bias = Float32Array.from({ length: input.number() }, () => input.float());
  const starts = new Uint32Array(size + 1);
  for (let feature = 0; feature < size; feature++) starts[feature + 1] = (starts[feature] ?? 0) + input.number();
  const total = starts[size] ?? 0;
  const classes = new Uint16Array(total);
  for (let feature = 0; feature < size; feature++) {
    let before = 0;
    for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++) {
      before += input.number();
      classes[at] = before;
    }
  }
  const weights = new Float32Array(total);
  for (let at = 0; at < total; at++) weights[at] = (input.small() / STEPS) * LARGEST;
  return { starts, classes, weights, bias };
}
