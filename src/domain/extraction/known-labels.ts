import { distance, squeeze } from "./fold";
import type { Concept } from "./lexicon/concepts";
import { LABELS } from "./lexicon/labels";

export interface Known {
  readonly concepts: readonly Concept[];
  /** 1 where the words are those of the label, less where some letters are others. */
  readonly likeness: number;
}

/** From this length on a label may be misread by a letter; twice as long, by two. */
const LETTERS_A_SLIP = 8;

const KNOWN = new Map<string, Concept[]>();
for (const [concept, phrases] of Object.entries(LABELS) as [Concept, readonly string[]][])
  for (const phrase of phrases) {
    const key = squeeze(phrase);
    const concepts = KNOWN.get(key) ?? [];
    if (!concepts.includes(concept)) concepts.push(concept);
    KNOWN.set(key, concepts);
  }
/** So many letters has the longest label. */
export const LONGEST = Math.max(...[...KNOWN.keys()].map((key) => key.length));

interface Likely {
  readonly key: string;
  readonly letters: number;
}
const BY_LENGTH = new Map<number, Likely[]>();
for (const key of KNOWN.keys())
  if (key.length >= LETTERS_A_SLIP && /^[a-z]+$/.test(key))
    BY_LENGTH.set(key.length, [...(BY_LENGTH.get(key.length) ?? []), { key, letters: lettersOf(key) }]);

/** Whether a text is a label just as it stands. */
export function isLabel(text: string): boolean {
  return KNOWN.has(squeeze(text));
}

const IN_ORDER = [...KNOWN.keys()].sort();

/** Whether a text is a label or the beginning of one. */
export function beginsLabel(text: string): boolean {
  const key = squeeze(text);
  let [from, to] = [0, IN_ORDER.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((IN_ORDER[middle] ?? "") < key) from = middle + 1;
    else to = middle;
  }
  return IN_ORDER[from]?.startsWith(key) ?? false;
}

/** What a text is the label of; what an engine read may be misread by a letter. */
export function knownAs(key: string, isRead: boolean): Known | null {
  const exact = KNOWN.get(key);
  if (exact) return { concepts: exact, likeness: 1 };
  const concepts = isRead ? misread(key) : undefined;
  return concepts ? { concepts, likeness: 0.95 } : null;
}

const MISREAD = new Map<string, Concept[] | undefined>();

function misread(key: string): Concept[] | undefined {
  if (key.length < LETTERS_A_SLIP || !/^[\p{L}\d]+$/u.test(key)) return undefined;
  if (MISREAD.has(key)) return MISREAD.get(key);
  const found = closest(key);
  MISREAD.set(key, found);
  return found;
}

function closest(key: string): Concept[] | undefined {
  const most = key.length < 10 ? 1 : key.length < 17 ? 2 : 3;
  const letters = lettersOf(key);
  const lengths = Array.from({ length: 2 * most + 1 }, (_, index) => key.length - most + index);
  const found = lengths
    .flatMap((length) => BY_LENGTH.get(length) ?? [])
    .filter((likely) => bits(likely.letters ^ letters) <= 2 * most)
    .map((likely) => ({ key: likely.key, far: distance(key, likely.key, most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far)[0];
  return found ? KNOWN.get(found.key) : undefined;
}

/** Which letters a word has, a bit each. */
function lettersOf(word: string): number {
  let letters = 0;
  for (const letter of word) {
    const at = letter.charCodeAt(0) - 97;
    if (at >= 0 && at < 26) letters |= 1 << at;
  }
  return letters;
}

function bits(value: number): number {
  let left = value;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}
