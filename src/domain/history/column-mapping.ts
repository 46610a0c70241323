import { type Basis, type HistoryEntry, IRREGULARITIES } from "./entry";

/** What of a history a column may hold: the fields of an entry, and what came of it. */
export const MAPPED_FIELDS = [
  "id",
  "day",
  "office",
  "mode",
  "importer",
  "isCertified",
  "importerAgeWeeks",
  "declarant",
  "exporter",
  "commodityCode",
  "origin",
  "dispatch",
  "preference",
  "packages",
  "grossKg",
  "netKg",
  "invoiceValue",
  "freight",
  "dutyRate",
  "duty",
  "vat",
  "documents",
  "inspected",
  "basis",
  "found",
  "irregularity",
  "revenue",
] as const satisfies readonly (keyof HistoryEntry | "inspected" | "basis" | "found" | "irregularity" | "revenue")[];
export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Which column holds what. What is not mapped is not known of any entry. */
export interface ColumnMapping {
  readonly columns: Readonly<Partial<Record<MappedField, string>>>;
  /** Days after lodging on which an outcome is known. */
  readonly knownAfterDays: number;
  /** The basis of inspections by the words of the source; others count as "other". */
  readonly bases: Readonly<Record<string, Basis>>;
}

/** The columns of the exchange table that docs/risk-data.md describes. */
export const DEFAULT_MAPPING: ColumnMapping = {
  columns: {
    id: "id",
    day: "date",
    office: "office",
    mode: "mode",
    importer: "importer_id",
    isCertified: "importer_aeo",
    importerAgeWeeks: "importer_age_weeks",
    declarant: "broker_id",
    exporter: "exporter_id",
    commodityCode: "hs6",
    origin: "origin",
    dispatch: "dispatch",
    preference: "pref",
    packages: "packages",
    grossKg: "gross_kg",
    netKg: "net_kg",
    invoiceValue: "invoice_usd",
    freight: "freight_usd",
    dutyRate: "duty_rate",
    duty: "duty_usd",
    vat: "vat_usd",
    documents: "docs",
    inspected: "inspected",
    basis: "basis",
    found: "found",
    irregularity: "found_type",
    revenue: "found_revenue",
  },
  knownAfterDays: 7,
  bases: { RULE: "rule", SCORE: "score", RANDOM: "random", EXPLORATION: "exploration" },
};

/** Thrown where a table or a mapping is not as it should be; the message says what, where and what to do. */
export class UnreadableHistory extends Error {}

/** A mapping from JSON that a person wrote. Throws UnreadableHistory where it names no field of ours or is no mapping. */
export function parseMapping(value: unknown): ColumnMapping {
  const { columns, knownAfterDays = DEFAULT_MAPPING.knownAfterDays, bases = DEFAULT_MAPPING.bases } = record(value);
  const named = record(columns);
  for (const [field, column] of Object.entries(named)) {
    if (!(MAPPED_FIELDS as readonly string[]).includes(field))
      throw new UnreadableHistory(`The mapping has a field ${field}; fields are ${MAPPED_FIELDS.join(", ")}.`);
    if (typeof column !== "string" || column === "")
      throw new UnreadableHistory(`The mapping of ${field} must be the name of a column, in quotes.`);
  }
  if (typeof knownAfterDays !== "number" || !Number.isInteger(knownAfterDays) || knownAfterDays < 0)
    throw new UnreadableHistory("knownAfterDays of the mapping must be a whole number of days from 0 on.");
  for (const field of ["id", "day"] as const)
    if (named[field] === undefined)
      throw new UnreadableHistory(`The mapping does not say which column holds ${field}; add it under "columns".`);
  return {
    columns: named as ColumnMapping["columns"],
    knownAfterDays,
    bases: record(bases) as ColumnMapping["bases"],
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UnreadableHistory('A mapping is a JSON object with "columns": an object of fields and names of columns.');
}

/** The kind of irregularity by the word of the source, in any case; null for none of ours. */
export function irregularityOf(word: string) {
  return IRREGULARITIES.find((each) => each === word.trim().toUpperCase()) ?? null;
}
