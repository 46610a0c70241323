import { z } from "zod";
import { REGIMES } from "@/domain/declaration/declaration";
import { FACT_KINDS, type FactKind, type LawFact, type LawFacts } from "@/domain/law/change";
import type { GoldenCase } from "@/domain/law/golden-case";
import { amount, country, day, prefix } from "./dated";
import { exchangeRateSchema, geographicalAreaSchema, legalParameterSchema, requirementRuleSchema } from "./reference";
import { tariffMeasureSchema } from "./tariff-measure";

/** Changes of the law as files, requests and tables hold them, and the cases that they are tried by. */

const FACT_SCHEMAS: { readonly [K in FactKind]: z.ZodType<LawFacts[K]> } = {
  measure: tariffMeasureSchema,
  legal_parameter: legalParameterSchema,
  requirement_rule: requirementRuleSchema,
  exchange_rate: exchangeRateSchema,
  geographical_area: geographicalAreaSchema,
};

/** A whole fact of a kind; else the path and the words of what is wrong with it. */
export function parseFact(kind: FactKind, fact: unknown): { readonly fact: LawFact } | { readonly problem: string } {
  const parsed = FACT_SCHEMAS[kind].safeParse(fact);
  if (parsed.success) return { fact: parsed.data };
  const issue = parsed.error.issues[0];
  return { problem: [issue?.path.join("."), issue?.message].filter(Boolean).join(": ") };
}

/** A fact of a kind that was kept; throws on one that does not fit, for then the table is damaged. */
export function keptFact<K extends FactKind>(kind: K, fact: unknown): LawFacts[K] {
  return FACT_SCHEMAS[kind].parse(fact);
}

const citation = z.string().trim().min(10).max(500);

/** A change as it is sent: what it replaces, and what begins in its place without id, first day and source. */
export const lawChangeInput = z.strictObject({
  kind: z.enum(FACT_KINDS),
  replaces: z.string().min(1).max(300).nullable().default(null),
  fact: z.record(z.string(), z.unknown()).nullable().default(null),
  citation,
});
export type LawChangeInput = z.infer<typeof lawChangeInput>;

export const MOST_CHANGES = 1_000;
export const lawChangesInput = z.array(lawChangeInput).min(1).max(MOST_CHANGES);

const taxAmounts = z.strictObject({ duty: amount, consumptionTax: amount, vat: amount, total: amount });

export const goldenCaseSchema: z.ZodType<GoldenCase> = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  titleZh: z.string().min(1),
  regime: z.enum(REGIMES),
  lawDate: day,
  isStanding: z.boolean(),
  lines: z
    .array(
      z.strictObject({
        commodityCode: prefix,
        origin: country,
        value: amount,
        quantity: amount,
        unit: z.string().nullable(),
        netWeightKg: amount.nullable(),
      }),
    )
    .min(1),
  expected: z.union([taxAmounts, z.strictObject({ refusal: z.string() })]),
  source: z.string().min(10),
});

const goldenOutcome = z.object({
  caseId: z.string(),
  title: z.string(),
  titleZh: z.string(),
  day: z.string(),
  expected: z.string(),
  found: z.string(),
  without: z.string(),
  isPassed: z.boolean(),
});

const standing = z.object({
  tax: taxAmounts.nullable(),
  issues: z.array(z.string()),
  requirements: z.array(z.string()),
});

/** What a check of a basket found. */
export const lawCheckSchema = z.object({
  checkedAt: z.string(),
  cases: z.array(goldenOutcome),
  impact: z.object({
    /** Open shipments that were looked at. */
    examined: z.number().int(),
    /** Whether there are more than were looked at. */
    isCut: z.boolean(),
    shipments: z.array(
      z.object({
        shipmentId: z.string(),
        reference: z.string(),
        before: standing,
        after: standing,
        addedRequirements: z.array(z.string()),
        droppedRequirements: z.array(z.string()),
      }),
    ),
  }),
});
export type LawCheck = z.infer<typeof lawCheckSchema>;

/** A case whose other outcome somebody means, with the reason. */
export const acknowledgementSchema = z.object({
  caseId: z.string(),
  day: z.string(),
  found: z.string(),
  reason: z.string(),
  byName: z.string(),
});
export type Acknowledgement = z.infer<typeof acknowledgementSchema>;
