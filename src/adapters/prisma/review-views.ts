import { isAuthority } from "@/application/actor";
import {
  REVIEW_VIEWS,
  type ReviewCaseView,
  type ReviewCountsView,
  type ReviewListName,
  type ReviewQuestionView,
  type ReviewRowView,
} from "@/contracts/views/review";
import type { ClearanceState } from "@/domain/clearance/lifecycle";
import { caseReasons } from "@/domain/review/case-reasons";
import { isAdvice, outcomesFor, passesSince } from "@/domain/review/decision";
import type { ReviewPolicy } from "@/domain/review/policy";
import { byUrgency, isBreaching, slackOf } from "@/domain/review/queue";
import { decimal } from "@/domain/shared/decimal";
import { COUNTED } from "./counted";
import { toRiskView } from "./gate-views";
import type { Prisma, ReviewQuestion } from "./generated/client";
import { before, page } from "./paging";
import { concealedFrom, withoutRulings } from "./review-blind";
import { decidedPage, type OpenCase, openCases } from "./review-queue";
import { policyOf } from "./review-workings";
import { ofVisibleShipment, type Scope } from "./scope";
import { shipments } from "./shipment-views";

const CASE = {
  shipment: {
    include: {
      organisation: { select: { name: true } },
      riskAssessments: {
        include: { contributions: { orderBy: { position: "asc" } } },
        orderBy: { assessedAt: "desc" },
      },
      assessments: { orderBy: { createdAt: "desc" }, take: 1 },
    },
  },
  decisions: { orderBy: { at: "asc" } },
  clearance: { select: { state: true } },
  questions: { orderBy: { askedAt: "asc" } },
} as const satisfies Prisma.ReviewCaseInclude;

type Row = Prisma.ReviewCaseGetPayload<{ include: typeof CASE }>;

/** The reads of the review queue. */
export const reviews = { list, get, count };

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly state: "open" | "decided";
  readonly view?: ReviewListName;
}

async function list(scope: Scope, options: Options) {
  const policy = await policyOf(scope);
  if (options.state === "open") return listOpen(scope, options, policy);
  const concealed = await concealedFrom(scope);
  const ids = await decidedPage(scope, {
    after: before(options.cursor).id?.lt,
    but: [...concealed],
    limit: options.limit + 1,
  });
  const rows = await scope.db.reviewCase.findMany({
    where: { id: { in: ids } },
    include: CASE,
    orderBy: { id: "desc" },
  });
  return page(rows, options, (row) => toRowView(scope, row, policy));
}

/**
 * The open cases in the order of their urgency. That changes with the time, so it is made here and not in the database;
 * the cursor is the last case that was seen, which keeps its place by its clock and its stake even when it was decided.
 */
async function listOpen(scope: Scope, { cursor, limit, view = "all" }: Options, policy: ReviewPolicy) {
  const keys = (await openCases(scope)).filter(inPart(view, scope));
  const order = byUrgency(scope.world.now());
  const last =
    cursor && UUID.test(cursor) ? await scope.db.reviewCase.findFirst({ where: { id: cursor }, select: KEY }) : null;
  const after = last && { ...last, stake: decimal(last.stake.toFixed(2)) };
  const ids = keys
    .filter((each) => !after || order(after, each) < 0)
    .sort(order)
    .slice(0, limit + 1)
    .map((each) => each.id);
  const rows = await scope.db.reviewCase.findMany({ where: { id: { in: ids } }, include: CASE });
  const inOrder = [...rows].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  return page(inOrder, { limit }, (row) => toRowView(scope, row, policy));
}

const KEY = { id: true, dueAt: true, stake: true, creditPriority: true } as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The parts of the queue, by what makes an open case one of them. */
function inPart(view: ReviewListName, { world, actor }: Scope): (each: OpenCase) => boolean {
  const now = world.now();
  const parts: Readonly<Record<ReviewListName, (each: OpenCase) => boolean>> = {
    all: (each) => each.isWorkable,
    mine: (each) => each.claimedBy === actor.id && each.claimedUntil !== null && each.claimedUntil > now,
    red: (each) => each.isWorkable && each.lane === "red",
    yellow: (each) => each.isWorkable && each.lane === "yellow",
    breaching: (each) => each.isWorkable && isBreaching(each, now),
    second: (each) => each.isWorkable && each.waitsForSecond,
    held: (each) => !each.isWorkable,
  };
  return parts[view];
}

/** How many cases each part of the queue holds, to the last of them, and how the day goes. */
async function count(scope: Scope): Promise<ReviewCountsView> {
  const { db, world, actor, organisationId } = scope;
  const open = await openCases(scope);
  const counts = { all: 0, mine: 0, red: 0, yellow: 0, breaching: 0, second: 0, held: 0 };
  for (const view of REVIEW_VIEWS) counts[view] = open.filter(inPart(view, scope)).length;
  const now = world.now();
  const breached = open.filter((each) => each.isWorkable && slackOf(each, now) < 0).length;
  const recent = await db.decision.findMany({
    where: { officerId: actor.id, at: { gte: new Date(now.getTime() - DAY_MS) } },
    select: { at: true },
  });
  const blind = await db.secondReview.count({
    where: { organisationId, isDrawn: true, officerId: null, answeredAt: null },
    take: COUNTED,
  });
  const decidedToday = recent.filter((each) => world.dayOf(each.at) === world.today()).length;
  return { ...counts, breached, decidedToday, blind };
}

