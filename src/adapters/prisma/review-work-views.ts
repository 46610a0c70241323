import type { ReviewQuestionView } from "@/contracts/views/review";
import type { OwnDecisionView, ReviewQualityView, SecondReviewView } from "@/contracts/views/review-work";
import { agreementOf } from "@/domain/review/agreement";
import { isAdvice } from "@/domain/review/decision";
import { opinionOf } from "@/domain/review/second-look";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { asUndecided, blindOf, concealedFrom, withoutRulings } from "./review-blind";
import { reviews, toQuestionView } from "./review-views";
import { ofVisibleShipment, type Scope } from "./scope";

/** The reads of the workbench beside its queue. */
export const reviewWork = { decisions, second, quality, questions };

const DECISION = {
  shipment: { select: { reference: true } },
  clearance: { select: { stage: true, decisions: { orderBy: { at: "asc" } } } },
} as const satisfies Prisma.DecisionInclude;

type Row = Prisma.DecisionGetPayload<{ include: typeof DECISION }>;

/** The rulings of one officer, or of all, and how each fared; the newest first. */
async function decisions(scope: Scope, options: { cursor?: string; limit: number; officerId: string | null }) {
  const { db, organisationId } = scope;
  const concealed = await concealedFrom(scope);
  const rows = await db.decision.findMany({
    where: {
      AND: [
        ofVisibleShipment(scope),
        { NOT: { outcome: { startsWith: "advise" } }, caseId: { notIn: [...concealed] } },
        options.officerId ? { officerId: options.officerId } : {},
        before(options.cursor),
      ],
    },
    include: DECISION,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  const opinions = await db.secondReview.findMany({
    where: { organisationId, decisionId: { in: rows.map((row) => row.id) }, answeredAt: { not: null } },
    select: { decisionId: true, outcome: true },
  });
  const looks = await db.inspection.findMany({
    where: { organisationId, clearanceId: { in: rows.map((row) => row.clearanceId) }, state: "recorded" },
    select: { clearanceId: true, recordedAt: true, results: { select: { isIrregular: true } } },
  });
  return page(rows, options, (row): OwnDecisionView => {
    const opinion = opinions.find((each) => each.decisionId === row.id)?.outcome;
    const later = looks.filter((each) => each.clearanceId === row.clearanceId && (each.recordedAt ?? row.at) > row.at);
    return {
      id: row.id,
      caseId: row.caseId,
      reference: row.shipment.reference,
      stage: row.clearance.stage,
      officer: row.officerName,
      outcome: row.outcome,
      reasons: row.reasons,
      note: row.note,
      at: row.at.toISOString(),
      overturnedBy: overturning(row),
      secondOpinion: opinion ? (opinion === opinionOf(row.outcome) ? "agrees" : "disagrees") : null,
      laterIrregular:
        later.length === 0 ? null : later.some((each) => each.results.some((result) => result.isIrregular)),
    };
  });
}

/** The later ruling on the same goods at the same gate that says the contrary. */
function overturning(row: Row): OwnDecisionView["overturnedBy"] {
  const own = opinionOf(row.outcome);
  const contrary = row.clearance.decisions.find((other) => {
    const opinion = isAdvice(other.outcome) ? null : opinionOf(other.outcome);
    return other.at > row.at && own !== null && opinion !== null && opinion !== own;
  });
  return contrary ? { outcome: contrary.outcome, at: contrary.at.toISOString() } : null;
}

/** The case that the officer has taken for a second look, as it was before it was decided. */
async function second(scope: Scope, id: string): Promise<SecondReviewView | null> {
  const { db, organisationId, actor } = scope;
  const row = await db.secondReview.findFirst({ where: { id, organisationId, officerId: actor.id, answeredAt: null } });
  const review = row && (await reviews.get(scope, row.caseId));
  const blind = (await blindOf(scope)).find((each) => each.caseId === row?.caseId);
  if (!row || !review || !blind) return null;
  const undecided = { ...review, lane: row.lane, shipment: asUndecided(review.shipment, blind), outcomes: [] };
  return { id, review: { ...withoutRulings(undecided), state: "open" } };
}

/** How two officers agree, over everything that was answered, with the rows to count it again. */
async function quality({ db, organisationId }: Scope): Promise<ReviewQualityView> {
  const decided = await db.secondReview.count({ where: { organisationId } });
  const drawn = await db.secondReview.count({ where: { organisationId, isDrawn: true } });
  const answered = await db.secondReview.findMany({
    where: { organisationId, answeredAt: { not: null } },
    orderBy: { id: "asc" },
  });
  const rows = answered.flatMap((row) => {
    const first = opinionOf(row.firstOutcome);
    if (first === null || row.answeredAt === null) return [];
    const { id, caseId, stage, lane, firstOutcome, seed, drawValue } = row;
    return [
      {
        ...{ id, caseId, stage, lane, firstOutcome, first, seed, drawValue },
        second: row.outcome === "refuse" ? ("refuse" as const) : ("pass" as const),
        firstAt: row.firstAt.toISOString(),
        secondAt: row.answeredAt.toISOString(),
        share: row.share.toNumber(),
      },
    ];
  });
  return { agreement: agreementOf(rows), decided, drawn, rows };
}

/** What officers asked about a shipment, for who lodged it and who cleared it; the newest first. */
async function questions(scope: Scope, shipmentId: string): Promise<readonly ReviewQuestionView[]> {
  const rows = await scope.db.reviewQuestion.findMany({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    include: { case: { select: { clearance: { select: { state: true } } } } },
    orderBy: { askedAt: "desc" },
  });
  const latest = new Map<string, string>();
  for (const row of rows) if (!latest.has(row.caseId)) latest.set(row.caseId, row.id);
  return rows.map(({ case: one, ...row }) => {
    const view = toQuestionView(row, one.clearance.state);
    return { ...view, isOpen: view.isOpen && latest.get(row.caseId) === row.id };
  });
}
