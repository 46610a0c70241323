import { byteReader, byteWriter } from "./bytes";
import { SIGNALS } from "./candidates";
import { readLinear, writeLinear } from "./encode-linear";
import type { TrainedHistory } from "./history";
import type { ExampleFeatures, TrainedModel } from "./knowledge";
import type { Ranker } from "./ranker";
import type { Sureness } from "./sureness";

/** Stands at the head of each kind of file; the number grows when the features or the layout change. */
const MODEL_MARK = "twogate classifier 2";
const HISTORY_MARK = "twogate classification history 1";

/** The bytes of a model that ships; they are compressed by who writes the file. */
export function encodeModel(model: TrainedModel): Uint8Array {
  const out = byteWriter();
  out.text(MODEL_MARK);
  out.number(model.edition);
  writeKeys(model.lexicon, out);
  writeLinear(model.linear, out);
  writeExamples(model.examples, out);
  out.number(SIGNALS.length);
  writeRanker(model.ranker, out);
  writeSureness(model.sureness, out);
  return out.bytes();
}

/** Reads a model. Throws an error that says so when the bytes are of something else or of another version. */
export function decodeModel(bytes: Uint8Array): TrainedModel {
  const input = byteReader(bytes);
  requireMark(input.text(), MODEL_MARK);
  const edition = input.number();
  const lexicon = readKeys(input);
  const linear = readLinear(input);
  const examples = readExamples(input);
  const signals = input.number();
  if (signals !== SIGNALS.length)
    throw new Error(`The model weighs ${signals} signals and this release has ${SIGNALS.length}; train it again.`);
  const ranker = readRanker(input);
  return { edition, lexicon, linear, examples, ranker, sureness: readSureness(input) };
}

/** The bytes of what was trained on a sender's goods. */
export function encodeHistory(history: TrainedHistory): Uint8Array {
  const out = byteWriter();
  out.text(HISTORY_MARK);
  writeKeys(history.lexicon, out);
  writeLinear(history.linear, out);
  writeSureness(history.sureness, out);
  return out.bytes();
}

/** Reads a trained history. Throws an error that says so when the bytes are of something else or of another version. */
export function decodeHistory(bytes: Uint8Array): TrainedHistory {
  const input = byteReader(bytes);
  requireMark(input.text(), HISTORY_MARK);
  const lexicon = readKeys(input);
  const linear = readLinear(input);
  return { lexicon, linear, sureness: readSureness(input) };
}

function requireMark(found: string, wanted: string): void {
  if (found !== wanted)
    throw new Error(`The file is no "${wanted}" but "${found.slice(0, 40)}"; train it again with this release.`);
}

type Writer = ReturnType<typeof byteWriter>;
type Reader = ReturnType<typeof byteReader>;

function writeKeys(keys: ReadonlySet<number>, out: Writer): void {
  out.number(keys.size);
  let before = 0;
  for (const key of [...keys].sort((a, b) => a - b)) {
    out.number(key - before);
    before = key;
  }
}

function readKeys(input: Reader): ReadonlySet<number> {
  let key = 0;
  return new Set(
    Array.from({ length: input.number() }, () => {
      key += input.number();
      return key;
    }),
  );
}

/** Weights of features are hundredths. */
const HUNDRED = 100;

function writeExamples(examples: readonly ExampleFeatures[], out: Writer): void {
  out.number(examples.length);
  for (const { owner, keys, weights } of examples) {
    out.number(owner);
    out.number(keys.length);
    for (const key of keys) out.number(key);
    for (const weight of weights) out.small(Math.round(weight * HUNDRED));
  }
}

function readExamples(input: Reader): readonly ExampleFeatures[] {
  return Array.from({ length: input.number() }, () => {
    const owner = input.number();
    const size = input.number();
    const keys = Uint32Array.from({ length: size }, () => input.number());
    return { owner, keys, weights: Float32Array.from({ length: size }, () => input.small() / HUNDRED) };
  });
}

function writeSureness({ weights, sureFrom }: Sureness, out: Writer): void {
  out.number(weights.length);
  for (const weight of weights) out.float(weight);
  out.float(sureFrom);
}

function readSureness(input: Reader): Sureness {
  const weights = Array.from({ length: input.number() }, () => input.float());
  return { weights, sureFrom: input.float() };
}

function writeRanker({ means, spreads, weights }: Ranker, out: Writer): void {
  for (const values of [means, spreads, weights]) {
    out.number(values.length);
    for (const value of values) out.float(value);
  }
}

function readRanker(input: Reader): Ranker {
  const values = () => Float64Array.from({ length: input.number() }, () => input.float());
  return { means: values(), spreads: values(), weights: values() };
}
