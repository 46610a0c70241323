import { parseDecimal } from "../shared/decimal";
import { isLocalDate } from "../shared/local-date";
import { CREDIT_TIERS, type CreditTier } from "./authorisation";

/** The columns of a whitelist file, in any order. Lists inside a cell are separated by semicolons. */
export const COLUMNS = [
  "aeo_code",
  "holder",
  "tier",
  "roles",
  "commodity_prefixes",
  "origins",
  "value_cap",
  "valid_from",
  "valid_to",
  "source",
] as const;
type Column = (typeof COLUMNS)[number];

/** What a row says, once it is well formed. */
export interface WhitelistEntry {
  readonly aeoCode: string;
  readonly holder: string;
  readonly tier: CreditTier;
  readonly roles: readonly string[];
  readonly commodityPrefixes: readonly string[];
  readonly origins: readonly string[];
  readonly valueCap: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

export interface WhitelistRow {
  /** The row in the file, counting the heading as 1. */
  readonly row: number;
  readonly change: "new" | "changed" | "unchanged" | "invalid";
  readonly aeoCode: string;
  readonly holder: string;
  readonly differences: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  readonly problem: string | null;
  readonly entry: WhitelistEntry | null;
}

/** Compares the rows of a file with the entries in force. A row at fault says what is wrong and stops no other row. */
export function compareWhitelist(
  [heading = [], ...rows]: readonly (readonly string[])[],
  inForce: readonly WhitelistEntry[],
): readonly WhitelistRow[] {
  const columns = heading.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((name) => !columns.includes(name));
  if (missing.length > 0) return [invalid(1, "", "", `The heading lacks ${missing.join(", ")}.`)];
  const seen = new Set<string>();
  return rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ row, cells }) => {
      const cell = (name: Column) => (cells[columns.indexOf(name)] ?? "").trim();
      const problem = faultOf(cell) ?? (seen.has(cell("aeo_code")) ? "The AEO code stands in an earlier row." : null);
      seen.add(cell("aeo_code"));
      return problem
        ? invalid(row, cell("aeo_code"), cell("holder"), problem)
        : compareRow(row, toEntry(cell), inForce);
    });
}

const CHECKS: readonly (readonly [Column, (value: string) => boolean, string])[] = [
  ["aeo_code", (value) => /^[A-Z0-9]{5,40}$/.test(value), "The AEO code has 5 to 40 capital letters and digits."],
  ["holder", (value) => value.length > 0 && value.length <= 200, "The holder has no name."],
  [
    "tier",
    (value) => (CREDIT_TIERS as readonly string[]).includes(value),
    `The tier is one of ${CREDIT_TIERS.join(", ")}.`,
  ],
  [
    "commodity_prefixes",
    (value) => list(value).every((each) => /^\d{2,10}$/.test(each)),
    "Commodity prefixes have 2 to 10 digits.",
  ],
  [
    "origins",
    (value) => list(value).every((each) => /^[A-Z]{2}$/.test(each)),
    "Origins are ISO 3166 codes of two letters.",
  ],
  ["value_cap", (value) => value === "" || parseDecimal(value).ok, "The value cap is a plain number."],
  ["valid_from", isLocalDate, "valid_from is a date, YYYY-MM-DD."],
  ["valid_to", (value) => value === "" || isLocalDate(value), "valid_to is a date, YYYY-MM-DD, or empty."],
  ["source", (value) => value.length > 0, "The source of the entry is missing."],
];

function faultOf(cell: (name: Column) => string): string | null {
  for (const [column, holds, complaint] of CHECKS) if (!holds(cell(column))) return complaint;
  return cell("valid_to") !== "" && cell("valid_to") < cell("valid_from") ? "valid_to is before valid_from." : null;
}

function toEntry(cell: (name: Column) => string): WhitelistEntry {
  return {
    aeoCode: cell("aeo_code"),
    holder: cell("holder"),
    tier: cell("tier") as CreditTier,
    roles: list(cell("roles")),
    commodityPrefixes: list(cell("commodity_prefixes")),
    origins: list(cell("origins")),
    valueCap: cell("value_cap") || null,
    validFrom: cell("valid_from"),
    validTo: cell("valid_to") || null,
    source: cell("source"),
  };
}

function compareRow(row: number, entry: WhitelistEntry, inForce: readonly WhitelistEntry[]): WhitelistRow {
  const known = inForce.find((each) => each.aeoCode === entry.aeoCode);
  const base = { row, aeoCode: entry.aeoCode, holder: entry.holder, problem: null, entry };
  if (!known) return { ...base, change: "new", differences: [] };
  const differences = (Object.keys(entry) as (keyof WhitelistEntry)[])
    .map((column) => ({ column, before: show(known[column]), after: show(entry[column]) }))
    .filter(({ before, after }) => before !== after);
  return { ...base, change: differences.length > 0 ? "changed" : "unchanged", differences };
}

function invalid(row: number, aeoCode: string, holder: string, problem: string): WhitelistRow {
  return { row, change: "invalid", aeoCode, holder, differences: [], problem, entry: null };
}

function list(value: string): readonly string[] {
  return value
    .split(";")
    .map((each) => each.trim())
    .filter(Boolean);
}

function show(value: string | readonly string[] | null): string {
  if (value === null) return "";
  return typeof value === "string" ? value.replace(/\.0+$/, "") : value.join(";");
}
