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
  const parts = spread(
    cells.flatMap((cell) => partsOf(cell, columns)),
    columns,
  );
  const byColumn = new Map<Column, Word[]>();
  for (const [found, words] of parts) {
    // A share is no count, no price and no weight, whatever it stands under: it is the rate of a tax or a discount.
    if (isNumeric(found) && /\d\s?%$/.test(textOf(words))) continue;
    const column = isSpare(words, found, parts)
      ? (columns.find((each) => each.field === "description") ?? found)
      : found;
    byColumn.set(column, [...(byColumn.get(column) ?? []), ...words]);
  }
  return byColumn;
}

type Placed = readonly [Column, readonly Word[]];

/** Of two figures that stand apart over one heading the left one is that of the column before, where that is empty. */
function spread(parts: readonly Placed[], columns: readonly Column[]): readonly Placed[] {
  return parts.map((part) => {
    const [column, words] = part;
    const before = columns[columns.indexOf(column) - 1];
    const isFigures = (each: Placed) => isFigure(textOf(each[1])) && /\d/.test(textOf(each[1]));
    const right = parts.find(
      (each) => each !== part && each[0] === column && boxAround(each[1]).x > boxAround(words).x,
    );
    const isOpen = before?.field !== undefined && isNumeric(before) && parts.every(([each]) => each !== before);
    const isBeside =
      before !== undefined && boxAround(words).x < column.left && boxAround(words).x > before.left - 0.02;
    const moves = isNumeric(column) && isOpen && isBeside && right !== undefined && isFigures(part) && isFigures(right);
    return moves && before ? [before, words] : part;
  });
}

function isNumeric({ field }: Column): boolean {
  return field !== null && NUMERIC.includes(field);
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
  const apart = atNames(cell, columns);
  if (apart) return apart.flatMap((each) => partsOf(each, columns));
  const whole = nearest(cell.box.x, cell.box.x + cell.box.width, isFigure(cell.text), columns);
  if (cell.words.length === 1 || isFigure(cell.text)) return whole ? [[whole, cell.words]] : [];
  const columnAt = (word: Word | undefined) =>
    word ? nearest(word.box.x, word.box.x + word.box.width, isFigure(word.text), columns) : null;
  const several = withFiguresBehind(cell, columns);
  if (several) return several;
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

/** So close to the edge of the names begins what is one. */
const AT_EDGE = 0.006;

/** A cell in which the name begins behind marks, so close to them that there is no gap: two cells. */
function atNames(cell: Cell, columns: readonly Column[]): readonly Cell[] | null {
  const names = columns.find(({ field }) => field === "description");
  const at = names ? cell.words.findIndex(({ box }) => Math.abs(box.x - names.left) < AT_EDGE) : -1;
  const marks = textOf(cell.words.slice(0, Math.max(0, at)));
  if (at <= 0 || !/\d/.test(marks) || /^\d{1,4}[.)]?$/.test(marks)) return null;
  return [cell.words.slice(0, at), cell.words.slice(at)].map((words) => ({
    words,
    text: textOf(words),
    box: boxAround(words),
  }));
}

function rightOf(words: readonly Word[]): number {
  const { x, width } = boxAround(words);
  return x + width;
}

/** The cell without the figures at its end, and those, where each stands under another heading. */
function withFiguresBehind(cell: Cell, columns: readonly Column[]): readonly Placed[] | null {
  const behind = figuresBehind(cell.words, columns);
  if (behind.length < 2) return null;
  const words = cell.words.slice(0, cell.words.length - behind.flatMap(([, each]) => each).length);
  const rest = words[0] ? nearest(words[0].box.x, rightOf(words), false, columns) : null;
  return [...(rest ? [[rest, words] as const] : []), ...behind];
}

/** Figures at the end of a cell, each under another heading of figures: 'FLASK "YUKI" 1,200 PCS @980'. */
function figuresBehind(words: readonly Word[], columns: readonly Column[]): readonly Placed[] {
  const found: Placed[] = [];
  let end = words.length;
  while (end > 0) {
    const isUnit = /^\p{L}{1,5}\.?$/u.test(words[end - 1]?.text ?? "");
    const from = end - (isUnit ? 2 : 1);
    const group = words.slice(Math.max(0, from), end);
    const { x, width } = boxAround(group);
    const column = /^@?[^\p{L}\d]*[¥Y]?\d/u.test(group[0]?.text ?? "") ? nearest(x, x + width, true, columns) : null;
    const isOwn = column !== null && isNumeric(column) && x + width > column.left - 0.02 && x < column.right + 0.02;
    if (from < 0 || !column || !isOwn || found.some(([each]) => each === column)) break;
    found.unshift([column, group]);
    end = from;
  }
  return found;
}

/** The number of a line stands left of the names; a figure that a name begins with does not. */
function isLineNumber(cell: Cell, first: Column, whole: Column | null): boolean {
  return (
    /^\d+[.)]?$/.test(cell.words[0]?.text ?? "") &&
    first.field !== "description" &&
    (whole?.field !== "description" || cell.box.x < whole.left - 0.005)
  );
}
