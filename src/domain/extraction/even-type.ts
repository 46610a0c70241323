import { remembered } from "../shared/remembered";
import { withoutEchoes } from "./echoes";
import { oneWord, rowsOf } from "./layout";
import { withTypedCells } from "./typed-cells";
import type { PageText, Word } from "./words";

/**
 * Of a word that is set in even type, where every letter has the same room, so much of the last letter's room is white.
 */
const SIDE = 0.3;
/** Words shorter than this say little about the room of a letter; with fewer of the others nothing is known. */
const TELLING = 4;
const FEWEST = 5;
/** In even type the words of a page agree on the room of a letter but for so much, most of them and hardly any less. */
const AGREE = 0.03;
const AGREE_MOST = 0.06;
/** Narrower than so much of a letter's room a gap is the white of narrow letters, wider it is a blank. */
const BLANK = 0.9;
/** What may be a single blank in other type, and in this. */
const NARROWEST_BLANK = 0.55;
const WIDEST_BLANK = 1.8;
/** A row whose letters have another room than the page's is one of larger letters. */
const LARGER = 0.15;

/**
 * The page with its words whole. Tills and old printers give every letter the same room, so that the white around an I
 * looks like a blank to an engine, which reads "TOTA L 6 9.0 6"; in even type a blank is known by its width.
 */
export const withWholeWords = remembered((given: PageText): PageText => {
  const page = withoutEchoes(given);
  const room = page.method === "ocr" ? evenRoom(page) : null;
  if (room === null) return page.method === "ocr" ? withTypedCells(page) : page;
  return { ...page, words: rowsOf(page).flatMap((row) => joined(row, room, page.aspect)) };
});

/** How much room each letter of the page has; null where letters have as much as they need. */
function evenRoom(page: PageText): number | null {
  const rooms = page.words
    .filter(({ text }) => text.length >= TELLING && /^[\p{L}\d]+$/u.test(text))
    .map((word) => roomIn(word, page.aspect))
    .sort((a, b) => a - b);
  const usual = rooms[Math.floor(rooms.length / 2)];
  if (usual === undefined || rooms.length < FEWEST) return null;
  const apart = rooms.map((room) => Math.abs(room - usual) / usual).sort((a, b) => a - b);
  const at = (share: number) => apart[Math.floor(apart.length * share)] ?? 1;
  return at(0.5) < AGREE && at(0.75) < AGREE_MOST && hasWideBlanks(page, usual) ? usual : null;
}

/** Whether the blanks of the page have the room of a letter too; those of other type are narrower. */
function hasWideBlanks(page: PageText, room: number): boolean {
  const gaps = rowsOf(page).flatMap((row) =>
    row.slice(1).map((word, at) => gapBetween(row[at], word, page.aspect) / room),
  );
  const between = (from: number, to: number) => gaps.filter((gap) => gap >= from && gap < to).length;
  return between(BLANK, WIDEST_BLANK) > between(NARROWEST_BLANK, BLANK);
}

function gapBetween(last: Word | undefined, word: Word, aspect: number): number {
  return last ? (word.box.x - last.box.x - last.box.width) * aspect : Number.POSITIVE_INFINITY;
}

function roomIn({ text, box }: Word, aspect: number): number {
  return (box.width * aspect) / (text.length - SIDE);
}

function joined(row: readonly Word[], usual: number, aspect: number): readonly Word[] {
  const room = roomOfRow(row, usual, aspect);
  const words: Word[] = [];
  for (const word of row) {
    const last = words.at(-1);
    if (last && gapBetween(last, word, aspect) / room < BLANK) words[words.length - 1] = oneWord(last, word);
    else words.push(word);
  }
  return words;
}

/** The room of a letter in a row, which may be set in letters twice as wide. */
function roomOfRow(row: readonly Word[], usual: number, aspect: number): number {
  const rooms = row
    .filter(({ text }) => text.length > 2)
    .map((word) => roomIn(word, aspect))
    .sort((a, b) => a - b);
  const own = rooms[Math.floor(rooms.length / 2)] ?? usual;
  return own > usual * (1 + LARGER) ? own : usual;
}
