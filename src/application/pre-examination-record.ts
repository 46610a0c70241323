import type { PreExamination } from "@/domain/pre-examination/examine";
import type { PastLine } from "@/domain/pre-examination/past-line";
import type { DecidingHit } from "@/domain/pre-examination/reasons";
import type { LocalDate } from "@/domain/shared/local-date";

/** What an authority knows of a case before its officer opens it; sealed at rest, and the authority's alone. */
export interface PreExaminationRecord {
  /** The authority. */
  readonly organisationId: string;
  readonly id: string;
  readonly sourceOrganisationId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly caseId: string;
  readonly declarationId: string;
  /** Whether the worker made it before the case was opened, or the officer was faster. */
  readonly madeBy: "worker" | "officer";
  readonly at: Date;
  readonly body: PreExamination;
}

export const SUGGESTION_VERDICTS = ["accepted", "edited", "rejected"] as const;
export type SuggestionVerdict = (typeof SUGGESTION_VERDICTS)[number];

/** What an officer made of a suggestion: a label for whoever improves the suggestions. */
export interface SuggestionFeedbackRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly preExaminationId: string;
  readonly caseId: string;
  /** `question:price` or `scope`. */
  readonly suggestion: string;
  readonly verdict: SuggestionVerdict;
  /** What it was changed to; null where it was not. */
  readonly edited: string | null;
  /** Why it was rejected; null where it was not. */
  readonly reason: string | null;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly at: Date;
}

/** What ties past lines to a case. */
export interface SharedTokens {
  readonly parties: readonly string[];
  readonly ties: readonly string[];
}

/** Pre-examinations, what officers made of their suggestions, and the past that they are made from. */
export interface PreExaminationStore {
  ofCase(caseId: string, declarationId: string): Promise<PreExaminationRecord | null>;
  /** False when there is one already: somebody was faster. */
  add(record: PreExaminationRecord): Promise<boolean>;
  /** Past lines of these headings (four digits) from before the day, the newest first, with what became known by then. */
  alike(headings: readonly string[], before: LocalDate): Promise<readonly PastLine[]>;
  /** Past lines of the year before the day that share a firm, a consumer, an address, a phone or a payer. */
  linked(tokens: SharedTokens, before: LocalDate): Promise<readonly PastLine[]>;
  /** The hits of rules that decided the lane of these lines of history. */
  hitsOf(clearanceId: string, entryIds: readonly string[]): Promise<readonly DecidingHit[]>;
  addFeedback(feedback: SuggestionFeedbackRecord): Promise<void>;
  /** What was said from one instant to before another, oldest first: labels of suggestions. */
  feedback(from: Date, before: Date): Promise<readonly SuggestionFeedbackRecord[]>;
}
