import type { Stage } from "../clearance/lifecycle";
import type { LocalDate } from "../shared/local-date";

/**
 * What is looked at: papers, whether the goods are those declared, the seal between the gates, the goods themselves, a
 * sample of them, and, for controlled and high-value goods, all of it by two officers at both ends.
 */
export const CHECKS = ["documents", "identity", "seal", "physical", "sample", "both_ends"] as const;
export type Check = (typeof CHECKS)[number];

/** What an officer orders; papers are looked at by the gate without an order. */
export const ORDERED_CHECKS = [
  "identity",
  "seal",
  "physical",
  "sample",
  "both_ends",
] as const satisfies readonly Check[];

export const SEAL_STATES = ["intact", "broken", "tampered"] as const;
export type SealState = (typeof SEAL_STATES)[number];

/** Why gate two looks again at what gate one has looked at; there is no other reason. */
export const GROUNDS = ["seal_broken", "tampering", "validity_ended", "both_ends", "flagged", "amended"] as const;
export type Ground = (typeof GROUNDS)[number];

/** The grounds that an officer states from what they see; the others follow from what is recorded. */
export const STATED_GROUNDS = ["seal_broken", "tampering"] as const satisfies readonly Ground[];
export type StatedGround = (typeof STATED_GROUNDS)[number];

/** One check of one line that has a result. */
export interface CheckedItem {
  readonly line: number;
  readonly check: Check;
  readonly stage: Stage;
  readonly verdict: "passed" | "failed";
  readonly on: LocalDate;
  /** The last day on which the other gate relies on it; null where only the seal says how long. */
  readonly validUntil: LocalDate | null;
  /** Whether the one who looked asked that the other gate looks again. */
  readonly isFlagged: boolean;
  /** Whether the goods of the line are described differently now than when they were looked at. */
  readonly isAmended: boolean;
  readonly sealNumber: string | null;
  readonly sealState: SealState | null;
}
