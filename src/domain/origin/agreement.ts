import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { isUnder } from "../tariff/commodity-code";

/**
 * What an agreement on preferential tariffs says of origin, as dated data, so that another agreement is another row and
 * no other code.
 */
export interface Agreement extends Validity {
  readonly id: string;
  /** `RCEP`: the word by which measures and claims name it. */
  readonly code: string;
  /** ISO 3166 alpha-2, each with the day from which the agreement applies to it. */
  readonly parties: readonly { readonly country: string; readonly since: LocalDate }[];
  readonly deMinimis: {
    /** Share of the FOB value that materials without the change of classification may have. */
    readonly valueShare: string;
    /** Under these chapters a share of the weight of the good may be taken instead. */
    readonly weightShare: string;
    readonly weightChapters: readonly string[];
  };
  /** Whether materials that originate in any party count as originating in the party that uses them. */
  readonly cumulates: boolean;
  /** Months for which a proof of origin is good from its date. */
  readonly proofMonths: number;
  /** The share of value that the exporting party must add to a good of the differential list, as a fraction. */
  readonly differentialShare: string;
  readonly citation: string;
}

/** One thing that production must do to the materials that do not originate. */
export type OriginTest =
  | { readonly kind: "WO" }
  /** A change of chapter, heading or subheading; a change from the prefixes in `except` does not count. */
  | { readonly kind: "CC" | "CTH" | "CTSH"; readonly except: readonly string[] }
  /** Regional value content of at least so many percent of FOB. */
  | { readonly kind: "RVC"; readonly percent: string }
  /** A chemical reaction. */
  | { readonly kind: "CR" };

/** The rule of a product: any of the alternatives will do, each of which asks for all of its tests. */
export interface ProductRule extends Validity {
  readonly id: string;
  readonly agreement: string;
  /** Chapter, heading or subheading. */
  readonly code: string;
  readonly alternatives: readonly (readonly OriginTest[])[];
  readonly citation: string;
}

/** A commodity for which the importing party's rate differs between parties, with a condition of its own. */
export interface DifferentialProduct extends Validity {
  readonly id: string;
  readonly agreement: string;
  readonly importer: string;
  readonly code: string;
  readonly citation: string;
}

/** The agreement on the day; null when none of that name is in force. */
export function agreementOn(agreements: readonly Agreement[], code: string, day: LocalDate): Agreement | null {
  return agreements.find((agreement) => agreement.code === code && holdsOn(agreement, day)) ?? null;
}

/** Whether the agreement applies to the country on the day. */
export function isParty(agreement: Agreement, country: string, day: LocalDate): boolean {
  return agreement.parties.some((party) => party.country === country && party.since <= day);
}

/** The rule with the longest code that the commodity lies under; null when the schedule has none for the day. */
export function productRuleOn(
  rules: readonly ProductRule[],
  agreement: string,
  commodityCode: string,
  day: LocalDate,
): ProductRule | null {
  return rules
    .filter((rule) => rule.agreement === agreement && isUnder(commodityCode, rule.code) && holdsOn(rule, day))
    .reduce<ProductRule | null>((best, rule) => (best && best.code.length >= rule.code.length ? best : rule), null);
}

/** Whether the importing party's rate for the good depends on the differential list. */
export function isDifferential(
  differentials: readonly DifferentialProduct[],
  agreement: Agreement,
  good: { readonly importer: string; readonly commodityCode: string },
  day: LocalDate,
): boolean {
  return differentials.some(
    (each) =>
      each.agreement === agreement.code &&
      each.importer === good.importer &&
      isUnder(good.commodityCode, each.code) &&
      holdsOn(each, day),
  );
}

/** What is known of origin on a day. */
export interface Origins {
  readonly agreements: readonly Agreement[];
  readonly productRules: readonly ProductRule[];
  readonly differentials: readonly DifferentialProduct[];
}
