import type { HistoryEntry, HistoryOutcome } from "./entry";
import { FEATURES } from "./feature-dictionary";
import { HistoryState } from "./history-state";

/** Features of entries, by columns in the order of FEATURES. */
export interface FeatureTable {
  /** The entry that each row is about, as its place in the history, ascending. */
  readonly rows: Int32Array;
  readonly columns: readonly Float64Array[];
}

/**
 * Walks a history day by day and gives the features of the wanted entries, each as of its own day, whatever the order of
 * the entries. All entries of a day are asked before any of that day is absorbed; outcomes count from the day after
 * they became known, so that what a day brings to light teaches nothing of that day. `state` is left as it is after the last day.
 */
export function walkHistory(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
  isWanted: (entry: HistoryEntry, index: number) => boolean = () => true,
  state = new HistoryState(),
): FeatureTable {
  const rows = Int32Array.from(entries.keys()).filter((index) => isWanted(entries[index] as HistoryEntry, index));
  const columns = FEATURES.map(() => new Float64Array(rows.length));
  const places = new Map(Array.from(rows, (index, row) => [index, row]));
  const known = [...outcomes].sort((a, b) => (a.knownOn < b.knownOn ? -1 : a.knownOn > b.knownOn ? 1 : 0));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const tell = (outcome: HistoryOutcome) => {
    const entry = byId.get(outcome.entryId);
    if (entry) state.absorbOutcome(entry, outcome);
  };
  let next = 0;
  for (const [day, ofDay] of byDay(entries)) {
    for (let outcome = known[next]; outcome && outcome.knownOn < day; outcome = known[++next]) tell(outcome);
    for (const { entry, index } of ofDay) {
      const row = places.get(index);
      if (row !== undefined) write(columns, row, state.featuresOf(entry));
    }
    for (const { entry } of ofDay) state.absorb(entry);
  }
  for (const outcome of known.slice(next)) tell(outcome);
  return { rows, columns };
}

/** The features of a row of the table. */
export function rowOf({ columns }: FeatureTable, row: number): Float64Array {
  return Float64Array.from(columns, (column) => column[row] ?? Number.NaN);
}

interface Placed {
  readonly entry: HistoryEntry;
  readonly index: number;
}

/** The entries of each day, the days in their order, the entries of a day in the order of the history. */
function byDay(entries: readonly HistoryEntry[]): readonly (readonly [string, readonly Placed[]])[] {
  const days = new Map<string, Placed[]>();
  entries.forEach((entry, index) => {
    const ofDay = days.get(entry.day);
    if (ofDay) ofDay.push({ entry, index });
    else days.set(entry.day, [{ entry, index }]);
  });
  return [...days].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function write(columns: readonly Float64Array[], row: number, values: Float64Array): void {
  for (let feature = 0; feature < values.length; feature++) {
    const column = columns[feature];
    if (column) column[row] = values[feature] ?? Number.NaN;
  }
}
