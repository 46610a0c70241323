import type { Jurisdiction } from "./jurisdiction";
import { MEASURE_KINDS, type MeasureKind } from "./measure";

/** A row of a table as it was read. Nothing in it is evaluated. */
export interface TableRow {
  /** In the file, counting the heading as 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Positions of cells that hold a formula. */
  readonly formulas: readonly number[];
  /** Positions of cells that hold a number and not a text. */
  readonly numbers: readonly number[];
}

/** What is wrong with a row; the words are in the contracts. */
export type RowFaultCode =
  | "heading_lacks"
  | "heading_unknown"
  | "column_count"
  | "formula"
  | "code_form"
  | "code_is_number"
  | "description_missing"
  | "date_form"
  | "ends_before_it_begins"
  | "begins_before_effective"
  | "code_twice"
  | "validity_overlaps"
  | "subheading_unknown"
  | "subheading_ceased"
  | "rate_negative";

export interface RowFault {
  readonly row: number;
  /** The column, as the heading names it. */
  readonly field: string;
  readonly fault: RowFaultCode;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The most rows of a file; the largest tariffs have some tens of thousands. */
export const MOST_ROWS = 1_000_000;

/** How the tables of a source are laid out. */
export const PROFILES = ["standard", "us_hts"] as const;
export type Profile = (typeof PROFILES)[number];

/** A column of duty: what its figures are, and for whom. */
export interface DutyColumn {
  readonly field: string;
  readonly kind: MeasureKind | "us_special" | "text";
  readonly area: string;
  readonly agreement: string | null;
  readonly orderNumber: string | null;
}

/** Which column of a table holds what; null for columns that are not there. */
export interface Columns {
  readonly count: number;
  readonly fields: readonly string[];
  readonly code: number;
  readonly description: number;
  readonly descriptionZh: number | null;
  readonly units: number | null;
  readonly indent: number | null;
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly duties: readonly (DutyColumn & { readonly at: number })[];
}

const duty = (field: string, kind: DutyColumn["kind"], area = "*"): DutyColumn => ({
  field,
  kind,
  area,
  agreement: null,
  orderNumber: null,
});

/** The tariff of the US as its commission publishes it: column 1 general is MFN, column 2 for those without it. */
const US_HTS: Readonly<Record<string, keyof Columns | DutyColumn>> = {
  "HTS Number": "code",
  Indent: "indent",
  Description: "description",
  "Unit of Quantity": "units",
  "General Rate of Duty": duty("General Rate of Duty", "mfn"),
  "Special Rate of Duty": duty("Special Rate of Duty", "us_special"),
  "Column 2 Rate of Duty": duty("Column 2 Rate of Duty", "general", "US_COLUMN_2"),
  "Quota Quantity": duty("Quota Quantity", "text"),
  "Additional Duties": duty("Additional Duties", "text"),
};

const STANDARD: Readonly<Record<string, keyof Columns>> = Object.fromEntries([
  ["code", "code"],
  ["description", "description"],
  ["description_zh", "descriptionZh"],
  ["units", "units"],
  ["valid_from", "validFrom"],
  ["valid_to", "validTo"],
] as const);

/** Kinds that a column may hold: those that charge. */
const CHARGING: readonly MeasureKind[] = MEASURE_KINDS.filter(
  (kind) => !["positive_list", "prohibition", "required_document"].includes(kind),
);

/** Reads the heading of a table, or says what it lacks, or which column nobody knows. */
export function columnsOf(heading: TableRow, profile: Profile): Columns | readonly RowFault[] {
  const fields = heading.cells.map((cell) => cell.trim());
  const named = fields.map((field) =>
    profile === "us_hts" ? (own(US_HTS, field) ?? null) : (own(STANDARD, field) ?? dutyColumn(field)),
  );
  const faultOf = (fault: RowFaultCode, field: string): RowFault => ({
    row: heading.row,
    field,
    fault,
    parameters: { field, columns: expectedColumns(profile) },
  });
  const required = profile === "us_hts" ? Object.keys(US_HTS) : ["code", "description"];
  const faults = [
    ...fields.flatMap((field, at) => (named[at] === null ? [faultOf("heading_unknown", field)] : [])),
    ...required.filter((field) => !fields.includes(field)).map((field) => faultOf("heading_lacks", field)),
  ];
  if (faults.length > 0) return faults;
  const at = (name: keyof Columns) => (named.includes(name) ? named.indexOf(name) : null);
  return {
    count: fields.length,
    fields,
    code: at("code") ?? 0,
    description: at("description") ?? 0,
    descriptionZh: at("descriptionZh"),
    units: at("units"),
    indent: at("indent"),
    validFrom: at("validFrom"),
    validTo: at("validTo"),
    duties: named.flatMap((each, index) => (typeof each === "object" && each ? [{ ...each, at: index }] : [])),
  };
}

/** Whether the outcome of reading a heading is what is wrong with it. */
export function isFaulty(read: Columns | readonly RowFault[]): read is readonly RowFault[] {
  return Array.isArray(read);
}

/** `mfn`, `general@CN_X`, `conventional:RCEP`, `conventional:CN_KR@KR`, `quota:CN-WHEAT`; null for other names. */
function dutyColumn(field: string): DutyColumn | null {
  const [, name = "", suffix, area] = /^([a-z_]+)(?::([A-Za-z0-9_-]+))?(?:@([A-Z0-9_*]+))?$/.exec(field) ?? [];
  const kind = CHARGING.find((each) => each === name);
  if (!kind) return null;
  const isAgreed = kind === "conventional" || kind === "special_preferential";
  if (suffix === undefined && (isAgreed || kind === "quota")) return null;
  const agreement = isAgreed ? (suffix ?? null) : null;
  return { field, kind, area: area ?? agreement ?? "*", agreement, orderNumber: isAgreed ? null : (suffix ?? null) };
}

function expectedColumns(profile: Profile): string {
  return profile === "us_hts"
    ? Object.keys(US_HTS).join(", ")
    : [...Object.keys(STANDARD), ...CHARGING, "conventional:AGREEMENT", "quota:ORDER"].join(", ");
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What an import is told beside the file. */
export interface ImportAsked {
  readonly jurisdiction: Jurisdiction;
  readonly profile: Profile;
  /** The first day of what the file says. */
  readonly effective: string;
  readonly edition: string;
  readonly citation: string;
  /** Whether lines that the file does not name stay as they are; else they end. */
  readonly isPartial: boolean;
}
