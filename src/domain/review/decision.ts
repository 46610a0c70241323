import type { ClearanceEvent, ClearanceState } from "../clearance/lifecycle";
import type { Irregularity } from "../history/entry";
import type { Lane } from "../selectivity/lanes";
import { err, ok, type Result } from "../shared/result";

/**
 * What an officer may rule. The compliance officer of a broker advises on the broker's own shipments; a gate is opened
 * or closed by the authority alone.
 */
export const OUTCOMES = [
  "pass",
  "escalate",
  "examined_pass",
  "refuse",
  "request_documents",
  "hold",
  "back_route",
  "resume",
  "advise_pass",
  "advise_refuse",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Whether the outcome is advice, which changes nothing and is shown to the officer who decides. */
export function isAdvice(outcome: string): outcome is "advise_pass" | "advise_refuse" {
  return outcome === "advise_pass" || outcome === "advise_refuse";
}

/** Whether the outcome counts as one officer's yes. */
export function isPassing(outcome: string): boolean {
  return outcome === "pass" || outcome === "examined_pass";
}

/** The passes that count: those since the case was last brought before officers again, or all where it never was. */
export function passesSince<D extends { readonly outcome: string; readonly at: Date }>(
  decisions: readonly D[],
  reopenedAt: Date | null,
): readonly D[] {
  return decisions.filter(({ outcome, at }) => isPassing(outcome) && (reopenedAt === null || at > reopenedAt));
}

/** Whether the outcome puts an end to the case; the others send it on, or let it wait. */
export function isFinal(outcome: string): boolean {
  return isPassing(outcome) || outcome === "refuse" || outcome === "back_route";
}

/** What a case is, as far as it says what may be ruled of it. */
export interface Standing {
  readonly state: ClearanceState;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
}

/** What may be ruled of the case, by an officer of the authority or of the broker's own house. */
export function outcomesFor({ state, lane, needsTwoOfficers }: Standing, isAuthority: boolean): readonly Outcome[] {
  return OUTCOMES.filter((outcome) => {
    // Goods of two officers or of the red lane are not let go before anybody audits them.
    if (outcome === "back_route" && (lane !== "yellow" || needsTwoOfficers)) return false;
    return ALLOWED[outcome].includes(state) && isAdvice(outcome) !== isAuthority;
  });
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
  request_documents: [
    "invoice_wanted",
    "contract_wanted",
    "payment_proof_wanted",
    "packing_list_wanted",
    "origin_proof_wanted",
    "goods_particulars_wanted",
    "value_explanation_wanted",
  ],
  hold: ["awaits_laboratory", "awaits_other_authority", "awaits_holder_of_right", "risk_notice", "custody_pending"],
  back_route: ["risk_explained", "trusted_trader", "control_not_applicable", "examined_at_other_gate"],
  resume: ["answer_received", "hold_reason_gone", "asked_in_error"],
  advise_pass: PASS_REASONS,
  advise_refuse: REFUSAL_REASONS,
};

/** What each reason for a refusal says is wrong, in the terms of the authority's history. */
const IRREGULARITY_OF: Readonly<Record<string, Irregularity>> = {
  undervalued: "VALUE",
  misdescribed: "CLASSIFICATION",
  wrong_classification: "CLASSIFICATION",
  prohibited: "CONTROLLED",
  permit_missing: "CONTROLLED",
  origin_false: "ORIGIN",
};

/** The irregularity that a refusal says, as its first reason does; null where the reasons name none. */
export function irregularityOf(reasons: readonly string[]): Irregularity | null {
  return reasons.flatMap((reason) => IRREGULARITY_OF[reason] ?? [])[0] ?? null;
}

interface Ruling extends Standing {
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
  lane,
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
  if (!outcomesFor({ state, lane, needsTwoOfficers }, isAuthority).includes(outcome)) {
    return err({
      kind: "invalid_input",
      pointer: "/outcome",
      fault: "outcome_not_open",
      parameters: { state, outcome },
    });
  }
  if (isAdvice(outcome)) return ok({ kind: "advised" });
  if (needsTwoOfficers && isPassing(outcome)) {
    if (passedBy.includes(officer)) return err({ kind: "needs_second_person" });
    if (passedBy.length === 0) return ok({ kind: "awaiting_second_officer" });
  }
  return ok({ kind: "event", event: eventOf(outcome, lane) });
}

function eventOf(outcome: Exclude<Outcome, "advise_pass" | "advise_refuse">, lane: Lane): ClearanceEvent {
  if (outcome === "resume") return resumedIn(lane);
  return EVENTS[outcome];
}

/** The event by which a case that was suspended goes back to where its lane is looked at. */
export function resumedIn(lane: Lane): ClearanceEvent {
  return lane === "red" ? "examination_resumed" : "review_resumed";
}

const EVENTS = {
  pass: "review_passed",
  examined_pass: "examination_passed",
  escalate: "review_escalated",
  refuse: "entry_refused",
  request_documents: "documents_requested",
  hold: "hold_placed",
  back_route: "lane_rerouted",
} as const satisfies Partial<Record<Outcome, ClearanceEvent>>;

const ALLOWED: Readonly<Record<Outcome, readonly ClearanceState[]>> = {
  pass: ["in_review"],
  escalate: ["in_review"],
  examined_pass: ["in_examination"],
  refuse: ["in_review", "in_examination", "queried", "held"],
  request_documents: ["in_review", "in_examination"],
  hold: ["in_review", "in_examination", "queried"],
  back_route: ["in_review"],
  resume: ["queried", "held"],
  advise_pass: ["in_review", "in_examination"],
  advise_refuse: ["in_review", "in_examination"],
};
