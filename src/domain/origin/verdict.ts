import type { ProductRule } from "./agreement";
import type { OriginCountry } from "./country-of-origin";
import type { TestOutcome } from "./origin-tests";

/** Why goods have no preference. `parameters` fill the sentence in. */
export interface OriginProblem {
  readonly kind:
    | "not_a_party"
    | "no_product_rule"
    | "minimal_operations"
    | "tests_failed"
    | "processed_in_transit"
    | "left_customs_control"
    | "proof_missing"
    | "proof_expired"
    | "proof_in_future"
    | "materials_missing"
    | "materials_exceed_fob"
    | "same_party"
    | "fob_not_positive";
  readonly parameters: Readonly<Record<string, string>>;
}

/** A way in which the rule may be met, with the outcome of each of its tests. */
export interface Alternative {
  readonly passes: boolean;
  readonly tests: readonly TestOutcome[];
}

/** Whether a good originates, why, and whether the preference may be claimed for it. */
export interface OriginVerdict {
  readonly originates: boolean;
  /** `originates`, and consignment and proof are in order too. */
  readonly mayClaim: boolean;
  /** The codes of the proof: WO, PE, CTC, RVC or CR; with ACU where other parties' materials were needed, DMI where a small share was let pass. */
  readonly criteria: readonly string[];
  readonly rule: ProductRule | null;
  readonly alternatives: readonly Alternative[];
  /** The party to whose schedule the good belongs; null where it does not originate. */
  readonly country: OriginCountry | null;
  readonly problems: readonly OriginProblem[];
}
