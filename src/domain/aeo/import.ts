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
  "regimes",
] as const;
type Column = (typeof COLUMNS)[number];
/** Files from before it was there go on without it. */
const OPTIONAL: readonly Column[] = ["regimes"];

/** What a row says, once it is well formed. */
export interface WhitelistEntry {
  readonly aeoCode: string;
  readonly holder: string;
  readonly tier: CreditTier;
  readonly roles: readonly string[];
  readonly commodityPrefixes: readonly string[];
  readonly origins: readonly string[];
  readonly regimes: readonly string[];
  readonly valueCap: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
}

/** What can be wrong with a row. */
export type WhitelistFault =
  | "heading_lacks"
  | "aeo_code_form"
  | "aeo_code_twice"
  | "holder_missing"
  | "tier_unknown"
  | "prefix_form"
  | "origin_form"
  | "regime_form"
  | "value_cap_form"
  | "valid_from_form"
  | "valid_to_form"
  | "ends_before_it_begins"
  | "source_missing";

interface RowFault {
  readonly code: WhitelistFault;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface WhitelistRow {
  /** The row in the file, counting the heading as 1. */
  readonly row: number;
  readonly change: "new" | "changed" | "unchanged" | "invalid";
  readonly aeoCode: string;
  readonly holder: string;
  readonly differences: readonly { readonly column: string; readonly before: string; readonly after: string }[];
  readonly fault: RowFault | null;
  readonly entry: WhitelistEntry | null;
}

/**
 * Compares the rows of a file with the entries in force. A row at fault says what is wrong and stops no other row.
 * Whether a code can be one of its country is for the caller to know.
 */
export function compareWhitelist(
  [heading = [], ...rows]: readonly (readonly string[])[],
  inForce: readonly WhitelistEntry[],
  isCode: (code: string) => boolean = () => true,
): readonly WhitelistRow[] {
  const columns = heading.map((name) => name.trim().toLowerCase());
  const missing = COLUMNS.filter((name) => !columns.includes(name) && !OPTIONAL.includes(name));
  if (missing.length > 0)
    return [invalid(1, "", "", { code: "heading_lacks", parameters: { columns: missing.join(", ") } })];
  const seen = new Set<string>();
  return rows
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
    .map(({ row, cells }) => {
      const cell = (name: Column) => (cells[columns.indexOf(name)] ?? "").trim();
      const code =
        faultOf(cell) ??
        (isCode(cell("aeo_code")) ? null : "aeo_code_form") ??
        (seen.has(cell("aeo_code")) ? "aeo_code_twice" : null);
      seen.add(cell("aeo_code"));
      return code
        ? invalid(row, cell("aeo_code"), cell("holder"), { code, parameters: { tiers: CREDIT_TIERS.join(", ") } })
        : compareRow(row, toEntry(cell), inForce);
    });
}

const CHECKS: readonly (readonly [Column, (value: string) => boolean, WhitelistFault])[] = [
  ["aeo_code", (value) => /^[A-Z0-9]{5,40}$/.test(value), "aeo_code_form"],
  ["holder", (value) => value.length > 0 && value.length <= 200, "holder_missing"],
  ["tier", (value) => (CREDIT_TIERS as readonly string[]).includes(value), "tier_unknown"],
  ["commodity_prefixes", (value) => list(value).every((each) => /^\d{2,10}$/.test(each)), "prefix_form"],
  ["origins", (value) => list(value).every((each) => /^[A-Z]{2}$/.test(each)), "origin_form"],
  ["regimes", (value) => list(value).every((each) => /^\d{4}$/.test(each)), "regime_form"],
  ["value_cap", (value) => value === "" || parseDecimal(value).ok, "value_cap_form"],
  ["valid_from", isLocalDate, "valid_from_form"],
  ["valid_to", (value) => value === "" || isLocalDate(value), "valid_to_form"],
  ["source", (value) => value.length > 0, "source_missing"],
];

function faultOf(cell: (name: Column) => string): WhitelistFault | null {
  for (const [column, holds, fault] of CHECKS) if (!holds(cell(column))) return fault;
  return cell("valid_to") !== "" && cell("valid_to") < cell("valid_from") ? "ends_before_it_begins" : null;
}

function toEntry(cell: (name: Column) => string): WhitelistEntry {
  return {
    aeoCode: cell("aeo_code"),
    holder: cell("holder"),
    tier: cell("tier") as CreditTier,
    roles: list(cell("roles")),
    commodityPrefixes: list(cell("commodity_prefixes")),
    origins: list(cell("origins")),
    regimes: list(cell("regimes")),
    valueCap: cell("value_cap") || null,
    validFrom: cell("valid_from"),
    validTo: cell("valid_to") || null,
    source: cell("source"),
  };
}

function compareRow(row: number, entry: WhitelistEntry, inForce: readonly WhitelistEntry[]): WhitelistRow {
  const known = inForce.find((each) => each.aeoCode === entry.aeoCode);
  const base = { row, aeoCode: entry.aeoCode, holder: entry.holder, fault: null, entry };
  if (!known) return { ...base, change: "new", differences: [] };
  const differences = (Object.keys(entry) as (keyof WhitelistEntry)[])
    .map((column) => ({ column, before: show(known[column]), after: show(entry[column]) }))
    .filter(({ before, after }) => before !== after);
  return { ...base, change: differences.length > 0 ? "changed" : "unchanged", differences };
}

function invalid(row: number, aeoCode: string, holder: string, fault: RowFault): WhitelistRow {
  return { row, change: "invalid", aeoCode, holder, differences: [], fault, entry: null };
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
