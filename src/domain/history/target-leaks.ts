import type { HistoryEntry, HistoryOutcome } from "./entry";

/** A column that says what came of the entry, or nearly so, and so cannot have been known on its day. */
export interface TargetLeak {
  readonly field: keyof HistoryEntry;
  /** The share of inspected entries whose outcome follows from the column alone. */
  readonly told: number;
}

/** Of the errors of who always says "regular", how many may be left before a column counts as telling the outcome. */
const ERRORS_LEFT = 0.1;
/** A column with more different values than this share of the rows identifies entries and cannot be judged by value. */
const MOST_VALUES = 0.1;
const GROUPS = 50;
const LEAST_ROWS = 50;

/** Columns of inspected entries that tell the outcome by themselves: by value, or by the order of a number. */
export function targetLeaksOf(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
): readonly TargetLeak[] {
  const irregular = new Map(outcomes.map(({ entryId, isIrregular }) => [entryId, isIrregular]));
  const inspected = entries.filter(({ id }) => irregular.has(id));
  const isYes = inspected.map(({ id }) => irregular.get(id) === true);
  const found = isYes.filter(Boolean).length;
  const usualErrors = Math.min(found, inspected.length - found);
  const [first] = inspected;
  if (!first || inspected.length < LEAST_ROWS || usualErrors === 0) return [];
  return (Object.keys(first) as (keyof HistoryEntry)[])
    .filter((field) => field !== "id" && field !== "day")
    .flatMap((field): TargetLeak[] => {
      const values = inspected.map((entry) => entry[field]);
      const errors = errorsLeft(grouped(values), isYes);
      return errors <= usualErrors * ERRORS_LEFT ? [{ field, told: 1 - errors / inspected.length }] : [];
    });
}

/** Values as groups: themselves where they are few, else fifty groups of numbers in their order; one group for other texts. */
function grouped(values: readonly (string | number | boolean | null)[]): readonly string[] {
  const texts = values.map((value) => String(value));
  if (new Set(texts).size <= Math.max(2, MOST_VALUES * values.length)) return texts;
  const order = [...values.keys()].filter((row) => typeof values[row] === "number");
  order.sort((a, b) => Number(values[a]) - Number(values[b]));
  const groups: string[] = texts.map((_, row) => (typeof values[row] === "number" ? "" : "other"));
  order.forEach((row, place) => {
    groups[row] = String(Math.floor((place * GROUPS) / order.length));
  });
  return groups;
}

/** How often the outcome that most of a group have is wrong. */
function errorsLeft(groups: readonly string[], isYes: readonly boolean[]): number {
  const counts = new Map<string, [yes: number, no: number]>();
  groups.forEach((group, row) => {
    const count = counts.get(group) ?? [0, 0];
    count[isYes[row] ? 0 : 1]++;
    counts.set(group, count);
  });
  return [...counts.values()].reduce((sum, [yes, no]) => sum + Math.min(yes, no), 0);
}
