import type { Regime } from "../declaration/declaration";
import type { Validity } from "../shared/local-date";
import type { Stage } from "./lifecycle";
import type { ProductClass } from "./product-class";

/**
 * Inspection and quarantine classes of the tariff: M commodity inspection, P animals and plants, R food hygiene,
 * V health quarantine, L compulsory certification. Field practice, not checked at source.
 */
export const CIQ_CLASSES = ["M", "P", "R", "V", "L"] as const;
type CiqClass = (typeof CIQ_CLASSES)[number];

/**
 * How a requirement is met: by a paper that a person names, by the registration number of an overseas producer, by what
 * is known already, because nothing is asked, or, where the law prohibits the goods, by nothing.
 */
export const EVIDENCE_KINDS = [
  "reference",
  "producer_number",
  "consumer_match",
  "lodged_invoice",
  "lodged_transport",
  "not_suspended",
  "not_needed",
  "prohibited",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Goods that were new when they were sold last, and those that were not: a code does not tell, the description does. */
export const GOODS_CONDITIONS = ["used"] as const;
export type GoodsCondition = (typeof GOODS_CONDITIONS)[number];

/**
 * A rule that asks for something at a stage. It concerns the goods under its commodity codes, or all goods when it
 * names none, of its product class and condition if it has such; in a regime where the law waives it, the waiver is stated with its own reason and source.
 */
export interface RequirementRule extends Validity {
  readonly id: string;
  readonly code: string;
  readonly stage: Stage;
  /** Chapters, headings or lines; empty for all goods. */
  readonly commodityPrefixes: readonly string[];
  /** Left out although they lie under the codes. */
  readonly exceptPrefixes: readonly string[];
  /** Null for goods of any class. */
  readonly productClass: ProductClass | null;
  /** Null for goods of any condition. */
  readonly condition: GoodsCondition | null;
  /** Whether it is asked only where the preference of an agreement is claimed. */
  readonly isOnClaim: boolean;
  /** ISO 3166 alpha-2; empty for all origins. */
  readonly origins: readonly string[];
  readonly regimes: readonly Regime[];
  readonly waivedIn: readonly { readonly regime: Regime; readonly reason: string; readonly citation: string }[];
  readonly ciq: CiqClass | null;
  readonly evidence: EvidenceKind;
  readonly reason: string;
  readonly citation: string;
}
