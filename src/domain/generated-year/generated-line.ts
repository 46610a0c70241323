import type { HistoryEntry, HistoryOutcome, Irregularity } from "../history/entry";
import type { Ties } from "../indicators/ties";

/** A line of the generated year, with the truth that no customs office would know. */
export interface GeneratedLine {
  readonly entry: HistoryEntry;
  readonly ties: Ties;
  readonly isRetail: boolean;
  /** The scheme behind the line; null for an honest one. */
  readonly truth: { readonly irregularity: Irregularity; readonly revenue: number } | null;
  /** What a look brought to light; null where nobody looked. */
  readonly outcome: HistoryOutcome | null;
}
