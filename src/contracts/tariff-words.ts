import type { RowFault, RowFaultCode } from "@/domain/tariff/import-table";

/** What is wrong with a row of a tariff, and what to do about it; for the command line, which speaks English. */
const ROW_FAULTS: Readonly<Record<RowFaultCode, string>> = {
  heading_lacks: "the heading lacks the column {field}; add it. Known columns: {columns}.",
  heading_unknown: "nobody knows the column “{field}”; remove it or name it otherwise. Known columns: {columns}.",
  column_count:
    "the row has {found} cells where the heading has {expected}; mend the separators or the quotation marks.",
  formula: "the cell holds a formula, which is not evaluated; put its value in its place.",
  code_form: "“{code}” is no code of the tariff of {jurisdiction}; write its digits, with or without dots.",
  code_is_number: "{code} is held as a number, which loses a zero at its beginning; format the column as text.",
  description_missing: "there is no description; write one.",
  date_form: "“{value}” is no date; write YYYY-MM-DD.",
  ends_before_it_begins: "the line ends on {validTo}, before it begins on {validFrom}; correct one of them.",
  begins_before_effective:
    "the line begins on {validFrom}, before the import takes effect on {effective}; leave it empty, or import with an earlier --effective.",
  code_twice: "{code} begins on {validFrom} in row {other} as well; remove one of them.",
  validity_overlaps:
    "{code} of row {other} has not ended when this begins on {validFrom}; give that a valid_to before.",
  subheading_unknown: "the Harmonized System of 2022 has no {subheading}; correct the code.",
  subheading_ceased:
    "{subheading} ceased with the Harmonized System of 2022 and became {successors}; use the line in force.",
  rate_negative: "“{text}” is below zero, and no duty is; correct it.",
};

/** Why a file is not read, and what to do about it. */
const TABLE_FAULTS = {
  not_found: "There is no file {path}.",
  not_a_table: "{path} is neither .csv nor .xlsx; save the table as one of them.",
  encoding: "The file is not UTF-8 and looks like {looksLike}; save it as CSV UTF-8.",
  csv_unreadable: "Line {line} is no CSV; look for a quotation mark that is never closed.",
  xlsx_unreadable: "The workbook cannot be read; open it and save it as .xlsx anew, without a password.",
  xlsx_bomb: "The workbook unpacks to more than any tariff needs and is not opened.",
  several_sheets: "The workbook has several sheets ({sheets}); keep the one with the tariff.",
  too_many_rows: "The file has more than {most} rows; divide it by chapters and import with --partial.",
  too_large: "The file has more than {megabytes} MB; divide it by chapters and import with --partial.",
} as const;

/** What is wrong with the file itself. */
export function describeTableFault(fault: { readonly kind: keyof typeof TABLE_FAULTS }): string {
  return filled(TABLE_FAULTS[fault.kind], fault);
}

/** `Row 12, code: “85x” is no code …`. */
export function describeRowFault({ row, field, fault, parameters }: RowFault): string {
  const place = field === "" ? `Row ${row}` : `Row ${row}, ${field}`;
  return `${place}: ${filled(ROW_FAULTS[fault], parameters)}`;
}

function filled(words: string, parameters: object): string {
  const values = new Map(Object.entries(parameters));
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(values.get(name) ?? whole));
}
