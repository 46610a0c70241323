import type { Run } from "./find-labels";
import type { Word } from "./words";

/** What stands on one row of a page, from left to right. */
export interface WordRow {
  readonly page: number;
  readonly row: number;
  readonly words: readonly Word[];
}

/** The rows of all pages, in the order in which their runs come. */
export function wordRows(runs: readonly Run[]): readonly WordRow[] {
  const rows = new Map<string, Run[]>();
  for (const run of runs) {
    const key = `${run.page}/${run.row}`;
    rows.set(key, [...(rows.get(key) ?? []), run]);
  }
  return [...rows.values()].map((together) => ({
    page: together[0]?.page ?? 1,
    row: together[0]?.row ?? 0,
    words: together.flatMap((run) => [...run.words]).sort((a, b) => a.box.x - b.box.x),
  }));
}
