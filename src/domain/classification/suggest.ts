import { type Bilingual, type PathStep, pathOf } from "../nomenclature/nomenclature";
import { remembered } from "../shared/remembered";
import { type DistinguishingQuestion, distinguishingQuestion } from "./distinguish";
import { decidingWords } from "./explain";
import { facetsOf } from "./facets";
import type { Feature } from "./features";
import { type GoodsDescription, type GoodsText, goodsTextOf } from "./goods-text";
import {
  type History,
  historyFeatures,
  type Neighbour,
  NO_HISTORY,
  neighboursOf,
  type Share,
  sharesWithNeighbours,
  sharesWithTrained,
} from "./history";
import { type Knowledge, lexiconFrom } from "./knowledge";
import type { LinearModel } from "./linear-model";
import { likelihoods } from "./ranker";
import { candidatesOf, titleFeatures } from "./signals";
import { confidenceOf, signsOf } from "./sureness";
import { type Vague, vaguenessOf } from "./vagueness";

/** Where a suggested code comes from: the sender's own goods, the model that ships, or a person who settled these goods. */
export type CodeSource = "history" | "model" | "person";

export interface SuggestedCode {
  /** Six digits, or the longer national code that the history has for it. */
  readonly code: string;
  readonly source: CodeSource;
  /** How likely it is right, from 0 to 1, as found out on goods that taught nothing. */
  readonly confidence: number;
  /** The words of the description that decided, those that decided most first. */
  readonly words: readonly string[];
  readonly path: readonly PathStep[];
}

/** Why no code is put first: the text names no goods, none of its words is known, or several codes are too close. */
export type Abstention = "vague" | "unknown_words" | "unsure";

export interface Suggestion {
  /** At most five, the likely ones first, each subheading once. */
  readonly candidates: readonly SuggestedCode[];
  /** The first may be shown as sure. */
  readonly sure: boolean;
  /** Not null: none of the candidates may be taken without a person. */
  readonly abstained: Abstention | null;
  readonly vague: Vague | null;
  /** What to ask the sender to tell the first from the second; null where it is sure. */
  readonly question: DistinguishingQuestion | (Bilingual & { readonly between: null }) | null;
}

const SHOWN = 5;
/** Below this confidence no code is put first. */
const UNSURE_BELOW = 0.3;
const SAME = 0.98;

/** Codes for goods, by what the product knows and by the sender's history, with what decided and what is still to ask. */
export function suggest(goods: GoodsDescription, knowledge: Knowledge, history: History = NO_HISTORY): Suggestion {
  const text = goodsTextOf(goods);
  const vague = text.category.length > 0 || text.attributes !== "" ? null : vaguenessOf(text.title);
  const title = titleFeatures(knowledge, text);
  const seen = historyFeatures(goods, historyLexicon(knowledge, history));
  const neighbours = neighboursOf(history, seen);
  if (!isKnown(knowledge, history, title, seen) && neighbours.length === 0)
    return { candidates: [], sure: false, abstained: vague ? "vague" : "unknown_words", vague, question: asked(vague) };

  const { shares, national, signs } = beliefOf(knowledge, history, text, seen, neighbours);
  const shown = shares.slice(0, SHOWN);
  const sureness = history.trained?.sureness ?? knowledge.model.sureness;
  const first = shown[0]?.share ?? 0;
  const confidence = sameGoods(neighbours, shown[0]) ?? confidenceOf(sureness, signs);
  const sure = vague === null && confidence >= sureness.sureFrom;
  const read = { title, seen };
  return {
    candidates: shown.map(({ code, share }) => ({
      code: neighbours.find((each) => each.code.startsWith(code))?.code ?? national.get(code) ?? code,
      source: sourceOf(code, knowledge, history, neighbours),
      confidence: Math.min(1, first > 0 ? (confidence * share) / first : 0),
      words: wordsFor(code, shown, knowledge, history, read),
      path: pathOf(knowledge.nomenclature, code),
    })),
    sure,
    abstained: abstentionOf(vague, confidence),
    vague,
    question: sure ? null : (asked(vague) ?? questionBetween(knowledge, text, shown)),
  };
}

