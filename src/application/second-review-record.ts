import type { Stage } from "@/domain/clearance/lifecycle";
import type { SecondLook } from "@/domain/review/second-look";
import type { Lane } from "@/domain/selectivity/lanes";

/** A decided case with the draw that was made for it, and what another officer says who saw no ruling. */
export interface SecondReviewRecord extends SecondLook {
  readonly organisationId: string;
  readonly id: string;
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly stage: Stage;
  readonly lane: Lane;
  readonly firstOfficerId: string;
  /** Who held the first officer's password link when they ruled. */
  readonly firstLinkedBy: string | null;
  readonly firstOutcome: string;
  readonly firstAt: Date;
  readonly officerId: string | null;
  readonly takenAt: Date | null;
  readonly outcome: "pass" | "refuse" | null;
  readonly answeredAt: Date | null;
}

/** What the second officer says of the case. */
export interface SecondOpinion {
  readonly outcome: "pass" | "refuse";
  readonly reasons: readonly string[];
  readonly note: string | null;
}

/** The authority's log of draws and second opinions. */
export interface SecondReviewStore {
  add(review: SecondReviewRecord): Promise<void>;
  get(id: string): Promise<SecondReviewRecord | null>;
  /** The one that the officer has taken and not answered. */
  takenBy(officerId: string): Promise<SecondReviewRecord | null>;
  /** Those that were drawn, and that nobody took, of cases in whose rulings the officer had no part; oldest first. */
  waitingFor(officerId: string): Promise<readonly SecondReviewRecord[]>;
  /** False when somebody else was first. */
  take(id: string, officerId: string): Promise<boolean>;
  answer(id: string, officerId: string, opinion: SecondOpinion): Promise<boolean>;
}
