import { isLocalDate } from "../shared/local-date";
import { type ColumnMapping, irregularityOf, type MappedField, UnreadableHistory } from "./column-mapping";
import { csvRows } from "./csv-rows";
import { dayNumber, dayOf } from "./day-number";
import type { HistoryEntry, HistoryOutcome } from "./entry";

/** A table of declarations as entries, with the outcomes of those that were inspected. */
export interface ReadHistory {
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
  /** Fields of which the table has no column. */
  readonly absent: readonly MappedField[];
}

type Cell = (field: MappedField) => string;

/** Without these nothing can be remembered of an entry. */
const NEEDED = ["id", "day"] as const;
/** At least one of these tells entries apart; a table without any is another table. */
const TELLING = ["importer", "commodityCode", "invoiceValue", "netKg"] as const;
const YES = new Set(["1", "true", "yes", "y"]);
const NO = new Set(["0", "false", "no", "n", ""]);

/**
 * Reads a CSV table of declarations; `name` is what messages call it. Without a column for `inspected`, those with a
 * value under `found` were. With `isStrict`, every column of the mapping has to be there. Throws UnreadableHistory that
 * names line and column of the first value that cannot be read.
 */
export function readHistory(name: string, text: string, mapping: ColumnMapping, isStrict: boolean): ReadHistory {
  const rows = csvRows(text);
  const header = rows.next().value;
  if (!header) throw new UnreadableHistory(`${name} is empty; its first line must name the columns.`);
  const places = placesOf(name, header, mapping, isStrict);
  const entries: HistoryEntry[] = [];
  const outcomes: HistoryOutcome[] = [];
  const seen = new Set<string>();
  let line = 1;
  for (const row of rows) {
    line++;
    if (row.length !== header.length)
      throw new UnreadableHistory(
        `${name}, line ${line} has ${row.length} cells, but ${header.length} columns are named; mend the line (a comma inside a cell needs quotes).`,
      );
    const cell: Cell = (field) => row[places.get(field) ?? -1] ?? "";
    const where = (field: MappedField) => `${name}, line ${line}, column ${mapping.columns[field]}`;
    const entry = entryOf(cell, where);
    if (seen.has(entry.id))
      throw new UnreadableHistory(`${where("id")}: ${entry.id} is there twice; each needs its own.`);
    seen.add(entry.id);
    entries.push(entry);
    const outcome = outcomeOf(entry, cell, where, mapping, places.has("inspected"));
    if (outcome) outcomes.push(outcome);
  }
  if (entries.length === 0) throw new UnreadableHistory(`${name} has names of columns and no line below them.`);
  const absent = (Object.keys(mapping.columns) as MappedField[]).filter((field) => !places.has(field));
  return { entries, outcomes, absent };
}

function placesOf(name: string, header: readonly string[], mapping: ColumnMapping, isStrict: boolean) {
  const named = header.map((column) => column.trim());
  const places = new Map<MappedField, number>();
  for (const [field, column] of Object.entries(mapping.columns) as [MappedField, string][]) {
    const place = named.indexOf(column);
    if (place >= 0) places.set(field, place);
    else if (isStrict || (NEEDED as readonly string[]).includes(field)) throw missing(name, field, column, named);
  }
  if (!TELLING.some((field) => places.has(field)))
    throw missing(name, "importer", mapping.columns.importer ?? "importer", named);
  return places;
}

function missing(name: string, field: string, column: string, named: readonly string[]): UnreadableHistory {
  return new UnreadableHistory(
    `${name} has no column ${column} for ${field}; its columns are ${named.join(", ")}. Say with --mapping M.json which column holds what.`,
  );
}

type Where = (field: MappedField) => string;

function entryOf(cell: Cell, where: Where): HistoryEntry {
  const text = (field: MappedField) => cell(field).trim();
  const number = (field: MappedField) => numberOf(text(field), () => where(field));
  const id = text("id");
  if (id === "") throw new UnreadableHistory(`${where("id")} is empty; every entry needs one.`);
  const day = text("day").slice(0, 10);
  if (!isLocalDate(day))
    throw new UnreadableHistory(`${where("day")}: "${text("day")}" is no day; write it as 2026-11-27.`);
  return {
    id,
    day,
    office: text("office"),
    mode: text("mode"),
    importer: text("importer"),
    isCertified: yesOrNo(text("isCertified"), () => where("isCertified")),
    importerAgeWeeks: number("importerAgeWeeks"),
    declarant: text("declarant"),
    exporter: text("exporter"),
    commodityCode: text("commodityCode"),
    origin: text("origin"),
    dispatch: text("dispatch"),
    preference: text("preference"),
    packages: number("packages"),
    grossKg: number("grossKg"),
    netKg: number("netKg"),
    invoiceValue: number("invoiceValue"),
    freight: number("freight"),
    dutyRate: number("dutyRate"),
    duty: number("duty"),
    vat: number("vat"),
    documents: number("documents"),
  };
}

function outcomeOf(
  entry: HistoryEntry,
  cell: Cell,
  where: Where,
  mapping: ColumnMapping,
  saysInspected: boolean,
): HistoryOutcome | null {
  const found = cell("found").trim();
  const isInspected = saysInspected ? yesOrNo(cell("inspected").trim(), () => where("inspected")) : found !== "";
  if (!isInspected) return null;
  if (found === "")
    throw new UnreadableHistory(`${where("found")} is empty although the entry was inspected; write 1 or 0.`);
  const isIrregular = yesOrNo(found, () => where("found"));
  return {
    entryId: entry.id,
    knownOn: dayOf(dayNumber(entry.day) + mapping.knownAfterDays),
    basis: mapping.bases[cell("basis").trim().toUpperCase()] ?? "other",
    isIrregular,
    irregularity: isIrregular ? irregularityOf(cell("irregularity")) : null,
    revenue: isIrregular ? (numberOf(cell("revenue").trim(), () => where("revenue")) ?? 0) : 0,
  };
}

function numberOf(text: string, where: () => string): number | null {
  if (text === "") return null;
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new UnreadableHistory(
    `${where()}: "${text}" is no number; write digits with a point before decimals, or leave the cell empty.`,
  );
}

function yesOrNo(text: string, where: () => string): boolean {
  const word = text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new UnreadableHistory(`${where()}: "${text}" is neither 1 nor 0.`);
}
