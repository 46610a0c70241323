import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import type { TableFault, TableReader } from "@/application/import-tariff";
import { err, ok, type Result } from "@/domain/shared/result";
import { MOST_ROWS, type TableRow } from "@/domain/tariff/import-table";
import { readSheet } from "./read-sheet";

const MOST_MEGABYTES = 300;
const LINE_ENDS = ["\r\n", "\n", "\r"];

/** Reads the table of a CSV file in UTF-8 or of an XLSX workbook with one sheet. */
export const readTable: TableReader = async (path) => {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return err({ kind: "not_found", path });
  if (size > MOST_MEGABYTES * 1024 * 1024) return err({ kind: "too_large", megabytes: String(MOST_MEGABYTES) });
  const kind = extname(path).toLowerCase();
  if (kind === ".csv") return readCsv(await readFile(path));
  return kind === ".xlsx" ? readSheet(path) : err({ kind: "not_a_table", path });
};

/** CSV as RFC 4180 writes it. A cell that begins with an equals sign is what a spreadsheet takes for a formula. */
function readCsv(bytes: Buffer): Result<readonly TableRow[], TableFault> {
  const text = decoded(bytes);
  if (!text.ok) return text;
  try {
    const rows = parse(text.value, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: LINE_ENDS,
      to: MOST_ROWS + 2,
    }) as string[][];
    if (rows.length > MOST_ROWS + 1) return err({ kind: "too_many_rows", most: String(MOST_ROWS) });
    return ok(
      rows.map((record, index) => ({
        row: index + 1,
        cells: record,
        formulas: record.flatMap((cell, at) => (/^\s*=/.test(cell) ? [at] : [])),
        numbers: [],
      })),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ kind: "csv_unreadable", line: String(error.lines ?? 1) });
  }
}

/** UTF-8 with or without a byte order mark; of anything else it is said what it looks like. */
function decoded(bytes: Buffer): Result<string, TableFault> {
  const mark = bytes.subarray(0, 2).toString("hex");
  if (mark === "fffe" || mark === "feff") return err({ kind: "encoding", looksLike: "UTF-16" });
  const text = decodedAs(bytes, "utf-8");
  if (text !== null && !text.includes("\u0000")) return ok(text);
  const chinese = decodedAs(bytes, "gb18030");
  const isChinese = chinese !== null && /\p{Script=Han}/u.test(chinese);
  return err({ kind: "encoding", looksLike: isChinese ? "GB18030" : "no encoding that is known" });
}

function decodedAs(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
