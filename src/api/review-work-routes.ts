import { z } from "@hono/zod-openapi";
import { answerReviewQuestion } from "@/application/answer-review-question";
import { previewBulkReview, releaseMany } from "@/application/bulk-review";
import { nextReview, skipReview } from "@/application/next-review";
import { giveReasonFeedback } from "@/application/review-feedback";
import { answerSecondReview, takeSecondReview } from "@/application/second-review";
import { setReviewPolicy } from "@/application/set-review-policy";
import { reviewQuestionView } from "@/contracts/views/review";
import { ownDecisionView, reviewPolicyView, reviewQualityView, secondReviewView } from "@/contracts/views/review-work";
import { SKIP_REASONS } from "@/domain/review/policy";
import { answer, answerFound, type Routes, unitOf } from "./context";
import { answerCsv, csvOf } from "./csv";
import { idParameter, listing, listQuery, operation, serve } from "./schemas";

const tags: [string] = ["Reviews"];
const note = z.string().trim().max(2_000).nullable().default(null);
const reasons = z.array(z.string().max(60)).min(1).max(12);
const caseIds = z.array(z.uuid()).min(1).max(200);
const whose = z.enum(["own", "all"]).default("own");
const nothing = z.null();

const next = operation({
  method: "post",
  path: "/reviews/next",
  summary: "Claim the most pressing free case; null when there is none",
  tags,
  answer: z.object({ caseId: z.uuid().nullable() }),
});
const skip = operation({
  method: "post",
  path: "/reviews/{id}/skip",
  summary: "Pass a claimed case by, with a reason that is kept",
  tags,
  params: idParameter,
  body: z.strictObject({ reason: z.enum(SKIP_REASONS), note }),
  answer: nothing,
});
const preview = operation({
  method: "post",
  path: "/reviews/bulk/preview",
  summary: "What a release of many cases would do; nothing is done",
  tags,
  body: z.strictObject({ caseIds }),
  answer: z.object({
    count: z.number().int(),
    stake: z.string(),
    lanes: z.record(z.string(), z.number()),
    included: z.array(z.string()),
    excluded: z.array(z.object({ caseId: z.string(), why: z.string() })),
  }),
});
const release = operation({
  method: "post",
  path: "/reviews/bulk",
  summary: "Pass many cases for the same reasons, each with a decision of its own",
  tags,
  body: z.strictObject({ caseIds, reasons, note }),
  answer: z.object({
    released: z.array(z.string()),
    left: z.array(z.object({ caseId: z.string(), why: z.string() })),
  }),
});
const feedback = operation({
  method: "post",
  path: "/reviews/{id}/feedback",
  summary: "Say whether a reason that brought the case before an officer was right",
  tags,
  params: idParameter,
  body: z.strictObject({ reason: z.string().max(120), verdict: z.enum(["right", "wrong"]), note }),
  answer: nothing,
});
const policy = operation({
  method: "get",
  path: "/review-policy",
  summary: "How the authority works its cases",
  tags,
  answer: reviewPolicyView,
});
const setPolicy = operation({
  method: "post",
  path: "/review-policy",
  summary: "Set how the authority works its cases, as a signed-in admin",
  tags,
  body: z.strictObject({
    isPickingClosed: z.boolean(),
    secondReviewShare: z.number().min(0).max(1).multipleOf(0.0001),
    bulkLimit: z.string().regex(/^\d{1,15}(\.\d{1,2})?$/),
  }),
  answer: nothing,
});
const take = operation({
  method: "post",
  path: "/second-reviews/next",
  summary: "Take a decided case to look at without its ruling; null when there is none",
  tags,
  answer: z.object({ id: z.uuid().nullable() }),
});
const second = operation({
  method: "get",
  path: "/second-reviews/{id}",
  summary: "A decided case without its ruling",
  tags,
  params: idParameter,
  answer: secondReviewView,
});
const opine = operation({
  method: "post",
  path: "/second-reviews/{id}/opinion",
  summary: "Say what you would have ruled; it moves nothing",
  tags,
  params: idParameter,
  body: z.strictObject({ outcome: z.enum(["pass", "refuse"]), reasons, note }),
  answer: nothing,
});
const quality = operation({
  method: "get",
  path: "/review-quality",
  summary: "How officers agree who decide the same case: rate and Cohen's kappa, with the rows",
  tags,
  answer: reviewQualityView,
});
const qualityCsv = operation({
  method: "get",
  path: "/review-quality.csv",
  summary: "The rows of the agreement, to count it again",
  tags,
  answer: z.string(),
  answerType: "text/csv",
});
const decisions = operation({
  method: "get",
  path: "/decisions",
  summary: "One's own rulings, or for an admin all, and how they fared",
  tags,
  query: listQuery.extend({ whose }),
  answer: listing(ownDecisionView),
});
const decisionsCsv = operation({
  method: "get",
  path: "/decisions.csv",
  summary: "The same as CSV, at most the last 5,000",
  tags,
  query: z.object({ whose }),
  answer: z.string(),
  answerType: "text/csv",
});
const questions = operation({
  method: "get",
  path: "/shipments/{id}/questions",
  summary: "What officers asked about a shipment",
  tags,
  params: idParameter,
  answer: z.array(reviewQuestionView),
});
const reply = operation({
  method: "post",
  path: "/questions/{id}/answer",
  summary: "Answer an officer's question in words or with a document of the shipment",
  tags,
  params: idParameter,
  isKeyed: true,
  body: z.strictObject({ answer: note, documentId: z.uuid().nullable().default(null) }),
  answer: nothing,
});

