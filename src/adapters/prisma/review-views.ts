import { isAuthority } from "@/application/actor";
import type { ReviewCaseView, ReviewRowView } from "@/contracts/views/review";
import { isAdvice, isPassing, outcomesFor } from "@/domain/review/decision";
import type { Prisma } from "./generated/client";
import { after, page } from "./paging";
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
} as const satisfies Prisma.ReviewCaseInclude;

type Row = Prisma.ReviewCaseGetPayload<{ include: typeof CASE }>;

/** The reads of the review queue. */
export const reviews = { list, get };

async function list(scope: Scope, options: { cursor?: string; limit: number; state: "open" | "decided" }) {
  const rows = await scope.db.reviewCase.findMany({
    where: { AND: [ofVisibleShipment(scope), { state: options.state }, after(options.cursor)] },
    include: CASE,
    orderBy: { id: "asc" },
    take: options.limit + 1,
  });
  return page(rows, options, (row) => toRowView(scope, row));
}

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
  const state = shipment.gates.find((gate) => gate.stage === row.stage)?.state;
  const outcomes = row.state === "open" && state ? [...outcomesFor(state, isAuthority(scope.actor))] : [];
  return { ...toRowView(scope, row), outcomes, shipment, decisionList };
}

function toRowView({ actor, world }: Scope, row: Row): ReviewRowView {
  const { shipment } = row;
  const risk = shipment.riskAssessments.find(
    (each) => each.clearanceId === row.clearanceId && each.declarationId === row.declarationId,
  );
  const tax = shipment.assessments[0];
  const isClaimed = row.claimedBy !== null && row.claimedUntil !== null && row.claimedUntil > world.now();
  const strongest = (risk?.contributions ?? [])
    .filter((each) => each.points > 0)
    .slice(0, 3)
    .map((each) => each.factor);
  const last = row.state === "open" ? undefined : row.decisions.filter((each) => !isAdvice(each.outcome)).at(-1);
  const rules = (risk?.hardRules ?? []) as string[];
  return {
    caseId: row.id,
    shipmentId: row.shipmentId,
    reference: shipment.reference,
    broker: shipment.organisation.name,
    stage: row.stage,
    lane: row.lane,
    score: risk?.score ?? 0,
    reasons: [
      ...new Set([
        ...rules.map((code) => `control.${code}`),
        ...strongest.map((factor) => `factor.${factor}`),
        ...(risk?.laneCause === "random" ? ["cause.random"] : []),
      ]),
    ],
    value: tax ? { amount: tax.customsValue.toFixed(2), currency: tax.currency } : null,
    needsTwoOfficers: row.needsTwoOfficers,
    decisions: row.decisions.filter((decision) => isPassing(decision.outcome)).length,
    claimedBy: isClaimed ? row.claimedByName : null,
    claimedByMe: isClaimed && row.claimedBy === actor.id,
    claimedUntil: isClaimed ? (row.claimedUntil?.toISOString() ?? null) : null,
    openedAt: row.openedAt.toISOString(),
    state: row.state === "open" ? "open" : "decided",
    ruling: last ? { officer: last.officerName, outcome: last.outcome, at: last.at.toISOString() } : null,
  };
}
