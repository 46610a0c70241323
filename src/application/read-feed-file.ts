import { decodeText, type TextEncoding } from "@/contracts/decode-text";
import type { FeedFault } from "@/contracts/input-fault";
import { FEED_COLUMNS, LINE_COLUMNS, REQUIRED_COLUMNS } from "@/contracts/order-feeds";
import type { InvalidInput } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import type { FeedKind } from "@/domain/three-documents/documents";
import type { CsvReader } from "./csv-reader";

/** What is wrong with a row before it is read as a record. */
export interface RowFault {
  readonly pointer: string;
  readonly fault: FeedFault;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A file of a feed taken apart: records as the feed's schema reads them, and where each begins. */
export interface FeedFile {
  readonly encoding: TextEncoding;
  readonly headings: readonly string[];
  /** The heading under which each column of the feed was found. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Headings that stand for no column. */
  readonly unknown: readonly string[];
  /** Columns without which there is no record, and that no heading stands for. */
  readonly missing: readonly string[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** From 1, the heading included. */
  readonly rows: readonly number[];
  readonly faults: ReadonlyMap<number, RowFault>;
}

/**
 * Reads a file of a feed. UTF-8 goes before GB18030, which takes almost anything for text; what is neither is named. A
 * cell that a spreadsheet would take for a formula refuses its record, and rows of one order must agree in what is of
 * the order. `mapping` names headings that are written otherwise.
 */
export function readFeedFile(
  parseCsv: CsvReader,
  kind: FeedKind,
  bytes: Uint8Array,
  mapping: Readonly<Record<string, string>>,
): Result<FeedFile, InvalidInput> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return fault("encoding_unknown", { found: decoded.error });
  const table = parseCsv(decoded.value.text);
  if (!table.ok) return fault("csv_unreadable", { line: String(table.error.line) });
  const [headings = [], ...rows] = table.value.map((row) => row.map((cell) => cell.trim()));
  const found = columnsOf(kind, headings, mapping);
  if (!found.ok) return found;
  if (rows.length === 0) return fault("rows_missing", {});
  const taken = kind === "order" ? ordersOf(rows, found.value.places) : recordsOf(rows, found.value.places);
  const { places: _places, ...columns } = found.value;
  return ok({ encoding: decoded.value.encoding, headings, ...columns, ...taken });
}

function fault(code: InvalidInput["fault"], parameters: Readonly<Record<string, string>>): Result<never, InvalidInput> {
  return err({ kind: "invalid_input", pointer: "/", fault: code, parameters });
}

interface Columns extends Pick<FeedFile, "mapping" | "unknown" | "missing"> {
  /** The place of each column that the file has. */
  readonly places: ReadonlyMap<string, number>;
}

function columnsOf(
  kind: FeedKind,
  headings: readonly string[],
  given: Readonly<Record<string, string>>,
): Result<Columns, InvalidInput> {
  const columns = FEED_COLUMNS[kind];
  const stranger = Object.keys(given).find((column) => !columns.includes(column));
  if (stranger !== undefined) return fault("column_unknown", { column: stranger });
  const bare = (heading: string) => heading.toLowerCase();
  const places = new Map<string, number>();
  for (const column of columns) {
    const heading = bare(given[column] ?? column);
    const place = headings.findIndex((each) => bare(each) === heading);
    if (place >= 0) places.set(column, place);
  }
  const missing = REQUIRED_COLUMNS[kind].filter((column) => !places.has(column));
  const mapping = Object.fromEntries([...places].map(([column, place]) => [column, headings[place] ?? column]));
  const used = new Set(places.values());
  return ok({ mapping, unknown: headings.filter((_, place) => !used.has(place)), missing, places });
}

type Taken = Pick<FeedFile, "records" | "rows" | "faults">;
type Places = Columns["places"];

/** The heading is row 1. */
const FIRST_ROW = 2;

function recordsOf(rows: readonly (readonly string[])[], places: Places): Taken {
  const records = rows.map((row) => cellsOf(row, places));
  const faults = new Map(records.flatMap((record, index) => formulaOf(record).map((each) => [index, each] as const)));
  return { records, rows: rows.map((_, index) => index + FIRST_ROW), faults };
}

/** A row for each line of an order: what is of the order stands on each of them, and the first begins it. */
function ordersOf(rows: readonly (readonly string[])[], places: Places): Taken {
  const orders = new Map<string, { row: number; head: Record<string, string>; lines: Record<string, string>[] }>();
  const faults = new Map<string, RowFault>();
  for (const [index, row] of rows.entries()) {
    const cells = cellsOf(row, places);
    const head = Object.fromEntries(Object.entries(cells).filter(([column]) => !LINE_COLUMNS.includes(column)));
    const line = Object.fromEntries(Object.entries(cells).filter(([column]) => LINE_COLUMNS.includes(column)));
    const key = JSON.stringify([cells.ebpCode ?? "", cells.orderNo ?? ""]);
    const known = orders.get(key) ?? { row: index + FIRST_ROW, head, lines: [] };
    known.lines.push(line);
    orders.set(key, known);
    const [problem] = [...formulaOf(cells), ...disagreement(known.head, head, index + FIRST_ROW)];
    if (problem && !faults.has(key)) faults.set(key, problem);
  }
  const keys = [...orders.keys()];
  return {
    records: [...orders.values()].map(({ head, lines }) => ({ ...head, lines })),
    rows: [...orders.values()].map(({ row }) => row),
    faults: new Map([...faults].map(([key, each]) => [keys.indexOf(key), each])),
  };
}

/** A cell without text states nothing. */
function cellsOf(row: readonly string[], places: Places): Record<string, string> {
  const cells = [...places].map(([column, place]) => [column, row[place] ?? ""] as const);
  return Object.fromEntries(cells.filter(([, cell]) => cell !== ""));
}

function formulaOf(cells: Readonly<Record<string, string>>): readonly RowFault[] {
  const column = Object.keys(cells).find((each) => isFormula(cells[each] ?? ""));
  return column === undefined ? [] : [{ pointer: `/${column}`, fault: "formula_cell", parameters: {} }];
}

/** A telephone number may begin with a plus, and nothing else that a spreadsheet would work out. */
function isFormula(cell: string): boolean {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^\+?[\d\s()-]+$/.test(cell));
}

function disagreement(
  first: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
  row: number,
): readonly RowFault[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(other)])];
  const column = names.find((name) => first[name] !== other[name]);
  if (column === undefined) return [];
  return [{ pointer: `/${column}`, fault: "rows_disagree", parameters: { column, row: String(row) } }];
}
