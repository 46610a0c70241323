import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Actor } from "@/application/actor";
import { claimReview, unclaimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import type { Failure } from "@/contracts/problem";
import { REVIEW_VIEWS, reviewCaseView, reviewCountsView, reviewRowView } from "@/contracts/views/review";
import { OUTCOMES } from "@/domain/review/decision";
import { isLocalDate } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import { type ApiEnv, answer, answerFound, type Routes, unitOf } from "./context";
import { inspectionScope } from "./inspection-routes";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Reviews"];

const list = operation({
  method: "get",
  path: "/reviews",
  summary: "The queue of cases by slack and value at stake, or what was decided, newest first",
  tags,
  query: listQuery.extend({
    state: z.enum(["open", "decided"]).default("open"),
    view: z.enum(REVIEW_VIEWS).default("all"),
  }),
  answer: listing(reviewRowView),
});
const counts = operation({
  method: "get",
  path: "/reviews/counts",
  summary: "How many cases each part of the queue holds, and how the day goes",
  tags,
  answer: reviewCountsView,
});
const show = operation({
  method: "get",
  path: "/reviews/{id}",
  summary: "A case with its dossier",
  tags,
  params: idParameter,
  answer: reviewCaseView,
});
const claim = operation({
  method: "post",
  path: "/reviews/{id}/claim",
  summary: "Claim a case for a quarter of an hour",
  tags,
  params: idParameter,
  answer: reviewCaseView,
});
const unclaim = operation({
  method: "delete",
  path: "/reviews/{id}/claim",
  summary: "Give a claimed case back",
  tags,
  params: idParameter,
  answer: reviewCaseView,
});
const decision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  reasons: z.array(z.string().max(60)).min(1).max(12),
  note: z.string().trim().max(2_000).optional(),
  /** The last day of a hold. */
  until: z.string().refine(isLocalDate, "form_date").optional(),
  inspection: inspectionScope.optional(),
});
const decide = operation({
  method: "post",
  path: "/reviews/{id}/decisions",
  summary: "Decide a claimed case with structured reasons",
  tags,
  params: idParameter,
  isKeyed: true,
  body: decision,
  answer: reviewCaseView,
});

export const reviewRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, drawKey } = services;
  const answerCase = async (context: Context<ApiEnv>, actor: Actor, id: string, result: Result<void, Failure>) =>
    result.ok ? answerFound(context, await queries.getReview(actor, id), "case") : answer(context, result);
  serve(api, list, async (context, input) => {
    const { cursor, limit, state, view } = input.query;
    return Response.json(
      await queries.listReviews(context.get("actor"), { limit, state, view, ...(cursor ? { cursor } : {}) }),
    );
  });
  serve(api, counts, async (context) => Response.json(await queries.countReviews(context.get("actor"))));
  serve(api, show, async (context, input) =>
    answerFound(context, await queries.getReview(context.get("actor"), input.params.id), "case"),
  );
  serve(api, claim, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    return answerCase(context, actor, id, await claimReview({ inTransaction, world }, actor, id));
  });
  serve(api, unclaim, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    return answerCase(context, actor, id, await unclaimReview(inTransaction, actor, id));
  });
  serve(api, decide, async (context, input) => {
    const actor = context.get("actor");
    const { id } = input.params;
    const { outcome, reasons, note, until, inspection } = input.body;
    return answerCase(
      context,
      actor,
      id,
      await decideReview({ inTransaction: unitOf(context, services, input), world, drawKey }, actor, {
        caseId: id,
        outcome,
        reasons,
        note: note ?? null,
        until: until ?? null,
        inspection: inspection ?? null,
      }),
    );
  });
};
