import type { ListName, ListQuery } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { seesList } from "./list-access";
import type { UnitOfWork, World } from "./ports";

/** More rows than these are no list that somebody works on, and are no answer to one request. */
export const MOST_EXPORTED = 100_000;

interface Asked {
  readonly list: ListName;
  readonly format: "csv" | "xlsx";
  readonly query: ListQuery;
  readonly columns: readonly string[];
}

/** What a search is for may name a person; the audit says that there was one. */
const WORDS: readonly string[] = ["search", "number", "ids"];

/** Notes that an actor takes a list out of the house, before its first row leaves; the id of the export. */
export function beginExport(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { list, format, query, columns }: Asked,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = seesList(actor, list);
    if (!allowed.ok) return allowed;
    const id = world.newId();
    const filters = Object.entries(query).map(([name, value]) => (WORDS.includes(name) ? name : `${name}=${value}`));
    await tx.audit.add("list_export_begun", "list_export", id, {
      ...{ list, format },
      filter: filters.join(" "),
      columns: columns.join(" "),
    });
    return ok({ id });
  });
}

/** Notes how many rows left, and whether there were more; an export that broke off is one that never ended. */
export function endExport(
  { inTransaction }: { readonly inTransaction: UnitOfWork },
  actor: Actor,
  exported: { readonly id: string; readonly list: ListName; readonly rows: number; readonly isCut: boolean },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = seesList(actor, exported.list);
    if (!allowed.ok) return allowed;
    const { id, list, rows, isCut } = exported;
    await tx.audit.add("list_export_ended", "list_export", id, { list, rows: String(rows), isCut: String(isCut) });
    return ok(undefined);
  });
}
