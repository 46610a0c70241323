import { REGIMES, type Regime } from "../declaration/declaration";
import { CURRENCY_OF, type Jurisdiction } from "../tariff/jurisdiction";

/**
 * The laws by which goods may be taxed: the regimes of China, `personal` for articles that travellers and the post
 * bring to individuals, and import for home use in other jurisdictions.
 */
export const TAX_REGIMES = [...REGIMES, "personal", "EU", "GB", "US", "SG"] as const;
export type TaxRegime = Regime | "personal" | "EU" | "GB" | "US" | "SG";

/** Whose law the regime is. */
export function jurisdictionOf(regime: TaxRegime): Jurisdiction {
  return regime === "EU" || regime === "GB" || regime === "US" || regime === "SG" ? regime : "CN";
}

/** The currency in which the regime's law assesses. */
export function currencyOf(regime: TaxRegime): string {
  return CURRENCY_OF[jurisdictionOf(regime)];
}
