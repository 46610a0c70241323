import { type Column, findTable, type LearnedHeadings, type Table } from "./columns";
import type { HeaderField, LineField, ReadField } from "./field";
import { fold } from "./fold";
import { NUMERIC } from "./goods-cells";
import { readName, rowsIn } from "./goods-name";
import { type GoodsRow, readBody } from "./goods-rows";
import { boxAround, textOf, typicalHeight } from "./layout";
import { isPackage } from "./package-row";
import { parseAmount, parseCommodityDigits, parseCount, parseCountry, parseWeightKg } from "./parse-value";
import { ofAllPackages } from "./per-package";
import { inPoundsOf } from "./pounds";
import { type Style, styleOf } from "./style";
import { withoutTaxCodes } from "./tax-codes";
import { withUnnamed } from "./unnamed-column";
import type { PageText, Word } from "./words";

/** What a goods table says: its lines, what its last row adds up, and where its headings stand. */
interface GoodsTable {
  readonly lines: readonly ReadField[];
  readonly totals: readonly ReadField[];
  /** From the top of the first row of headings to the foot of the last, in heights of the page. */
  readonly headings: readonly { readonly page: number; readonly top: number; readonly bottom: number }[];
}

const PER_AND_ALL = /^\d+[.,]\d{1,3}\s+(\d[\d.,]*[.,]\d{1,3})$/;

/** The text of a cell in canonical form; null when it is not what its column holds. */
export function accepted(field: LineField, said: string, style: Style): string | null {
  // Under one heading may stand what one package has and what all have: "2.10 126.00".
  const text = PER_AND_ALL.exec(said.trim())?.[1] ?? said;
  switch (field) {
    case "description":
      return /\p{L}{2}/u.test(text) ? text.trim() : null;
    case "unit":
      return /^[\p{L}]{1,12}[.²³\d]?\.?$/u.exec(text.trim())?.[0] ?? null;
    case "hs_code":
      return parseCommodityDigits(text);
    case "origin":
      return parseCountry(text);
    case "packages":
      // Which numbers the packages bear is not how many they are: "23 - 41".
      return /^\d+\s*[-–~]\s*\d+/.test(text.trim()) ? null : parseCount(text);
    case "net_weight_kg":
    case "gross_weight_kg":
      return parseWeightKg(text, true, style.decimal);
    default:
      return /\d/.test(text) ? parseAmount(text, style.decimal) : null;
  }
}

/** The goods lines of a document: the rows under a heading of known or learned columns, page after page. */
export function readGoodsTable(
  pages: readonly PageText[],
  method: ReadField["method"],
  learned?: LearnedHeadings,
): GoodsTable {
  const style = styleOf(pages);
  const tables = tablesOf(pages, style, method, learned);
  const lines = tables.flatMap(({ rows }) => rows).flatMap((row, line) => row.map((field) => ({ ...field, line })));
  const totals = tables.flatMap(({ sums }) => sums ?? []);
  const headings = tables
    .filter(({ isHeaded, rows, sums }) => isHeaded && (rows.length > 0 || sums))
    .map(({ page, table }) => ({ page: page.number, top: table.top, bottom: table.bottom }));
  const end = lines.reduce((most, { line }) => Math.max(most, (line ?? 0) + 1), 0);
  const nameless = tables.at(-1)?.tail.map((field) => ({ ...field, line: end })) ?? [];
  const unnamed = unnamedTotals([...lines, ...nameless]);
  const last = unnamed[0]?.line ?? null;
  return {
    lines: last === null ? lines : lines.filter((field) => field.line !== last),
    totals: lastOfEach([...totals, ...sumsOf(unnamed)]),
    headings,
  };
}

