import { compare, type Decimal, decimal } from "../shared/decimal";
import type { Validity } from "../shared/local-date";
import type { CreditTier } from "./authorisation";

/** What a certified enterprise is asked for, as the standards group it. */
export const CRITERION_AREAS = ["internal_control", "financial", "compliance", "security"] as const;
export type CriterionArea = (typeof CRITERION_AREAS)[number];

/** What the product measures by itself from a firm's own history. */
export const CRITERION_MEASURES = ["error_rate", "timeliness"] as const;
export type CriterionMeasure = (typeof CRITERION_MEASURES)[number];

type Words = { readonly en: string; readonly zh: string };

/** A criterion of a scheme; its words are dated as the law is. */
export interface AeoCriterion extends Validity {
  readonly id: string;
  readonly code: string;
  readonly scheme: string;
  readonly area: CriterionArea;
  /** The tiers that it is asked for. */
  readonly tiers: readonly CreditTier[];
  readonly question: Words;
  /** What shows it. */
  readonly evidence: Words;
  /** What to do where it is not met. */
  readonly remedy: Words;
  readonly measure: CriterionMeasure | null;
  /** The error rate that is not passed, or the share on time that is reached; from 0 to 1. */
  readonly limit: string | null;
  readonly citation: string;
}

/** How a firm says that it stands. */
export const ANSWERS = ["met", "partly", "not_met", "not_applicable"] as const;
export type AnswerState = (typeof ANSWERS)[number];

/** What was counted of the firm's own history. */
export interface Measures {
  /** Declarations of shipments that were lodged in the period. */
  readonly lodged: number;
  /** Of these, those that were amended, refused, withdrawn or returned by the authority. */
  readonly faulty: number;
  /** Clocks of the firm that ended in the period, and those of them that it met. */
  readonly due: number;
  readonly onTime: number;
}

/** What was counted, as a share; null where nothing was, for then there is nothing to judge. */
export function shareOf(measure: CriterionMeasure, { lodged, faulty, due, onTime }: Measures): Decimal | null {
  const [part, whole] = measure === "error_rate" ? [faulty, lodged] : [onTime, due];
  return whole === 0 ? null : { units: BigInt(Math.round((part / whole) * 10_000)), scale: 4 };
}

/** Whether a measured criterion is met; null where nothing was measured. */
export function isMeasureMet(criterion: Pick<AeoCriterion, "measure" | "limit">, measures: Measures): boolean | null {
  const { measure, limit } = criterion;
  if (measure === null || limit === null) return null;
  const share = shareOf(measure, measures);
  if (share === null) return null;
  const against = compare(share, decimal(limit));
  return measure === "error_rate" ? against <= 0 : against >= 0;
}

/** An answer with how many files show it. */
export interface Answered {
  readonly state: AnswerState | null;
  readonly files: number;
}

/** Why a criterion is a gap. */
export type Gap = "unanswered" | "not_met" | "partly_met" | "without_evidence" | "measured_short";

/**
 * Why a criterion is still a gap; null for none. What was measured goes before what a firm says of itself, and a yes
 * that nothing shows is not counted as one.
 */
export function gapOf(criterion: AeoCriterion, { state, files }: Answered, measures: Measures): Gap | null {
  if (isMeasureMet(criterion, measures) === false) return "measured_short";
  if (criterion.measure !== null && isMeasureMet(criterion, measures) === true) return null;
  if (state === null) return "unanswered";
  if (state === "not_applicable") return null;
  if (state === "not_met") return "not_met";
  if (state === "partly") return "partly_met";
  return files === 0 ? "without_evidence" : null;
}
