import type { Box } from "../shared/sourced";
import type { LineField } from "./field";
import { squeeze } from "./fold";
import { withGrossPrices } from "./gross-prices";
import { headingOf, isKnownHeading } from "./known-headings";
import { boxAround, rowsOf, textOf, typicalHeight, usualBlank } from "./layout";
import { inPounds, withNetWeights } from "./weight-columns";
import type { PageText, Word } from "./words";

/** A column of a goods table, by its heading. */
export interface Column {
  readonly field: LineField | null;
  readonly heading: string;
  readonly left: number;
  readonly right: number;
  /** How far to trust that it stands over this, where it was learned; unset where the heading says so to everybody. */
  readonly taught?: number;
}

/** Words that stand together in a row, without a gap as wide as a column's. */
export interface Cell {
  readonly words: readonly Word[];
  readonly text: string;
  readonly box: Box;
}

/** The headings of a goods table and the rows of the page below them. */
export interface Table {
  readonly columns: readonly Column[];
  readonly top: number;
  readonly bottom: number;
}

const NONE_LEARNED: LearnedHeadings = new Map();
/** What stands under a heading that was taught once is asked. */
const TAUGHT_ONCE = 0.85;
const BORNE_OUT = 0.96;
const CELL_GAP = 0.8;
/** Between the groups of a figure. */
const GROUP_GAP = 1.2;
/** Headings may take so many lines. */
const MOST_LINES = 4;
const LINE_GAP = 2;
/** With less a row is none of headings; one that names goods is worth so much more. */
const LEAST_WORTH = 1.9;
const NAMED = 1.5;
/** The cells of a row from left to right. */
export function cellsOf(row: readonly Word[], aspect: number, blank = 0): readonly Cell[] {
  const groups: Word[][] = [];
  for (const word of [...row].sort((a, b) => a.box.x - b.box.x)) {
    const last = groups.at(-1)?.at(-1);
    const gap = last ? (word.box.x - last.box.x - last.box.width) * aspect : Number.POSITIVE_INFINITY;
    const isNext =
      last &&
      (gap < Math.max(Math.max(last.box.height, word.box.height) * CELL_GAP, blank * 1.5) ||
        (isGrouped(last, word) && gap < word.box.height * GROUP_GAP));
    if (isNext) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups.map((words) => ({ words, text: textOf(words), box: boxAround(words) }));
}

/** "11 475,00" is one figure. */
function isGrouped(left: Word, right: Word): boolean {
  return /^\d{1,3}$/.test(left.text) && /^\d{3}[.,]\d{2,3}$/.test(right.text);
}

/** What headings stand over on papers of a known layout, by their squeezed words. */
export type LearnedHeadings = ReadonlyMap<string, { readonly field: LineField; readonly isBorneOut: boolean }>;

/** The best row of headings on a page; null when there is no goods table. */
export function findTable(page: PageText, learned: LearnedHeadings = NONE_LEARNED): Table | null {
  const rows = rowsOf(page);
  const height = typicalHeight(page.words);
  const blank = usualBlank(page);
  let best: Ranked | null = null;
  for (let first = 0; first < rows.length; first++) {
    for (let lines = 1; lines <= MOST_LINES && first + lines <= rows.length; lines++) {
      const taken = rows.slice(first, first + lines);
      if (lines > 1 && !isClose(taken, height)) break;
      const columns = columnsIn(taken, page.aspect, blank, learned);
      // A further line of headings, as in a second language, makes the columns as wide as they are.
      const strange = taken.slice(1).filter((row) => !isHeading(cellsOf(row, page.aspect, blank))).length;
      const ranked = rank(taken, columns, strange);
      if (ranked && (best === null || isBetter(ranked, best, lines > 1 && strange === 0))) best = ranked;
    }
  }
  if (!best) return null;
  const { table } = best;
  const units = unitsOver(table, page);
  return { ...table, columns: inPounds(withNetWeights(withGrossPrices(table.columns), units), units) };
}

/** What stands over a column, and on the line below its heading without figures: in what it counts. */
function unitsOver({ top, bottom }: Table, page: PageText): (column: Column) => string {
  const reach = bottom + typicalHeight(page.words) * LINE_GAP;
  const lines = page.words.filter(({ box }) => box.y + box.height / 2 > top && box.y + box.height / 2 < reach);
  return ({ left, right }) => {
    const over = lines.filter(({ box }) => box.x < right && box.x + box.width > left);
    const below = over.filter(({ box }) => box.y + box.height / 2 > bottom);
    return textOf(/\d/.test(textOf(below)) ? over.filter((word) => !below.includes(word)) : over);
  };
}

interface Ranked {
  readonly table: Table;
  readonly score: number;
}

/** How much rows are worth as the headings of goods; null where they are none. */
function rank(rows: readonly (readonly Word[])[], columns: readonly Column[], strange: number): Ranked | null {
  const plain = worth(columns) - (strange + 1) * 0.3;
  if (plain <= LEAST_WORTH) return null;
  const box = boxAround(rows.flat());
  // Weights and packages alone may be the boxes at the foot of the page.
  const isNamed = columns.some(({ field }) => field === "description");
  return { table: { columns, top: box.y, bottom: box.y + box.height }, score: plain + (isNamed ? NAMED : 0) };
}

function isBetter(a: Ranked, b: Ranked, isWhole: boolean): boolean {
  return a.score > b.score || (isWhole && a.score === b.score);
}

/** Further lines of the headings hold nothing but known headings. */
export function isHeading(cells: readonly Cell[]): boolean {
  return cells.every((cell) => !/\d/.test(cell.text) && cell.text.length > 1 && headingOf(cell.text) !== undefined);
}

function isClose(rows: readonly (readonly Word[])[], height: number): boolean {
  const last = rows.at(-1) ?? [];
  const before = rows.at(-2) ?? [];
  const gap = (last[0]?.box.y ?? 1) - (before[0]?.box.y ?? 0);
  // Headings hold no figures but those of their own units.
  const figures = last.filter((word) => /^[\d.,]*\d{2,}[\d.,]*$/.test(word.text)).length;
  return gap < height * LINE_GAP && figures === 0;
}

/** How much a row of headings says of goods. */
function worth(columns: readonly Column[]): number {
  const fields = new Set(columns.flatMap(({ field }) => (field ? [field] : [])));
  const known = columns.filter(({ heading }) => heading !== "").length;
  const isGoods =
    fields.has("description") ||
    (fields.has("quantity") && fields.has("amount")) ||
    fields.has("gross_weight_kg") ||
    fields.has("packages");
  const figures = [...fields].filter(
    (field) => field !== "description" && field !== "origin" && field !== "unit",
  ).length;
  if (!isGoods || fields.size < 2 || figures < 1) return 0;
  const unknown = columns.length - known;
  return (
    fields.size +
    Math.min(2, columns.filter(({ field, heading }) => field === null && heading !== "").length) * 0.4 -
    unknown * 0.5
  );
}

/** The cells of one or more rows, those one above the other taken together, with what they are the headings of. */
function columnsIn(
  rows: readonly (readonly Word[])[],
  aspect: number,
  blank: number,
  learned: LearnedHeadings,
): readonly Column[] {
  const stacks: Cell[][] = [];
  for (const cell of rows.flatMap((row) => cellsOf(row, aspect, blank))) {
    const over = stacks.find((stack) => {
      const box = boxAround(stack.flatMap((each) => each.words));
      const shared = Math.min(box.x + box.width, cell.box.x + cell.box.width) - Math.max(box.x, cell.box.x);
      return shared > Math.min(box.width, cell.box.width) * 0.5;
    });
    if (over) over.push(cell);
    else stacks.push([cell]);
  }
  return joinedStacks(stacks)
    .flatMap((stack) => toColumns(stack, learned))
    .sort((a, b) => a.left - b.left);
}

const UNIT_ALONE = /^[([（]\s*[\p{L}\d³.]{1,6}\s*[)\]）]$/u;
/** Words that are no heading without the next one. */
const HALF_HEADING =
  /^(?:total|gross|net|gr|nt|g|n|anzahl|nombre de|numero de|toplam|partida|no\.? of|number of|name of|full description of)\.?$/i;
/** So much blank, in widths of the page, may part the words of one heading where a line is set wide. */
const WITHIN_HEADING = 0.04;

/** Headings whose words stand so wide apart that they look like two: "Gross Weight" and "(kg)", "Total" and "Cartons". */
function joinedStacks(stacks: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const around = (stack: readonly Cell[]) => boxAround(stack.flatMap((cell) => cell.words));
  const text = (stack: readonly Cell[]) => stack.map((cell) => cell.text).join(" ");
  const joined: (readonly Cell[])[] = [];
  for (const stack of [...stacks].sort((a, b) => around(a).x - around(b).x)) {
    const before = joined.at(-1);
    const box = before && around(before);
    const gap = box ? around(stack).x - box.x - box.width : 1;
    const isUnit = UNIT_ALONE.test(text(stack));
    const isHalf = before && HALF_HEADING.test(text(before)) && isKnownHeading(`${text(before)} ${text(stack)}`);
    if (before && gap < WITHIN_HEADING && (isUnit || isHalf)) joined.splice(-1, 1, [...before, ...stack]);
    else joined.push(stack);
  }
  return joined;
}

function toColumns(stack: readonly Cell[], learned: LearnedHeadings): readonly Column[] {
  const text = stack.map((cell) => cell.text).join(" ");
  const box = boxAround(stack.flatMap((cell) => cell.words));
  const exact = stack.length > 1 && !isKnownHeading(text) ? apart(stack, exactly) : null;
  if (exact) return exact;
  const general = headingOf(text);
  const lesson = learned.get(squeeze(text));
  // What everybody calls so is overruled only by what several papers bore out.
  const isTaught = lesson !== undefined && lesson.field !== general && (general === undefined || lesson.isBorneOut);
  const known = isTaught ? lesson.field : general;
  if (known !== undefined) {
    const taught = isTaught ? { taught: lesson.isBorneOut ? BORNE_OUT : TAUGHT_ONCE } : {};
    return [{ field: known, heading: text, left: box.x, right: box.x + box.width, ...taught }];
  }
  const two = apart(stack, headingOf);
  if (two) return two;
  return [{ field: null, heading: "", left: box.x, right: box.x + box.width }];
}

const exactly = (text: string) => (isKnownHeading(text) ? headingOf(text) : undefined);

/**
 * Two headings that stand so close that they are one run of words; under each of them it may go on: "Commodity C/O" over
 * "code".
 */
function apart(stack: readonly Cell[], known: typeof headingOf): readonly Column[] | null {
  const [first, ...below] = stack;
  const words = first?.words ?? [];
  const under = below.flatMap((cell) => cell.words);
  for (let at = 1; at < words.length; at++) {
    const edge = words[at]?.box.x ?? 1;
    const a = [...words.slice(0, at), ...under.filter(({ box }) => box.x + box.width / 2 < edge)];
    const b = [...words.slice(at), ...under.filter(({ box }) => box.x + box.width / 2 >= edge)];
    const [left, right] = [known(textOf(a)), known(textOf(b))];
    if (left !== undefined && right !== undefined && left !== right) return [toColumn(a, left), toColumn(b, right)];
  }
  return null;
}

function toColumn(words: readonly Word[], field: LineField | null): Column {
  const box = boxAround(words);
  return { field, heading: textOf(words), left: box.x, right: box.x + box.width };
}

/** Whether a text is a figure, perhaps with its unit or currency. */
export const isFigure = (text: string) =>
  /^[^\p{L}]*\d[\d.,'’\s]*(\s?\p{L}{1,8}\.?|\s?[€$£¥%]|\s?\p{L}{1,10}\((?:s|e|n|en|er|es)\)\.?)?$/u.test(text) ||
  /^\(?[A-Z€$£¥]{1,4}\)?\s?[\d.,]+$/u.test(text);

const MOST_AWAY = 0.12;

/** The column that something stands in, by the nearest of the edges and the middles, and by what it holds. */
export function nearest(left: number, right: number, isNumber: boolean, columns: readonly Column[]): Column | null {
  const ranked = columns
    .map((column, index) => ({
      column,
      away: awayFrom(column, columns[index + 1], left, right) + misfit(column, isNumber),
    }))
    .sort((a, b) => a.away - b.away);
  const [best] = ranked;
  return best && best.away < MOST_AWAY ? best.column : null;
}

function awayFrom(column: Column, next: Column | undefined, left: number, right: number): number {
  const reach = column.field === "description" ? Math.max(column.right, (next?.left ?? 1) - 0.015) : column.right;
  const overlap = Math.min(right, reach) - Math.max(left, column.left);
  const edges = Math.min(
    Math.abs(left - column.left),
    Math.abs(right - column.right),
    Math.abs((left + right) / 2 - (column.left + column.right) / 2),
  );
  return overlap > 0 ? Math.min(edges, 0.02) - Math.min(overlap, 0.02) : edges;
}

/** Columns that hold words. */
const WORDED: readonly (LineField | null)[] = ["description", "origin", "unit", "packages", null];

/** Figures stand in columns of figures, words in columns of words. */
function misfit({ field }: Column, isNumber: boolean): number {
  if (isNumber) return field === "description" ? 0.05 : field === "unit" ? 0.02 : 0;
  return WORDED.includes(field) ? 0 : 0.04;
}

/** The column that a cell stands in. */
export function columnOf(cell: Cell, columns: readonly Column[]): Column | null {
  return nearest(cell.box.x, cell.box.x + cell.box.width, isFigure(cell.text), columns);
}
