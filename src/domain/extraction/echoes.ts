import { rowsOf } from "./layout";
import type { PageText, Word } from "./words";

/** A piece of a word is no longer than this. */
const LONGEST = 2;
/** So much of the piece lies in the box of the word. */
const INSIDE = 0.6;

/**
 * The page without pieces of words that were read twice: where a line is read in two runs, a letter at the seam is
 * there once more, inside the box of the word that it belongs to: "U UNITED".
 */
export function withoutEchoes(page: PageText): PageText {
  if (page.method !== "ocr") return page;
  const echoes = new Set(
    rowsOf(page).flatMap((row) =>
      row.filter((word, at) => [row[at - 1], row[at + 1]].some((beside) => beside && isEcho(word, beside))),
    ),
  );
  return echoes.size === 0 ? page : { ...page, words: page.words.filter((word) => !echoes.has(word)) };
}

function isEcho(piece: Word, { text, box }: Word): boolean {
  if (piece.text.length > LONGEST || text.length <= piece.text.length) return false;
  const [own, whole] = [piece.text.toUpperCase(), text.toUpperCase()];
  if (!whole.startsWith(own) && !whole.endsWith(own)) return false;
  const right = Math.min(piece.box.x + piece.box.width, box.x + box.width);
  return right - Math.max(piece.box.x, box.x) > piece.box.width * INSIDE;
}
