import type { ListName, ListQuery } from "@/contracts/lists";

/** A named view of a list; its owner is the person who saved it. */
export interface SavedViewRecord {
  readonly id: string;
  readonly list: ListName;
  readonly name: string;
  readonly ownerId: string;
  readonly query: ListQuery;
  /** Empty for the columns of the list's default. */
  readonly columns: readonly string[];
  readonly isShared: boolean;
}

/** Views of lists that the person sees: their own, and those that others of the organisation share. */
export interface SavedViewStore {
  get(id: string): Promise<SavedViewRecord | null>;
  /** How many views of the list the person has saved. */
  countOwn(list: ListName): Promise<number>;
  /** False when the person has a view of this list and name. */
  add(view: SavedViewRecord): Promise<boolean>;
  /** False when the person has another view of this list and name. */
  change(view: SavedViewRecord): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** The view that the person begins the list with; null for none. */
  beginWith(list: ListName, viewId: string | null): Promise<void>;
}