/** The table on each page that has one; a table that goes on overleaf may not repeat its headings. */
function tablesOf(
  pages: readonly PageText[],
  style: Style,
  method: ReadField["method"],
  learned: LearnedHeadings | undefined,
) {
  let before: Table | null = null;
  let figures = 0;
  return pages.flatMap((page) => {
    const found = findTable(page, learned);
    const table: Table | null = found ?? (before ? { columns: before.columns, top: 0, bottom: 0.04 } : null);
    if (!table) return [];
    const body = withUnnamed(ofAllPackages(withoutTaxCodes(readBody(page, table, found ? 0 : figures)), style), style);
    const edge = edgeOf(body.lines);
    const read = body.lines.map((row) => readRow(row, page, edge, style, method));
    // A row over the goods of one package is about that package.
    const isCounted = read.some((row) => row.some(({ name }) => name === "quantity"));
    const isOfPackage = (row: readonly ReadField[], at: number) =>
      isCounted && !row.some(({ name }) => OF_GOODS.includes(name)) && isPackage(wordsIn(body.lines[at]));
    const rows = read.filter((row, at) => isGoods(row, table) && !isOfPackage(row, at));
    // A row that names no goods may add up those before it.
    const last = read.at(-1);
    const tail = last && !rows.includes(last) ? last : [];
    before = body.isClosed ? null : table;
    figures = Math.max(
      0,
      ...rows.map((row) => row.filter((field) => NUMERIC.some((name) => name === field.name)).length),
    );
    return [
      {
        page,
        table,
        isHeaded: found !== null,
        rows,
        tail,
        sums: body.totals && readTotals(body.totals, page, style, method),
      },
    ];
  });
}

const OF_GOODS: readonly ReadField["name"][] = ["quantity", "unit_price", "amount"];

function wordsIn(row: GoodsRow | undefined): string {
  return textOf([...(row?.cells.values() ?? [])].flat());
}

/** Of sums stated on several pages, the last is that of the whole. */
function lastOfEach(totals: readonly ReadField[]): readonly ReadField[] {
  return totals.filter((total, at) => totals.findLastIndex((each) => each.name === total.name) === at);
}

/** A line names its goods, where there is a column for that, and states a figure at least. */
function isGoods(row: readonly ReadField[], table: Table): boolean {
  const has = (name: LineField) => row.some((field) => field.name === name);
  const isNamed = has("description") || !table.columns.some((column) => column.field === "description");
  const figures = row.filter(
    (field) => field.name !== "description" && field.name !== "unit" && field.name !== "origin",
  ).length;
  return isNamed && figures >= 1 && row.length >= 2 && !isReference(row);
}

const OF_KIND: readonly ReadField["name"][] = ["hs_code", "net_weight_kg", "gross_weight_kg", "origin"];

/** "Rif. DDT 902 del 30-10-2026" with noughts behind it names a paper and no goods: nothing is counted or charged. */
function isReference(row: readonly ReadField[]): boolean {
  // What is free of charge has a code, a weight or an origin all the same.
  if (row.some(({ name }) => OF_KIND.includes(name))) return false;
  const priced = row.filter(({ name }) => name === "amount" || name === "unit_price");
  const isCounted = row.some(({ name, value }) => name === "quantity" && Number(value) !== 0);
  return priced.length > 0 && !isCounted && priced.every(({ value }) => Number(value) === 0);
}

/** What a column adds up to, as a fact of the whole document. */
const SUMS: readonly (readonly [LineField, HeaderField])[] = [
  ["packages", "packages"],
  ["net_weight_kg", "net_weight_kg"],
  ["gross_weight_kg", "gross_weight_kg"],
  ["amount", "total"],
];

/** The last row, when without saying so it adds up those before it. */
function unnamedTotals(lines: readonly ReadField[]): readonly ReadField[] {
  const last = Math.max(...lines.map((field) => field.line ?? 0), 0);
  const final = lines.filter((field) => field.line === last);
  if (last === 0 || final.some((field) => field.name === "description" || field.name === "hs_code")) return [];
  const summed = SUMS.filter(([column]) => {
    const value = final.find((field) => field.name === column)?.value;
    const parts = lines.filter((field) => field.name === column && field.line !== last);
    return (
      value !== undefined &&
      parts.length > 0 &&
      Math.abs(parts.reduce((sum, each) => sum + Number(each.value), 0) - Number(value)) < 0.006
    );
  });
  return summed.length >= 1 &&
    summed.length >= final.filter((field) => SUMS.some(([column]) => column === field.name)).length
    ? final
    : [];
}

function sumsOf(fields: readonly ReadField[]): readonly ReadField[] {
  return SUMS.flatMap(([column, name]) => {
    const field = fields.find((each) => each.name === column);
    return field ? [{ ...field, name, line: null }] : [];
  });
}

const COUNTS_PACKAGES =
  /^[^\p{L}]*(?:total|summe|gesamt|toplam|totale|totaal|razem|celkem)\s(?:no\.? of |number of )?(?:kartons?|cartons?|ctns?|packages|pkgs?|pallets|paletten|crates|cases|boxes|drums|bags|bales|rolls|skids|packstucke|colis|colli|bultos|koli|kap|karton[oy]?w?)\b/u;

