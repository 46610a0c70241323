/** What can be wrong with a row of a file for a book. */
export type BookRowFault =
  | "heading_lacks"
  | "book_item_no_form"
  | "product_code_missing"
  | "commodity_code_form"
  | "description_missing"
  | "book_unit_unknown"
  | "legal_factor_form"
  | "legal_unit_2_incomplete"
  | "origin_form"
  | "unit_price_form"
  | "currency_letters"
  | "book_row_twice"
  | "book_item_known_otherwise"
  | "book_item_unknown"
  | "book_quantity_form"
  | "lot_number_form"
  | "lot_date_form"
  | "expires_before_production"
  | "lot_known_otherwise"
  | "receipt_reference_form"
  | "receipt_known_otherwise"
  | "lot_unknown"
  | "count_below_reserved";

export interface RowFault {
  readonly code: BookRowFault;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A row of a file beside what the book has: new to it, known, or at fault. */
export interface ImportRow<T> {
  /** The row in the file, counting the heading as 1. */
  readonly row: number;
  readonly change: "new" | "unchanged" | "invalid";
  readonly label: string;
  readonly fault: RowFault | null;
  readonly content: T | null;
}

/** The cells of a row by the names of their columns. */
export type Cells<C extends string> = (column: C) => string;

/** Reads rows under a heading, whose columns may stand in any order; empty rows are left out. */
export function readRows<C extends string, T>(
  [heading = [], ...rows]: readonly (readonly string[])[],
  columns: readonly C[],
  read: (cell: Cells<C>, row: number) => ImportRow<T>,
): readonly ImportRow<T>[] {
  const names = heading.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) return [invalid(1, "", "heading_lacks", { columns: missing.join(", ") })];
  return rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ row, cells }) => read((column) => unguarded((cells[names.indexOf(column)] ?? "").trim()), row));
}

/** A row at fault. */
export function invalid(
  row: number,
  label: string,
  code: BookRowFault,
  parameters: Readonly<Record<string, string>> = {},
): ImportRow<never> {
  return { row, change: "invalid", label, fault: { code, parameters }, content: null };
}

/** The first fault of a row that does not hold. */
export function firstFault<C extends string>(
  cell: Cells<C>,
  checks: readonly (readonly [C, (value: string) => boolean, BookRowFault])[],
): readonly [BookRowFault, Readonly<Record<string, string>>] | null {
  const failed = checks.find(([column, holds]) => !holds(cell(column)));
  return failed ? [failed[2], { column: failed[0], value: cell(failed[0]) }] : null;
}

/** Takes off the mark that an export sets before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
