import type { HeaderField, LineField, ReadField } from "./field";
import { boxAround, rowsOf, textOf, typicalHeight } from "./layout";
import { parseAmount, parseCommodityDigits, parseCount, parseCountry, parseWeightKg } from "./parse-value";
import type { PageText, Word } from "./words";

interface Column {
  readonly field: LineField | null;
  readonly left: number;
  readonly right: number;
}

/** The words over the columns of a goods table, in English and Chinese. The order decides where two would fit. */
const HEADINGS: readonly (readonly [LineField | null, RegExp])[] = [
  ["hs_code", /^(h\.?s\.?|tariff|commodity|customs)\s*(code|no|number|tariff)?\b|hs编码|商品编码|海关编码|税号/i],
  [
    "description",
    /^(full )?(description|goods|product|item description|particulars|品名|货物名称|商品名称|货名|货物描述|article)/i,
  ],
  ["unit_price", /^(unit\s*(price|value|cost)|price|u\/?price|rate|单价)/i],
  ["amount", /^(amount|total( (value|amount|price))?|line total|value|ext(ended)?\b|subtotal|金额|总价|总值|sum)/i],
  ["quantity", /^(qty|quantity|quant|pcs|数量)/i],
  ["unit", /^(unit|uom|u\/m|单位)$/i],
  ["net_weight_kg", /^(net\s*(weight|wt)?|n\.?w\.?|净重)/i],
  ["gross_weight_kg", /^(gross\s*(weight|wt)?|g\.?w\.?|毛重)/i],
  ["packages", /^(packages|pkgs?|cartons|ctns?|no\.? of (pkgs|packages|cartons)|件数|箱数)/i],
  ["origin", /^(country of origin|country|origin|coo|c\/o|原产国|原产地)/i],
  [null, /^(no\.?|item( no\.?)?|#|pos\.?|line|序号|marks.*|sku|part no\.?|ref\.?)$/i],
];

/** Rows that end the table. */
const END =
  /^(sub-?\s?total|grand total|total|合计|总计|小计|in words|say\b|amount in words|freight|insurance|vat\b|tax\b|declaration|we hereby|terms|bank|remarks?|notes?)/i;

const ACCEPT: Readonly<Record<LineField, (text: string) => string | null>> = {
  description: (text) => (/\p{L}{2}/u.test(text) ? text.trim() : null),
  quantity: (text) => parseAmount(text),
  unit: (text) => /^[\p{L}]{1,12}\.?$/u.exec(text.trim())?.[0] ?? null,
  unit_price: (text) => parseAmount(text),
  amount: (text) => parseAmount(text),
  hs_code: parseCommodityDigits,
  origin: parseCountry,
  net_weight_kg: (text) => parseWeightKg(text, true),
  gross_weight_kg: (text) => parseWeightKg(text, true),
  packages: parseCount,
};

/** What a goods table says: its lines, what its last row adds up, and where its headings stand. */
interface GoodsTable {
  readonly lines: readonly ReadField[];
  readonly totals: readonly ReadField[];
  /** From the top of the first row of headings to the foot of the last, in heights of the page. */
  readonly headings: readonly { readonly page: number; readonly top: number; readonly bottom: number }[];
}

/** The goods lines of a document: the rows under a heading of at least three known columns. */
export function readGoodsTable(pages: readonly PageText[], method: ReadField["method"]): GoodsTable {
  const lines: ReadField[] = [];
  const totals: ReadField[] = [];
  const headings: { page: number; top: number; bottom: number }[] = [];
  let line = 0;
  for (const page of pages) {
    const rows = rowsOf(page);
    const heading = rows.findIndex((row) => columnsOf(row, page).filter((column) => column.field !== null).length >= 3);
    if (heading < 0) continue;
    const words = headingWords(rows, heading, page);
    const columns = columnsOf(words, page);
    const before = line;
    for (const group of groupRows(rows.slice(heading + 1), columns, page)) {
      const read = readRow(group, columns, page.number, line, method);
      if (!read.some((field) => field.name === "description") || read.length < 2) continue;
      lines.push(...read);
      line += 1;
    }
    if (line === before) continue;
    const box = boxAround(words);
    headings.push({ page: page.number, top: box.y, bottom: box.y + box.height });
    totals.push(...readTotals(rows.slice(heading + 1), columns, page.number, method));
  }
  return { lines, totals, headings };
}

const TOTAL_ROW = /^\W*(grand total|total|合计|总计)/i;
/** What a column adds up to, as a fact of the whole document. */
const SUMS: readonly (readonly [LineField, HeaderField])[] = [
  ["packages", "packages"],
  ["net_weight_kg", "net_weight_kg"],
  ["gross_weight_kg", "gross_weight_kg"],
  ["amount", "total"],
];

function readTotals(
  rows: readonly (readonly Word[])[],
  columns: readonly Column[],
  page: number,
  method: ReadField["method"],
): readonly ReadField[] {
  const row = rows.find((each) => TOTAL_ROW.test(textOf(each)));
  if (!row) return [];
  const figures = row.filter((word) => /\d/.test(word.text));
  const read = readRow(figures, columns, page, 0, method);
  return SUMS.flatMap(([column, name]) => {
    const field = read.find((each) => each.name === column);
    return field ? [{ ...field, name, line: null }] : [];
  });
}

/** A heading may take two lines; the second belongs to it when it holds no numbers. */
function headingWords(rows: readonly (readonly Word[])[], heading: number, page: PageText): readonly Word[] {
  const first = rows[heading] ?? [];
  const second = rows[heading + 1] ?? [];
  const gap = (second[0]?.box.y ?? 1) - (first[0]?.box.y ?? 0);
  const isHeading =
    second.length > 0 &&
    second.every((word) => !/\d/.test(word.text)) &&
    gap < typicalHeight(page.words) * 1.9 &&
    columnsOf(second, page).some((column) => column.field !== null);
  return isHeading ? [...first, ...second] : first;
}

function columnsOf(row: readonly Word[], page: PageText): readonly Column[] {
  const segments: Word[][] = [];
  for (const word of [...row].sort((a, b) => a.box.x - b.box.x)) {
    const last = segments.at(-1);
    const box = last ? boxAround(last) : null;
    const gap = box ? (word.box.x - box.x - box.width) * page.aspect : 1;
    if (last && gap < word.box.height * 0.75) last.push(word);
    else segments.push([word]);
  }
  return segments
    .map((words) => ({ text: textOf(rowOrder(words)), box: boxAround(words) }))
    .map(({ text, box }) => ({ field: fieldOf(text), left: box.x, right: box.x + box.width }));
}

function fieldOf(text: string): LineField | null {
  const cleaned = text.replace(/[()[\]]/g, " ").trim();
  const parts = [
    cleaned,
    cleaned
      .split(/[\s/]+/)
      .slice(0, 2)
      .join(" "),
    ...cleaned.split(/\s*\/\s*/),
  ];
  for (const part of parts) for (const [field, pattern] of HEADINGS) if (pattern.test(part)) return field;
  return null;
}

/** One group for each goods line: the row with its numbers and the rows that continue its description. */
function groupRows(
  rows: readonly (readonly Word[])[],
  columns: readonly Column[],
  page: PageText,
): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  const height = typicalHeight(page.words);
  let lastY = 0;
  for (const row of rows) {
    const text = textOf(row);
    if (END.test(text.replace(/^[\d\s.]+/, "")) || END.test(text)) break;
    const y = row[0]?.box.y ?? 0;
    if (groups.length > 0 && y - lastY > height * 7) break;
    lastY = y;
    if (startsLine(row, columns)) groups.push([...row]);
    else groups.at(-1)?.push(...row);
  }
  return groups;
}

function startsLine(row: readonly Word[], columns: readonly Column[]): boolean {
  const cells = cellsOf(row, columns);
  const filled = (field: LineField) =>
    cells.some((cell) => cell.field === field && ACCEPT[field](textOf(cell.words)) !== null);
  const numbers = (
    ["quantity", "unit_price", "amount", "net_weight_kg", "gross_weight_kg", "packages"] as const
  ).filter(filled).length;
  return numbers >= 2 || (numbers === 1 && filled("description"));
}

function cellsOf(
  words: readonly Word[],
  columns: readonly Column[],
): readonly { readonly field: LineField | null; readonly words: readonly Word[] }[] {
  return columns.map((column, index) => ({
    field: column.field,
    words: words.filter((word) => columnAt(word, columns) === index),
  }));
}

/** The column that a word overlaps most; between columns, the nearer one. Descriptions run over to the right. */
function columnAt(word: Word, columns: readonly Column[]): number {
  const left = word.box.x;
  const right = word.box.x + word.box.width;
  const isText = !/\d/.test(word.text);
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1];
    const reach = column.field === "description" ? Math.max(column.right, (next?.left ?? 1) - 0.01) : column.right;
    const overlap = Math.min(right, reach) - Math.max(left, column.left);
    const score =
      overlap > 0 ? overlap / (right - left) + (isText && column.field === "description" ? 0.2 : 0) : overlap;
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

function readRow(
  words: readonly Word[],
  columns: readonly Column[],
  page: number,
  line: number,
  method: ReadField["method"],
): readonly ReadField[] {
  const fields: ReadField[] = [];
  for (const { field, words: inCell } of cellsOf(words, columns)) {
    if (field === null || inCell.length === 0) continue;
    const ordered = rowOrder(inCell);
    const raw = textOf(field === "description" ? ordered : firstRow(ordered));
    const value = ACCEPT[field](raw);
    if (value === null) continue;
    const used = field === "description" ? ordered : firstRow(ordered);
    const confidence = used.reduce((least, word) => Math.min(least, word.confidence), 1) * 0.98;
    fields.push({ name: field, line, value, raw, page, box: boxAround(used), confidence, method });
    const unit = field === "quantity" ? /\d\s*([\p{L}]{1,10})\.?$/u.exec(raw)?.[1] : undefined;
    if (unit) fields.push({ name: "unit", line, value: unit, raw, page, box: boxAround(used), confidence, method });
  }
  return fields;
}

function rowOrder(words: readonly Word[]): readonly Word[] {
  const height = typicalHeight(words);
  return [...words].sort((a, b) =>
    Math.abs(a.box.y - b.box.y) < height * 0.6 ? a.box.x - b.box.x : a.box.y - b.box.y,
  );
}

function firstRow(words: readonly Word[]): readonly Word[] {
  const top = words[0]?.box.y ?? 0;
  const height = typicalHeight(words);
  return words.filter((word) => word.box.y - top < height * 0.8);
}
