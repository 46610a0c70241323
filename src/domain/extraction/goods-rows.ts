import { type Cell, type Column, cellsOf, isFigure, nearest, type Table } from "./columns";
import type { LineField } from "./field";
import { squeeze } from "./fold";
import { boxAround, rowsOf, textOf, typicalHeight, usualBlank } from "./layout";
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
}

const TOTALS =
  /^(grandtotal|gtotal|total|totals|ttl|合计|总计|共计|gesamt|summe|somme|totale|totaal|suma|razem|totalpackages|totalcartons|totalctns|totalqty|totalquantity)/;
const ENDS =
  /^(subtotal|sub-total|zwischensumme|soustotal|subtotale|nettosumme|nettobetrag|totalht|小计|inwords|say[a-z]|amountinwords|totalinwords|freight|insurance|运费|保险费|discount|lessdiscount|vat|tax|gst|mwst|ust|tva|iva|declaration|wehereby|weherebycertify|icertify|thisistocertify|terms|bankdetails|bank|remarks?|notes?|payment|amountdue|balancedue|zahlungsbedingungen|belegsummen|positionssumme|umsatzsteuer|zuzuglich|nettotal|shipping|packingcharge|handling|signature|authori[sz]edsignat|bankname|countryoforigin|原产国|总件数|毛重|grossweight|totalgross|totalnet|netweight|incoterms?|carriedforward|ubertrag|areporter|rounding|cash|thankyou|fortheaccount|steueraufschl|zuundabschl|sumof|placeanddate|certifiedtrue|shippedonboard|freightpayable|seal|art\(kategorie\))/;
/** A description does not go on beyond a gap of so many heights. */
const FAR = 4.5;
const NUMERIC: readonly LineField[] = [
  "quantity",
  "unit_price",
  "amount",
  "net_weight_kg",
  "gross_weight_kg",
  "packages",
];

/** Reads the rows under the headings, until something says that the goods end. */
export function readBody(page: PageText, table: Table): Body {
  const rows = rowsOf(page).filter((row) => (row[0]?.box.y ?? 0) + (row[0]?.box.height ?? 0) * 0.4 > table.bottom);
  const reading = new Reading(typicalHeight(page.words), table.bottom);
  const blank = usualBlank(page);
  for (const row of rows) {
    const box = boxAround(row);
    const cells = placed(cellsOf(row, page.aspect, blank), table.columns);
    const kind = reading.isFar(box.y) ? "end" : kindOf(row, cells);
    if (kind === "end") break;
    if (kind === "totals") return { ...reading.finish(), totals: { cells, top: box.y, bottom: box.y + box.height } };
    if (kind !== "heading") reading.take(cells, box.y, box.y + box.height, kind === "line");
  }
  return { ...reading.finish(), totals: null };
}

/** What a row of the table is: a line of goods, more of one, the second line of a heading, the totals, or the end. */
function kindOf(row: readonly Word[], cells: Cells): "line" | "rest" | "heading" | "totals" | "end" {
  const text = squeeze(textOf([...row].sort((a, b) => a.box.x - b.box.x))).replace(/^\d{1,3}(?=\p{L})/u, "");
  if (TOTALS.test(text)) return /\d/.test(text) ? "totals" : "heading";
  if (ENDS.test(text) && !isLine(cells, true)) return "end";
  return isLine(cells, false) ? "line" : "rest";
}

type Cells = ReadonlyMap<Column, readonly Word[]>;
type Open = { cells: Map<Column, Word[]>; top: number; bottom: number };
type Waiting = { cells: Cells; top: number; bottom: number };

/** The lines of goods as far as they are read, and the rows of which it is not yet known to which line they belong. */
class Reading {
  readonly #lines: Open[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #height: number;
  #last: number;
  /** Whether descriptions begin above their figures. */
  #isLed = false;

  constructor(height: number, top: number) {
    this.#height = height;
    this.#last = top;
  }

  /** Whether so much white lies above that the table cannot go on. */
  isFar(top: number): boolean {
    return top - this.#last > this.#height * FAR * (this.#lines.length === 0 ? 2 : 1);
  }

