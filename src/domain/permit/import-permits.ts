import { isLocalDate } from "../shared/local-date";
import { type Unit, unitOf } from "../tariff/unit";
import { comparableNumber } from "./number-format";
import type { Permit } from "./permit";

/** The columns of a file of permits, in any order. Lists inside a cell are separated by semicolons. */
export const PERMIT_COLUMNS = [
  "kind",
  "number",
  "holder",
  "issuer",
  "commodity_prefixes",
  "words",
  "origins",
  "quantity",
  "unit",
  "valid_from",
  "valid_to",
] as const;
type Column = (typeof PERMIT_COLUMNS)[number];

/** What can be wrong with a row by itself. */
export type PermitFileFault =
  | "heading_lacks"
  | "permit_kind_unknown"
  | "permit_number_missing"
  | "holder_missing"
  | "permit_issuer_missing"
  | "prefix_form"
  | "permit_words_form"
  | "origin_form"
  | "permit_quantity_form"
  | "permit_unit_unknown"
  | "valid_from_form"
  | "valid_to_form"
  | "permit_row_twice";

/** A row of a file: what it says of a permit, or the first fault in it. */
export interface PermitFileRow {
  /** The row in the file, counting the heading as 1. */
  readonly row: number;
  readonly number: string;
  readonly fault: {
    readonly code: PermitFileFault;
    readonly column: string;
    readonly parameters: Readonly<Record<string, string>>;
  } | null;
  readonly content: Omit<Permit, "id" | "isWithdrawn"> | null;
}

type Cells = (column: Column) => string;

/**
 * Reads a file of permits row by row, whose kinds are among those given; a number that stands in it twice for one kind is
 * a fault of the later row.
 */
export function readPermits(
  [heading = [], ...rows]: readonly (readonly string[])[],
  kinds: readonly string[],
): readonly PermitFileRow[] {
  const names = heading.map((name) => name.trim().toLowerCase());
  const missing = PERMIT_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) return [faulty(1, "", "heading_lacks", "", { columns: missing.join(", ") })];
  const seen = new Map<string, number>();
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    const row = index + 2;
    const cell: Cells = (column) => unguarded((cells[names.indexOf(column)] ?? "").trim());
    const number = cell("number");
    const kind = cell("kind");
    // What else is wrong with a row depends on its kind.
    if (!kinds.includes(kind))
      return [faulty(row, number, "permit_kind_unknown", "kind", { value: kind, kinds: kinds.join(", ") })];
    const failed = CHECKS.find(([column, holds]) => !holds(cell(column)));
    if (failed) return [faulty(row, number, failed[2], failed[0], { value: cell(failed[0]) })];
    const key = `${kind} ${comparableNumber(number)}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) return [faulty(row, number, "permit_row_twice", "number", { earlier: String(earlier) })];
    seen.set(key, row);
    return [{ row, number, fault: null, content: contentOf(cell) }];
  });
}

const NAME_LENGTH = 200;
const WORD_LENGTH = 60;
const isNamed = (value: string) => value.length > 0 && value.length <= NAME_LENGTH;

const CHECKS: readonly (readonly [Column, (value: string) => boolean, PermitFileFault])[] = [
  ["number", isNamed, "permit_number_missing"],
  ["holder", isNamed, "holder_missing"],
  ["issuer", isNamed, "permit_issuer_missing"],
  ["commodity_prefixes", (value) => listOf(value).every((code) => /^\d{2,10}$/.test(code)), "prefix_form"],
  ["words", (value) => listOf(value).every((word) => word.length <= WORD_LENGTH), "permit_words_form"],
  ["origins", (value) => listOf(value).every((code) => /^[A-Z]{2}$/.test(code)), "origin_form"],
  [
    "quantity",
    (value) => value === "" || (/^\d{1,13}(\.\d{1,5})?$/.test(value) && /[1-9]/.test(value)),
    "permit_quantity_form",
  ],
  ["unit", (value) => value === "" || unitOf(value) !== null, "permit_unit_unknown"],
  ["valid_from", isLocalDate, "valid_from_form"],
  ["valid_to", (value) => value === "" || isLocalDate(value), "valid_to_form"],
];

function contentOf(cell: Cells): Omit<Permit, "id" | "isWithdrawn"> {
  const unit: Unit | null = unitOf(cell("unit") || null);
  return {
    kind: cell("kind"),
    number: cell("number"),
    holder: cell("holder"),
    issuer: cell("issuer"),
    commodityPrefixes: listOf(cell("commodity_prefixes")),
    words: listOf(cell("words")),
    origins: listOf(cell("origins")),
    quantity: cell("quantity") || null,
    unit,
    validFrom: cell("valid_from"),
    validTo: cell("valid_to") || null,
  };
}

function faulty(
  row: number,
  number: string,
  code: PermitFileFault,
  column: string,
  parameters: Readonly<Record<string, string>>,
): PermitFileRow {
  return { row, number, fault: { code, column, parameters }, content: null };
}

function listOf(cell: string): readonly string[] {
  return cell
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Takes off the mark that an export sets before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}
