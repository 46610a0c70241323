import type { Sourced } from "../shared/sourced";
import type { AdjustmentKind } from "../valuation/adjustments";
import type { Consumer } from "./consumer";

/**
 * Customs regimes (supervision modes) of China that the law is asked for: `0110` general trade, `1210` bonded
 * cross-border e-commerce retail, `1239` its variant outside the pilot cities, `9610` direct retail import.
 */
export const REGIMES = ["0110", "1210", "1239", "9610"] as const;
export type Regime = (typeof REGIMES)[number];

/** Those under which the product clears goods out of the bonded zone. */
export const CLEARED_REGIMES = ["0110", "1210"] as const satisfies readonly Regime[];

/** Whether goods come to a named consumer as a retail import. */
export function isRetail(regime: Regime): boolean {
  return regime !== "0110";
}

/** One goods line as declared. Numbers are canonical plain decimals; amounts are in the invoice currency. */
export interface DeclarationLine {
  /** From 1. */
  readonly number: number;
  readonly description: Sourced<string>;
  readonly commodityCode: Sourced<string>;
  readonly quantity: Sourced<string>;
  readonly unit: Sourced<string> | null;
  readonly unitPrice: Sourced<string> | null;
  readonly amount: Sourced<string>;
  /** ISO 3166 alpha-2. */
  readonly origin: Sourced<string>;
  readonly netWeightKg: Sourced<string> | null;
}

/** Each adjustment of the price with its amount; null where it is not stated. */
export type Adjustments = Readonly<Record<AdjustmentKind, Sourced<string> | null>>;

/** What is stated to customs. One content serves both gates; a change makes a new version. */
export interface DeclarationContent {
  readonly regime: Regime;
  readonly invoiceNumber: Sourced<string>;
  readonly invoiceDate: Sourced<string>;
  readonly seller: Sourced<string>;
  readonly buyer: Sourced<string>;
  readonly consignee: Sourced<string> | null;
  /** ISO 4217. */
  readonly currency: Sourced<string>;
  readonly invoiceTotal: Sourced<string>;
  readonly incoterm: Sourced<string>;
  readonly freight: Sourced<string> | null;
  readonly insurance: Sourced<string> | null;
  /** What is added to the price, or taken off it, beside freight and insurance; in the invoice currency. */
  readonly adjustments: Adjustments;
  /** The agreement whose preference is claimed for the goods, such as `RCEP`; null for none. */
  readonly preference: Sourced<string> | null;
  readonly transportNumber: Sourced<string>;
  readonly portOfLoading: Sourced<string> | null;
  readonly portOfDischarge: Sourced<string> | null;
  readonly packages: Sourced<string>;
  readonly grossWeightKg: Sourced<string>;
  readonly netWeightKg: Sourced<string> | null;
  readonly lines: readonly DeclarationLine[];
  readonly consumer: Consumer | null;
}
