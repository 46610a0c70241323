import { LISTS, type ListName, type ListQuery, parseFilter } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { holdsIdentityNumber } from "@/domain/working-list/names-person";
import { type Actor, authorise } from "./actor";
import { seesList } from "./list-access";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { SavedViewRecord } from "./saved-view-record";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** So many views of one list are as many as a menu can show. */
export const MOST_VIEWS = 50;

/** What of a view its owner says. */
export type ViewGiven = Pick<SavedViewRecord, "name" | "query" | "columns" | "isShared">;

/** Saves a view of a list under a name. Refused where the list does not take its filters, or where they name a person. */
export function saveView(
  { inTransaction, world }: Ports,
  actor: Actor,
  { list, ...given }: ViewGiven & { readonly list: ListName },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = mayKeep(actor, list);
    if (!allowed.ok) return allowed;
    const checked = checkView(list, given);
    if (!checked.ok) return checked;
    if ((await tx.savedViews.countOwn(list)) >= MOST_VIEWS)
      return err({
        kind: "invalid_input",
        pointer: "/name",
        fault: "views_full",
        parameters: { count: String(MOST_VIEWS) },
      });
    const id = world.newId();
    if (!(await tx.savedViews.add({ ...given, id, list, ownerId: actor.id }))) return nameTaken();
    await tx.audit.add("view_saved", "saved_view", id, { list, isShared: String(given.isShared) });
    return ok({ id });
  });
}

/** Renames a view, shares it or no longer does, or takes what the list shows now; what is left out stays. */
export function changeView(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  { viewId, ...change }: { readonly viewId: string } & { readonly [K in keyof ViewGiven]?: ViewGiven[K] | undefined },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const view = await ownView(tx, actor, viewId);
    if (!view.ok) return view;
    const { list, name, query, isShared } = view.value;
    const known: readonly string[] = LISTS[list].columns;
    // A column that the list had when the view was saved, and has no longer, is left out.
    const columns = view.value.columns.filter((column) => known.includes(column));
    const given: ViewGiven = {
      name: change.name ?? name,
      query: change.query ?? query,
      columns: change.columns ?? columns,
      isShared: change.isShared ?? isShared,
    };
    // What was saved when the list took it may be renamed or shared no longer, though the list takes it no more.
    const checked = change.query || change.columns ? checkView(list, given) : checkName(given.name);
    if (!checked.ok) return checked;
    if (!(await tx.savedViews.change({ ...view.value, ...given }))) return nameTaken();
    await tx.audit.add("view_changed", "saved_view", viewId, {
      list,
      isShared: String(given.isShared),
    });
    return ok(undefined);
  });
}

/** Deletes a view of one's own; who began with it begins with the whole list. */
export function removeView(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  viewId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const view = await ownView(tx, actor, viewId);
    if (!view.ok) return view;
    await tx.savedViews.remove(viewId);
    await tx.audit.add("view_removed", "saved_view", viewId, { list: view.value.list });
    return ok(undefined);
  });
}

/** The person begins the list with a view that they see, their own or a shared one; or no longer does. */
export function beginWithView(
  { inTransaction }: Pick<Ports, "inTransaction">,
  actor: Actor,
  { viewId, isDefault }: { readonly viewId: string; readonly isDefault: boolean },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const view = found(await tx.savedViews.get(viewId), "saved view");
    if (!view.ok) return view;
    const allowed = mayKeep(actor, view.value.list);
    if (!allowed.ok) return allowed;
    await tx.savedViews.beginWith(view.value.list, isDefault ? viewId : null);
    await tx.audit.add("view_begun_with", "saved_view", viewId, {
      list: view.value.list,
      isDefault: String(isDefault),
    });
    return ok(undefined);
  });
}

function mayKeep(actor: Actor, list: ListName): Result<void, Failure> {
  const allowed = authorise(actor, "keep_views");
  return allowed.ok ? seesList(actor, list) : allowed;
}

/** A view of the person; another's that is shared is read, and for a change is nobody's. */
async function ownView(tx: Transaction, actor: Actor, viewId: string): Promise<Result<SavedViewRecord, Failure>> {
  const view = await tx.savedViews.get(viewId);
  const own = found(view?.ownerId === actor.id ? view : null, "saved view");
  if (!own.ok) return own;
  const allowed = mayKeep(actor, own.value.list);
  return allowed.ok ? own : allowed;
}

function checkView(list: ListName, { name, query, columns }: ViewGiven): Result<void, Failure> {
  const named = checkName(name);
  if (!named.ok) return named;
  const person = Object.entries(query).find(([, value]) => holdsIdentityNumber(value));
  if (person) return err({ kind: "invalid_input", pointer: `/query/${person[0]}`, fault: "view_names_person" });
  if (parseFilter(list, query) === null)
    return err({
      kind: "invalid_input",
      pointer: "/query",
      fault: "view_filter_unknown",
      parameters: { filters: namesOf(list, query) },
    });
  const known: readonly string[] = LISTS[list].columns;
  const strange = columns.find((column) => !known.includes(column));
  return strange === undefined
    ? ok(undefined)
    : err({
        kind: "invalid_input",
        pointer: "/columns",
        fault: "view_column_unknown",
        parameters: { column: strange, columns: known.join(", ") },
      });
}

function checkName(name: string): Result<void, Failure> {
  return holdsIdentityNumber(name)
    ? err({ kind: "invalid_input", pointer: "/name", fault: "view_names_person" })
    : ok(undefined);
}

/** The filters that the list does not take, without their values, which may be words of a search. */
function namesOf(list: ListName, query: ListQuery): string {
  const faults = LISTS[list].filter.safeParse(query).error?.issues ?? [];
  const names = faults.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])]));
  return [...new Set(names)].join(", ");
}

function nameTaken(): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer: "/name", fault: "view_name_taken" });
}
