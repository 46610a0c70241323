import { isLocalDate, type LocalDate } from "../shared/local-date";
import { parseCommodityCode } from "./commodity-code";
import { type DutyNote, measuresOfRow } from "./import-measures";
import {
  type Columns,
  columnsOf,
  type ImportAsked,
  isFaulty,
  type RowFault,
  type RowFaultCode,
  type TableRow,
} from "./import-table";
import type { TariffMeasure } from "./measure";
import { lineId, type TariffLine } from "./national-line";
import { type Succession, successors } from "./succession";

/** What a file says, once every row of it is well formed. */
export interface ImportedTariff {
  readonly lines: readonly TariffLine[];
  readonly measures: readonly TariffMeasure[];
  /** Duties that are kept as text, for they were not understood. */
  readonly notes: readonly DutyNote[];
}

/** What is known of the Harmonized System that the lines continue. */
export interface KnownSubheadings {
  readonly codes: ReadonlySet<string>;
  readonly successions: readonly Succession[];
}

export type ReadTariff = ImportedTariff | { readonly faults: readonly RowFault[] };

/** Chapters that are left to national use, and the one that is reserved. */
const NATIONAL_CHAPTERS = ["77", "98", "99"];

/** Turns the rows of a table, the heading first, into lines and measures; or names every fault of every row. */
export function readTariff(rows: readonly TableRow[], asked: ImportAsked, known: KnownSubheadings): ReadTariff {
  const [heading, ...body] = rows;
  const columns = columnsOf(heading ?? { row: 1, cells: [], formulas: [], numbers: [] }, asked.profile);
  if (isFaulty(columns)) return { faults: columns };
  const reading: Reading = { columns, asked, known, above: [] };
  const read = body.map((row) => readRow(reading, row));
  const faults = [...read.flatMap((each) => each.faults), ...repetitions(read)];
  if (faults.length > 0) return { faults: faults.sort((a, b) => a.row - b.row) };
  return {
    lines: read.flatMap((each) => (each.line ? [each.line] : [])),
    measures: read.flatMap((each) => each.measures),
    notes: read.flatMap((each) => each.notes),
  };
}

interface ReadRow {
  readonly row: number;
  /** Null for a row that only heads others. */
  readonly line: TariffLine | null;
  readonly measures: readonly TariffMeasure[];
  readonly notes: readonly DutyNote[];
  readonly faults: readonly RowFault[];
}

/** What every row is read with, and the texts that the next one stands under. */
interface Reading {
  readonly columns: Columns;
  readonly asked: ImportAsked;
  readonly known: KnownSubheadings;
  readonly above: string[];
}

function readRow(reading: Reading, row: TableRow): ReadRow {
  const { columns } = reading;
  const nothing = { row: row.row, line: null, measures: [], notes: [] };
  const broken = brokenCells(columns, row);
  if (broken.length > 0) return { ...nothing, faults: broken };
  const cell = (at: number | null) => (at === null ? "" : (row.cells[at] ?? "").trim());
  const description = cell(columns.description);
  const context = place(reading, cell(columns.indent), description);
  const written = cell(columns.code);
  // Headings and texts between them order the lines of the US; only what has six digits or more is a line.
  if (columns.indent !== null && written.replaceAll(".", "").length < 6) return { ...nothing, faults: [] };
  const { jurisdiction, edition, citation, effective } = reading.asked;
  const validFrom = cell(columns.validFrom) || effective;
  const validTo = cell(columns.validTo) || null;
  const faults = [
    ...codeFaults(reading, row, written),
    ...(description === "" ? [faultAt(columns, row, columns.description, "description_missing")] : []),
    ...dateFaults(reading, row, validFrom, validTo),
  ];
  const parsed = parseCommodityCode(written, jurisdiction);
  if (faults.length > 0 || !parsed.ok) return { ...nothing, faults };
  const line: TariffLine = {
    id: lineId(jurisdiction, parsed.value, validFrom),
    jurisdiction,
    code: parsed.value,
    description,
    descriptionZh: cell(columns.descriptionZh) || null,
    context,
    units: unitsIn(cell(columns.units)),
    duties: Object.fromEntries(columns.duties.flatMap(({ field, at }) => (cell(at) === "" ? [] : [[field, cell(at)]]))),
    validFrom,
    validTo,
    edition,
    citation,
  };
  return { row: row.row, line, ...measuresOfRow(row.row, line, columns.duties) };
}

