import type { Box } from "../shared/sourced";
import { type Column, cellsOf, isFigure, isHeading, type Table } from "./columns";
import { beginsWith, squeeze } from "./fold";
import { NAME, NUMERIC, namesIn, placed, withNamesAt } from "./goods-cells";
import { CARRIED, ENDS, isRowOfTotals, PART, SUMS, TOTALS } from "./goods-ends";
import { isAbout } from "./goods-name";
import { boxAround, rowsOf, textOf, typicalHeight, usualBlank } from "./layout";
import { taxPhraseAt } from "./tax-phrase";
import type { PageText, Word } from "./words";

/** What stands in the columns of a line of goods; the description may take several rows. */
export interface GoodsRow {
  readonly cells: ReadonlyMap<Column, readonly Word[]>;
  readonly top: number;
  readonly bottom: number;
}

export interface Body {
  readonly lines: readonly GoodsRow[];
  /** The row that adds up the columns, if there is one. */
  readonly totals: GoodsRow | null;
  /** Where the table ends on the page. */
  readonly bottom: number;
  /** Whether something says that no more goods follow overleaf. */
  readonly isClosed: boolean;
}

/** A description does not go on beyond a gap of so many heights. */
const FAR = 4.5;
/** Names begin within so much of the page's width of each other. */
const APART = 0.12;

/** Reads the rows under the headings, until something says that the goods end. `figures` is how many a line is known to have. */
export function readBody(page: PageText, table: Table, figures = 0): Body {
  const rows = rowsOf(page).filter((row) => (row[0]?.box.y ?? 0) + (row[0]?.box.height ?? 0) * 0.4 > table.bottom);
  const blank = usualBlank(page);
  const columns = withNamesAt(namesIn(rows, page.aspect, blank), table.columns);
  const reading = new Reading(typicalHeight(page.words), table.bottom, figures);
  const placedRows = rows.map((row) => {
    const found = cellsOf(row, page.aspect, blank);
    return { row, found, cells: placed(found, columns), box: boxAround(row) };
  });
  for (const [at, { row, found, cells, box }] of placedRows.entries()) {
    const isPart = () => reading.goesOnBelow(placedRows.slice(at + 1)) && beginsWith(textOf(row), PART);
    const isOver = (found.length > 1 && isHeading(found)) || isPart();
    const said = isOver ? "heading" : reading.kindOf(row, cells, box.y);
    const kind = said === "end" && reading.goesOn(placedRows.slice(at)) ? "rest" : said;
    if (kind === "end") return { ...reading.finish(), totals: null, isClosed: isLastWord(row) };
    if (kind === "totals")
      return { ...reading.finish(), totals: { cells, top: box.y, bottom: box.y + box.height }, isClosed: true };
    if (kind !== "heading") reading.take(cells, box.y, box.y + box.height, kind === "line");
  }
  return { ...reading.finish(), totals: null, isClosed: false };
}

/** Rows of a line stand no further apart than so many heights, and with its remarks it has no more of them than so many. */
const ROW_GAP = 1.6;
const MOST_RESTS = 5;
/** Lines with fewer figures are not told from remarks by them. */
const LEAST_FIGURES = 3;

interface Following {
  readonly row: readonly Word[];
  readonly cells: Cells;
  readonly box: Box;
}

function bottomOf({ box }: Following): number {
  return box.y + box.height;
}

/** Whether a row stands under the names of goods, right of another column: what ends goods begins at the margin. */
function isAmongNames({ cells, box }: Following): boolean {
  const names = [...cells.keys()].find(({ field }) => field === "description");
  return names !== undefined && names.left > MARGIN && box.x > names.left - WITHIN && !hasMoney(cells);
}

/** Right of so much of the page's width names stand in a column that is not the first. */
const MARGIN = 0.1;
const WITHIN = 0.015;

function hasMoney(cells: Cells): boolean {
  return [...cells].some(([{ field }, words]) => field === "amount" && /\d/.test(textOf(words)));
}

type Kind = "line" | "rest" | "heading" | "totals" | "end";
type Cells = ReadonlyMap<Column, readonly Word[]>;
type Open = { cells: Map<Column, Word[]>; top: number; bottom: number };
type Waiting = { cells: Cells; top: number; bottom: number };

