import type { HistoryEntry, Irregularity } from "../history/entry";
import type { Ties } from "../indicators/ties";
import type { Lane } from "../selectivity/lanes";
import type { FactLink } from "./sentence";

/** A line of goods of the authority's history, with what became of it. */
export interface PastLine {
  readonly entry: HistoryEntry;
  readonly ties: Ties;
  /** What people call the shipment. */
  readonly reference: string;
  readonly lane: Lane | null;
  /** Made up, to have something to show. */
  readonly isGenerated: boolean;
  /** What a look brought to light; null where nobody looked. */
  readonly outcome: Outcome | null;
}

export interface Outcome {
  readonly isIrregular: boolean;
  readonly irregularity: Irregularity | null;
}

/** A line of the case, as its history keeps it. */
export interface CaseLine extends Pick<PastLine, "entry" | "ties" | "reference" | "isGenerated"> {
  readonly line: number;
}

/** The line of history as a link. */
export function linkOfLine({
  entry,
  reference,
  isGenerated,
}: Pick<PastLine, "entry" | "reference" | "isGenerated">): FactLink {
  return { kind: "history", entryId: entry.id, reference, isGenerated };
}
