import type { Transaction } from "@/application/ports";
import type { SecondReviewRecord } from "@/application/second-review-record";
import type { SecondReview } from "./generated/client";
import type { Scope } from "./scope";

/** The authority's log of draws and second opinions. */
export function secondReviewRepository({ db, organisationId, world }: Scope): Pick<Transaction, "secondReviews"> {
  return {
    secondReviews: {
      add: async (review) => {
        await db.secondReview.create({ data: { ...review } });
      },
      get: async (id) => {
        const row = await db.secondReview.findFirst({ where: { id, organisationId } });
        return row && toSecondReview(row);
      },
      takenBy: async (officerId) => {
        const row = await db.secondReview.findFirst({ where: { organisationId, officerId, answeredAt: null } });
        return row && toSecondReview(row);
      },
      waitingFor: async (officerId) => {
        const rows = await db.secondReview.findMany({
          where: { organisationId, isDrawn: true, officerId: null },
          orderBy: { id: "asc" },
        });
        const ruled = await db.decision.findMany({
          where: { caseId: { in: rows.map((row) => row.caseId) }, officerId },
          select: { caseId: true },
        });
        const own = new Set(ruled.map((row) => row.caseId));
        return rows.filter((row) => !own.has(row.caseId)).map(toSecondReview);
      },
      take: async (id, officerId) => {
        const { count } = await db.secondReview.updateMany({
          where: { id, organisationId, officerId: null, isDrawn: true },
          data: { officerId, takenAt: world.now() },
        });
        return count === 1;
      },
      answer: async (id, officerId, { outcome, reasons, note }) => {
        const { count } = await db.secondReview.updateMany({
          where: { id, organisationId, officerId, answeredAt: null },
          data: { outcome, reasons: [...reasons], note, answeredAt: world.now() },
        });
        return count === 1;
      },
    },
  };
}

function toSecondReview({ reasons: _reasons, note: _note, share, outcome, ...row }: SecondReview): SecondReviewRecord {
  return {
    ...row,
    share: share.toNumber(),
    outcome: outcome === "pass" || outcome === "refuse" ? outcome : null,
  };
}
