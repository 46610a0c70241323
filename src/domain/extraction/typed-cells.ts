import { oneWord, rowsOf } from "./layout";
import type { PageText, Word } from "./words";

/** So much of a typed letter's room is white at the edges of a word. */
const SIDE = 0.3;
/** Words shorter than this say little about the room of a letter. */
const TELLING = 4;
/** The long words of a filled-in form agree on the room of a letter but for so much. */
const AGREE = 0.04;
const AGREE_CELL = 0.07;
/** The blank between two typed words, in rooms of a letter; between those of other type it is narrower. */
const BLANK = { from: 0.98, to: 1.6 } as const;
/** A gap narrower than this is the white around a narrow letter, where the type is typed. */
const WITHIN = 0.93;
/** What stands further apart belongs to another box of the form. */
const APART = 2.3;
/** So many blanks of one letter, and so many times as many as narrower ones, show that something was typed. */
const FEWEST_BLANKS = 4;
const TIMES = 4;

/**
 * The page of a form with the words whole that were typed into it. Its captions are printed in letters that have as
 * much room as they need, what is typed between them in letters that all have the same, so that the white around an I
 * looks like a blank: "FRE IGHT COLLECT". Only where a box shows that it is typed its words are joined.
 */
export function withTypedCells(page: PageText): PageText {
  const room = roomOfTyped(page);
  if (room === null) return page;
  let isChanged = false;
  const words = rowsOf(page).flatMap((row) =>
    cellsOf(row, room, page.aspect).flatMap((cell) => {
      if (cell.length < 2 || !isTyped(cell, room, page.aspect)) return cell;
      const whole = joined(cell, room, page.aspect);
      isChanged ||= whole.length < cell.length;
      return whole;
    }),
  );
  return isChanged ? { ...page, words } : page;
}

/** The room on which most long words agree, if the blanks between them are those of typed letters. */
function roomOfTyped(page: PageText): number | null {
  const long = page.words.filter(isLong);
  const rooms = long.map((word) => roomIn(word, page.aspect)).sort((a, b) => a - b);
  const room = mostAgreed(rooms);
  if (room === null) return null;
  const agrees = (word: Word) => isLong(word) && Math.abs(roomIn(word, page.aspect) - room) < room * AGREE;
  const gaps = rowsOf(page).flatMap((row) =>
    row.slice(1).flatMap((word, at) => {
      const last = row[at];
      return last && agrees(last) && agrees(word) ? [gapBetween(last, word, page.aspect) / room] : [];
    }),
  );
  const typed = gaps.filter((gap) => gap >= BLANK.from && gap < BLANK.to).length;
  const narrow = gaps.filter((gap) => gap > 0 && gap < BLANK.from).length;
  return typed >= FEWEST_BLANKS && typed >= narrow * TIMES ? room : null;
}

/** Of the values, in order, that which most others are close to. */
function mostAgreed(values: readonly number[]): number | null {
  let [best, most, from, to] = [null as number | null, 0, 0, 0];
  for (const value of values) {
    while ((values[from] ?? value) < value * (1 - AGREE)) from++;
    while (to < values.length && (values[to] ?? 0) <= value * (1 + AGREE)) to++;
    if (to - from > most) [best, most] = [value, to - from];
  }
  return best;
}

function cellsOf(row: readonly Word[], room: number, aspect: number): readonly (readonly Word[])[] {
  const cells: Word[][] = [];
  for (const word of row) {
    const cell = cells.at(-1);
    const last = cell?.at(-1);
    if (cell && last && gapBetween(last, word, aspect) < room * APART) cell.push(word);
    else cells.push([word]);
  }
  return cells;
}

/** Whether the long words of the box have the room of typed ones and its blanks, if it has any, too. */
function isTyped(cell: readonly Word[], room: number, aspect: number): boolean {
  const long = cell.filter(isLong);
  const isAlike = long.every((word) => Math.abs(roomIn(word, aspect) - room) < room * AGREE_CELL);
  if (long.length === 0 || !isAlike) return false;
  const gaps = cell.slice(1).map((word, at) => ({ word, last: cell[at] as Word }));
  const isPrinted = gaps.some(({ last, word }) => {
    const gap = gapBetween(last, word, aspect) / room;
    return isLong(last) && isLong(word) && gap > 0.35 && gap < WITHIN && !isNarrowEdge(last, word);
  });
  if (isPrinted) return false;
  const blanks = gaps.filter(({ last, word }) => {
    const gap = gapBetween(last, word, aspect) / room;
    return gap >= BLANK.from && gap < BLANK.to;
  });
  const fragments = cell.filter(({ text }) => text.length < 3).length;
  return blanks.length > 0 || (fragments >= 2 && fragments >= cell.length - long.length);
}

/** Letters so narrow that much white is around them in their room. */
function isNarrowEdge(last: Word, word: Word): boolean {
  return /[Iil1jtfr.,:;'’!|()-]$/.test(last.text) || /^[Iil1jtfrJ.,:;'’!|()-]/.test(word.text);
}

function joined(cell: readonly Word[], room: number, aspect: number): readonly Word[] {
  const words: Word[] = [];
  for (const word of cell) {
    const last = words.at(-1);
    if (last && gapBetween(last, word, aspect) / room < WITHIN) words[words.length - 1] = oneWord(last, word);
    else words.push(word);
  }
  return words;
}

function isLong({ text }: Word): boolean {
  return text.length >= TELLING && /^[\p{L}\d]+$/u.test(text) && !/\p{Script=Han}/u.test(text);
}

function gapBetween(last: Word, word: Word, aspect: number): number {
  return (word.box.x - last.box.x - last.box.width) * aspect;
}

function roomIn({ text, box }: Word, aspect: number): number {
  return (box.width * aspect) / (text.length - SIDE);
}