function readTotals(row: GoodsRow, page: PageText, style: Style, method: ReadField["method"]): readonly ReadField[] {
  const said = textOf([...row.cells.values()].flat().sort((a, b) => a.box.x - b.box.x));
  const figures: GoodsRow = {
    ...row,
    cells: new Map([...row.cells].map(([column, words]) => [column, words.filter((word) => /\d/.test(word.text))])),
  };
  // "Total weight" under a column of net weights is that of the parcel.
  const isOfParcel = /total (?:gross )?weight/i.test(said) && !/weight\D{0,8}\d[\d.,]*\s*kg/i.test(said);
  const sums = sumsOf(readRow(figures, page, 1, style, method));
  // "Summe Kartons" counts cartons, whatever column its figure stands under.
  const [only, ...others] = sums;
  const count = only && others.length === 0 && COUNTS_PACKAGES.test(fold(said)) ? parseCount(only.raw) : null;
  if (only && count !== null) return [{ ...only, name: "packages", value: count }];
  return isOfParcel ? sums.filter(({ name }) => name !== "net_weight_kg") : sums;
}

function readRow(
  row: GoodsRow,
  page: PageText,
  edge: number,
  style: Style,
  method: ReadField["method"],
): readonly ReadField[] {
  const line = 0;
  const fields: ReadField[] = [];
  const put = (name: LineField, value: string | null, words: readonly Word[], trust = 0.98, by = method) => {
    if (value === null || fields.some((field) => field.name === name)) return;
    const confidence = words.reduce((least, word) => Math.min(least, word.confidence), 1) * trust;
    fields.push({
      name,
      line,
      value,
      raw: textOf(words),
      page: page.number,
      box: boxAround(words),
      confidence,
      method: by,
    });
  };
  for (const [column, inCell] of named(row)) {
    const [count, words] = COUNTED.test(fold(column.heading)) ? countedOf(inCell) : [null, inCell];
    if (count) put("quantity", accepted("quantity", count.text, style), [count]);
    const { name, code, origin } = readName(words, edge);
    put("description", name.value, name.words);
    put("hs_code", code, words, 0.95);
    put("origin", origin, words, 0.92);
  }
  for (const [column, inCell] of row.cells) {
    if (column.field === null || column.field === "description" || inCell.length === 0) continue;
    const words = firstRow(rowsIn(inCell).flat());
    const text = inPoundsOf(column.heading, textOf(words));
    const { taught } = column;
    put(column.field, accepted(column.field, text, style), words, taught, taught === undefined ? method : "learned");
    const unit =
      column.field === "quantity" ? /\d\s*(\p{L}{1,10})(?:\((?:s|e|n|en|er|es)\))?\.?$/u.exec(text)?.[1] : undefined;
    if (unit) put("unit", unit, words);
  }
  return fields;
}

/** A postal declaration asks for the quantity and the name in one column: "2 x ceramic cup". */
const COUNTED = /quanti\p{L}*\s+(?:and|et|y|e|und|en)\s/u;

/** How many there are, and the words of the name behind that. */
function countedOf(words: readonly Word[]): readonly [Word | null, readonly Word[]] {
  const [first, ...rest] = rowsIn(words).flat();
  if (!first || !/^\d{1,4}(?:[.,]\d{1,3})?x?$/iu.test(first.text) || rest.length === 0) return [null, words];
  const isMarked = /^(?:x|×|pcs?\.?|pi[eè]ces?|st(?:k|ück)?\.?|ud?s?\.?)$/iu.test(rest[0]?.text ?? "");
  return [first, isMarked ? rest.slice(1) : rest];
}

/** What stands under headings of names; where there are two, the one that says more comes first. */
function named(row: GoodsRow): readonly (readonly [Column, readonly Word[]])[] {
  const letters = (words: readonly Word[]) => textOf(words).replace(/[^\p{L}]/gu, "").length;
  return [...row.cells]
    .filter(([column, words]) => column.field === "description" && words.length > 0)
    .sort(([, a], [, b]) => letters(b) - letters(a));
}

/** How far right the names of a table reach. */
function edgeOf(rows: readonly GoodsRow[]): number {
  return Math.max(0, ...rows.flatMap(named).flatMap(([, words]) => words.map(({ box }) => box.x + box.width)));
}

function firstRow(words: readonly Word[]): readonly Word[] {
  const first = words.find((word) => /\d/.test(word.text)) ?? words[0];
  const height = typicalHeight(words);
  return first ? words.filter((word) => Math.abs(word.box.y - first.box.y) < height * 0.7) : words;
}
