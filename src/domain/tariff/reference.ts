import type { RequirementRule } from "../clearance/requirement-rule";
import type { ControlProfile } from "../selectivity/hard-rules";
import type { Scorecard } from "../selectivity/scorecard";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import type { TariffMeasure } from "./measure";

/** A constant of the law, such as the limit of one retail order. */
export interface LegalParameter extends Validity {
  readonly id: string;
  readonly code: string;
  readonly value: string;
  readonly unit: string;
  readonly citation: string;
}

/** CNY for `per` units of the currency. */
export interface ExchangeRate extends Validity {
  readonly id: string;
  readonly currency: string;
  readonly cny: string;
  readonly per: string;
  readonly citation: string;
}

/** All dated facts that the rules ask for. Every lookup takes a day. */
export interface Reference {
  readonly parameters: readonly LegalParameter[];
  readonly measures: readonly TariffMeasure[];
  readonly exchangeRates: readonly ExchangeRate[];
  readonly requirementRules: readonly RequirementRule[];
  readonly controlProfiles: readonly ControlProfile[];
  readonly scorecards: readonly Scorecard[];
}

/** The constant on the day; null when the law's tables have no row for it, and then nothing may be computed. */
export function parameterOn(
  reference: Pick<Reference, "parameters">,
  code: string,
  day: LocalDate,
): LegalParameter | null {
  return latest(reference.parameters.filter((parameter) => parameter.code === code && holdsOn(parameter, day)));
}

/**
 * The customs exchange rate of the day; null when none is published for it. The rate of the month goes before one that
 * holds until further notice.
 */
export function rateOn(
  reference: Pick<Reference, "exchangeRates">,
  currency: string,
  day: LocalDate,
): ExchangeRate | null {
  return latest(reference.exchangeRates.filter((rate) => rate.currency === currency && holdsOn(rate, day)));
}

/** Among facts that hold together, the one that came into force last. */
function latest<T extends Validity>(facts: readonly T[]): T | null {
  return facts.reduce<T | null>((last, fact) => (last === null || fact.validFrom > last.validFrom ? fact : last), null);
}
