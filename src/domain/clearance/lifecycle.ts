import type { Lane } from "../selectivity/lanes";
import { err, ok, type Result } from "../shared/result";

/** The two supervised stages, in the order in which goods pass them. */
export const STAGES = ["bonded_exit", "domestic_distribution"] as const;
export type Stage = (typeof STAGES)[number];

export const CLEARANCE_STATES = [
  "opened",
  "documented",
  "declared",
  "assessed",
  "in_review",
  "in_examination",
  "queried",
  "held",
  "releasable",
  "released",
  "refused",
] as const;
export type ClearanceState = (typeof CLEARANCE_STATES)[number];

export const CLEARANCE_EVENTS = [
  "documents_accepted",
  "declaration_lodged",
  "declaration_amended",
  "declaration_withdrawn",
  "assessment_completed",
  "lane_green",
  "lane_blue",
  "lane_yellow",
  "lane_red",
  "review_passed",
  "review_escalated",
  "lane_rerouted",
  "documents_requested",
  "hold_placed",
  "review_resumed",
  "examination_resumed",
  "examination_passed",
  "entry_refused",
  "release_granted",
] as const;
export type ClearanceEvent = (typeof CLEARANCE_EVENTS)[number];

/**
 * Every lawful move of a clearance: state → event → next state. An empty row is terminal.
 * Both stages walk this one table; what differs between them is data (see `requirements.ts`).
 */
export const LIFECYCLE = {
  opened: { documents_accepted: "documented" },
  documented: { declaration_lodged: "declared" },
  declared: { assessment_completed: "assessed", declaration_amended: "documented" },
  assessed: { lane_green: "releasable", lane_blue: "releasable", lane_yellow: "in_review", lane_red: "in_examination" },
  in_review: {
    review_passed: "releasable",
    review_escalated: "in_examination",
    // An officer sends goods of the yellow lane back to the blue one: released now, audited later.
    lane_rerouted: "releasable",
    documents_requested: "queried",
    hold_placed: "held",
    declaration_amended: "documented",
    // Until customs decides to inspect, a declaration may be withdrawn: GACC Order 277 (2025-05-01), on amending and
    // withdrawing (field practice, not checked at source). It is a draft again.
    declaration_withdrawn: "documented",
    entry_refused: "refused",
  },
  in_examination: {
    examination_passed: "releasable",
    documents_requested: "queried",
    hold_placed: "held",
    declaration_amended: "documented",
    entry_refused: "refused",
  },
  // The broker has a question to answer; the case goes back to where it came from, as its lane says.
  queried: {
    review_resumed: "in_review",
    examination_resumed: "in_examination",
    hold_placed: "held",
    declaration_amended: "documented",
    declaration_withdrawn: "documented",
    entry_refused: "refused",
  },
  // No amendment leads out of a hold: what is held stays held until an officer resumes it.
  held: { review_resumed: "in_review", examination_resumed: "in_examination", entry_refused: "refused" },
  // Until the release a declaration may be amended and an entry refused: a requirement may fail after the lane is known.
  releasable: {
    release_granted: "released",
    hold_placed: "held",
    declaration_amended: "documented",
    declaration_withdrawn: "documented",
    entry_refused: "refused",
  },
  released: {},
  refused: {},
} as const satisfies Record<ClearanceState, Partial<Record<ClearanceEvent, ClearanceState>>>;

/** A move that the table does not hold. */
export interface IllegalTransition {
  readonly kind: "illegal_transition";
  readonly state: ClearanceState;
  readonly event: ClearanceEvent;
}

/** The state after `event`, or the refusal when the table has no such move. */
export function transition(state: ClearanceState, event: ClearanceEvent): Result<ClearanceState, IllegalTransition> {
  const row: Partial<Record<ClearanceEvent, ClearanceState>> = LIFECYCLE[state];
  const next = row[event];
  return next ? ok(next) : err({ kind: "illegal_transition", state, event });
}

/** Whether the clearance still takes a declaration: a first one, one after a withdrawal, or one that amends it. */
export function takesDeclaration(state: ClearanceState): boolean {
  return state === "opened" || state === "documented" || "declaration_amended" in LIFECYCLE[state];
}

/**
 * Whether what was declared may still be taken back altogether. In the red lane customs have decided to inspect, whatever
 * they ask meanwhile and though the look is over.
 */
export function mayWithdraw({ state, lane }: { readonly state: ClearanceState; readonly lane: Lane | null }): boolean {
  return "declaration_withdrawn" in LIFECYCLE[state] && lane !== "red";
}

/** What follows the release of a stage; null closes the shipment. */
export const NEXT_STAGE = {
  bonded_exit: "domestic_distribution",
  domestic_distribution: null,
} as const satisfies Record<Stage, Stage | null>;
