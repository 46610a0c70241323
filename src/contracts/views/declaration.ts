import { z } from "zod";
import { STEP_KINDS } from "@/domain/assessment/step";
import { REGIMES } from "@/domain/declaration/declaration";
import { OWNERS } from "@/domain/declaration/issue";
import { METHODS } from "@/domain/shared/sourced";
import { boxView } from "./document";
import { amount, id, instant } from "./scalars";

export const issueView = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  /** A JSON pointer into the declaration. */
  pointer: z.string(),
  documentId: id.nullable(),
  documentName: z.string().nullable(),
  fieldId: id.nullable(),
  owner: z.enum(OWNERS),
  parameters: z.record(z.string(), z.string()),
  message: z.string(),
  remedy: z.string(),
});

export const taxStepView = z.object({
  line: z.number().int().nullable(),
  kind: z.enum(STEP_KINDS),
  /** Of the amount: the invoice's until the customs value is converted, then that of the assessment. */
  currency: z.string(),
  /** Of the base, which a rate of exchange takes in the currency before it. */
  baseCurrency: z.string(),
  base: amount,
  rate: z.string(),
  formula: z.string(),
  amount,
  citation: z.string(),
  validFrom: z.string(),
});

export const taxView = z.object({
  currency: z.string(),
  lawDate: z.string(),
  customsValue: amount,
  duty: amount,
  consumptionTax: amount,
  vat: amount,
  total: amount,
  steps: z.array(taxStepView),
  /** By what the whole of it is secured. */
  secured: z.enum(["none", "guarantee", "payment"]),
  /** What of it is neither paid nor reserved yet. */
  outstanding: amount,
});

/** A leaf of the declaration with its provenance. */
export const declaredValueView = z.object({
  pointer: z.string(),
  name: z.string(),
  line: z.number().int().nullable(),
  value: z.string().nullable(),
  fieldId: id.nullable(),
  documentId: id.nullable(),
  documentName: z.string().nullable(),
  page: z.number().int().nullable(),
  box: boxView.nullable(),
  confidence: z.number().nullable(),
  method: z.enum(METHODS).nullable(),
  confirmed: z.boolean(),
});

export const declarationView = z.object({
  version: z.number().int().nullable(),
  regime: z.enum(REGIMES),
  lodgedAt: instant.nullable(),
  idempotencyKey: z.string().nullable(),
  values: z.array(declaredValueView),
  issues: z.array(issueView),
  /** The tax on today's law if it were lodged now; null while values are missing. */
  tax: taxView.nullable(),
  consumer: z.object({ name: z.string(), identityMasked: z.string() }).nullable(),
});

/** A lodged version, with the values that it states otherwise than the one before it. */
export const declarationVersionView = z.object({
  version: z.number().int(),
  lodgedAt: instant,
  contentHash: z.string(),
  withdrawnAt: instant.nullable(),
  changes: z.array(z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

export type DeclarationVersionView = z.infer<typeof declarationVersionView>;
export type IssueView = z.infer<typeof issueView>;
export type TaxView = z.infer<typeof taxView>;
export type DeclarationView = z.infer<typeof declarationView>;
export type DeclaredValueView = z.infer<typeof declaredValueView>;
