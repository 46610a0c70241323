import { z } from "@hono/zod-openapi";
import { listRemedies } from "@/application/list-remedies";
import { giveSuggestionFeedback } from "@/application/pre-examination-feedback";
import { SUGGESTION_VERDICTS } from "@/application/pre-examination-record";
import { ensurePreExamined } from "@/application/pre-examine-case";
import { preExaminationView } from "@/contracts/views/pre-examination";
import { remediesView } from "@/contracts/views/remedy";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { idParameter, operation, serve } from "./schemas";

const tags: [string] = ["Reviews"];
const words = z.string().trim().min(1).max(2_000).nullable().default(null);

const show = operation({
  method: "get",
  path: "/reviews/{id}/pre-examination",
  summary:
    "What is known of a case before it is opened, every sentence with its facts; made now where it was not before",
  tags,
  params: idParameter,
  answer: preExaminationView,
});
const feedback = operation({
  method: "post",
  path: "/reviews/{id}/pre-examination/feedback",
  summary: "Accept a suggestion, change it, or reject it with a reason; it moves nothing",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({
    suggestion: z.string().max(60),
    verdict: z.enum(SUGGESTION_VERDICTS),
    edited: words,
    reason: words,
  }),
  answer: z.null(),
});
const remedies = operation({
  method: "get",
  path: "/clearances/{id}/remedies",
  summary: "The lawful steps that would release a clearance; with what holds it, for its authority",
  tags: ["Clearances"],
  params: idParameter,
  answer: remediesView,
});

/** Pre-examinations, what officers make of their suggestions, and what would release a clearance. */
export const preExaminationRoutes: Routes = (api, services) => {
  const { queries, world } = services;
  serve(api, show, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const made = await ensurePreExamined(services, actor, id);
    if (!made.ok) return answer(context, made);
    const found = await queries.getPreExamination(actor, id);
    return found.ok ? answerFound(context, found.value, "pre-examination") : answer(context, found);
  });
  serve(api, feedback, async (context, input) => {
    const { suggestion, verdict, edited, reason } = input.body;
    const given = { caseId: input.params.id, suggestion, verdict, edited, reason };
    const inTransaction = unitOf(context, services, input);
    return answer(context, await giveSuggestionFeedback({ inTransaction, world }, context.get("actor"), given));
  });
  serve(api, remedies, async (context, input) =>
    answer(context, await listRemedies(services, context.get("actor"), input.params.id)),
  );
};