  take(cells: Cells, top: number, bottom: number, isLine: boolean): void {
    this.#last = bottom;
    if (isLine) this.#begin(cells, top, bottom);
    else this.#waiting.push({ cells, top, bottom });
    settle(this.#lines.at(-1), this.#waiting, this.#height);
  }

  finish(): Pick<Body, "lines" | "bottom"> {
    const end = this.#lines.at(-1);
    const near = this.#waiting.splice(0).filter((each) => end && each.top - end.bottom < this.#height * 1.6);
    if (end) for (const each of near) join(end, each);
    return { lines: this.#lines, bottom: this.#last };
  }

  #begin(cells: Cells, top: number, bottom: number): void {
    const before = this.#lines.at(-1);
    const line: Open = { cells: new Map([...cells].map(([column, words]) => [column, [...words]])), top, bottom };
    if (!before) this.#isLed = this.#waiting.length > 0;
    adopt(line, this.#waiting, this.#height, before?.bottom ?? null, this.#isLed);
    for (const each of this.#waiting.splice(0)) if (before) join(before, each);
    this.#lines.push(line);
  }
}

/** Rows that stand close above a line and far from the one before belong to it: its figures are set in the middle. */
function adopt(line: Open, waiting: Waiting[], height: number, before: number | null, isLed: boolean): void {
  for (const each of waiting.splice(0).reverse()) {
    const toLine = line.top - each.bottom;
    const toBefore = before === null ? Number.POSITIVE_INFINITY : each.top - before;
    if (toLine < height * 1.5 && toLine < toBefore * (isLed ? 1 : 0.5)) {
      for (const [column, words] of each.cells) line.cells.set(column, [...words, ...(line.cells.get(column) ?? [])]);
      line.top = each.top;
    } else waiting.unshift(each);
  }
}

/** Rows under a line go on with it at once when they follow it as lines of a paragraph do. */
function settle(line: Open | undefined, waiting: Waiting[], height: number): void {
  if (!line) return;
  const next = waiting[0];
  if (next && next.top - line.bottom < height * 0.75) {
    join(line, next);
    waiting.shift();
  }
}

function join(line: Open, { cells, bottom }: Waiting): void {
  for (const [column, words] of cells) line.cells.set(column, [...(line.cells.get(column) ?? []), ...words]);
  line.bottom = bottom;
}

/** Whether a row begins a line of goods: it has two figures, or a figure and a name. */
function isLine(cells: ReadonlyMap<Column, readonly Word[]>, isStrict: boolean): boolean {
  const filled = [...cells].filter(
    ([column, words]) => column.field !== null && NUMERIC.includes(column.field) && isFigure(textOf(words)),
  );
  const distinct = new Set(filled.map(([column]) => column.field)).size;
  const isNamed = [...cells].some(
    ([column, words]) => column.field === "description" && /\p{L}{3}/u.test(textOf(words)),
  );
  return distinct >= (isStrict ? 3 : 2) || (!isStrict && distinct === 1 && isNamed);
}

/** The words of a row by the column that each cell stands in. */
function placed(cells: readonly Cell[], columns: readonly Column[]): ReadonlyMap<Column, readonly Word[]> {
  const byColumn = new Map<Column, Word[]>();
  for (const cell of cells)
    for (const [column, words] of partsOf(cell, columns))
      byColumn.set(column, [...(byColumn.get(column) ?? []), ...words]);
  return byColumn;
}

/** A cell that reaches over the headings of two columns with a figure at its end is two cells. */
function partsOf(cell: Cell, columns: readonly Column[]): readonly (readonly [Column, readonly Word[]])[] {
  const whole = nearest(cell.box.x, cell.box.x + cell.box.width, isFigure(cell.text), columns);
  if (cell.words.length === 1 || isFigure(cell.text)) return whole ? [[whole, cell.words]] : [];
  const byWord = cell.words.map((word) =>
    nearest(word.box.x, word.box.x + word.box.width, isFigure(word.text), columns),
  );
  const tail = cell.words.length - 1;
  const tailColumn = byWord[tail];
  const isSplit =
    tailColumn && tailColumn !== whole && tailColumn.field !== null && isFigure(cell.words[tail]?.text ?? "");
  const head = byWord[0];
  const isLed = head && head !== whole && /^\d+[.)]?$/.test(cell.words[0]?.text ?? "") && head.field !== "description";
  const parts: (readonly [Column, readonly Word[]])[] = [];
  const body = cell.words.slice(isLed ? 1 : 0, isSplit ? tail : undefined);
  if (isLed) parts.push([head, cell.words.slice(0, 1)]);
  if (whole && body.length > 0) parts.push([whole, body]);
  if (isSplit && tailColumn) parts.push([tailColumn, cell.words.slice(tail)]);
  return parts;
}
