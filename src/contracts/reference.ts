import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { PRODUCT_CLASSES } from "@/domain/clearance/product-class";
import { CIQ_CLASSES, EVIDENCE_KINDS, GOODS_CONDITIONS } from "@/domain/clearance/requirement-rule";
import { REGIMES } from "@/domain/declaration/declaration";
import { CHECKS } from "@/domain/inspection/check";
import { DEPARTMENTS, DUE_WHEN } from "@/domain/inspection/plan";
import { SUPERVISION_NODES } from "@/domain/selectivity/hard-rules";
import { LANES } from "@/domain/selectivity/lanes";
import { aeoCriterionSchema, aeoPartnerSchema, creditBenefitsSchema, creditSchemeSchema } from "./credit-reference";
import { amount, country, dated, figure, group, prefix } from "./dated";

/** Dated reference data as files and tables hold it; measures of the tariff are beside it. */

export const legalParameterSchema = z.strictObject({ ...dated, code: z.string(), value: figure, unit: z.string() });

export const exchangeRateSchema = z.strictObject({
  ...dated,
  currency: z.string().length(3),
  home: z.string().length(3).default("CNY"),
  cny: amount,
  per: amount,
});

export const geographicalAreaSchema = z.strictObject({ ...dated, code: group, member: country });

const subheading = z.string().regex(/^\d{6}$/, "six digits");

export const successionSchema = z.strictObject({
  ...dated,
  code: subheading,
  successors: z.array(subheading).min(1),
  note: z.string(),
});

export const requirementRuleSchema = z.strictObject({
  ...dated,
  code: z.string(),
  stage: z.enum(STAGES),
  commodityPrefixes: z.array(prefix),
  exceptPrefixes: z.array(prefix),
  productClass: z.enum(PRODUCT_CLASSES).nullable().default(null),
  condition: z.enum(GOODS_CONDITIONS).nullable().default(null),
  isOnClaim: z.boolean().default(false),
  origins: z.array(z.string().length(2)),
  regimes: z.array(z.enum(REGIMES)),
  waivedIn: z.array(z.strictObject({ regime: z.enum(REGIMES), reason: z.string(), citation: z.string().min(10) })),
  ciq: z.enum(CIQ_CLASSES).nullable().default(null),
  evidence: z.enum(EVIDENCE_KINDS),
  reason: z.string(),
});

export const controlProfileSchema = z.strictObject({
  ...dated,
  code: z.string(),
  commodityPrefixes: z.array(prefix),
  origins: z.array(z.string().length(2)),
  fromCnyPerPiece: figure.nullable(),
  // A control never releases by itself; only these two lanes bring the goods before a person.
  lane: z.enum(["yellow", "red"]),
  needsTwoOfficers: z.boolean(),
  suspends: z.boolean(),
  nodes: z.array(z.enum(SUPERVISION_NODES)).min(1).default(["no_automatic_release"]),
});

export const scorecardSchema = z.strictObject({
  ...dated,
  version: z.string(),
  points: z.record(z.string(), z.number().int()),
  commodityPoints: z.record(prefix, z.number().int()),
  originPoints: z.record(z.string().length(2), z.number().int()),
  priceBands: z.array(z.strictObject({ heading: prefix, lowCnyPerKg: figure, highCnyPerKg: figure })),
  vagueWords: z.array(z.string()),
  highValueCny: figure,
  bands: z.strictObject({ blue: z.number().int(), yellow: z.number().int(), red: z.number().int() }),
  randomShare: z.number().min(0).max(1),
});

export const reviewClockSchema = z.strictObject({
  ...dated,
  code: z.string(),
  hours: z.number().positive(),
  commodityPrefixes: z.array(prefix),
  area: group.nullable(),
  isExpress: z.boolean(),
  lanes: z.array(z.enum(LANES)),
});

export const inspectionCheckSchema = z.strictObject({
  ...dated,
  code: z.string(),
  check: z.enum(CHECKS),
  ciq: z.array(z.enum(CIQ_CLASSES)),
  isBothEnds: z.boolean(),
  when: z.enum(DUE_WHEN),
  officers: z.number().int().min(1).max(2),
  authority: z.enum(DEPARTMENTS),
});

export const permitFormatSchema = z.strictObject({
  ...dated,
  code: z.string(),
  pattern: z.string().refine(isPattern, "a regular expression"),
  example: z.string().min(1),
});

/** What feeds of retail orders write for a unit or a currency, in our words. */
export const feedCodeSchema = z.strictObject({
  ...dated,
  list: z.enum(["unit", "currency"]),
  code: z.string().regex(/^\d{3}$/, "three digits"),
  neutral: z.string().min(1),
});

/** What a paper is called in the messages of a general-trade declaration. */
export const paperTypeSchema = z.strictObject({
  ...dated,
  paper: z.string().min(1),
  type: z.string().regex(/^\d{1,3}$/, "a code of UN/EDIFACT 1001"),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u").source.length > 0;
  } catch {
    return false;
  }
}

/** The facts of the table `reference_fact`, by kind, each with the file that it is loaded from. */
export const REFERENCE_KINDS = {
  geographical_area: { file: "geographical-areas.json", schema: geographicalAreaSchema },
  exchange_rate: { file: "exchange-rates.json", schema: exchangeRateSchema },
  requirement_rule: { file: "requirement-rules.json", schema: requirementRuleSchema },
  control_profile: { file: "control-profiles.json", schema: controlProfileSchema },
  scorecard: { file: "scorecards.json", schema: scorecardSchema },
  review_clock: { file: "review-clocks.json", schema: reviewClockSchema },
  inspection_check: { file: "inspection-checks.json", schema: inspectionCheckSchema },
  permit_format: { file: "permit-formats.json", schema: permitFormatSchema },
  paper_type: { file: "paper-types.json", schema: paperTypeSchema },
  feed_code: { file: "feed-codes.json", schema: feedCodeSchema },
  credit_scheme: { file: "credit-schemes.json", schema: creditSchemeSchema },
  credit_benefits: { file: "credit-benefits.json", schema: creditBenefitsSchema },
  aeo_partner: { file: "aeo-partners.json", schema: aeoPartnerSchema },
  aeo_criterion: { file: "aeo-criteria.json", schema: aeoCriterionSchema },
} as const;
