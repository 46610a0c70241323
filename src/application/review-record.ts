import type { Stage } from "@/domain/clearance/lifecycle";
import type { ReviewClock } from "@/domain/review/clock";
import type { Outcome } from "@/domain/review/decision";
import type { ReviewPolicy, SkipReason } from "@/domain/review/policy";
import type { Lane } from "@/domain/selectivity/lanes";
import type { LocalDate } from "@/domain/shared/local-date";
import type { GeographicalArea } from "@/domain/tariff/geography";
import type { InspectionScope } from "./inspection-record";

export interface ReviewCaseRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly stage: Stage;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  readonly state: "open" | "decided" | "withdrawn";
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly claimedUntil: Date | null;
  /** The code of the clock that runs for it, and when that runs out. */
  readonly clock: string;
  readonly dueAt: Date;
  /** Customs value, duty and taxes, in the home currency. */
  readonly stake: string;
  /** The place that credit gives it among cases whose clocks are as pressing; 0 for none. */
  readonly creditPriority: number;
  /** The last day of a hold. */
  readonly heldUntil: LocalDate | null;
  /** The alert that holds it; a second person lifts that, nobody resumes the case before. */
  readonly alertId: string | null;
  /** When an alert last brought it before officers again; what was passed before counts no more. */
  readonly reopenedAt: Date | null;
}

/** A decision with when it was made. */
export interface KeptDecision extends DecisionRecord {
  readonly at: Date;
}

export interface DecisionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly caseId: string;
  readonly clearanceId: string;
  readonly officerId: string;
  readonly officerName: string;
  /** Who held the officer's password link when they ruled. */
  readonly officerLinkedBy: string | null;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly note: string | null;
}

/** What an officer says of a case. */
export interface Ruling {
  readonly caseId: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly note: string | null;
  /** The last day of a hold. */
  readonly until?: string | null;
  /** What an inspection looks at; all lines that were not looked at when it is left out. */
  readonly inspection?: InspectionScope | null;
}

/** A case of the queue, as far as the one who takes the next case must know it. */
export interface QueuedCase {
  readonly id: string;
  readonly dueAt: Date;
  readonly stake: string;
  readonly creditPriority: number;
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
  readonly passedBy: readonly string[];
}

/** What an officer asks the broker, and what that answers. */
export interface QuestionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly caseId: string;
  readonly stage: Stage;
  readonly reasons: readonly string[];
  readonly text: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

export interface Answer {
  readonly answer: string | null;
  readonly documentId: string | null;
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

export interface SkipRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly caseId: string;
  readonly officerId: string;
  readonly reason: SkipReason;
  readonly note: string | null;
}

/** What an officer says of a reason that brought a case before them: a label for whoever improves the reasons. */
export interface FeedbackRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly caseId: string;
  readonly clearanceId: string;
  /** `factor.<code>` or `control.<code>`. */
  readonly reason: string;
  readonly verdict: "right" | "wrong";
  readonly note: string | null;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly at: Date;
}

/** Cases, what officers rule and ask, and how the authority works them. */
export interface ReviewStore {
  get(id: string): Promise<ReviewCaseRecord | null>;
  openOf(clearanceId: string): Promise<ReviewCaseRecord | null>;
  ofClearance(clearanceId: string): Promise<readonly ReviewCaseRecord[]>;
  add(reviewCase: ReviewCaseRecord): Promise<void>;
  claim(id: string, officerId: string, officerName: string, until: Date): Promise<boolean>;
  unclaim(id: string, officerId: string): Promise<boolean>;
  close(id: string, state: "decided" | "withdrawn"): Promise<void>;
  /**
   * Brings a case before officers again, in the red lane: passes from before count no more. A case that was closed has
   * a new clock; one that is open keeps its own.
   */
  reopen(id: string, clock: Pick<ReviewCaseRecord, "clock" | "dueAt" | "stake"> | null): Promise<void>;
  setLane(id: string, lane: Lane): Promise<void>;
  /** Keeps until when and by what it is held, or that it no longer is, and takes the claim away. */
  suspend(id: string, hold: Pick<ReviewCaseRecord, "heldUntil" | "alertId">): Promise<void>;
  /** Moves the end of its clock: the time in which the broker had to answer is not the authority's. */
  postpone(id: string, dueAt: Date): Promise<void>;
  heldBy(alertId: string): Promise<readonly ReviewCaseRecord[]>;
  decisions(caseId: string): Promise<readonly KeptDecision[]>;
  addDecision(decision: DecisionRecord): Promise<void>;
  /** The open cases that can be worked on, in no order. */
  /** What credit gives an open case from now on. */
  setPriority(id: string, creditPriority: number): Promise<void>;
  queue(): Promise<readonly QueuedCase[]>;
  clocksOn(
    day: LocalDate,
  ): Promise<{ readonly clocks: readonly ReviewClock[]; readonly areas: readonly GeographicalArea[] }>;
  policy(): Promise<ReviewPolicy>;
  setPolicy(policy: ReviewPolicy, by: string): Promise<void>;
  addSkip(skip: SkipRecord): Promise<void>;
  /** The cases that the officer passed by since. */
  skippedSince(officerId: string, since: Date): Promise<readonly string[]>;
  question(id: string): Promise<QuestionRecord | null>;
  questionsOf(caseId: string): Promise<readonly QuestionRecord[]>;
  addQuestion(question: QuestionRecord): Promise<void>;
  answer(id: string, answer: Answer): Promise<void>;
  addFeedback(feedback: FeedbackRecord): Promise<void>;
  /** What was said from one instant to before another, oldest first: labels of reasons. */
  feedback(from: Date, before: Date): Promise<readonly FeedbackRecord[]>;
}
