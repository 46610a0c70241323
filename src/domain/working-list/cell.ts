import type { LocalDate } from "../shared/local-date";

/** What stands in a cell of an exported list. */
export type Cell =
  | null
  | { readonly kind: "text"; readonly text: string }
  /** A plain decimal, such as `-12.50`. */
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "day"; readonly day: LocalDate }
  /** The hands of the clock at the office, `2026-11-27 15:40:01`; its head says the zone. */
  | { readonly kind: "time"; readonly local: string };

/** More digits than these are not kept by the binary numbers in which a spreadsheet reckons. */
const EXACT_DIGITS = 15;
const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether a spreadsheet keeps the decimal as it is written; what it would round is given as text. */
export function isExactInSheet(text: string): boolean {
  return DECIMAL.test(text) && text.replace(/[-.]/g, "").replace(/^0+/, "").length <= EXACT_DIGITS;
}

/** What a spreadsheet would take for a formula, and run, begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/;

/** The cell as CSV has it (RFC 4180): what would be a formula is made text, but for numbers, whose sign is one. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (cell.kind === "number" && DECIMAL.test(cell.text)) return cell.text;
  if (cell.kind === "day") return cell.day;
  if (cell.kind === "time") return cell.local;
  const safe = FORMULA.test(cell.text) ? `'${cell.text}` : cell.text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of cells as a line of CSV. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

const DAY_MS = 86_400_000;
/** 1970-01-01 as spreadsheets count days, with the 29 February 1900 that never was. */
const EPOCH_SERIAL = 25_569;

/** A day, or the hands of a clock, as the number by which a spreadsheet keeps it; null for what is no such text. */
export function sheetSerial(local: string): number | null {
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] =
    /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?$/.exec(local) ?? [];
  if (year === undefined) return null;
  const since = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds));
  return since / DAY_MS + EPOCH_SERIAL;
}
