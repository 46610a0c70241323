import { z } from "zod";

/** Goods to classify and goods whose codes are settled, as lines of JSON hold them. */

const said = {
  description: z.string().optional(),
  text: z.string().optional(),
  category: z.string().optional(),
  attributes: z.record(z.string(), z.string()).optional(),
};

/** What is said of goods, of either of the two names that files give to a description. */
function goodsOf(row: {
  readonly description?: string | undefined;
  readonly text?: string | undefined;
  readonly category?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
}) {
  const description = row.description ?? row.text ?? "";
  // Texts of shops hold their attributes already, without those that say nothing.
  const attributes = description.includes(" | ") ? undefined : row.attributes;
  return { description, ...(row.category ? { category: row.category } : {}), ...(attributes ? { attributes } : {}) };
}

const hasText = (row: { readonly description?: string | undefined; readonly text?: string | undefined }) =>
  row.description !== undefined || row.text !== undefined;
const NO_TEXT = "there is neither a description nor a text";

/** A line to classify: an id, and what is said of the goods. */
export const questionRowSchema = z
  .object({ id: z.string().min(1), ...said })
  .refine(hasText, NO_TEXT)
  .transform((row) => ({ id: row.id, goods: goodsOf(row) }));

const code = z
  .string()
  .transform((text) => text.replace(/[\s.]/g, ""))
  .pipe(z.string().regex(/^\d{6,12}$/, "a code of 6 to 12 digits"));

/**
 * A line of settled goods: the text with its code, under `code`, `code10` (a national one) or `codes` (all that are
 * right, of six digits). A national code of another edition, whose first six digits are none of `codes`, gives way to them.
 */
export const settledRowSchema = z
  .object({ ...said, code: code.optional(), code10: code.optional(), codes: z.array(code).optional() })
  .refine(hasText, NO_TEXT)
  .transform((row) => {
    const national = row.code10 ?? row.code;
    const codes = row.codes ?? [];
    const isValid = national !== undefined && (row.codes === undefined || codes.includes(national.slice(0, 6)));
    return { ...goodsOf(row), codes: isValid ? [national] : codes };
  });

/** A line of a training source: a text with all codes that are right for it. */
export const sourceRowSchema = z.object({ text: z.string(), codes: z.array(code) });

/** A line by which weights are chosen: goods with an id and all codes that are right for them. */
export const tuningRowSchema = z
  .object({ id: z.string().min(1), ...said, codes: z.array(code) })
  .refine(hasText, NO_TEXT)
  .transform((row) => ({ id: row.id, ...goodsOf(row), codes: row.codes }));
