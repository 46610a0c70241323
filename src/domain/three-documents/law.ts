import { type Decimal, decimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { err, ok, type Result } from "../shared/result";
import { parameterOn, type Reference } from "../tariff/reference";

const CODES = [
  "cbec_single_limit_cny",
  "cbec_annual_limit_cny",
  "match_order_number_length",
  "match_line_tolerance_cny",
  "match_address_similarity",
  "match_packages",
  "match_weight_tolerance",
  "waybill_reuse_months",
  "resale_window_days",
  "resale_identities",
  "resale_points",
  "resale_empty_kg",
] as const;
export type MatchParameter = (typeof CODES)[number];

/** The constants that the match holds an order against, as they are on one day. */
export interface MatchLaw {
  readonly day: LocalDate;
  readonly reference: Reference;
  readonly values: Readonly<Record<MatchParameter, Decimal>>;
}

/** The constants of the day; the names of those that the tables have no row for, and then nothing is matched. */
export function matchLaw(reference: Reference, day: LocalDate): Result<MatchLaw, readonly MatchParameter[]> {
  const found = CODES.map((code) => [code, parameterOn(reference, code, day)] as const);
  const missing = found.filter(([, parameter]) => parameter === null).map(([code]) => code);
  if (missing.length > 0) return err(missing);
  const values = Object.fromEntries(found.map(([code, parameter]) => [code, decimal(parameter?.value ?? "0")]));
  return ok({ day, reference, values: values as Record<MatchParameter, Decimal> });
}
