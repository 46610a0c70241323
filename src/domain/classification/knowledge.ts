import type { Nomenclature } from "../nomenclature/nomenclature";
import type { TradeWord } from "../nomenclature/trade-words";
import { type Facets, facetsOfNames } from "./facets";
import { type Feature, featuresOf, type Lexicon } from "./features";
import { hashOf } from "./hash";
import type { LinearModel } from "./linear-model";
import { type TextIndex, textIndexOf } from "./nearest";
import type { Ranker } from "./ranker";
import type { Sureness } from "./sureness";
import { type Indexed, type TermIndex, termIndexOf } from "./term-index";

/** The features of one text and the number of its subheading. */
export interface ExampleFeatures {
  readonly owner: number;
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
}

/** What was trained and ships in a file. */
export interface TrainedModel {
  /** Year of the nomenclature's edition that its codes are of. */
  readonly edition: number;
  /** Words of the Chinese vocabulary, by their hashes, as they were known when it was trained. */
  readonly lexicon: ReadonlySet<number>;
  readonly linear: LinearModel;
  /** Features of texts of the sources, which are themselves no part of what ships. */
  readonly examples: readonly ExampleFeatures[];
  readonly ranker: Ranker;
  readonly sureness: Sureness;
}

/** All that a suggestion is made from: what was trained, the nomenclature, and indices of its words. */
export interface Knowledge {
  readonly nomenclature: Nomenclature;
  readonly model: TrainedModel;
  readonly lexicon: Lexicon;
  /** Trade words of each subheading. */
  readonly words: TermIndex;
  /** Names of each subheading. */
  readonly names: TermIndex;
  /** Names and words of headings and chapters, by heading. */
  readonly headings: TermIndex;
  /** Goods as they were described, by subheading. */
  readonly titles: TermIndex;
  /** Each word and each described goods by itself, with those that the model was trained on. */
  readonly texts: TextIndex;
  /** The number of the heading of each subheading. */
  readonly headingOf: Uint16Array;
  readonly facets: readonly Facets[];
  /** 1 for a subheading that holds what its neighbours do not. */
  readonly residual: Uint8Array;
}

const LONGEST_WORD = 8;
const RESIDUAL = /\bother\b|n\.e\.[cs]\.|not elsewhere|其他/i;

/** The Chinese words of the nomenclature and of trade, by which runs of characters are cut into words. */
export function lexiconOf(nomenclature: Nomenclature, tradeWords: readonly TradeWord[]): ReadonlySet<number> {
  const names = [...nomenclature.entries.values()].flatMap(({ zh, wordsZh }) => [zh, ...wordsZh]);
  const words = tradeWords.filter(({ lang, kind }) => lang === "zh" && kind !== "title").map(({ text }) => text);
  return new Set([...names, ...words].filter((word) => word.length <= LONGEST_WORD).map(hashOf));
}

/** Tells the words of a lexicon. */
export function lexiconFrom(hashes: ReadonlySet<number>): Lexicon {
  return (run) => hashes.has(hashOf(run));
}

/** Puts together what suggestions are made from; takes about a second. */
export function knowledgeOf(
  nomenclature: Nomenclature,
  tradeWords: readonly TradeWord[],
  model: TrainedModel,
): Knowledge {
  const lexicon = lexiconFrom(model.lexicon);
  const { codes: subheadings, levels } = model.linear;
  const numbers = new Map(subheadings.map((code, number) => [code, number]));
  const read = (text: string): readonly Feature[] => featuresOf(text, lexicon);
  const nameOf = (code: string) => nomenclature.entries.get(code);
  const texts = (owner: number, which: readonly string[]): readonly Indexed[] =>
    which.map((text) => ({ owner, features: read(text) }));
  const headings = levels[1]?.codes ?? [];
  const traded = (isTitle: boolean) =>
    tradeWords.flatMap(({ code, kind, text }) => {
      const owner = numbers.get(code);
      return owner === undefined || (kind === "title") !== isTitle ? [] : [{ owner, features: read(text) }];
    });
  const taught = model.examples.map(({ owner, keys, weights }) => ({
    owner,
    features: Array.from(keys, (key, at) => ({ key, weight: weights[at] ?? 0, word: "" })),
  }));
  const [words, titles] = [traded(false), traded(true)];
  const own = subheadings.flatMap((code, owner) => {
    const entry = nameOf(code);
    return entry ? texts(owner, [...entry.wordsEn, ...entry.wordsZh]) : [];
  });
  const named = subheadings.flatMap((code, owner) => {
    const entry = nameOf(code);
    return entry ? texts(owner, [entry.en, entry.zh]) : [];
  });
  const above = headings.flatMap((code, owner) => {
    const [heading, chapter] = [nameOf(code), nameOf(code.slice(0, 2))];
    if (!heading || !chapter) return [];
    return texts(owner, [heading.en, heading.zh, ...heading.wordsEn, ...heading.wordsZh, chapter.en, chapter.zh]);
  });
  return {
    nomenclature,
    model,
    lexicon,
    words: termIndexOf(subheadings.length, [...own, ...words]),
    names: termIndexOf(subheadings.length, named),
    headings: termIndexOf(headings.length, above),
    titles: termIndexOf(subheadings.length, titles),
    texts: textIndexOf([...own, ...words, ...titles, ...taught]),
    headingOf: levels[1]?.over ?? new Uint16Array(),
    facets: subheadings.map((code) =>
      facetsOfNames([code, code.slice(0, 4), code.slice(0, 2)].map((each) => nameOf(each)?.en ?? "")),
    ),
    residual: Uint8Array.from(subheadings, (code) => (RESIDUAL.test(nameOf(code)?.en ?? "") ? 1 : 0)),
  };
}
