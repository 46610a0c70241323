import { z } from "zod";
import { isLocalDate } from "@/domain/shared/local-date";

/** Agreements and rules of origin as files and tables hold them, and a production as somebody asks about it. */

const day = z.string().refine(isLocalDate, "a date, YYYY-MM-DD");
const figure = z.string().regex(/^\d+(\.\d+)?$/, "a plain decimal");
const country = z.string().regex(/^[A-Z]{2}$/, "two capital letters");
const prefix = z.string().regex(/^\d{2,6}$/, "2 to 6 digits");
const dated = { id: z.string().min(1), validFrom: day, validTo: day.nullable(), citation: z.string().min(10) };

export const agreementSchema = z.strictObject({
  ...dated,
  code: z.string().min(2),
  parties: z.array(z.strictObject({ country, since: day })).min(2),
  deMinimis: z.strictObject({ valueShare: figure, weightShare: figure, weightChapters: z.array(prefix) }),
  cumulates: z.boolean(),
  proofMonths: z.number().int().positive(),
  differentialShare: figure,
});

const originTest = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("WO") }),
  z.strictObject({ kind: z.enum(["CC", "CTH", "CTSH"]), except: z.array(prefix) }),
  z.strictObject({ kind: z.literal("RVC"), percent: figure }),
  z.strictObject({ kind: z.literal("CR") }),
]);

export const productRuleSchema = z.strictObject({
  ...dated,
  agreement: z.string(),
  code: prefix,
  alternatives: z.array(z.array(originTest).min(1)).min(1),
});

export const differentialProductSchema = z.strictObject({
  ...dated,
  agreement: z.string(),
  importer: country,
  code: prefix,
});

/** The facts of origin, by the kind that the table of reference facts holds them under, with their files. */
export const ORIGIN_KINDS = {
  origin_agreement: { file: "origin-agreements.json", schema: agreementSchema },
  origin_rule: { file: "origin-rules.json", schema: productRuleSchema },
  origin_differential: { file: "origin-differentials.json", schema: differentialProductSchema },
} as const;

const code = z.string().regex(/^\d{6}(\d{2}){0,3}$/, "form_commodity_code");
const amount = z
  .string()
  .max(20)
  .regex(/^\d+(\.\d+)?$/, "form_decimal");
const place = z.string().regex(/^[A-Z]{2}$/, "form_country");
const question = z.string().refine(isLocalDate, "form_date");

export const originQuestion = z.strictObject({
  agreement: z.string().min(2).max(20),
  day: question.optional(),
  exporter: z.string().trim().min(1).max(200),
  invoiceNumber: z.string().trim().min(1).max(100),
  description: z.string().trim().min(1).max(500),
  production: z.strictObject({
    commodityCode: code,
    country: place,
    importer: place.default("CN"),
    fob: amount,
    netWeightKg: amount.nullable().default(null),
    isWhollyObtained: z.boolean().default(false),
    materials: z
      .array(
        z.strictObject({
          number: z.number().int().min(1),
          description: z.string().trim().max(500).default(""),
          commodityCode: code,
          value: amount,
          origin: place.nullable().default(null),
          hasProof: z.boolean().default(false),
          isWhollyObtained: z.boolean().default(false),
          netWeightKg: amount.nullable().default(null),
        }),
      )
      .max(1_000),
    costs: z.strictObject({ labour: amount, overhead: amount, profit: amount, other: amount }).nullable().default(null),
    isMoreThanMinimal: z.boolean().default(true),
    hasChemicalReaction: z.boolean().default(false),
    route: z
      .array(
        z.strictObject({
          country: place,
          operations: z.enum(["none", "logistics", "processing"]),
          isUnderCustomsControl: z.boolean(),
        }),
      )
      .max(50)
      .default([]),
    proofDate: question.nullable().default(null),
  }),
});
export type OriginQuestion = z.infer<typeof originQuestion>;

const testView = z.object({
  kind: z.string(),
  passes: z.boolean(),
  by: z.string().nullable(),
  formula: z.string().nullable(),
  materials: z.array(z.number()),
});

/** The verdict on a production: nothing of it is kept. */
export const originView = z.object({
  agreement: z.string(),
  day: z.string(),
  originates: z.boolean(),
  mayClaim: z.boolean(),
  criteria: z.array(z.string()),
  country: z.object({ country: z.string(), by: z.string() }).nullable(),
  rule: z.object({ code: z.string(), citation: z.string() }).nullable(),
  alternatives: z.array(z.object({ passes: z.boolean(), tests: z.array(testView) })),
  problems: z.array(z.object({ kind: z.string(), parameters: z.record(z.string(), z.string()) })),
  statement: z.object({ en: z.string(), zh: z.string() }).nullable(),
  /** What the agreement's rate saves against the one without it on goods of the FOB value; null where no rate is known. */
  saving: z.object({ without: z.string(), with: z.string(), amount: z.string(), citation: z.string() }).nullable(),
});
export type OriginView = z.infer<typeof originView>;
