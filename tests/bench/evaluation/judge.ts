import { LINE_FIELDS } from "@/domain/extraction/field";
import { isRight } from "./equal";
import { isStated, type Reading, type Truth, typesOf, type Value } from "./paper";
import { alignRows } from "./rows";

/** A value that was read, where it was judged. */
export interface Judged {
  readonly isRight: boolean;
  /** Null where the reader did not say how sure it is. */
  readonly confidence: number | null;
}

/** How many values stand on a paper, were read rightly and wrongly. */
interface Count {
  readonly stated: number;
  readonly right: number;
  readonly wrong: number;
}

/** What a reading of one paper is worth. */
export interface Verdict {
  readonly id: string;
  readonly type: string;
  readonly modality: string;
  readonly isTypeRight: boolean;
  readonly header: Count;
  /** Of the values that have to stay empty, how many there are and how many were filled. */
  readonly empty: { readonly fields: number; readonly filled: number };
  readonly cells: Count;
  /** Nothing would have to be corrected, added or removed. */
  readonly isPerfect: boolean;
  readonly headerValues: readonly Judged[];
  readonly cellValues: readonly Judged[];
  readonly errors: readonly string[];
}

/** Judges what a reader says of a paper; what is not judged on it does not count. */
export function judge(truth: Truth, reading: Reading): Verdict {
  const [type = ""] = typesOf(truth);
  const isTypeRight = typesOf(truth).includes(reading.doc_type ?? "");
  const head = judgeHeader(truth, reading);
  const table = judgeCells(truth, reading);
  const isComplete = (count: Count) => count.right === count.stated && count.wrong === 0;
  return {
    id: truth.id,
    type,
    modality: truth.modality,
    isTypeRight,
    header: head.header,
    empty: head.empty,
    cells: table.cells,
    isPerfect: isTypeRight && isComplete(head.header) && isComplete(table.cells) && table.isAligned,
    headerValues: head.values,
    cellValues: table.values,
    errors: [
      ...(isTypeRight ? [] : [`doc_type: ${type} <> ${reading.doc_type ?? "nothing"}`]),
      ...head.errors,
      ...table.errors,
    ],
  };
}

function judgeHeader({ labelled_fields: names, fields }: Truth, reading: Reading) {
  const values: Judged[] = [];
  const errors: string[] = [];
  const empty = { fields: 0, filled: 0 };
  let stated = 0;
  for (const name of names) {
    const [wanted, read] = [fields[name], reading.fields?.[name]];
    if (isStated(wanted)) stated += 1;
    else empty.fields += 1;
    // A zero where nothing stands says as much as nothing.
    const isRead = isStated(read) && (isStated(wanted) || Number(read) !== 0);
    if (isRead && !isStated(wanted)) empty.filled += 1;
    const right = isRead && isStated(wanted) && isRight(name, wanted, read);
    if (isRead) values.push({ isRight: right, confidence: reading.confidence?.fields?.[name] ?? null });
    if (!right && (isRead || isStated(wanted))) errors.push(difference(name, wanted, read));
  }
  return { header: countOf(stated, values), empty, values, errors };
}

function judgeCells({ line_items: rows }: Truth, reading: Reading) {
  const nothing = { cells: countOf(0, []), values: [], errors: [], isAligned: true };
  if (!rows) return nothing;
  const read = reading.line_items ?? [];
  const columns = LINE_FIELDS.filter((name) => rows.some((row) => isStated(row[name])));
  const isSame = (name: string, at: number, other: number) => {
    const [wanted, said] = [rows[at]?.[name], read[other]?.[name]];
    return isStated(wanted) && isStated(said) && isRight(name, wanted, said);
  };
  const pairs = alignRows(
    rows.length,
    read.length,
    (at, other) => columns.filter((name) => isSame(name, at, other)).length,
  );
  const partner = new Map(pairs.map(([at, other]) => [other, at]));
  const judged = read.flatMap((row, other) => {
    const at = partner.get(other);
    // What a row of the truth does not show is not judged in it.
    const shown = at === undefined ? columns : columns.filter((name) => isStated(rows[at]?.[name]));
    return shown
      .filter((name) => isStated(row[name]))
      .map((name) => ({
        isRight: at !== undefined && isSame(name, at, other),
        confidence: reading.confidence?.line_items?.[other]?.[name] ?? null,
        error: difference(`row ${other + 1} ${name}`, at === undefined ? undefined : rows[at]?.[name], row[name]),
      }));
  });
  const stated = rows.reduce((sum, row) => sum + columns.filter((name) => isStated(row[name])).length, 0);
  const isAligned = pairs.length === rows.length && read.length === rows.length;
  const errors = judged.filter((each) => !each.isRight).map(({ error }) => error);
  return { cells: countOf(stated, judged), values: judged, errors, isAligned };
}

function countOf(stated: number, values: readonly Judged[]): Count {
  const right = values.filter((each) => each.isRight).length;
  return { stated, right, wrong: values.length - right };
}

function difference(name: string, wanted: Value | undefined, read: Value | undefined): string {
  return `${name}: ${JSON.stringify(wanted ?? null)} <> ${JSON.stringify(read ?? null)}`;
}
