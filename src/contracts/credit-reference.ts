import { z } from "zod";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { CRITERION_AREAS, CRITERION_MEASURES } from "@/domain/aeo/criterion";
import { amount, country, dated } from "./dated";

/** What the law and the product say of credit, as files and tables hold it. */

const tier = z.enum(CREDIT_TIERS);

export const creditSchemeSchema = z.strictObject({
  ...dated,
  code: z.string().min(1),
  tiers: z.array(tier).min(1),
  maps: z.partialRecord(tier, tier),
});

const tierBenefit = z.strictObject({
  inspectionMultiplier: z.number(),
  guaranteeShare: amount,
  priority: z.number().int(),
  periodicDeclaration: z.boolean(),
});

/** What an authority keeps, without version and first day. */
export const benefitsSchema = z.strictObject({
  tiers: z.record(tier, tierBenefit),
  mutual: z.strictObject({ counts: z.boolean(), inspectionMultiplier: z.number() }),
});

/** Whether a rule of law gives a benefit, or whoever runs the product does. */
const source = z.strictObject({ basis: z.enum(["law", "own"]), citation: z.string().min(10) });
const sources = z.record(z.enum([...CREDIT_TIERS, "mutual"]), source);

export const creditBenefitsSchema = benefitsSchema.extend({ ...dated, scheme: z.string().min(1), sources });

export const aeoPartnerSchema = z.strictObject({
  ...dated,
  code: z.string().min(2),
  countries: z.array(country).min(1),
  pattern: z
    .string()
    .refine((text) => text.startsWith("^") && text.endsWith("$"), "a regular expression of the whole code")
    .nullable(),
  example: z.string().nullable(),
  isMutual: z.boolean(),
});

const bothLanguages = z.strictObject({ en: z.string().min(5), zh: z.string().min(2) });

export const aeoCriterionSchema = z.strictObject({
  ...dated,
  code: z.string().min(1),
  scheme: z.string().min(1),
  area: z.enum(CRITERION_AREAS),
  tiers: z.array(tier).min(1),
  question: bothLanguages,
  evidence: bothLanguages,
  remedy: bothLanguages,
  measure: z.enum(CRITERION_MEASURES).nullable(),
  limit: amount.nullable(),
});

export const CREDIT_KINDS = ["credit_scheme", "credit_benefits", "aeo_partner", "aeo_criterion"] as const;
