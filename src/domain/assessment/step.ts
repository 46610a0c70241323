import type { DeclarationContent } from "../declaration/declaration";
import type { LocalDate } from "../shared/local-date";
import type { Money } from "../shared/money";
import type { Reference } from "../tariff/reference";
import type { CustomsValue } from "../valuation/customs-value";

/** One amount with the way it came about: base, rate, formula, and the dated fact behind it. */
export interface AssessmentStep {
  /** The goods line; null for a step of the whole consignment. */
  readonly line: number | null;
  readonly kind: "customs_value" | "duty" | "consumption_tax" | "vat";
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
  readonly value: CustomsValue;
  readonly reference: Reference;
  readonly day: LocalDate;
  /** CNY that other orders of the consumer's year hold; null where there is no consumer. */
  readonly quotaHeld?: string | null;
}
