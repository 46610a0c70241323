import type { RequirementRule } from "../clearance/requirement-rule";
import type { ControlProfile } from "../selectivity/hard-rules";
import type { Scorecard } from "../selectivity/scorecard";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { longestPrefix } from "./commodity-code";
import type { Tariff } from "./measure";
import type { Succession } from "./succession";

/** A constant of the law, such as the limit of one retail order. */
export interface LegalParameter extends Validity {
  readonly id: string;
  readonly code: string;
  readonly value: string;
  readonly unit: string;
  readonly citation: string;
}

/** What `per` units of the currency come to at customs. */
export interface ExchangeRate extends Validity {
  readonly id: string;
  readonly currency: string;
  /** The currency of the customs that publish the rate. */
  readonly home: string;
  /** In the home currency; the name is from the time when that was CNY alone. */
  readonly cny: string;
  readonly per: string;
  readonly citation: string;
}

/** All dated facts that the rules ask for. Every lookup takes a day. */
export interface Reference extends Tariff {
  readonly parameters: readonly LegalParameter[];
  readonly successions: readonly Succession[];
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
  home = "CNY",
): ExchangeRate | null {
  const holding = reference.exchangeRates.filter(
    (rate) => rate.currency === currency && rate.home === home && holdsOn(rate, day),
  );
  return latest(holding.filter((rate) => rate.validTo !== null)) ?? latest(holding);
}

const LITRES_PER_TONNE = "litres_per_tonne_";

/**
 * How many litres the law reckons for a tonne of goods of this code, as parameters such as `litres_per_tonne_2203`
 * say; null where it reckons none.
 */
export function litresPerTonne(
  reference: Pick<Reference, "parameters">,
  code: string,
  day: LocalDate,
): LegalParameter | null {
  const prefixes = reference.parameters
    .filter((parameter) => parameter.code.startsWith(LITRES_PER_TONNE))
    .map((parameter) => parameter.code.slice(LITRES_PER_TONNE.length));
  const prefix = longestPrefix(code, prefixes);
  return prefix === null ? null : parameterOn(reference, `${LITRES_PER_TONNE}${prefix}`, day);
}

/** Among facts that hold together, the one that came into force last. */
function latest<T extends Validity>(facts: readonly T[]): T | null {
  return facts.reduce<T | null>((last, fact) => (last === null || fact.validFrom > last.validFrom ? fact : last), null);
}
