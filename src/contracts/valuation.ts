import { z } from "zod";
import { VALUATION_METHODS } from "@/domain/valuation/methods";

const amount = z
  .string()
  .max(20)
  .regex(/^\d+(\.\d+)?$/, "form_decimal");
const signed = z
  .string()
  .max(20)
  .regex(/^-?\d+(\.\d+)?$/, "form_decimal");
const text = z.string().trim().min(1).max(1_000);
const comparables = z
  .array(z.strictObject({ reference: text, unitValue: amount, correction: signed.default("0") }))
  .max(200);

/** A valuation worksheet as somebody fills it in: the method, why not an earlier one, and the figures. */
export const worksheetSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, "form_currency"),
  computedFirst: z.boolean().default(false),
  passedOver: z
    .array(z.strictObject({ method: z.enum(VALUATION_METHODS), reason: text }))
    .max(5)
    .default([]),
  basis: z.discriminatedUnion("method", [
    z.strictObject({ method: z.literal("transaction_value"), price: amount, additions: amount, deductions: amount }),
    z.strictObject({ method: z.literal("identical_goods"), quantity: amount, comparables }),
    z.strictObject({ method: z.literal("similar_goods"), quantity: amount, comparables }),
    z.strictObject({
      method: z.literal("deductive"),
      quantity: amount,
      sales: z.array(z.strictObject({ unitPrice: amount, quantity: amount })).max(1_000),
      deductions: z.strictObject({ profit: amount, carriage: amount, taxes: amount }),
    }),
    z.strictObject({
      method: z.literal("computed"),
      materials: amount,
      manufacture: amount,
      profit: amount,
      carriage: amount,
    }),
    z.strictObject({ method: z.literal("fall_back"), value: amount, reasoning: z.string().max(4_000) }),
  ]),
});

/** What a worksheet comes to, or the problem that stands in its way. */
export const worksheetView = z.object({
  method: z.enum(VALUATION_METHODS),
  value: z.string().nullable(),
  currency: z.string(),
  formula: z.string().nullable(),
  problem: z.object({ kind: z.string(), method: z.string().nullable() }).nullable(),
});
export type WorksheetView = z.infer<typeof worksheetView>;
