import type { LineField } from "./field";
import { parseField } from "./parse-field";

/** What people write over the columns of a spreadsheet, in small letters and without marks; the whole cell must be it. */
const HEADINGS: Readonly<Record<LineField, readonly string[]>> = {
  description: [
    "description",
    "goods",
    "product",
    "item",
    "item description",
    "品名",
    "商品名称",
    "货物名称",
    "货物描述",
  ],
  quantity: ["quantity", "qty", "pcs", "数量"],
  unit: ["unit", "uom", "单位"],
  unit_price: ["unit price", "price", "单价"],
  amount: ["amount", "total", "line total", "value", "金额", "总价", "总值"],
  hs_code: ["hs code", "hs", "hscode", "commodity code", "tariff code", "商品编码", "hs编码", "税号"],
  origin: ["origin", "country of origin", "country", "原产国", "原产地"],
  net_weight_kg: ["net weight", "net weight kg", "net kg", "nw", "净重", "净重千克"],
  gross_weight_kg: ["gross weight", "gross weight kg", "gross kg", "gw", "毛重", "毛重千克"],
  packages: ["packages", "pkgs", "cartons", "ctns", "件数", "箱数"],
};

/** A block of cells as a spreadsheet puts it on the clipboard, and what its first row says of the columns. */
export interface PastedBlock {
  /** The field of each column, where the first row names them; null without such a row, and for a column of no field. */
  readonly columns: readonly (LineField | null)[] | null;
  readonly rows: readonly (readonly string[])[];
}

/** Takes apart what was pasted: cells between tabs, rows between line ends, quotes around what holds either. */
export function parsePaste(text: string): PastedBlock {
  const rows = cellsOf(text).filter((row) => row.some((cell) => cell.trim() !== ""));
  const columns = (rows[0] ?? []).map((cell) => fieldOfHeading(cell));
  const named = columns.filter((column) => column !== null);
  // One word that could be a heading may as well be goods; two different ones are headings.
  const hasHeadings = new Set(named).size >= 2 && named.length * 2 >= columns.length;
  return hasHeadings ? { columns, rows: rows.slice(1) } : { columns: null, rows };
}

/** The text of a cell as the value of a field: in its canonical form, or as it is where it has none. */
export function pastedValue(name: string, cell: string): string {
  const text = cell.trim();
  return text === "" ? "" : (parseField(name, text) ?? text);
}

function fieldOfHeading(cell: string): LineField | null {
  const bare = cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/gu, "")
    .trim();
  const found = Object.entries(HEADINGS).find(([, names]) => names.includes(bare));
  return found ? (found[0] as LineField) : null;
}

/** A cell in quotes, in which a quote is written twice, or one without; and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/y;

function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  CELL.lastIndex = 0;
  for (;;) {
    const match = CELL.exec(text);
    // A quote that nothing closes is a letter like any other.
    if (!match) return text.split(/\r?\n/).map((row) => row.split("\t"));
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") return rows;
    if (end !== "\t") rows.push([]);
  }
}
