import type { ClearanceEvent, ClearanceState } from "../clearance/lifecycle";
import { err, ok, type Result } from "../shared/result";

/**
 * What an officer may rule. The compliance officer of a broker advises on the broker's own shipments; a gate is opened
 * or closed by the authority alone.
 */
export const OUTCOMES = ["pass", "escalate", "examined_pass", "refuse", "advise_pass", "advise_refuse"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the outcome is advice, which changes nothing and is shown to the officer who decides. */
export function isAdvice(outcome: string): boolean {
  return outcome === "advise_pass" || outcome === "advise_refuse";
}

/** Whether the outcome counts as one officer's yes. */
export function isPassing(outcome: string): boolean {
  return outcome === "pass" || outcome === "examined_pass";
}

/** What may be ruled of a case in this state, by an officer of the authority or of the broker's own house. */
export function outcomesFor(state: ClearanceState, isAuthority: boolean): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => ALLOWED[outcome].includes(state) && isAdvice(outcome) !== isAuthority);
}

const PASS_REASONS = [
  "documents_consistent",
  "value_plausible",
  "classification_confirmed",
  "origin_confirmed",
  "risk_explained",
];
const REFUSAL_REASONS = [
  "undervalued",
  "misdescribed",
  "wrong_classification",
  "prohibited",
  "permit_missing",
  "origin_false",
];

/** The structured reasons of each outcome; a decision names at least one. */
export const DECISION_REASONS: Readonly<Record<Outcome, readonly string[]>> = {
  pass: PASS_REASONS,
  escalate: [
    "value_doubtful",
    "goods_unclear",
    "documents_contradict",
    "origin_doubtful",
    "control_requires_examination",
  ],
  examined_pass: ["goods_as_declared", "quantity_confirmed", "seal_intact", "sample_conforms"],
  refuse: REFUSAL_REASONS,
  advise_pass: PASS_REASONS,
  advise_refuse: REFUSAL_REASONS,
};

interface Ruling {
  readonly state: ClearanceState;
  readonly needsTwoOfficers: boolean;
  /** The officers who passed the case in its present state. */
  readonly passedBy: readonly string[];
  readonly officer: string;
  /** Whether the officer is the authority's; one of the broker's own house can only advise. */
  readonly isAuthority: boolean;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
}

/** The event that follows, or that a second officer must rule as well. */
export type Verdict =
  | { readonly kind: "event"; readonly event: ClearanceEvent }
  | { readonly kind: "awaiting_second_officer" }
  | { readonly kind: "advised" };

/** What can be wrong with a ruling. */
export type RulingFault = "reasons_missing" | "outcome_not_open";

export type RulingProblem =
  | { readonly kind: "needs_second_person" }
  | {
      readonly kind: "invalid_input";
      readonly pointer: string;
      readonly fault: RulingFault;
      readonly parameters: Readonly<Record<string, string>>;
    };

/**
 * What follows from an officer's ruling. Passing a case that needs two officers takes two different ones; one is
 * enough to escalate or refuse it.
 */
export function rule({
  state,
  needsTwoOfficers,
  passedBy,
  officer,
  isAuthority,
  outcome,
  reasons,
}: Ruling): Result<Verdict, RulingProblem> {
  const unknown = reasons.filter((reason) => !DECISION_REASONS[outcome].includes(reason));
  if (reasons.length === 0 || unknown.length > 0) {
    return err({
      kind: "invalid_input",
      pointer: "/reasons",
      fault: "reasons_missing",
      parameters: { reasons: DECISION_REASONS[outcome].join(", ") },
    });
  }
  if (!outcomesFor(state, isAuthority).includes(outcome)) {
    return err({
      kind: "invalid_input",
      pointer: "/outcome",
      fault: "outcome_not_open",
      parameters: { state, outcome },
    });
  }
  if (isAdvice(outcome)) return ok({ kind: "advised" });
  if (outcome === "escalate") return ok({ kind: "event", event: "review_escalated" });
  if (outcome === "refuse") return ok({ kind: "event", event: "entry_refused" });
  if (needsTwoOfficers) {
    if (passedBy.includes(officer)) return err({ kind: "needs_second_person" });
    if (passedBy.length === 0) return ok({ kind: "awaiting_second_officer" });
  }
  return ok({ kind: "event", event: outcome === "pass" ? "review_passed" : "examination_passed" });
}

const ALLOWED: Readonly<Record<Outcome, readonly ClearanceState[]>> = {
  pass: ["in_review"],
  escalate: ["in_review"],
  examined_pass: ["in_examination"],
  refuse: ["in_review", "in_examination"],
  advise_pass: ["in_review", "in_examination"],
  advise_refuse: ["in_review", "in_examination"],
};
