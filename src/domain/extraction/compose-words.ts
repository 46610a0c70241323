import type { Box } from "../shared/sourced";
import type { Word } from "./words";

/** Words whose middles are so near in height, in heights of a letter, stand in one row. */
const ROW = 0.6;
const CJK = /[\u3400-\u9fff\uf900-\ufaff]/;

/** The words that lie in a box, or of which it covers more than half, in reading order. */
export function wordsIn(words: readonly Word[], box: Box): readonly Word[] {
  return inReadingOrder(words.filter((word) => isMostlyIn(word.box, box)));
}

function isMostlyIn(inner: Box, outer: Box): boolean {
  const width = Math.min(inner.x + inner.width, outer.x + outer.width) - Math.max(inner.x, outer.x);
  const height = Math.min(inner.y + inner.height, outer.y + outer.height) - Math.max(inner.y, outer.y);
  return width > 0 && height > 0 && width * height > 0.5 * inner.width * inner.height;
}

/** Words as a person reads them: row after row, from the left. */
export function inReadingOrder(words: readonly Word[]): readonly Word[] {
  const rows: Word[][] = [];
  for (const word of [...words].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (row && last && middle(word) - middle(last) < ROW * Math.max(word.box.height, last.box.height)) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x - b.box.x));
}

function middle({ box }: Word): number {
  return box.y + box.height / 2;
}

/** The text that words make: a blank between them, and none between Chinese characters. */
export function textOfWords(words: readonly Pick<Word, "text">[]): string {
  return words.reduce((text, word) => {
    const joins = CJK.test(text.at(-1) ?? "") && CJK.test(word.text[0] ?? "");
    return text === "" || joins ? `${text}${word.text}` : `${text} ${word.text}`;
  }, "");
}

/** The smallest box around all of them; null for none. */
export function boxAroundAll(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
