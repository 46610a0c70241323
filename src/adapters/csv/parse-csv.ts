import { CsvError, parse } from "csv-parse/sync";
import type { CsvReader } from "@/application/csv-reader";
import { err, ok } from "@/domain/shared/result";

const LINE_ENDS = ["\r\n", "\n", "\r"];

/** Reads CSV as RFC 4180 writes it, with or without a byte order mark; lines without a cell are left out. */
export const parseCsv: CsvReader = (text) => {
  try {
    return ok(
      parse(text, {
        bom: true,
        relax_column_count: true,
        skip_empty_lines: true,
        record_delimiter: LINE_ENDS,
      }) as string[][],
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err({ kind: "malformed_csv", line: Number(error.lines ?? 1) });
  }
};
