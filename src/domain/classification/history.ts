import { type Feature, featuresOf, type Lexicon } from "./features";
import { type GoodsDescription, goodsTextOf } from "./goods-text";
import { type LinearModel, logitsOf, softmax } from "./linear-model";
import { normalised } from "./ranker";
import { logOdds, type Sureness } from "./sureness";

/** Goods whose code was settled before: by a person who confirmed it, or in a file of what was declared. */
export interface SettledGoods extends GoodsDescription {
  /** Six digits, or the longer national code. */
  readonly code: string;
  readonly by: "person" | "history";
}

/** What was trained on a sender's settled goods. */
export interface TrainedHistory {
  readonly linear: LinearModel;
  readonly lexicon: ReadonlySet<number>;
  readonly sureness: Sureness;
}

interface Remembered {
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
  readonly code: string;
  readonly by: SettledGoods["by"];
}

/** What a sender's goods teach: a trained part, and what was settled since, which counts at once. */
export interface History {
  readonly trained: TrainedHistory | null;
  readonly remembered: readonly Remembered[];
}

/** The history of a sender who settled nothing yet. */
export const NO_HISTORY: History = { trained: null, remembered: [] };

/** A code with its share of what is believed; shares add up to 1 or less. */
export interface Share {
  readonly code: string;
  readonly share: number;
}

/** How much the shipped model counts beside a trained history. */
const SHIPPED_WEIGHT = 0.25;
const HISTORY_FLOOR = 1e-3;
const SHIPPED_FLOOR = 1e-4;
/** The share of a text that a history must know to be heard in full. */
const ENOUGH_KNOWN = 0.5;
/** Goods that are less alike than this are other goods. */
const LEAST_LIKENESS = 0.45;
/** Goods this alike are the same goods. */
const SAME = 0.98;
/** The most that settled goods can take from the rest: other goods may bear the same words. */
const MOST_BELIEF = 0.97;
const NEIGHBOURS = 8;

/** The history with one more code settled; it counts from the next suggestion on. What was there is not changed. */
export function remember(history: History, settled: SettledGoods, lexicon: Lexicon): History {
  const features = historyFeatures(settled, lexicon);
  const length = Math.sqrt(features.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  const row: Remembered = {
    keys: Uint32Array.from(features, ({ key }) => key),
    weights: Float32Array.from(features, ({ weight }) => weight / length),
    code: settled.code.replace(/[\s.]/g, ""),
    by: settled.by,
  };
  return { ...history, remembered: [...history.remembered, row] };
}

/** The features by which a sender's goods are compared: all of what is said, without regard to its form. */
export function historyFeatures(goods: GoodsDescription, lexicon: Lexicon): readonly Feature[] {
  const { title, category, attributes } = goodsTextOf(goods);
  const said = [title, ...category.slice(-1), attributes].filter((part) => part !== "").join(" | ");
  const features = featuresOf(said, lexicon);
  // A text that is all attributes of no account is still the text that somebody settled.
  return features.length > 0 ? features : featuresOf(goods.description, lexicon);
}

/** Six-digit shares of a trained history and of the shipped model together, and the national code of each. */
export function sharesWithTrained(
  { linear }: TrainedHistory,
  features: readonly Feature[],
  shipped: readonly Share[],
): {
  readonly shares: readonly Share[];
  readonly national: ReadonlyMap<string, string>;
  readonly signs: readonly number[];
} {
  const probabilities = softmax(logitsOf(linear, features));
  const six = new Map<string, number>();
  const best = new Map<string, { readonly code: string; readonly p: number }>();
  linear.codes.forEach((code, number) => {
    const p = probabilities[number] ?? 0;
    const subheading = code.slice(0, 6);
    six.set(subheading, (six.get(subheading) ?? 0) + p);
    if (p > (best.get(subheading)?.p ?? -1)) best.set(subheading, { code, p });
  });
  const byModel = new Map(shipped.map(({ code, share }) => [code, share]));
  const codes = [...new Set([...six.keys(), ...byModel.keys()])];
  const scores = codes.map(
    (code) =>
      Math.log((six.get(code) ?? 0) + HISTORY_FLOOR) +
      SHIPPED_WEIGHT * Math.log((byModel.get(code) ?? 0) + SHIPPED_FLOOR),
  );
  const shares = normalised(scores);
  const known = knownShare(linear, features);
  const belief = Math.min(1, known / ENOUGH_KNOWN);
  const believed = codes.map((code, index) => ({
    code,
    share: belief * (shares[index] ?? 0) + (1 - belief) * (byModel.get(code) ?? 0),
  }));
  const [first, second] = believed.toSorted((a, b) => b.share - a.share);
  const [own, model] = [highestOf(six), highestOf(byModel)];
  return {
    shares: believed,
    signs: [
      1,
      logOdds(first?.share ?? 0),
      logOdds(six.get(first?.code ?? "") ?? 0),
      known,
      first?.code === own ? 1 : 0,
      first?.code === model ? 1 : 0,
      logOdds(byModel.get(first?.code ?? "") ?? 0),
      second?.code.slice(0, 4) === first?.code.slice(0, 4) ? 1 : 0,
    ],
    national: new Map([...best].map(([subheading, { code }]) => [subheading, code])),
  };
}

/** The share of a text that a history knows. */
function knownShare(linear: LinearModel, features: readonly Feature[]): number {
  let [known, total] = [0, 0];
  for (const { key, weight } of features) {
    total += weight;
    if (linear.features.has(key)) known += weight;
  }
  return total > 0 ? known / total : 0;
}

function highestOf(shares: ReadonlyMap<string, number>): string | undefined {
  return [...shares].reduce<[string, number] | null>(
    (best, each) => (best && best[1] >= each[1] ? best : each),
    null,
  )?.[0];
}

/** A settled code that stands for the same or alike goods. */
export interface Neighbour {
  readonly code: string;
  readonly likeness: number;
  readonly by: SettledGoods["by"];
}

/** Settled goods that are like these, the likest first; of two alike the later, since a person may have changed a code. */
export function neighboursOf(history: History, features: readonly Feature[]): readonly Neighbour[] {
  const length = Math.sqrt(features.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  const wanted = new Map(features.map(({ key, weight }) => [key, weight / length]));
  return history.remembered
    .map(({ keys, weights, code, by }, index) => {
      let likeness = 0;
      for (let at = 0; at < keys.length; at++) likeness += (wanted.get(keys[at] ?? 0) ?? 0) * (weights[at] ?? 0);
      return { code, likeness, by, index };
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness || b.index - a.index)
    .slice(0, NEIGHBOURS);
}

/** Shares after settled goods had their say: the likest counts by its likeness, the same goods for nearly all. */
export function sharesWithNeighbours(shares: readonly Share[], neighbours: readonly Neighbour[]): readonly Share[] {
  const [likest] = neighbours;
  if (!likest) return shares;
  const voices = neighbours.filter(({ likeness }) => likest.likeness < SAME || likeness >= SAME);
  // The last word on the same goods is the valid one; those before it count half each.
  const votes = new Map<string, number>();
  voices.forEach(({ code, likeness }, rank) => {
    const six = code.slice(0, 6);
    votes.set(six, (votes.get(six) ?? 0) + likeness ** 4 / 2 ** rank);
  });
  const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  const belief = Math.min(MOST_BELIEF, likest.likeness ** 2);
  const rest = new Map(shares.map(({ code, share }) => [code, share * (1 - belief)]));
  for (const [code, vote] of votes) rest.set(code, (rest.get(code) ?? 0) + (belief * vote) / total);
  return [...rest].map(([code, share]) => ({ code, share }));
}
