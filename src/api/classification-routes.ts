import { z } from "@hono/zod-openapi";
import { settleCode, suggestCodes } from "@/application/suggest-codes";
import { suggestionView } from "@/contracts/views/classification";
import { REGIMES } from "@/domain/declaration/declaration";
import { answer, type Routes, unitOf } from "./context";
import { operation, serve } from "./schemas";

const tags: [string] = ["Classification"];

const description = z.string().trim().min(1).max(2_000);

const ask = operation({
  method: "post",
  path: "/classification/suggestions",
  summary: "Commodity codes for goods, ranked, with what decided; nothing is kept",
  tags,
  body: z.strictObject({
    description,
    category: z.string().max(500).optional(),
    attributes: z.record(z.string().max(100), z.string().max(500)).optional(),
    origin: z
      .string()
      .regex(/^[A-Z]{2}$/, "form_country")
      .optional(),
    regime: z.enum(REGIMES).optional(),
  }),
  answer: suggestionView,
});
const settle = operation({
  method: "post",
  path: "/classification/decisions",
  summary: "Settle the code of goods, so that the same and like goods are known by it from now on",
  tags,
  isKeyed: true,
  body: z.strictObject({ description, code: z.string().max(13) }),
  answer: z.object({ settled: z.literal(true) }),
});

/** Codes for goods. */
export const classificationRoutes: Routes = (api, services) => {
  const { inTransaction, world, classifier } = services;
  serve(api, ask, async (context, { body }) =>
    answer(context, await suggestCodes({ inTransaction, world, classifier }, context.get("actor"), body)),
  );
  serve(api, settle, async (context, { body }) =>
    answer(
      context,
      await settleCode({ inTransaction: unitOf(context, services, { body }) }, context.get("actor"), body),
      () => ({ settled: true }),
    ),
  );
};
