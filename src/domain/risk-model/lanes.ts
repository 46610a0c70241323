import type { HistoryEntry } from "../history/entry";
import type { Lane } from "../selectivity/lanes";
import type { LaneBands } from "./risk-model";

/** Younger importers than this have no record that could speak for them. */
const NEWCOMER_WEEKS = 26;

/**
 * The lane of a score. A newcomer who would be examined has papers read first: without a record the model is surest of
 * those of whom it knows least, and honest newcomers would bear most of the examinations.
 */
export function laneFor(
  entry: Pick<HistoryEntry, "importerAgeWeeks">,
  logOdds: number,
  { blueFrom, yellowFrom, redFrom }: LaneBands,
): Lane {
  if (logOdds < blueFrom) return "green";
  if (logOdds < yellowFrom) return "blue";
  if (logOdds < redFrom) return "yellow";
  const isNewcomer = entry.importerAgeWeeks !== null && entry.importerAgeWeeks < NEWCOMER_WEEKS;
  return isNewcomer ? "yellow" : "red";
}
