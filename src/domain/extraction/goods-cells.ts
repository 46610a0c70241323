import { type Cell, type Column, cellsOf, isFigure, nearest } from "./columns";
import type { LineField } from "./field";
import { boxAround, textOf } from "./layout";
import type { Word } from "./words";

/** What reads as a name: some letters, or two characters. */
export const NAME = /\p{L}{3}|\p{Script=Han}{2}/u;

/** Columns of figures. */
export const NUMERIC: readonly LineField[] = [
  "quantity",
  "unit_price",
  "amount",
  "net_weight_kg",
  "gross_weight_kg",
  "packages",
];

/** Where the first words of the rows with figures begin, for names stand at the left under a heading in the middle. */
export function namesIn(rows: readonly (readonly Word[])[], aspect: number, blank: number): readonly number[] {
  return rows.flatMap((row) => {
    const cells = cellsOf(row, aspect, blank);
    if (cells.filter((cell) => isFigure(cell.text)).length < 2) return [];
    return cells.filter((cell) => NAME.test(cell.text) && !isFigure(cell.text)).map((cell) => cell.box.x);
  });
}

/** The columns, that of the names from where several names begin, if that is left of its heading. */
export function withNamesAt(starts: readonly number[], columns: readonly Column[]): readonly Column[] {
  const at = columns.findIndex((column) => column.field === "description");
  const [names, before] = [columns[at], columns[at - 1]];
  if (!names) return columns;
  const edge = before ? before.left + (before.right - before.left) * 0.5 : 0;
  const counts = starts
    .filter((start) => start > edge && start < names.left - 0.02)
    .map((start) => ({ start, count: starts.filter((each) => Math.abs(each - start) < 0.006).length }))
    .sort((a, b) => b.count - a.count);
  const [most] = counts;
  if (!most || most.count < 2 || most.count < starts.length * 0.3) return columns;
  return columns.with(at, { ...names, left: most.start });
}

/** The words of a row by the column that each cell stands in. */
export function placed(cells: readonly Cell[], columns: readonly Column[]): ReadonlyMap<Column, readonly Word[]> {
  const parts = cells.flatMap((cell) => partsOf(cell, columns));
  const byColumn = new Map<Column, Word[]>();
  for (const [found, words] of parts) {
    const column = isSpare(words, found, parts)
      ? (columns.find((each) => each.field === "description") ?? found)
      : found;
    byColumn.set(column, [...(byColumn.get(column) ?? []), ...words]);
  }
  return byColumn;
}

/** Where two figures stand apart in a column of figures, that which is less at its edge is the end of a name. */
function isSpare(
  words: readonly Word[],
  column: Column,
  parts: readonly (readonly [Column, readonly Word[]])[],
): boolean {
  const isNumber = (each: readonly Word[]) => /^\d+$/.test(textOf(each));
  if (column.field === null || !NUMERIC.includes(column.field) || !isNumber(words)) return false;
  const others = parts.filter(([each, other]) => each === column && other !== words && isFigure(textOf(other)));
  const away = (each: readonly Word[]) => {
    const { x, width } = boxAround(each);
    return Math.min(Math.abs(x - column.left), Math.abs(x + width - column.right));
  };
  const isLeftMost = parts.every(
    ([each, other]) => each.field !== column.field || boxAround(other).x >= boxAround(words).x,
  );
  return isLeftMost && others.some(([, other]) => /[.,]\d{2}/.test(textOf(other)) && away(other) < away(words) + 0.02);
}

/** A cell that reaches over the headings of two columns with a figure at its end is two cells. */
function partsOf(cell: Cell, columns: readonly Column[]): readonly (readonly [Column, readonly Word[]])[] {
  const whole = nearest(cell.box.x, cell.box.x + cell.box.width, isFigure(cell.text), columns);
  if (cell.words.length === 1 || isFigure(cell.text)) return whole ? [[whole, cell.words]] : [];
  const columnAt = (word: Word | undefined) =>
    word ? nearest(word.box.x, word.box.x + word.box.width, isFigure(word.text), columns) : null;
  const last = columnAt(cell.words.at(-1));
  const tail =
    last && last !== whole && last.field !== null && isFigure(cell.words.at(-1)?.text ?? "")
      ? cell.words.slice(-1)
      : [];
  const first = columnAt(cell.words[0]);
  const head = first && first !== whole && isLineNumber(cell, first, whole) ? cell.words.slice(0, 1) : [];
  const body = cell.words.slice(head.length, cell.words.length - tail.length);
  const parts = [
    [first, head],
    [whole, body],
    [last, tail],
  ] as const;
  return parts.flatMap(([column, words]) => (column && words.length > 0 ? [[column, words] as const] : []));
}

/** The number of a line stands left of the names; a figure that a name begins with does not. */
function isLineNumber(cell: Cell, first: Column, whole: Column | null): boolean {
  return (
    /^\d+[.)]?$/.test(cell.words[0]?.text ?? "") &&
    first.field !== "description" &&
    (whole?.field !== "description" || cell.box.x < whole.left - 0.005)
  );
}
