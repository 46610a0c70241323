import type { InputFault } from "@/contracts/input-fault";
import type { Failure } from "@/contracts/problem";
import { type PermitFileRow, readPermits } from "@/domain/permit/import-permits";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import { readCsv } from "./keep-account-book";
import { addPermit, askedKinds, checkNewPermit } from "./keep-permits";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly parseCsv: CsvReader;
}

/** So many permits are checked and written in one transaction. */
const MOST_PERMITS = 1_000;

/** A row of a file of permits: whether it would be recorded, or what is wrong with it and in which column. */
export interface PermitTried {
  readonly row: number;
  readonly number: string;
  readonly fault: {
    readonly code: InputFault;
    readonly column: string;
    readonly parameters: Readonly<Record<string, string>>;
  } | null;
}

/** What a CSV file of permits would record, row by row; nothing is written. */
export function previewPermits(
  { inTransaction, world, parseCsv }: Ports,
  actor: Actor,
  csv: string,
): Promise<Result<readonly PermitTried[], Failure>> {
  return inTransaction<readonly PermitTried[], Failure>(actor, async (tx) => {
    const rows = await allowedRows(tx, { world, parseCsv }, actor, csv);
    if (!rows.ok) return rows;
    const tried: PermitTried[] = [];
    for (const row of rows.value) tried.push((await tryRow(tx, world, row)).tried);
    return ok(tried);
  });
}

/** Records the permits of a CSV file, all of them or, where a row is at fault, none. */
export function importPermits(
  { inTransaction, world, parseCsv }: Ports,
  actor: Actor,
  csv: string,
): Promise<Result<{ recorded: number }, Failure>> {
  return inTransaction<{ recorded: number }, Failure>(actor, async (tx) => {
    const rows = await allowedRows(tx, { world, parseCsv }, actor, csv);
    if (!rows.ok) return rows;
    for (const row of rows.value) {
      const { tried, checked } = await tryRow(tx, world, row);
      if (tried.fault || !row.content || !checked)
        return err({
          kind: "invalid_input",
          pointer: `/rows/${row.row}/${tried.fault?.column ?? ""}`,
          fault: tried.fault?.code ?? "malformed",
          parameters: { ...tried.fault?.parameters, row: String(row.row) },
        });
      await addPermit(tx, world, actor, { ...row.content, ...checked });
    }
    return ok({ recorded: rows.value.length });
  });
}

async function allowedRows(
  tx: Transaction,
  { world, parseCsv }: Omit<Ports, "inTransaction">,
  actor: Actor,
  csv: string,
): Promise<Result<readonly PermitFileRow[], Failure>> {
  const allowed = authorise(actor, "keep_permits");
  if (!allowed.ok) return allowed;
  const parsed = readCsv(parseCsv, csv);
  if (!parsed.ok) return parsed;
  const rows = readPermits(parsed.value, await askedKinds(tx, world));
  if (rows.length <= MOST_PERMITS) return ok(rows);
  const parameters = { count: String(rows.length), most: String(MOST_PERMITS) };
  return err({ kind: "invalid_input", pointer: "/rows", fault: "permits_too_many", parameters });
}

/** Which column of the file a value is in, that the record of a permit calls otherwise. */
const COLUMN_OF: Readonly<Record<string, string>> = { validTo: "valid_to", validFrom: "valid_from" };

async function tryRow(tx: Transaction, world: World, { row, number, fault, content }: PermitFileRow) {
  if (fault || !content) return { tried: { row, number, fault }, checked: null };
  const checked = await checkNewPermit(tx, world, content);
  if (checked.ok) return { tried: { row, number, fault: null }, checked: checked.value };
  const named = checked.error.pointer.slice(1);
  const column = COLUMN_OF[named] ?? named;
  const { fault: code, parameters = {} } = checked.error;
  return { tried: { row, number, fault: { code, column, parameters } }, checked: null };
}
