import type { Result } from "@/domain/shared/result";
import { err, ok } from "@/domain/shared/result";
import { type KnownSubheadings, readTariff } from "@/domain/tariff/import-lines";
import type { DutyNote } from "@/domain/tariff/import-measures";
import { type Plan, planImport } from "@/domain/tariff/import-plan";
import type { ImportAsked, RowFault, TableRow } from "@/domain/tariff/import-table";
import type { Jurisdiction } from "@/domain/tariff/jurisdiction";
import type { TariffMeasure } from "@/domain/tariff/measure";
import type { TariffLine } from "@/domain/tariff/national-line";

/** Why a file is not read at all. */
export type TableFault =
  | { readonly kind: "not_found"; readonly path: string }
  | { readonly kind: "not_a_table"; readonly path: string }
  | { readonly kind: "encoding"; readonly looksLike: string }
  | { readonly kind: "csv_unreadable"; readonly line: string }
  | { readonly kind: "xlsx_unreadable" }
  | { readonly kind: "xlsx_bomb" }
  | { readonly kind: "several_sheets"; readonly sheets: string }
  | { readonly kind: "too_many_rows"; readonly most: string }
  | { readonly kind: "too_large"; readonly megabytes: string };

/** Reads a CSV or XLSX file, and evaluates nothing in it. */
export type TableReader = (path: string) => Promise<Result<readonly TableRow[], TableFault>>;

/** What holds of a jurisdiction's tariff on a day or begins after it, as imports wrote it. */
export interface HeldTariff {
  readonly lines: readonly TariffLine[];
  readonly measures: readonly TariffMeasure[];
}

export interface TariffPlan {
  readonly lines: Plan<TariffLine>;
  readonly measures: Plan<TariffMeasure>;
}

/** Lets nobody else change the jurisdiction's tariff while `decide` looks; writes the plan in the same transaction. */
export type TariffStore = (
  jurisdiction: Jurisdiction,
  effective: string,
  edition: string,
  decide: (held: HeldTariff) => { readonly plan: TariffPlan; readonly isWritten: boolean },
) => Promise<void>;

interface Ports {
  readonly readTable: TableReader;
  readonly store: TariffStore;
  readonly known: KnownSubheadings;
}

/** What an import did, or would do. */
export interface ImportOutcome extends TariffPlan {
  readonly notes: readonly DutyNote[];
}

export type ImportFault = TableFault | { readonly kind: "rows"; readonly faults: readonly RowFault[] };

/**
 * Imports an edition of a tariff, whole or not at all: a file with a row at fault changes nothing. `isPreview` computes
 * the same and writes nothing.
 */
export async function importTariff(
  { readTable, store, known }: Ports,
  path: string,
  asked: ImportAsked,
  isPreview: boolean,
): Promise<Result<ImportOutcome, ImportFault>> {
  const table = await readTable(path);
  if (!table.ok) return table;
  const read = readTariff(table.value, asked, known);
  if ("faults" in read) return err({ kind: "rows", faults: read.faults });
  let plan: TariffPlan | null = null;
  await store(asked.jurisdiction, asked.effective, asked.edition, (held) => {
    plan = {
      lines: planImport({
        existing: held.lines,
        wanted: read.lines,
        keyOf: (line) => line.code,
        effective: asked.effective,
        endsUnnamed: () => !asked.isPartial,
      }),
      measures: planMeasures(held, read, asked),
    };
    return { plan, isWritten: !isPreview };
  });
  if (!plan) throw new Error("The store asked for no plan");
  const { lines, measures }: TariffPlan = plan;
  return ok({ lines, measures, notes: read.notes });
}

/** Of a line that the file names, measures that it names no more end with the edition, even in a partial import. */
function planMeasures(held: HeldTariff, read: HeldTariff, { effective, isPartial }: ImportAsked): Plan<TariffMeasure> {
  const named = new Set(read.lines.map((line) => line.code));
  return planImport({
    existing: held.measures,
    wanted: read.measures,
    keyOf: ({ code, kind, geography, conditions, orderNumber }) =>
      JSON.stringify([code, kind, geography.area, geography.except, conditions, orderNumber]),
    effective,
    endsUnnamed: (measure) => !isPartial || named.has(measure.code),
  });
}
