import { z } from "@hono/zod-openapi";
import { addField } from "@/application/add-field";
import { confirmDocument } from "@/application/confirm-document";
import { editLines } from "@/application/edit-lines";
import { toFieldView } from "@/application/field-view";
import { readRegion } from "@/application/read-region";
import { ruleContradiction } from "@/application/rule-contradiction";
import { boxView, fieldView, regionView, wordView } from "@/contracts/views/document";
import { comparisonView, toComparisonView } from "@/contracts/views/reconciliation";
import { RULE_IDS } from "@/domain/reconciliation/rules";
import { METHODS } from "@/domain/shared/sourced";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Documents"];

const fraction = z.number().min(-0.05).max(1.05);
const box = boxView.extend({ x: fraction, y: fraction, width: fraction.positive(), height: fraction.positive() });
const name = z.string().min(1).max(60);
const line = z.number().int().min(0).max(9_999);
/** Where on the page a person found the value. */
export const place = z.strictObject({
  page: z.number().int().min(1),
  box,
  method: z.enum(METHODS),
  raw: z.string().max(4_000),
});

const words = operation({
  method: "get",
  path: "/documents/{id}/pages/{number}/words",
  summary: "The words of a page with their places",
  tags,
  params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1) }),
  answer: z.object({ words: z.array(wordView) }),
});
const region = operation({
  method: "post",
  path: "/documents/{id}/regions",
  summary: "Read a part of a page again, and parse it for a field; nothing is kept",
  tags,
  params: idParameter,
  body: z.strictObject({ page: z.number().int().min(1), box, name: name.nullish() }),
  answer: regionView,
});
const add = operation({
  method: "post",
  path: "/documents/{id}/fields",
  summary: "Give a value that the reader did not find, or with null state that it is not on the document",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    name,
    line: line.nullable(),
    value: z.string().min(1).max(2_000).nullable(),
    place: place.nullish(),
  }),
  answer: fieldView,
});
const confirm = operation({
  method: "post",
  path: "/documents/{id}/confirmation",
  summary: "Confirm the doubtful values that were seen; what changed meanwhile is left as it is",
  tags,
  params: idParameter,
  body: z.strictObject({ seen: z.array(z.strictObject({ id: z.uuid(), value: z.string().max(2_000) })).max(20_000) }),
  answer: z.object({ fields: z.array(fieldView) }),
});
const lineEdit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("set"), line, name, value: z.string().max(2_000) }),
  z.strictObject({ kind: z.literal("insert"), line }),
  z.strictObject({ kind: z.literal("remove"), line }),
  z.strictObject({ kind: z.literal("close"), line }),
  z.strictObject({ kind: z.literal("reopen"), line, name: name.optional() }),
]);
const lines = operation({
  method: "post",
  path: "/documents/{id}/lines",
  summary: "Change goods lines as a spreadsheet is changed: all of the edits or none",
  tags,
  params: idParameter,
  body: z.strictObject({ edits: z.array(lineEdit).min(1).max(5_000) }),
  answer: z.object({ fields: z.array(fieldView) }),
});
const reconciliation = operation({
  method: "get",
  path: "/shipments/{id}/reconciliation",
  summary: "What the documents of a shipment say of the same facts, and where they contradict each other",
  tags,
  params: idParameter,
  answer: z.object({ comparisons: z.array(comparisonView) }),
});
const ruling = operation({
  method: "post",
  path: "/shipments/{id}/rulings",
  summary: "Rule which document is right where several contradict each other",
  tags,
  params: idParameter,
  body: z.strictObject({ rule: z.enum(RULE_IDS), name, documentId: z.uuid() }),
  answer: z.object({ comparisons: z.array(comparisonView) }),
});

/** What the validation of documents asks beyond the fields themselves. */
export const validationRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries } = services;
  serve(api, words, async (context, { params: { id, number } }) => {
    const found = await queries.getPageWords(context.get("actor"), id, number);
    return answerFound(context, found && { words: found }, "page");
  });
  serve(api, region, async (context, { params, body }) => {
    const { page, box, name } = body;
    return answer(
      context,
      await readRegion(services, context.get("actor"), { documentId: params.id, page, box, name: name ?? null }),
    );
  });
  serve(api, add, async (context, input) => {
    const { params, body } = input;
    const { place, ...rest } = body;
    const addition = { ...rest, documentId: params.id, place: place ?? null };
    return answer(
      context,
      await addField(unitOf(context, services, input), world, context.get("actor"), addition),
      toFieldView,
    );
  });
  serve(api, confirm, async (context, { params, body }) => {
    const confirmed = await confirmDocument(inTransaction, world, context.get("actor"), params.id, body.seen);
    return answer(context, confirmed, (fields) => ({ fields: fields.map(toFieldView) }));
  });
  serve(api, lines, async (context, { params, body }) => {
    const edited = await editLines(inTransaction, world, context.get("actor"), params.id, body.edits);
    return answer(context, edited, (fields) => ({ fields: fields.map(toFieldView) }));
  });
  serve(api, reconciliation, async (context, { params }) => {
    const comparisons = await queries.getReconciliation(context.get("actor"), params.id);
    return answerFound(context, comparisons && { comparisons }, "shipment");
  });
  serve(api, ruling, async (context, { params, body }) => {
    const ruled = await ruleContradiction(inTransaction, context.get("actor"), { shipmentId: params.id, ...body });
    return answer(context, ruled, (comparisons) => ({ comparisons: comparisons.map(toComparisonView) }));
  });
};
