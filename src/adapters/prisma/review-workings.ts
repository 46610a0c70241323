import { z } from "zod";
import type { FeedbackRecord, QuestionRecord, ReviewStore } from "@/application/review-record";
import { geographicalAreaSchema, reviewClockSchema } from "@/contracts/reference";
import { DEFAULT_POLICY, type ReviewPolicy } from "@/domain/review/policy";
import type { ReasonFeedback, ReviewQuestion } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";

type Workings = Pick<
  ReviewStore,
  | "clocksOn"
  | "policy"
  | "setPolicy"
  | "addSkip"
  | "skippedSince"
  | "question"
  | "questionsOf"
  | "addQuestion"
  | "answer"
  | "addFeedback"
  | "feedback"
>;

/** How cases are worked: their clocks, the authority's policy, skips, questions to the broker and feedback on reasons. */
export function reviewWorkings(scope: Scope): Workings {
  const { db, organisationId, world } = scope;
  return {
    clocksOn: async (day) => {
      const rows = await db.referenceFact.findMany({
        where: {
          kind: { in: ["review_clock", "geographical_area"] },
          validFrom: { lte: day },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
        },
        orderBy: { id: "asc" },
        select: { kind: true, fact: true },
      });
      const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.fact);
      return {
        clocks: z.array(reviewClockSchema).parse(ofKind("review_clock")),
        areas: z.array(geographicalAreaSchema).parse(ofKind("geographical_area")),
      };
    },
    policy: () => policyOf(scope),
    setPolicy: async (policy, by) => {
      const data = { ...policy, changedBy: by, changedAt: world.now() };
      await db.reviewPolicy.upsert({ where: { organisationId }, create: { organisationId, ...data }, update: data });
    },
    addSkip: async (skip) => {
      await db.reviewSkip.create({ data: { ...skip, at: world.now() } });
    },
    skippedSince: async (officerId, since) => {
      const rows = await db.reviewSkip.findMany({
        where: { organisationId, officerId, at: { gte: since } },
        select: { caseId: true },
      });
      return rows.map((row) => row.caseId);
    },
    question: async (id) => {
      const row = await db.reviewQuestion.findFirst({ where: { id, ...ofVisibleShipment(scope) } });
      return row && toQuestion(row);
    },
    questionsOf: async (caseId) => {
      const rows = await db.reviewQuestion.findMany({
        where: { caseId, ...ofVisibleShipment(scope) },
        orderBy: { askedAt: "asc" },
      });
      return rows.map(toQuestion);
    },
    addQuestion: async (question) => {
      await db.reviewQuestion.create({ data: { ...question, reasons: [...question.reasons] } });
    },
    answer: async (id, answer) => {
      await db.reviewQuestion.updateMany({ where: { id, organisationId }, data: { ...answer } });
    },
    addFeedback: async (feedback) => {
      await db.reasonFeedback.create({ data: { ...feedback } });
    },
    feedback: async (from, before) => {
      const rows = await db.reasonFeedback.findMany({
        where: { organisationId, at: { gte: from, lt: before } },
        orderBy: { id: "asc" },
      });
      return rows.map(toFeedback);
    },
  };
}

/** The policy of the actor's authority. */
export async function policyOf({ db, organisationId }: Scope): Promise<ReviewPolicy> {
  const row = await db.reviewPolicy.findUnique({ where: { organisationId } });
  if (!row) return DEFAULT_POLICY;
  return {
    isPickingClosed: row.isPickingClosed,
    secondReviewShare: row.secondReviewShare.toNumber(),
    bulkLimit: row.bulkLimit.toFixed(2),
  };
}

function toQuestion(row: ReviewQuestion): QuestionRecord {
  const { organisationId, id, shipmentId, caseId, stage, reasons, text, askedBy, askedAt, answeredAt } = row;
  return { organisationId, id, shipmentId, caseId, stage, reasons, text, askedBy, askedAt, answeredAt };
}

function toFeedback(row: ReasonFeedback): FeedbackRecord {
  return { ...row, verdict: row.verdict === "wrong" ? "wrong" : "right" };
}
