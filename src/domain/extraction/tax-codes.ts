import type { Body, GoodsRow } from "./goods-rows";
import type { Word } from "./words";

/** What stands apart behind a sum in its column: the code of a rate, or the rate, whose heading is missing or away. */
const CODE = /^(?:\d{1,2}|[A-Z]\d?)$/;
const SUM = /\d[.,]\d{2}$/;

/** The lines of goods without the codes of taxes that stand so close behind their sums that both are one cell: "198,72 1". */
export function withoutTaxCodes(body: Body): Body {
  return { ...body, lines: body.lines.map(withoutCode) };
}

function withoutCode(line: GoodsRow): GoodsRow {
  return {
    ...line,
    cells: new Map(
      [...line.cells].map(([column, words]) => [
        column,
        column.field === "amount" ? words.filter((word, at) => !isCode(words[at - 1], word)) : words,
      ]),
    ),
  };
}

function isCode(before: Word | undefined, word: Word): boolean {
  if (!before || !CODE.test(word.text) || !SUM.test(before.text)) return false;
  const isBeside = Math.abs(before.box.y + before.box.height / 2 - word.box.y - word.box.height / 2) < word.box.height;
  return isBeside && word.box.x > before.box.x + before.box.width;
}
