import { type Candidates, FACETS } from "./candidates";
import { agreement, facetsOf } from "./facets";
import { type Feature, featuresOf } from "./features";
import type { GoodsText } from "./goods-text";
import { hashOf } from "./hash";
import type { Knowledge } from "./knowledge";
import { logitsOf, softmax } from "./linear-model";
import { nearestOf } from "./nearest";
import { scoresOf } from "./term-index";
import { headOf } from "./words";

const CANDIDATES = 60;
/** Logarithm of a probability that counts as none. */
const LEAST = -14;
const INDEX_SCALE = 5;
const BIAS_SCALE = 3;

/** The feature of parcels' short texts, which name other goods than tariffs do. */
export const PARCEL: Feature = { key: hashOf("g:parcel"), weight: 0.5, word: "" };

/** The features of a text of goods; a short one is taken as that of a parcel. */
export function titleFeatures(knowledge: Pick<Knowledge, "lexicon">, { title, genre }: GoodsText): readonly Feature[] {
  const features = featuresOf(title, knowledge.lexicon);
  return genre === "short" ? [...features, PARCEL] : features;
}

/** Finds the subheadings that may be right for a text, the likely ones first, and what speaks for each. */
export function candidatesOf(knowledge: Knowledge, text: GoodsText): Candidates {
  const { linear } = knowledge.model;
  const title = titleFeatures(knowledge, text);
  const isListed = text.category.length > 0 || text.attributes !== "";
  const whole = isListed
    ? featuresOf([text.title, ...text.category.slice(-1), text.attributes].join(" | "), knowledge.lexicon)
    : title;
  const head = headOf(text.title);
  const probabilities = softmax(logitsOf(linear, title));
  const logs = {
    title: logarithms(probabilities),
    whole: isListed ? logarithms(softmax(logitsOf(linear, whole))) : null,
    head: head === text.title ? null : logsOf(knowledge, head),
    category: logsOf(knowledge, text.category.slice(-2).join(" | ")),
    attributes: logsOf(knowledge, text.attributes),
  };
  const sums = linear.levels.map(({ codes, over }) => sumsOver(probabilities, over, codes.length));
  const found = {
    words: relative(scoresOf(knowledge.words, title)),
    names: relative(scoresOf(knowledge.names, title)),
    context: relative(scoresOf(knowledge.headings, title)),
    titles: relative(scoresOf(knowledge.titles, title)),
    wholeWords: isListed ? relative(scoresOf(knowledge.words, whole)) : null,
    wholeTitles: isListed ? relative(scoresOf(knowledge.titles, whole)) : null,
  };
  const near = nearestOf(knowledge.texts, title, linear.codes.length);
  const nearWhole = isListed ? nearestOf(knowledge.texts, whole, linear.codes.length) : near;
  const wholeLogs = logs.whole ?? logs.title;
  const rough = Float64Array.from(
    linear.codes,
    (_, code) =>
      at(logs.title, code) +
      0.5 * at(wholeLogs, code) +
      0.5 * at(logs.head ?? logs.title, code) +
      0.2 * at(logs.category, code) +
      0.6 * at(found.words, code) +
      0.4 * at(found.titles, code) +
      4 * at(near.likest, code) +
      0.2 * at(found.context, at(knowledge.headingOf, code)),
  );
  const numbers = highest(rough, CANDIDATES);
  const said = facetsOf(isListed ? `${text.title} | ${text.attributes}` : text.title);
  const bias = linear.postings[2]?.bias;
  const signals = numbers.map((code) => {
    const heading = at(knowledge.headingOf, code);
    const demanded = knowledge.facets[code];
    return Float64Array.from([
      at(logs.title, code),
      at(logs.head ?? logs.title, code),
      at(wholeLogs, code),
      at(logs.category, code),
      at(logs.attributes, code),
      Math.log(at(sums[1], heading) + 1e-6),
      Math.log(at(sums[0], at(linear.levels[0]?.over, code)) + 1e-6),
      at(found.words, code),
      at(found.names, code),
      at(found.context, heading),
      at(found.titles, code),
      at(found.wholeWords ?? found.words, code),
      at(found.wholeTitles ?? found.titles, code),
      INDEX_SCALE * at(near.likest, code),
      INDEX_SCALE * at(near.votes, code),
      INDEX_SCALE * at(nearWhole.likest, code),
      BIAS_SCALE * at(bias, code),
      at(knowledge.residual, code),
      ...FACETS.flatMap((facet) => {
        const stands = demanded ? agreement(said[facet], demanded[facet]) : "free";
        return [stands === "agrees" ? 1 : 0, stands === "differs" ? 1 : 0, stands === "unsaid" ? 1 : 0];
      }),
    ]);
  });
  return { numbers, signals };
}

type Numbers = Float32Array | Float64Array | Uint16Array | Uint8Array;

function at(numbers: Numbers | null | undefined, index: number): number {
  return numbers?.[index] ?? 0;
}

function logsOf(knowledge: Knowledge, text: string): Float32Array | null {
  if (text === "") return null;
  return logarithms(softmax(logitsOf(knowledge.model.linear, featuresOf(text, knowledge.lexicon))));
}

function logarithms(probabilities: Float32Array): Float32Array {
  return probabilities.map((each) => Math.max(LEAST, Math.log(each + 1e-9)));
}

function sumsOver(probabilities: Float32Array, over: Uint16Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  probabilities.forEach((each, code) => {
    const of = over[code] ?? 0;
    sums[of] = (sums[of] ?? 0) + each;
  });
  return sums;
}

/** Scores as shares of the highest, because how high scores go depends on the length of the text. */
function relative(scores: Float32Array): Float32Array {
  let most = 1e-6;
  for (const each of scores) if (each > most) most = each;
  return scores.map((each) => (INDEX_SCALE * each) / most);
}

/** The indices of the highest values, the highest first. */
export function highest(values: Float64Array | Float32Array, count: number): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const least = sorted[Math.max(0, sorted.length - count)] ?? 0;
  const found: number[] = [];
  for (let index = 0; index < values.length; index++) if ((values[index] as number) >= least) found.push(index);
  return found.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b).slice(0, count);
}
