import type { CreditTier } from "../aeo/authorisation";
import { normaliseName } from "../clearance/requirements";
import { maskName } from "../declaration/consumer";
import { compare, decimal, formatDecimal } from "../shared/decimal";
import { type Money, toDecimal } from "../shared/money";
import { longestPrefix } from "../tariff/commodity-code";
import { isRound, isVague, unusualPrice, weightsDiffer } from "./oddities";
import type { Scorecard } from "./scorecard";

interface RiskLine {
  readonly number: number;
  readonly description: string;
  readonly commodityCode: string;
  readonly origin: string;
  readonly quantity: string;
  readonly unit: string | null;
  /** Customs value of the line in CNY. */
  readonly value: Money;
  readonly netWeightKg: string | null;
}

/** What the score looks at. Nothing in it is later than the declaration. */
export interface RiskFacts {
  readonly lines: readonly RiskLine[];
  readonly customsValue: Money;
  readonly declaredGrossKg: string;
  readonly transportGrossKg: string | null;
  readonly declaredPackages: string;
  readonly transportPackages: string | null;
  /** A firm; in retail a person, whose name is masked before it is written down. */
  readonly buyer: string;
  readonly transportConsignee: string | null;
  readonly isRetail: boolean;
  readonly earlierShipmentsOfBuyer: number;
  readonly correctedFields: number;
  /** Values that a person confirmed although the machine could hardly read them. */
  readonly doubtfulFields: number;
  /** As declared, in the invoice currency. */
  readonly invoiceTotal: string;
  /** An officer passed the same declaration at the gate before. */
  readonly isReviewedBefore: boolean;
  readonly credit: { readonly tier: CreditTier; readonly authorisation: string | null };
}

/** What one factor adds, with the fact that it rests on. */
export interface Contribution {
  readonly factor: string;
  readonly points: number;
  /** Where the fact stands, as a path into the declaration or the name of a register. */
  readonly evidence: string;
  readonly parameters: Readonly<Record<string, string>>;
}

type Factor = (facts: RiskFacts, card: Scorecard) => readonly Contribution[];

/** Every factor of the score. Adding one is adding an entry: the screens show it by themselves. */
export const FACTORS: Readonly<Record<string, Factor>> = {
  commodity: (facts, card) =>
    facts.lines.flatMap((line) => {
      const prefix = longestPrefix(line.commodityCode, Object.keys(card.commodityPoints));
      const points = prefix === null ? 0 : (card.commodityPoints[prefix] ?? 0);
      return points === 0
        ? []
        : [
            {
              factor: "commodity",
              points,
              evidence: `lines.${line.number}.commodityCode`,
              parameters: { code: line.commodityCode, prefix: prefix ?? "" },
            },
          ];
    }),
  origin: (facts, card) =>
    [...new Set(facts.lines.map((line) => line.origin))].flatMap((origin) => {
      const points = card.originPoints[origin] ?? 0;
      return points === 0 ? [] : [{ factor: "origin", points, evidence: "lines.origin", parameters: { origin } }];
    }),
  price_outlier: (facts, card) => facts.lines.flatMap((line) => priceOutlier(line, card)),
  weight_mismatch: (facts, card) =>
    mismatch("weight_mismatch", card, "grossWeightKg", facts.declaredGrossKg, facts.transportGrossKg, weightsDiffer),
  packages_mismatch: (facts, card) =>
    mismatch("packages_mismatch", card, "packages", facts.declaredPackages, facts.transportPackages, (a, b) => a !== b),
  consignee_mismatch: (facts, card) =>
    facts.transportConsignee !== null && normaliseName(facts.buyer) !== normaliseName(facts.transportConsignee)
      ? [
          contribution("consignee_mismatch", card, "consignee", {
            declared: shownName(facts, facts.buyer),
            transport: shownName(facts, facts.transportConsignee),
          }),
        ]
      : [],
  new_importer: (facts, card) =>
    facts.earlierShipmentsOfBuyer === 0
      ? [contribution("new_importer", card, "buyer", { buyer: shownName(facts, facts.buyer) })]
      : [],
  vague_description: (facts, card) =>
    facts.lines
      .filter((line) => isVague(line.description, card.vagueWords))
      .map((line) =>
        contribution("vague_description", card, `lines.${line.number}.description`, { description: line.description }),
      ),
  corrected_values: (facts, card) =>
    facts.correctedFields >= 3
      ? [contribution("corrected_values", card, "documents", { count: String(facts.correctedFields) })]
      : [],
  doubtful_reading: (facts, card) =>
    facts.doubtfulFields >= 5
      ? [contribution("doubtful_reading", card, "documents", { count: String(facts.doubtfulFields) })]
      : [],
  round_number: (facts, card) =>
    isRound(facts.invoiceTotal)
      ? [contribution("round_number", card, "invoiceTotal", { total: facts.invoiceTotal })]
      : [],
  reviewed_before: (facts, card) =>
    facts.isReviewedBefore ? [contribution("reviewed_before", card, "reviews", {})] : [],
  high_value: (facts, card) =>
    compare(toDecimal(facts.customsValue), decimal(card.highValueCny)) >= 0
      ? [
          contribution("high_value", card, "customsValue", {
            value: formatDecimal(toDecimal(facts.customsValue)),
            from: card.highValueCny,
          }),
        ]
      : [],
  credit: (facts, card) => {
    const points = card.points[`credit_${facts.credit.tier}`] ?? 0;
    return points === 0
      ? []
      : [
          {
            factor: "credit",
            points,
            evidence: facts.credit.authorisation ?? "credit",
            parameters: { tier: facts.credit.tier },
          },
        ];
  },
};

function contribution(
  factor: string,
  card: Scorecard,
  evidence: string,
  parameters: Record<string, string>,
): Contribution {
  return { factor, points: card.points[factor] ?? 0, evidence, parameters };
}

/** Evidence is kept for years and read by many; the names of people have no place in it. */
function shownName({ isRetail }: RiskFacts, name: string): string {
  return isRetail ? maskName(name) : name;
}

function mismatch(
  factor: string,
  card: Scorecard,
  evidence: string,
  declared: string,
  transport: string | null,
  differs: (a: string, b: string) => boolean,
): readonly Contribution[] {
  return transport !== null && differs(declared, transport)
    ? [contribution(factor, card, evidence, { declared, transport })]
    : [];
}

function priceOutlier(line: RiskLine, card: Scorecard): readonly Contribution[] {
  const unusual = unusualPrice(line, card);
  return unusual
    ? [contribution("price_outlier", card, `lines.${line.number}.amount`, { ...unusual, line: String(line.number) })]
    : [];
}