function brokenCells(columns: Columns, row: TableRow): readonly RowFault[] {
  const counts = { found: String(row.cells.length), expected: String(columns.count) };
  if (row.cells.length !== columns.count) return [faultAt(columns, row, null, "column_count", counts)];
  return row.formulas.map((at) => faultAt(columns, row, at, "formula"));
}

function codeFaults({ columns, asked, known }: Reading, row: TableRow, written: string): readonly RowFault[] {
  const fault = (kind: RowFaultCode, parameters: Record<string, string>) => [
    faultAt(columns, row, columns.code, kind, { code: written, ...parameters }),
  ];
  const parsed = parseCommodityCode(written, asked.jurisdiction);
  // A spreadsheet drops the zero that a code begins with when it holds it as a number.
  if (row.numbers.includes(columns.code) && !parsed.ok) return fault("code_is_number", {});
  if (!parsed.ok) return fault("code_form", { jurisdiction: asked.jurisdiction });
  const six = parsed.value.slice(0, 6);
  if (known.codes.has(six) || NATIONAL_CHAPTERS.includes(six.slice(0, 2))) return [];
  const next = successors(known.successions, six);
  return next[0] === six
    ? fault("subheading_unknown", { subheading: six })
    : fault("subheading_ceased", { subheading: six, successors: next.join(", ") });
}

function dateFaults(
  { columns, asked: { effective } }: Reading,
  row: TableRow,
  validFrom: LocalDate,
  validTo: LocalDate | null,
): readonly RowFault[] {
  if (!isLocalDate(validFrom)) return [faultAt(columns, row, columns.validFrom, "date_form", { value: validFrom })];
  if (validTo !== null && !isLocalDate(validTo))
    return [faultAt(columns, row, columns.validTo, "date_form", { value: validTo })];
  if (validTo !== null && validTo < validFrom)
    return [faultAt(columns, row, columns.validTo, "ends_before_it_begins", { validFrom, validTo })];
  return validFrom < effective
    ? [faultAt(columns, row, columns.validFrom, "begins_before_effective", { validFrom, effective })]
    : [];
}

/** Keeps the text at its indent, and gives those above it; null where the table has no indents. */
function place({ columns, above }: Reading, indent: string, description: string): string | null {
  if (columns.indent === null) return null;
  const depth = /^\d{1,2}$/.test(indent) ? Number(indent) : 0;
  above.length = Math.min(above.length, depth);
  const context = above.filter((text) => text !== "").join(" › ");
  while (above.length < depth) above.push("");
  above.push(description.replace(/:$/, ""));
  return context === "" ? null : context;
}

function faultAt(
  columns: Columns,
  { row }: TableRow,
  at: number | null,
  fault: RowFaultCode,
  parameters: Readonly<Record<string, string>> = {},
): RowFault {
  return { row, field: at === null ? "" : (columns.fields[at] ?? ""), fault, parameters };
}

/** `["No.","kg"]` as the US writes it, or a list with semicolons. */
function unitsIn(cell: string): readonly string[] {
  const quoted = [...cell.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
  const parts = cell.startsWith("[") ? quoted : cell.split(";");
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Codes that begin twice on one day, or begin before they have ended. */
function repetitions(rows: readonly ReadRow[]): readonly RowFault[] {
  const byCode = new Map<string, ReadRow[]>();
  for (const row of rows) {
    if (!row.line) continue;
    const known = byCode.get(row.line.code);
    if (known) known.push(row);
    else byCode.set(row.line.code, [row]);
  }
  return [...byCode.values()].flatMap((same) => {
    const sorted = same.toSorted((a, b) => ((a.line?.validFrom ?? "") < (b.line?.validFrom ?? "") ? -1 : 1));
    return sorted.flatMap((row, index) => {
      const before = sorted[index - 1];
      return before?.line && row.line ? repetition(row.row, row.line, before.row, before.line) : [];
    });
  });
}

function repetition(row: number, line: TariffLine, otherRow: number, other: TariffLine): readonly RowFault[] {
  const parameters = { code: line.code, other: String(otherRow), validFrom: line.validFrom };
  if (line.validFrom === other.validFrom) return [{ row, field: "code", fault: "code_twice", parameters }];
  return other.validTo === null || other.validTo >= line.validFrom
    ? [{ row, field: "valid_from", fault: "validity_overlaps", parameters }]
    : [];
}
