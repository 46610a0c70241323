import type { Stage } from "@/domain/clearance/lifecycle";
import type { HistoryEntry, HistoryOutcome } from "@/domain/history/entry";
import type { Lane } from "@/domain/selectivity/lanes";
import type { LocalDate } from "@/domain/shared/local-date";

/** A named value that a rule of risk may read: as it was known when the line was assessed. */
export type SubjectValue = string | number | boolean | null;

/** A line of goods in an authority's history, with what selectivity made of it. */
export interface HistoryEntryRecord {
  /** The authority that assessed it. */
  readonly organisationId: string;
  readonly entry: HistoryEntry;
  readonly at: Date;
  readonly stage: Stage;
  /** Number of the line in its declaration. */
  readonly line: number;
  /** What people call the shipment. */
  readonly reference: string;
  /** Where it came from; null for an entry that was made up or imported. */
  readonly source: {
    readonly organisationId: string;
    readonly shipmentId: string;
    readonly clearanceId: string;
    readonly declarationId: string;
  } | null;
  readonly subject: Readonly<Record<string, SubjectValue>>;
  readonly lane: Lane | null;
  readonly laneCause: string | null;
  readonly score: number | null;
  readonly probability: number | null;
  readonly modelVersion: string | null;
  readonly isGenerated: boolean;
  /** What models in the shade of the champion said, by their versions. */
  readonly shadow: Readonly<Record<string, number>>;
}

/** An outcome with where it came from. */
export interface HistoryOutcomeRecord extends HistoryOutcome {
  readonly organisationId: string;
  readonly id: string;
  readonly source: "inspection" | "review" | "audit" | "import";
  /** The id of the person, or `system`. */
  readonly recordedBy: string;
}

/** An authority's history. Who lodges may add to it; only the authority reads it. */
export interface HistoryStore {
  add(entries: readonly HistoryEntryRecord[]): Promise<void>;
  addOutcomes(outcomes: readonly HistoryOutcomeRecord[]): Promise<void>;
  /** The entries of the days from `from` to the day before `before`, oldest first, one day after the other. */
  entries(from: LocalDate, before: LocalDate): Promise<readonly HistoryEntryRecord[]>;
  /** The outcomes that became known from `from` to the day before `before`. */
  outcomes(from: LocalDate, before: LocalDate): Promise<readonly HistoryOutcomeRecord[]>;
  /** How many declarations in a row the office did not look at, up to `most`. */
  unselectedInARow(office: string, most: number): Promise<number>;
  /** The entries of one clearance, by line. */
  ofClearance(clearanceId: string): Promise<readonly HistoryEntryRecord[]>;
}
