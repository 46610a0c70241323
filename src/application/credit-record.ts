import type { CreditTier } from "@/domain/aeo/authorisation";
import type { BenefitPolicy } from "@/domain/aeo/benefits";
import type { AeoCriterion } from "@/domain/aeo/criterion";
import type { CreditRules } from "@/domain/aeo/standing";
import type { ClearanceState, Stage } from "@/domain/clearance/lifecycle";
import type { LaneInputs } from "@/domain/selectivity/lane-inputs";
import type { Lane } from "@/domain/selectivity/lanes";
import type { LocalDate } from "@/domain/shared/local-date";

export const BENEFITS = ["inspection_rate", "guarantee", "priority"] as const;
export type Benefit = (typeof BENEFITS)[number];

/** What credit is worth from a day on, as an authority decided or is asked to decide it. */
export interface BenefitPolicyRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly policy: BenefitPolicy;
  /** A rule of law, or the authority's own choice. */
  readonly basis: "law" | "own";
  readonly citation: string;
  readonly state: "proposed" | "approved" | "rejected";
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly proposerLinkedBy: string | null;
}

/** A benefit that was used on a shipment. */
export interface BenefitUseRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly authorityId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly benefit: Benefit;
  readonly tier: CreditTier;
  readonly scheme: string | null;
  readonly policyVersion: number;
  readonly authorisationId: string;
  readonly partner: string | null;
  /** Of a guarantee, in the currency of the tax: waived above nothing, taken back below. */
  readonly amount: string | null;
  readonly multiplier: number | null;
  readonly priority: number | null;
  /** The assessment, the tax or the case that it was used on; with the benefit it is there once. */
  readonly subjectId: string;
}

/** What a loss of credit changed of a shipment that was not released. */
export interface CreditFlagRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly authorityId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly tierBefore: CreditTier;
  readonly tierAfter: CreditTier;
  readonly laneBefore: Lane;
  readonly laneAfter: Lane;
  readonly waivedBefore: string;
  readonly waivedAfter: string;
  /** Whether the tax is secured as it now has to be. */
  readonly isSecured: boolean;
  /** What the lane was chosen by this time, and the digest of that and of what came of it. */
  readonly inputs: LaneInputs;
  readonly decisionHash: string;
}

/** An assessed clearance that is not released. */
export interface OpenAssessment {
  readonly organisationId: string;
  readonly clearanceId: string;
  readonly shipmentId: string;
  readonly reference: string;
  readonly broker: string;
  readonly stage: Stage;
  readonly state: ClearanceState;
  readonly lane: Lane;
  readonly declarationId: string;
}

/** Credit as use cases reach it. */
export interface CreditStore {
  /** What counts on the day with the authority: the law's tables, what ships, and what it approved. */
  rulesOn(authorityId: string, day: LocalDate): Promise<CreditRules>;
  criteriaOn(day: LocalDate): Promise<readonly AeoCriterion[]>;
  /** Whoever changes the policy of the organisation waits until no other does. */
  lockPolicies(): Promise<void>;
  policies(): Promise<readonly BenefitPolicyRecord[]>;
  policy(id: string): Promise<BenefitPolicyRecord | null>;
  addPolicy(policy: BenefitPolicyRecord): Promise<void>;
  /** False when it was settled before. */
  settlePolicy(
    id: string,
    state: "approved" | "rejected",
    by: { readonly id: string; readonly name: string },
  ): Promise<boolean>;
  addUse(use: BenefitUseRecord): Promise<void>;
  /** What of the declaration's tax needs no guarantee, a plain decimal. */
  waivedFor(declarationId: string): Promise<string>;
  addFlag(flag: CreditFlagRecord): Promise<void>;
  /** What the last loss of credit came to for the clearance; null for none. */
  lastFlag(clearanceId: string): Promise<Pick<CreditFlagRecord, "tierAfter" | "decisionHash"> | null>;
  /** The assessed clearances at the own offices that are not released, the newest first, so many at most. */
  openAssessments(most: number): Promise<readonly OpenAssessment[]>;
}
