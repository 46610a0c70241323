import type { DeclarationContent } from "../declaration/declaration";
import type { LocalDate } from "../shared/local-date";
import type { Money } from "../shared/money";
import type { RateClaims } from "../tariff/choose-rate";
import type { Reference } from "../tariff/reference";
import type { CustomsValue } from "../valuation/customs-value";
import type { TaxRegime } from "./tax-regime";

/**
 * What a step assesses. `trade_remedy` is an anti-dumping or countervailing duty, `article_tax` the one tax on personal
 * articles, `fee` what customs takes for its work.
 */
export const STEP_KINDS = [
  "customs_value",
  "duty",
  "trade_remedy",
  "consumption_tax",
  "vat",
  "article_tax",
  "fee",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One amount with the way it came about: base, rate, formula, and the dated fact behind it. */
export interface AssessmentStep {
  /** The goods line; null for a step of the whole consignment. */
  readonly line: number | null;
  readonly kind: StepKind;
  readonly base: Money;
  readonly rate: string;
  readonly formula: string;
  readonly amount: Money;
  readonly factId: string | null;
  readonly citation: string;
  readonly validFrom: LocalDate;
}

/** A complete declaration, its value, the law's tables and the day whose law is asked. */
export interface AssessmentInput {
  readonly content: DeclarationContent;
  /** In the currency of the regime's jurisdiction. */
  readonly value: CustomsValue;
  readonly reference: Reference;
  readonly day: LocalDate;
  /** The law to assess by; that of the declaration's own regime when it is not given. */
  readonly regime?: TaxRegime;
  /** What is claimed for the goods beside the declared preference: a quota, a producer. */
  readonly claims?: RateClaims;
  /** CNY that other orders of the consumer's year hold; null where there is no consumer. */
  readonly quotaHeld?: string | null;
  /** Whether the one article of the order can be divided, such as a set. */
  readonly isDivisible?: boolean;
  /** How the goods arrive, where the law asks; null where it is not known. */
  readonly carriage?: Carriage | null;
  /** ISO 3166 alpha-2 of where the goods were sent from, where the law asks; null where it is not known. */
  readonly sentFrom?: string | null;
}

export type Carriage = "sea" | "air" | "road" | "rail" | "post";
