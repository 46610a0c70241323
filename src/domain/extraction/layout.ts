import { remembered } from "../shared/remembered";
import type { Box } from "../shared/sourced";
import type { PageText, Word } from "./words";

/** Words that stand together on a line, without a gap as wide as a column's. */
export interface Segment {
  readonly page: number;
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
  /** Which line of the page, from the top. */
  readonly row: number;
}

/** Where words are set wide, a column's gap is so many of the usual blanks. */
const BLANKS = 1.9;
/** Dots that lead the eye from a label to its value. */
const LEADER = /^[.·…_‥-]{3,}$/u;
/** A gap wider than this many line heights begins another segment. */
const COLUMN_GAP = 1.1;

/** Typed letters are as wide as their blanks; a gap of one letter, and a little, parts words and no columns. */
const TYPED_BLANK = 1.3;

/** Whether the gap between two words is a blank as wide as one of their letters. */
export function isOneBlank(left: Word, right: Word): boolean {
  const gap = right.box.x - left.box.x - left.box.width;
  const advance = (word: Word) => (/\p{Script=Han}/u.test(word.text) ? 0 : word.box.width / word.text.length);
  return gap < Math.min(advance(left), advance(right)) * TYPED_BLANK || isTyped(left, right);
}

/** So much of the room of a typed letter is white at the edges of a word, and so much more at a mark. */
const WHITE = 0.3;
const WHITE_AT_MARK = 0.3;
/** The letters of both words have as much room but for so much, and the second begins on the raster but for so much. */
const AS_ROOMY = 0.1;
const ON_RASTER = 0.35;

/** Whether the second word begins where it would if both were typed, every letter as wide, with one blank between. */
function isTyped(left: Word, right: Word): boolean {
  const [a, b] = [roomOfLetter(left), roomOfLetter(right)];
  if (a === null || b === null || Math.abs(a - b) > Math.max(a, b) * AS_ROOMY) return false;
  const room = (a + b) / 2;
  return Math.abs(right.box.x - left.box.x - (left.text.length + 1) * room) < room * ON_RASTER;
}

function roomOfLetter({ text, box }: Word): number | null {
  if (text.length < 2 || /\p{Script=Han}/u.test(text)) return null;
  return box.width / (text.length - WHITE - (/[.,:;]$/.test(text) ? WHITE_AT_MARK : 0));
}

/** The segments of a page, line by line from the top and from left to right. */
export const segmentsOf = remembered((page: PageText): readonly Segment[] => {
  const legible = { ...page, words: page.words.filter((word) => !LEADER.test(word.text)) };
  const [height, blank] = [typicalHeight(legible.words), usualBlank(page)];
  return rowsOf(legible).flatMap((words, row) =>
    splitAtGaps(words, page.aspect, height, blank).map((part) => toSegment(part, page.number, row)),
  );
});

/** The words of a page in lines, from the top, each from left to right. */
export const rowsOf = remembered((page: PageText): readonly (readonly Word[])[] => {
  const height = typicalHeight(page.words);
  const rows: { middle: number; words: Word[] }[] = [];
  for (const word of [...page.words].sort((a, b) => middleOf(a) - middleOf(b))) {
    const row = rows.findLast((each) => Math.abs(each.middle - middleOf(word)) < height * 0.5);
    if (!row) {
      rows.push({ middle: middleOf(word), words: [word] });
      continue;
    }
    row.words.push(word);
    row.middle += (middleOf(word) - row.middle) / row.words.length;
  }
  return rows.map((row) => row.words.sort((a, b) => a.box.x - b.box.x));
});

/** The usual blank between two words of a line, in heights of the page. */
export const usualBlank = remembered((page: PageText): number => {
  const height = typicalHeight(page.words);
  const gaps = rowsOf(page)
    .flatMap((row) =>
      row
        .slice(1)
        .map((word, index) => (word.box.x - (row[index]?.box.x ?? 0) - (row[index]?.box.width ?? 0)) * page.aspect),
    )
    .filter((gap) => gap > 0 && gap < height * 2.5)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
});

/** The usual height of a word of the page, as a fraction of the page's height. */
export const typicalHeight = remembered((words: readonly Word[]): number => {
  const heights = words
    .filter((word) => !/^[\p{P}\p{S}]+$/u.test(word.text))
    .map((word) => word.box.height)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0.01;
});

/** Two words that were read apart and are one; it is as sure as the less sure of them. */
export function oneWord(first: Word, second: Word): Word {
  return {
    text: first.text + second.text,
    box: boxAround([first, second]),
    confidence: sureOfBoth(first, second),
  };
}

/** A mark that is hard to tell from another says nothing of the letters beside it; between figures it is all. */
function sureOfBoth(first: Word, second: Word): number {
  const isMark = ({ text }: Word) => !/[\p{L}\d]/u.test(text);
  const isInFigure = /\d$/.test(first.text) || /^\d/.test(second.text);
  if (isInFigure || isMark(first) === isMark(second)) return Math.min(first.confidence, second.confidence);
  return isMark(first) ? second.confidence : first.confidence;
}

/** The box around all of them. */
export function boxAround(words: readonly Word[]): Box {
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box } of words) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}

/** The text of words side by side; Han characters are written without blanks. */
export function textOf(words: readonly Word[]): string {
  return joined(words).text;
}

/** The words behind the first `length` characters of their text; a word that the cut goes through is cut too. */
export function cutAt(words: readonly Word[], length: number): readonly [readonly Word[], readonly Word[]] {
  const { starts } = joined(words);
  const head: Word[] = [];
  const tail: Word[] = [];
  for (const [index, word] of words.entries()) {
    const inside = length - (starts[index] ?? 0);
    if (inside >= word.text.length) head.push(word);
    else if (inside <= 0) tail.push(word);
    else {
      const [left, right] = cutWord(word, inside);
      head.push(left);
      tail.push(right);
    }
  }
  return [head, tail];
}

function joined(words: readonly Word[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = "";
  const starts: number[] = [];
  for (const word of words) {
    const isRunning = text === "" || (HAN_END.test(text) && HAN_START.test(word.text));
    if (!isRunning) text += " ";
    starts.push(text.length);
    text += word.text;
  }
  return { text, starts };
}

const HAN_START = /^\p{Script=Han}/u;
const HAN_END = /\p{Script=Han}$/u;

function cutWord(word: Word, at: number): readonly [Word, Word] {
  const share = at / word.text.length;
  const { x, y, width, height } = word.box;
  return [
    { ...word, text: word.text.slice(0, at), box: { x, y, width: width * share, height } },
    { ...word, text: word.text.slice(at), box: { x: x + width * share, y, width: width * (1 - share), height } },
  ];
}

function splitAtGaps(
  words: readonly Word[],
  aspect: number,
  usual: number,
  blank: number,
): readonly (readonly Word[])[] {
  const parts: Word[][] = [];
  for (const word of words) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    const gap = last ? (word.box.x - last.box.x - last.box.width) * aspect : Number.POSITIVE_INFINITY;
    // A word of small letters is lower than its line.
    const height = last ? Math.max(last.box.height, word.box.height, usual * 0.95) : 0;
    const isNext = gap < Math.max(height * COLUMN_GAP, blank * BLANKS) || (last && isOneBlank(last, word));
    if (part && isNext) part.push(word);
    else parts.push([word]);
  }
  return parts;
}

/** Words that stand together, with their text and their box. */
export function toSegment(words: readonly Word[], page: number, row: number): Segment {
  return { page, words, text: textOf(words), box: boxAround(words), row };
}

function middleOf(word: Word): number {
  return word.box.y + word.box.height / 2;
}