/** The lines of goods as far as they are read, and the rows of which it is not yet known to which line they belong. */
class Reading {
  readonly #lines: Open[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #height: number;
  #last: number;
  /** How many figures a line has. */
  #figures: number;
  /** How many rows of a description stand above its figures. */
  #led = 0;

  constructor(height: number, top: number, figures: number) {
    this.#height = height;
    this.#last = top;
    this.#figures = figures;
  }

  /** What a row of the table is: a line of goods, more of one, the totals, or the end. */
  kindOf(row: readonly Word[], cells: Cells, top: number): Kind {
    const figures = figuresIn(cells);
    const isFull = this.#figures > 1 && figures >= this.#figures;
    const white = (top - this.#last) / this.#height;
    if (white > FAR * (this.#lines.length === 0 ? 2 : 1) && !(isFull && white < FAR * 3)) return "end";
    const text = textOf([...row].sort((a, b) => a.box.x - b.box.x)).replace(/^\d{1,3}\s*(?=\p{L})/u, "");
    const sums = totalsIn(text, cells, this.#lines.length > 0 && figures > 0);
    if (sums) return sums;
    // What is carried over from the page before stands over the first line of this one.
    if (this.#lines.length === 0 && beginsWith(text, CARRIED)) return "heading";
    if (figures < 3 && endsGoods(text, this.#lines.length > 0)) return "end";
    if (this.#lines.length > 0 && this.#figures > 2 && isSum(cells, figures)) return "end";
    return isLine(cells, figures, this.#figures) ? "line" : "rest";
  }

  /**
   * Whether goods follow close below a row that seems to end them: what the goods are called may begin like a tax or a
   * remark ("SEAL KIT"), and a line may state its origin and its weight in rows of its own.
   */
  goesOn(rows: readonly Following[]): boolean {
    const [first] = rows;
    if (this.#lines.length === 0 || this.#figures < LEAST_FIGURES || !first || !isAmongNames(first)) return false;
    const next = rows.findIndex(
      ({ row, cells }) => figuresIn(cells) >= this.#figures && !beginsWith(textOf(row), TOTALS),
    );
    const rest = rows.slice(0, next);
    const isClose = ({ box }: Following, at: number) =>
      box.y - (at === 0 ? this.#last : bottomOf(rows[at - 1] ?? first)) < this.#height * ROW_GAP;
    const says = ({ row, cells }: Following) => totalsIn(textOf(row), cells, true) !== null || hasMoney(cells);
    return next > 0 && next <= MOST_RESTS && rest.every(isClose) && !rest.some(says);
  }

  /** Whether lines of goods as full as those before follow, with nothing that ends them in between. */
  goesOnBelow(rows: readonly Following[]): boolean {
    if (this.#lines.length === 0 || this.#figures < 2) return false;
    const end = rows.findIndex(({ row }) => !beginsWith(textOf(row), PART) && isOfSums(textOf(row)));
    const between = end < 0 ? rows : rows.slice(0, end);
    return between.some(({ cells }) => isNamed(cells) && figuresIn(cells) >= this.#figures);
  }

  take(cells: Cells, top: number, bottom: number, isLine: boolean): void {
    this.#last = bottom;
    if (isLine) this.#begin(cells, top, bottom);
    else this.#waiting.push({ cells, top, bottom });
  }

  finish(): Pick<Body, "lines" | "bottom"> {
    const end = this.#lines.at(-1);
    for (const each of this.#waiting.splice(0)) {
      if (!end || each.top - end.bottom > this.#height * 1.6) break;
      join(end, each);
    }
    return { lines: this.#lines, bottom: this.#last };
  }

  #begin(cells: Cells, top: number, bottom: number): void {
    const before = this.#lines.at(-1);
    const line: Open = { cells: new Map([...cells].map(([column, words]) => [column, [...words]])), top, bottom };
    this.#figures = Math.max(this.#figures, figuresIn(cells));
    const waiting = this.#waiting.splice(0);
    const own = waiting.splice(before ? splitBetween(before, waiting, line, this.#led, this.#height) : 0);
    if (before) for (const each of waiting) join(before, each);
    for (const each of own.reverse()) {
      // What stands over the first line in columns of figures only is of the headings: currency, terms.
      if (!before && !isNamed(each.cells)) break;
      if (line.top - each.bottom > this.#height * 1.5) break;
      if (!before) this.#led += 1;
      for (const [column, words] of each.cells) line.cells.set(column, [...words, ...(line.cells.get(column) ?? [])]);
      line.top = each.top;
    }
    this.#lines.push(line);
  }
}

/**
 * From which of the rows between two lines on they belong to the lower one: lines are set apart by the widest gap. Where
 * all gaps are alike, descriptions begin above their figures as that of the first line does.
 */
function splitBetween(before: Open, rows: readonly Waiting[], line: Open, led: number, height: number): number {
  const gaps = [...rows, line].map((row, at) => Math.max(0, row.top - (rows[at - 1] ?? before).bottom));
  const widest = gaps.findLastIndex((gap) => gap > Math.max(...gaps) * 0.87);
  const others = gaps.filter((_, at) => at !== widest);
  const usual = others.reduce((sum, gap) => sum + gap, 0) / Math.max(1, others.length);
  const isApart = (gaps[widest] ?? 0) > Math.max(usual * 1.3, height * 0.15);
  if (led > 0) return isApart ? widest : Math.max(0, rows.length - led);
  return isApart && (gaps[widest] ?? 0) > (gaps.at(-1) ?? 0) * 2 ? widest : rows.length;
}

function join(line: Open, { cells, bottom }: Waiting): void {
  for (const [column, words] of cells) line.cells.set(column, [...(line.cells.get(column) ?? []), ...words]);
  line.bottom = bottom;
}

function isOfSums(text: string): boolean {
  return isRowOfTotals(text) || endsGoods(text, true);
}

/** Whether a row begins with words that stand below goods: a sum, a tax with its rate, terms. */
function endsGoods(text: string, hasLines: boolean): boolean {
  return beginsWith(text, ENDS) || (hasLines && (taxPhraseAt(text, 0) !== null || beginsWith(text, SUMS)));
}

/** Whether a row that ends the goods on a page ends them for good; a sum to be carried over leaf does not. */
function isLastWord(row: readonly Word[]): boolean {
  const text = textOf(row);
  return beginsWith(text, ENDS) && !beginsWith(text, CARRIED);
}

/** Whether a row states one amount under words that stand right of where names begin: a sum, whatever it is called. */
function isSum(cells: Cells, figures: number): boolean {
  const names = [...cells.keys()].find((column) => column.field === "description");
  const labels = [...cells.values()].flat().filter((word) => /\p{L}{3}/u.test(word.text));
  const isAmount = figures === 1 && [...cells.keys()].some((column) => column.field === "amount");
  return isAmount && labels.length > 0 && labels.every((word) => word.box.x > (names?.left ?? 0) + APART);
}

/** Whether a row adds up those before it, or announces the sums. */
function totalsIn(text: string, cells: Cells, hasLines: boolean): Kind | null {
  if (beginsWith(text, TOTALS)) return /\d/.test(text) ? "totals" : "heading";
  return hasLines && isNamedTotal(cells) ? "totals" : null;
}

/** Whether a cell says that the row adds up the others, though other words come before it. */
function isNamedTotal(cells: Cells): boolean {
  return [...cells.values()].some((words) => TOTALS.includes(squeeze(textOf(words))));
}

function figuresIn(cells: Cells): number {
  const filled = [...cells].filter(
    ([column, words]) =>
      column.field !== null &&
      NUMERIC.includes(column.field) &&
      isFigure(textOf(words)) &&
      !/\d{10}/.test(textOf(words)),
  );
  return new Set(filled.map(([column]) => column.field)).size;
}

/** Whether words stand in the column of the goods' names. */
function isNamed(cells: Cells): boolean {
  return [...cells].some(([column, words]) => column.field === "description" && NAME.test(textOf(words)));
}

/** Whether a row begins a line of goods: it has two figures, or a figure and a name, and not much less than others have. */
function isLine(cells: Cells, figures: number, usual: number): boolean {
  if (figures !== 1) return figures > 1;
  // Beside lines of three figures, one figure with a name is a remark about the line above it, unless it is an amount.
  const isCounted = usual < 3 || [...cells].some(([column]) => column.field === "amount");
  const name = textOf([...cells].flatMap(([column, words]) => (column.field === "description" ? words : [])));
  return isNamed(cells) && isCounted && !(usual > 1 && isAbout(name));
}
