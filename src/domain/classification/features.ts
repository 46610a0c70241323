import { facetsOf, narrowest } from "./facets";
import { hashOf } from "./hash";
import { loudness, skeleton, type Word, wordsOf } from "./words";

/** Something that a text shows and a code can be known by; several texts that show the same share its key. */
export interface Feature {
  readonly key: number;
  readonly weight: number;
  /** The word of the text that shows it. */
  readonly word: string;
}

/** Tells whether a run of Chinese characters is a word of the vocabulary. */
export type Lexicon = (run: string) => boolean;

const LONGEST_HAN_WORD = 8;
/** A run of no more characters than this is shown whole where two of them decided. */
const SHORT_RUN = 4;
const LEAST_SKELETON = 3;
/** Two words of no more letters than this may be one that is written apart. */
const LONGEST_JOINED = 14;
/** What a word counts that names a purpose or a part and not the goods. */
const ASIDE = 0.7;
/** What a facet counts. */
const FACET = 0.5;
/** What a single letter counts, which is mostly what is left of a word. */
const LETTER = 0.3;

/** All that a text shows: its words, pairs of words, the noun that names it, its consonants and beginnings of its words. */
export function featuresOf(text: string, lexicon: Lexicon): readonly Feature[] {
  const words = wordsOf(text);
  const found = new Map<string, Feature>();
  const add = (name: string, weight: number, word: string) => {
    const known = found.get(name);
    if (known && known.weight >= weight) return;
    found.set(name, { key: known?.key ?? hashOf(name), weight, word });
  };
  words.forEach((word, index) => {
    if (word.script === "han") addHan(word, lexicon, add);
    else if (word.script === "latin") addLatin(word, words[index - 1], words[index + 1], add);
    else addNumber(words[index + 1], add);
  });
  addFacets(text, add);
  return [...found.values()];
}

/** The sides that the nomenclature parts goods by, and two of them together, since one alone seldom decides. */
function addFacets(text: string, put: Put): void {
  const { material, cloth, wearer } = facetsOf(text);
  const made = narrowest(material);
  for (const each of [...made, ...cloth, ...wearer]) put(`f:${each}`, FACET, "");
  for (const a of made) for (const b of [...cloth, ...wearer]) put(`f:${a} ${b}`, FACET, "");
  for (const a of cloth) for (const b of wearer) put(`f:${a} ${b}`, FACET, "");
}

type Put = (name: string, weight: number, word: string) => void;

function addHan({ surface }: Word, lexicon: Lexicon, put: Put): void {
  const loud = loudness(surface);
  if (surface.length <= LONGEST_HAN_WORD) put(`w:${surface}`, loud, surface);
  const parts = segment(surface, lexicon);
  for (const part of parts) put(`w:${part}`, loudness(part), part);
  for (let at = 0; at + 2 <= surface.length; at++) {
    const pair = surface.slice(at, at + 2);
    const shown = surface.length <= SHORT_RUN ? surface : (parts.find((part) => part.includes(pair)) ?? pair);
    put(`c:${pair}`, 0.5 * loud, shown);
  }
  put(`e:${surface.slice(-1)}`, 0.3 * loud, surface);
}

function addLatin(word: Word, before: Word | undefined, after: Word | undefined, put: Put): void {
  const { surface, stem } = word;
  const share = (word.aside ? ASIDE : 1) * (stem.length === 1 ? LETTER : loudness(stem));
  put(`w:${stem}`, share, surface);
  addLetters(word, share, put);
  if (before?.script === "latin" && !word.opens) {
    put(`b:${before.stem} ${stem}`, 0.8 * share, `${before.surface} ${surface}`);
    const joined = before.stem + stem;
    if (joined.length <= LONGEST_JOINED) put(`w:${joined}`, 0.5 * share, `${before.surface} ${surface}`);
  }
  const isHead = !after || after.opens || after.script === "number";
  if (isHead && !word.aside) put(`h:${stem}`, 0.9 * loudness(stem), surface);
}

/** Consonants, beginnings and the end of a word, by which short forms, cut-off words and relatives are known. */
function addLetters({ surface, stem }: Word, share: number, put: Put): void {
  if (stem.length >= 3) {
    const bones = skeleton(stem);
    if (bones.length >= 2) put(`s:${bones.slice(0, 7)}`, 0.4 * share, surface);
    if (bones.length > LEAST_SKELETON) put(`t:${bones.slice(0, LEAST_SKELETON)}`, 0.2 * share, surface);
  }
  if (stem.length >= 5) put(`p:${stem.slice(0, 4)}`, 0.3 * share, surface);
  if (stem.length >= 7) put(`p:${stem.slice(0, 6)}`, 0.4 * share, surface);
  if (stem.length >= 6) put(`z:${stem.slice(-4)}`, 0.2 * share, surface);
}

/** A figure says nothing, its unit does: 50 ml are not 50 kg. */
function addNumber(unit: Word | undefined, put: Put): void {
  if (unit?.script === "latin" && unit.surface.length <= 3) put(`n:${unit.stem}`, 0.4, unit.surface);
}

/** The longest words of the vocabulary from left to right; what is no word is left to the pairs of characters. */
export function segment(run: string, lexicon: Lexicon): readonly string[] {
  const parts: string[] = [];
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_HAN_WORD, run.length - at);
    while (length > 1 && !lexicon(run.slice(at, at + length))) length--;
    if (length > 1) parts.push(run.slice(at, at + length));
    at += length;
  }
  return parts;
}
