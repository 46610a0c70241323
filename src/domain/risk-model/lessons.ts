import { dayNumber } from "../history/day-number";
import type { HistoryEntry, HistoryOutcome } from "../history/entry";
import type { FeatureTable } from "../history/walk";

/** An inspected entry that teaches. */
export interface Lesson {
  /** Its row in the table of features. */
  readonly row: number;
  readonly outcome: HistoryOutcome;
  readonly day: number;
}

/** Rows that teach, by columns, with what came of them. */
export interface Lessons {
  readonly rows: readonly Lesson[];
  readonly columns: readonly Float64Array[];
  readonly targets: Float64Array;
  /** How much a row counts for the trees. */
  readonly weights: Float64Array;
  /** How many entries of the population a row stands for. */
  readonly population: Float64Array;
  /** The part of the weeks that a row belongs to. */
  readonly folds: Uint8Array;
}

export interface LessonOptions {
  readonly folds: number;
  /** How much what was inspected by chance counts beside what rules chose, for trees. */
  readonly randomWeight: number;
  /** Entries of so many first days teach nothing, for nobody has a record yet. */
  readonly warmUpDays: number;
}

/** Thrown where a history cannot teach a model; the message says what is missing. */
export class NothingToLearn extends Error {}

/**
 * The inspected entries of a history with their features. What rules chose stands for itself; what was inspected by
 * chance stands for all that rules left.  Throws NothingToLearn where nothing was inspected or all of it was alike.
 */
export function lessonsOf(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
  table: FeatureTable,
  options: LessonOptions,
): Lessons {
  const rows = inspected(entries, outcomes, table, options.warmUpDays);
  const found = rows.filter(({ outcome }) => outcome.isIrregular).length;
  if (rows.length === 0) throw new NothingToLearn("No entry of the history was inspected, so nothing can be learned.");
  if (found === 0 || found === rows.length) {
    const all = found === 0 ? "regular" : "irregular";
    throw new NothingToLearn(`All ${rows.length} inspected entries are ${all}; it takes both kinds to learn.`);
  }
  const byChance = rows.filter(isByChance).length;
  const warm = warmEntries(entries, rows);
  const standsFor = byChance > 0 ? (warm - (rows.length - byChance)) / byChance : 1;
  return {
    rows,
    columns: table.columns.map((column) => Float64Array.from(rows, ({ row }) => column[row] ?? Number.NaN)),
    targets: Float64Array.from(rows, ({ outcome }) => (outcome.isIrregular ? 1 : 0)),
    weights: Float64Array.from(rows, (row) => (isByChance(row) ? options.randomWeight : 1)),
    population: Float64Array.from(rows, (row) => (isByChance(row) ? Math.max(1, standsFor) : 1)),
    folds: Uint8Array.from(rows, ({ day }) => Math.floor(day / 7) % Math.max(1, options.folds)),
  };
}

function isByChance({ outcome }: Lesson): boolean {
  return outcome.basis === "random";
}

function inspected(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
  table: FeatureTable,
  warmUpDays: number,
): readonly Lesson[] {
  const byEntry = new Map(outcomes.map((outcome) => [outcome.entryId, outcome]));
  const all = Array.from(table.rows).flatMap((index, row) => {
    const entry = entries[index];
    const outcome = entry && byEntry.get(entry.id);
    return entry && outcome ? [{ row, outcome, day: dayNumber(entry.day) }] : [];
  });
  const first = entries.reduce((least, { day }) => (least === "" || day < least ? day : least), "");
  const warm = all.filter(({ day }) => day >= dayNumber(first) + warmUpDays);
  // A short history teaches with all that it has.
  return 2 * warm.length >= all.length ? warm : all;
}

/** How many entries there are from the first day on that teaches. */
function warmEntries(entries: readonly HistoryEntry[], rows: readonly Lesson[]): number {
  const from = rows.reduce((least, { day }) => Math.min(least, day), Number.POSITIVE_INFINITY);
  return entries.filter(({ day }) => dayNumber(day) >= from).length;
}
