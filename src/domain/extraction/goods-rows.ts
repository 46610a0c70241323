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
  const height = typicalHeight(page.words);
  const blank = usualBlank(page);
  const lines: { anchor: readonly Word[]; cells: Map<Column, Word[]>; top: number; bottom: number; rows: number }[] =
    [];
  const waiting: { cells: ReadonlyMap<Column, readonly Word[]>; top: number; bottom: number }[] = [];
  let totals: GoodsRow | null = null;
  let last = table.bottom;
  /** Whether descriptions begin above their figures. */
  let isLed = false;
  for (const row of rows) {
    const box = boxAround(row);
    const text = squeeze(textOf([...row].sort((a, b) => a.box.x - b.box.x))).replace(/^\d{1,3}(?=\p{L})/u, "");
    if (box.y - last > height * FAR * (lines.length === 0 ? 2 : 1)) break;
    const cells = placed(cellsOf(row, page.aspect, blank), table.columns);
    if (TOTALS.test(text) && !/\d/.test(text)) continue;
    if (TOTALS.test(text)) {
      totals = { cells, top: box.y, bottom: box.y + box.height };
      break;
    }
    if (ENDS.test(text) && !isLine(cells, true)) break;
    last = box.y + box.height;
    if (isLine(cells, false)) {
      const line = {
        anchor: row,
        cells: new Map([...cells].map(([column, words]) => [column, [...words]])),
        top: box.y,
        bottom: last,
        rows: 1,
      };
      if (lines.length === 0) isLed = waiting.length > 0;
      adopt(line, waiting, height, lines.at(-1)?.bottom ?? null, isLed);
      const before = lines.at(-1);
      if (before) for (const each of waiting.splice(0)) join(before, each);
      waiting.length = 0;
      lines.push(line);
    } else waiting.push({ cells, top: box.y, bottom: last });
    settle(lines.at(-1), waiting, height);
  }
  const end = lines.at(-1);
  if (end) for (const each of waiting.splice(0)) if (each.top - end.bottom < height * 1.6) join(end, each);
  return { lines, totals, bottom: last };
}

type Open = { cells: Map<Column, Word[]>; top: number; bottom: number };
type Waiting = { cells: ReadonlyMap<Column, readonly Word[]>; top: number; bottom: number };

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
