import type { TradeWord } from "../nomenclature/trade-words";
import { hashOf } from "./hash";
import { wordsOf } from "./words";

/** From this likeness on a title may have been written with the other text in mind. */
const ECHO = 0.45;

/**
 * The titles among trade words that echo one of these texts. Who writes titles may have seen goods that weights are
 * chosen by; weights chosen with such titles at hand would trust titles more than goods that nobody saw allow.
 */
export function echoesOf(tradeWords: readonly TradeWord[], texts: readonly string[]): ReadonlySet<TradeWord> {
  const titles = tradeWords.filter(({ kind }) => kind === "title");
  const bags = titles.map(({ text }) => stemsOf(text));
  const places = placesOf(bags);
  const weigh = (stem: string) => Math.log(1 + titles.length / (places.get(stem)?.length ?? 1)) ** 2;
  const lengthOf = (bag: ReadonlySet<string>) => Math.sqrt([...bag].reduce((sum, stem) => sum + weigh(stem), 0)) || 1;
  const lengths = bags.map(lengthOf);
  const echoes = new Set<TradeWord>();
  for (const bag of texts.map(stemsOf)) {
    const length = lengthOf(bag);
    for (const [index, sum] of sharedWeights(bag, places, weigh)) {
      const title = titles[index];
      if (title && sum / (length * (lengths[index] ?? 1)) >= ECHO) echoes.add(title);
    }
  }
  return echoes;
}

/** The numbers of the bags that hold each stem. */
function placesOf(bags: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const stem of bag) {
      const list = places.get(stem);
      if (list) list.push(index);
      else places.set(stem, [index]);
    }
  });
  return places;
}

/** What each bag that shares stems with this one shares with it. */
function sharedWeights(
  bag: ReadonlySet<string>,
  places: ReadonlyMap<string, readonly number[]>,
  weigh: (stem: string) => number,
): ReadonlyMap<number, number> {
  const shared = new Map<number, number>();
  for (const stem of bag)
    for (const index of places.get(stem) ?? []) shared.set(index, (shared.get(index) ?? 0) + weigh(stem));
  return shared;
}

/**
 * Every other phrase of several words that stands whole in one of these texts. Such phrases may have been written after
 * the texts or not; where half of them are missing, texts match trade words about as often as unseen goods do.
 */
export function halfOfContained(tradeWords: readonly TradeWord[], texts: readonly string[]): ReadonlySet<TradeWord> {
  const bags = texts.map(stemsOf);
  const places = placesOf(bags);
  const isContained = ({ text }: TradeWord) => {
    const [first, ...others] = [...stemsOf(text)];
    if (first === undefined || others.length === 0) return false;
    return (places.get(first) ?? []).some((index) => others.every((stem) => bags[index]?.has(stem)));
  };
  return new Set(
    tradeWords.filter((each) => each.kind !== "title" && hashOf(each.text) % 2 === 0 && isContained(each)),
  );
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap(({ script, stem }) => (script === "number" ? [] : [stem])));
}