function abstentionOf(vague: Vague | null, confidence: number): Abstention | null {
  if (vague) return "vague";
  return confidence < UNSURE_BELOW ? "unsure" : null;
}

/** What is believed of goods: shares of six-digit codes, the highest first, with national codes and what speaks for the first. */
interface Belief {
  readonly shares: readonly Share[];
  readonly national: ReadonlyMap<string, string>;
  readonly signs: readonly number[];
}

function beliefOf(
  knowledge: Knowledge,
  { trained }: History,
  text: GoodsText,
  seen: readonly Feature[],
  neighbours: readonly Neighbour[],
): Belief {
  const shipped = shippedBelief(knowledge, text);
  const taught = trained ? sharesWithTrained(trained, seen, shipped.shares) : shipped;
  const shares = sharesWithNeighbours(taught.shares, neighbours);
  return { ...taught, shares: shares.toSorted((a, b) => b.share - a.share) };
}

/** What the shipped model alone believes. */
export function shippedBelief(knowledge: Knowledge, text: GoodsText): Belief {
  const candidates = candidatesOf(knowledge, text);
  const likely = likelihoods(knowledge.model.ranker, text.genre, candidates);
  const shares = candidates.numbers.map((number, index) => ({
    code: knowledge.model.linear.codes[number] ?? "",
    share: likely[index] ?? 0,
  }));
  return { shares, national: new Map(), signs: signsOf(candidates, likely, text) };
}

function historyLexicon(knowledge: Knowledge, { trained }: History) {
  return trained ? lexiconFrom(trained.lexicon) : knowledge.lexicon;
}

function isKnown(
  knowledge: Knowledge,
  { trained }: History,
  title: readonly Feature[],
  seen: readonly Feature[],
): boolean {
  return (
    title.some(({ key, word }) => word !== "" && knowledge.model.linear.features.has(key)) ||
    seen.some(({ key }) => trained?.linear.features.has(key) === true)
  );
}

function asked(vague: Vague | null): (Bilingual & { readonly between: null }) | null {
  return vague ? { ...vague.ask, between: null } : null;
}

/** What a person settled for the same goods is as sure as that person; null where nobody did. */
function sameGoods(neighbours: readonly Neighbour[], first: Share | undefined): number | null {
  const [likest] = neighbours;
  return first && likest && likest.likeness >= SAME && likest.code.startsWith(first.code) ? first.share : null;
}

/** The number of the first code of a model under each subheading. */
const numbersOf = remembered(({ codes }: LinearModel): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  codes.forEach((code, number) => {
    const six = code.slice(0, 6);
    if (!numbers.has(six)) numbers.set(six, number);
  });
  return numbers;
});

function isTaught(code: string, { trained }: History): boolean {
  return trained !== null && numbersOf(trained.linear).has(code);
}

function sourceOf(code: string, { model }: Knowledge, history: History, neighbours: readonly Neighbour[]): CodeSource {
  const settled = neighbours.find((each) => each.code.startsWith(code));
  if (settled) return settled.by === "person" && settled.likeness >= SAME ? "person" : "history";
  return isTaught(code, history) || !numbersOf(model.linear).has(code) ? "history" : "model";
}

/** What was read of the goods: for the shipped model and for the history. */
interface Read {
  readonly title: readonly Feature[];
  readonly seen: readonly Feature[];
}

function wordsFor(
  code: string,
  shown: readonly Share[],
  { model }: Knowledge,
  history: History,
  { title, seen }: Read,
): readonly string[] {
  const byHistory = history.trained && isTaught(code, history) ? history.trained.linear : null;
  const linear = byHistory ?? model.linear;
  const numbers = numbersOf(linear);
  const number = numbers.get(code);
  if (number === undefined) return [];
  const others = shown.flatMap((each) => (each.code === code ? [] : (numbers.get(each.code) ?? [])));
  return decidingWords(linear, byHistory ? seen : title, number, others);
}

function questionBetween({ nomenclature }: Knowledge, text: GoodsText, shown: readonly Share[]) {
  const [first, second] = shown;
  if (!first || !second) return null;
  const said = facetsOf(`${text.title} | ${text.attributes}`);
  return distinguishingQuestion(nomenclature, [first.code, second.code], said);
}
