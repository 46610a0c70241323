import { CONSIGNEE_RULE } from "../selectivity/hard-rules";
import type { LaneInputs } from "../selectivity/lane-inputs";

/**
 * Everything that may be advised, and nothing else: each is lawful and somebody's to do. Goods, origin, value and price
 * are never advised to be stated otherwise; a value is corrected only where a surer paper already says so.
 */
export const STEP_KINDS = [
  "attach_paper",
  "get_origin_certificate",
  "name_contract",
  "secure_tax",
  "correct_value",
  "request_inspection",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A value that a surer paper contradicts: where it stands, and what that paper says. */
export interface Correction {
  readonly fieldId: string;
  readonly documentId: string;
  /** The figure of the facts of risk that rests on it. */
  readonly figure: "declaredGrossKg" | "transportGrossKg" | "declaredPackages" | "transportPackages";
  readonly from: string;
  readonly to: string;
  /** The field of the surer paper. */
  readonly evidenceFieldId: string;
}

/** One thing that somebody can do, with what it changes. */
export interface RemedyStep {
  /** Unique among the steps of a clearance, such as `attach_paper:health_certificate`. */
  readonly id: string;
  readonly kind: StepKind;
  /** Who acts first. The broker asks for an inspection; an officer orders it. */
  readonly who: "broker";
  /** The requirement that it meets; null where it meets none. */
  readonly requirement: string | null;
  readonly correction: Correction | null;
}

/** What a clearance rests on, as far as a step may change it. */
export interface Standing {
  readonly inputs: LaneInputs;
  readonly requirements: readonly { readonly code: string; readonly state: string }[];
  readonly isTaxSecured: boolean;
  /** Whether an officer is asked to look at the goods, with a result that is in order. */
  readonly isInspected: boolean;
}

/** What the steps make of a standing; the model's features stay, for no paper changes the history. */
export function applySteps(standing: Standing, steps: readonly RemedyStep[]): Standing {
  return steps.reduce(applyStep, standing);
}

function applyStep(standing: Standing, { kind, requirement, correction }: RemedyStep): Standing {
  switch (kind) {
    case "secure_tax":
      return { ...standing, isTaxSecured: true };
    case "request_inspection":
      return { ...standing, isInspected: true };
    case "correct_value":
      return correction ? corrected(standing, correction) : standing;
    case "name_contract":
      return explained(met(standing, requirement));
    default:
      return met(standing, requirement);
  }
}

function met(standing: Standing, code: string | null): Standing {
  return {
    ...standing,
    requirements: standing.requirements.map((each) => (each.code === code ? { ...each, state: "verified" } : each)),
  };
}

/** A contract that lets another firm take delivery is read by an officer: it asks for the yellow lane by itself. */
function explained({ inputs, ...rest }: Standing): Standing {
  const demand = {
    source: "hard_rule",
    code: CONSIGNEE_RULE.code,
    lane: CONSIGNEE_RULE.lane,
    needsTwoOfficers: false,
  } as const;
  const isAsked = inputs.demands.some(({ source, code }) => source === demand.source && code === demand.code);
  return { ...rest, inputs: isAsked ? inputs : { ...inputs, demands: [...inputs.demands, demand] } };
}

/** The value as the surer paper has it; that somebody corrected it counts as it always does. */
function corrected({ inputs, ...rest }: Standing, { figure, to }: Correction): Standing {
  const correctedFields = inputs.facts.correctedFields + 1;
  return { ...rest, inputs: { ...inputs, facts: { ...inputs.facts, [figure]: to, correctedFields } } };
}
