import { readFile } from "node:fs/promises";
import { type CellObject, read, utils, type WorkSheet } from "@e965/xlsx";
import { openPromise } from "yauzl";
import type { TableFault } from "@/application/import-tariff";
import { err, ok, type Result } from "@/domain/shared/result";
import { MOST_ROWS, type TableRow } from "@/domain/tariff/import-table";

/** What a workbook of a million rows unpacks to at most, and what no honest sheet packs to. */
const MOST_BYTES = 1024 * 1024 * 1024;
const BOMB_RATIO = 250;
const BOMB_BYTES = 20 * 1024 * 1024;
const MOST_ENTRIES = 500;

/**
 * The cells of the one sheet of a workbook, as they were typed. Its archive is unpacked in counting first, so that one
 * that is made to harm never reaches the reader of workbooks; formulas are marked and never evaluated.
 */
export async function readSheet(path: string): Promise<Result<readonly TableRow[], TableFault>> {
  const weighed = await weigh(path);
  if (!weighed.ok) return weighed;
  let sheets: readonly (readonly [string, WorkSheet])[];
  try {
    const workbook = read(await readFile(path), {
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellText: false,
      cellDates: true,
      UTC: true,
      sheetRows: MOST_ROWS + 2,
    });
    sheets = Object.entries(workbook.Sheets).filter(([, sheet]) => sheet["!ref"] !== undefined);
  } catch {
    return err({ kind: "xlsx_unreadable" });
  }
  if (sheets.length > 1) return err({ kind: "several_sheets", sheets: sheets.map(([name]) => name).join(", ") });
  const rows = sheets.flatMap(([, sheet]) => rowsOf(sheet));
  return rows.length > MOST_ROWS + 1 ? err({ kind: "too_many_rows", most: String(MOST_ROWS) }) : ok(rows);
}

/** Whether the archive can be unpacked without harm: what each entry unpacks to is counted, not believed. */
async function weigh(path: string): Promise<Result<void, TableFault>> {
  try {
    const archive = await openPromise(path, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
    try {
      if (archive.entryCount > MOST_ENTRIES) return err({ kind: "xlsx_bomb" });
      let total = 0;
      for await (const entry of archive.eachEntry()) {
        let unpacked = 0;
        for await (const chunk of await archive.openReadStreamPromise(entry)) {
          unpacked += (chunk as Buffer).byteLength;
          const isBomb = unpacked > BOMB_BYTES && unpacked > entry.compressedSize * BOMB_RATIO;
          if (isBomb || total + unpacked > MOST_BYTES) return err({ kind: "xlsx_bomb" });
        }
        total += unpacked;
      }
      return ok(undefined);
    } finally {
      archive.close();
    }
  } catch {
    return err({ kind: "xlsx_unreadable" });
  }
}

/** Rows with a cell in them, each as wide as the heading, or wider where it is. */
function rowsOf(sheet: WorkSheet): readonly TableRow[] {
  const grid = (sheet["!data"] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  const last = utils.decode_range(sheet["!ref"] ?? "A1").e.c;
  const width = (grid[0] ?? []).reduce((most, cell, at) => (textOf(cell) === "" ? most : at + 1), 0);
  return grid.flatMap((cells, index) => {
    const texts = Array.from({ length: last + 1 }, (_, at) => textOf(cells?.[at]));
    const used = texts.reduce((most, text, at) => (text === "" ? most : at + 1), 0);
    const isUsed = used > 0 || (cells ?? []).some((cell) => cell?.f !== undefined);
    const at = (is: (cell: CellObject) => boolean) =>
      (cells ?? []).flatMap((cell, place) => (cell && is(cell) ? [place] : []));
    if (!isUsed) return [];
    return [
      {
        row: index + 1,
        cells: texts.slice(0, Math.max(width, used)),
        formulas: at((cell) => cell.f !== undefined || cell.F !== undefined),
        numbers: at((cell) => cell.t === "n"),
      },
    ];
  });
}

function textOf(cell: CellObject | undefined): string {
  if (cell?.v === undefined || cell.v === null) return "";
  return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v);
}