const MOST_ROWS = 5_000;

/** What officers do beside deciding one case: taking the next, many at once, second looks, and accounts of it all. */
export const reviewWorkRoutes: Routes = (api, services) => {
  const { inTransaction, world, queries, drawKey } = services;
  const ports = { inTransaction, world, drawKey };
  serve(api, next, async (context) => answer(context, await nextReview(ports, context.get("actor"))));
  serve(api, skip, async (context, { params, body }) =>
    answer(context, await skipReview(ports, context.get("actor"), { caseId: params.id, ...body })),
  );
  serve(api, preview, async (context, { body }) =>
    answer(context, await previewBulkReview(ports, context.get("actor"), body.caseIds)),
  );
  serve(api, release, async (context, { body }) =>
    answer(context, await releaseMany(ports, context.get("actor"), body)),
  );
  serve(api, feedback, async (context, { params, body }) =>
    answer(context, await giveReasonFeedback(ports, context.get("actor"), { caseId: params.id, ...body })),
  );
  serve(api, policy, async (context) => answer(context, await queries.getReviewPolicy(context.get("actor"))));
  serve(api, setPolicy, async (context, { body }) =>
    answer(context, await setReviewPolicy(inTransaction, context.get("actor"), body)),
  );
  serve(api, take, async (context) => answer(context, await takeSecondReview(inTransaction, context.get("actor"))));
  serve(api, second, async (context, { params }) => {
    const found = await queries.getSecondReview(context.get("actor"), params.id);
    return found.ok ? answerFound(context, found.value, "second_review") : answer(context, found);
  });
  serve(api, opine, async (context, { params, body }) =>
    answer(context, await answerSecondReview(inTransaction, context.get("actor"), params.id, body)),
  );
  serve(api, quality, async (context) => answer(context, await queries.getReviewQuality(context.get("actor"))));
  serve(api, qualityCsv, async (context) => {
    const found = await queries.getReviewQuality(context.get("actor"));
    if (!found.ok) return answer(context, found);
    const columns = [
      "id",
      "caseId",
      "stage",
      "lane",
      "firstOutcome",
      "first",
      "second",
      "firstAt",
      "secondAt",
    ] as const;
    const draws = ["seed", "drawValue", "share"] as const;
    const names = [...columns, ...draws];
    return answerCsv(
      "second-reviews.csv",
      csvOf(
        names,
        found.value.rows.map((row) => names.map((name) => row[name])),
      ),
    );
  });
  serve(api, decisions, async (context, { query }) => {
    const { cursor, ...rest } = query;
    return answer(
      context,
      await queries.listDecisions(context.get("actor"), { ...rest, ...(cursor ? { cursor } : {}) }),
    );
  });
  serve(api, decisionsCsv, async (context, { query }) => {
    const listed = await queries.listDecisions(context.get("actor"), { limit: MOST_ROWS, whose: query.whose });
    if (!listed.ok) return answer(context, listed);
    const names = [
      "at",
      "officer",
      "reference",
      "stage",
      "outcome",
      "reasons",
      "note",
      "overturnedBy",
      "secondOpinion",
      "laterIrregular",
    ];
    const rows = listed.value.rows.map((row) => [
      ...[row.at, row.officer, row.reference, row.stage, row.outcome, row.reasons.join(" "), row.note],
      row.overturnedBy?.outcome ?? null,
      row.secondOpinion,
      row.laterIrregular === null ? null : String(row.laterIrregular),
    ]);
    return answerCsv("decisions.csv", csvOf(names, rows));
  });
  serve(api, questions, async (context, { params }) =>
    answerFound(context, await queries.listReviewQuestions(context.get("actor"), params.id), "shipment"),
  );
  serve(api, reply, async (context, input) =>
    answer(
      context,
      await answerReviewQuestion({ inTransaction: unitOf(context, services, input), world }, context.get("actor"), {
        questionId: input.params.id,
        ...input.body,
      }),
    ),
  );
};
