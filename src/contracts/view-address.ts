import { readColumns } from "@/domain/working-list/columns";
import { addressOf, LISTS, type ListName, type ListQuery } from "./lists";
import type { SavedViewView } from "./views/saved-view";

/** What the address names as the view when the whole list is meant, for who begins with another. */
const NONE = "none";

/** The columns of a view; those of the list where it says none. */
export function columnsOf({ list, columns }: Pick<SavedViewView, "list" | "columns">): readonly string[] {
  return readColumns(LISTS[list], columns.join(","));
}

/** Where a view is opened. It says its columns, so that it is the same in every browser. */
export function viewAddress(view: Pick<SavedViewView, "id" | "list" | "query" | "columns">): string {
  return `${addressOf(view.list, view.query, columnsOf(view))}&saved=${view.id}`;
}

/** Where the whole list is opened, also by who begins with a view. */
export function wholeAddress(list: ListName, scope: ListQuery, views: readonly SavedViewView[]): string {
  const address = addressOf(list, scope);
  return views.some(({ isDefault }) => isDefault) ? `${address}?saved=${NONE}` : address;
}

/** Where a list begins that was opened with nothing in its address; null where it begins as it is. */
export function beginningOf(views: readonly SavedViewView[], asked: object, scope: ListQuery = {}): string | null {
  if (Object.values(asked).some((value) => value !== undefined)) return null;
  const first = views.find(
    ({ isDefault, query }) => isDefault && (scope.book === undefined || query.book === scope.book),
  );
  return first ? viewAddress(first) : null;
}

/** Whether an address shows what the view holds. */
export function showsView(view: SavedViewView, query: ListQuery, columns: readonly string[]): boolean {
  return filtersOf(view.query) === filtersOf(query) && columnsOf(view).join(",") === columns.join(",");
}

function filtersOf(query: ListQuery): string {
  return JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
