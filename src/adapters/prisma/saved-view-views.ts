import { seesList } from "@/application/list-access";
import { LISTS, type ListName, listName, parseFilter } from "@/contracts/lists";
import { type SavedViewView, viewQuery } from "@/contracts/views/saved-view";
import type { Scope } from "./scope";

/**
 * The views that the person sees of one list or of all that they see: their own and those that are shared, by name. The
 * filters of each are read as the list takes them today; a view of which it does not take them filters nothing.
 */
export async function savedViews(scope: Scope, list: ListName | undefined): Promise<readonly SavedViewView[]> {
  const { db, organisationId, actor } = scope;
  const rows = await db.savedView.findMany({
    where: { organisationId, ...(list ? { list } : {}) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const begun = await db.savedViewDefault.findMany({
    where: { organisationId, personId: actor.id },
    select: { viewId: true },
  });
  return rows.flatMap((row) => {
    const of = listName.safeParse(row.list).data;
    if (of === undefined || !seesList(actor, of).ok) return [];
    const query = viewQuery.safeParse(row.query).data;
    const isOutdated = query === undefined || parseFilter(of, query) === null;
    const known: readonly string[] = LISTS[of].columns;
    return [
      {
        id: row.id,
        list: of,
        name: row.name,
        query: isOutdated ? {} : query,
        columns: row.columns.filter((column) => known.includes(column)),
        isShared: row.isShared,
        isOwn: row.ownerId === actor.id,
        isDefault: begun.some(({ viewId }) => viewId === row.id),
        isOutdated,
      },
    ];
  });
}