const DAY_MS = 86_400_000;

async function get(scope: Scope, id: string): Promise<ReviewCaseView | null> {
  const row = await scope.db.reviewCase.findFirst({ where: { id, ...ofVisibleShipment(scope) }, include: CASE });
  const shipment = row && (await shipments.get(scope, row.shipmentId));
  if (!row || !shipment) return null;
  const decisionList = row.decisions.map(({ officerName, outcome, reasons, note, at }) => ({
    officer: officerName,
    outcome,
    reasons,
    note,
    at: at.toISOString(),
  }));
  const { lane, needsTwoOfficers } = row;
  const state = row.clearance.state;
  const outcomes =
    row.state === "open" ? [...outcomesFor({ state, lane, needsTwoOfficers }, isAuthority(scope.actor))] : [];
  const feedback = await scope.db.reasonFeedback.findMany({
    where: { organisationId: scope.organisationId, caseId: id },
    orderBy: { id: "asc" },
  });
  const review = {
    ...toRowView(scope, row, await policyOf(scope)),
    outcomes,
    shipment,
    decisionList,
    questions: row.questions.map((question) => toQuestionView(question, state)),
    feedback: feedback.map(({ reason, verdict, note, givenByName }) => ({
      reason,
      verdict: verdict === "wrong" ? ("wrong" as const) : ("right" as const),
      note,
      by: givenByName,
    })),
  };
  if ((await concealedFrom(scope)).has(id)) return withoutRulings(review);
  return isAuthority(scope.actor) ? review : { ...review, decisionList: toldOf(decisionList) };
}

type Ruled = ReviewCaseView["decisionList"][number];

/** The decisions as the broker's house sees them: its own advice whole, the authority's without its officer and note. */
function toldOf(decisions: readonly Ruled[]): Ruled[] {
  return decisions.map((each) => (isAdvice(each.outcome) ? each : { ...each, officer: null, note: null }));
}

/** What is the authority's own to know of a case: who has it or ruled it, and why it is looked at. */
function withoutOfficers({ ruling }: ReviewRowView) {
  return { claimedBy: null, reasons: [], ruling: ruling && { ...ruling, officer: null } };
}

/** A question as both sides see it; the name of who asked stays with the authority. */
export function toQuestionView(
  { id, stage, reasons, text, askedAt, answer, documentId, answeredAt }: ReviewQuestion,
  state: ClearanceState,
): ReviewQuestionView {
  return {
    id,
    stage,
    reasons,
    text,
    askedAt: askedAt.toISOString(),
    answer,
    documentId,
    answeredAt: answeredAt?.toISOString() ?? null,
    isOpen: answeredAt === null && (state === "queried" || state === "held"),
  };
}

function toRowView(scope: Scope, row: Row, policy: ReviewPolicy): ReviewRowView {
  const whole = toWholeRow(scope, row, policy);
  return isAuthority(scope.actor) ? whole : { ...whole, ...withoutOfficers(whole) };
}

function toWholeRow({ actor, world }: Scope, row: Row, { isPickingClosed }: ReviewPolicy): ReviewRowView {
  const { shipment } = row;
  const risk = shipment.riskAssessments.find(
    (each) => each.clearanceId === row.clearanceId && each.declarationId === row.declarationId,
  );
  const tax = shipment.assessments[0];
  const isClaimed = row.claimedBy !== null && row.claimedUntil !== null && row.claimedUntil > world.now();
  const last = row.state === "open" ? undefined : row.decisions.filter((each) => !isAdvice(each.outcome)).at(-1);
  return {
    caseId: row.id,
    shipmentId: row.shipmentId,
    reference: shipment.reference,
    broker: shipment.organisation.name,
    stage: row.stage,
    lane: row.lane,
    score: risk ? toRiskView(risk, isAuthority(actor)).score : 0,
    reasons: [...caseReasons(risk && { ...risk, hardRules: risk.hardRules as string[] }, isAuthority(actor))],
    value: tax ? { amount: tax.customsValue.toFixed(2), currency: tax.currency } : null,
    needsTwoOfficers: row.needsTwoOfficers,
    decisions: passesSince(row.decisions, row.reopenedAt).length,
    claimedBy: isClaimed ? row.claimedByName : null,
    claimedByMe: isClaimed && row.claimedBy === actor.id,
    claimedUntil: isClaimed ? (row.claimedUntil?.toISOString() ?? null) : null,
    openedAt: row.openedAt.toISOString(),
    clock: row.clock,
    dueAt: row.dueAt.toISOString(),
    stake: row.stake.toFixed(2),
    standing: row.clearance.state,
    heldUntil: row.heldUntil,
    alertId: isAuthority(actor) ? row.alertId : null,
    isPickable: !isPickingClosed,
    state: row.state === "open" ? "open" : "decided",
    ruling: last ? { officer: last.officerName, outcome: last.outcome, at: last.at.toISOString() } : null,
  };
}
