import { z } from "zod";
import { listName } from "../lists";
import { id } from "./scalars";

/** Longer names do not fit beside one another. */
const NAME_LENGTH = 60;

export const viewName = z.string().trim().min(1).max(NAME_LENGTH);
export const viewQuery = z.record(z.string().max(40), z.string().max(200));
export const viewColumns = z.array(z.string().max(40)).max(40);

/** A named view of a list: its filters and its columns, as its address says them. */
export const savedViewView = z.object({
  id,
  list: listName,
  name: z.string(),
  /** Empty where the list no longer takes what was saved. */
  query: viewQuery,
  /** Empty for those of the list's default. */
  columns: z.array(z.string()),
  /** Whether all of the organisation see it. */
  isShared: z.boolean(),
  /** Whether it is the reader's own, and so theirs to change. */
  isOwn: z.boolean(),
  /** Whether it is the one that the reader begins with. */
  isDefault: z.boolean(),
  /** Whether its filters are none that the list takes today, so that it filters nothing. */
  isOutdated: z.boolean(),
});

export type SavedViewView = z.infer<typeof savedViewView>;
