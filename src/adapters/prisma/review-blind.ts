import type { ReviewCaseView } from "@/contracts/views/review";
import type { ShipmentView } from "@/contracts/views/shipment";
import type { TimelineView } from "@/contracts/views/timeline";
import { STAGES, type Stage } from "@/domain/clearance/lifecycle";
import { GENESIS } from "@/domain/evidence/chain";
import type { Lane } from "@/domain/selectivity/lanes";
import type { Scope } from "./scope";

/** A decided case that this actor looks at without seeing what was ruled. */
export interface Blind {
  readonly caseId: string;
  readonly shipmentId: string;
  readonly stage: Stage;
  readonly lane: Lane;
}

/** The cases that the actor has taken for a second look and not answered. */
export async function blindOf({ db, organisationId, actor }: Scope): Promise<readonly Blind[]> {
  return db.secondReview.findMany({
    where: { organisationId, officerId: actor.id, answeredAt: null },
    select: { caseId: true, shipmentId: true, stage: true, lane: true },
  });
}

/** The decided cases whose rulings the actor does not see, because they may be asked for a second opinion on them. */
export async function concealedFrom({ db, organisationId, actor }: Scope): Promise<ReadonlySet<string>> {
  const rows = await db.secondReview.findMany({
    where: { organisationId, isDrawn: true, answeredAt: null },
    select: { caseId: true },
  });
  if (rows.length === 0) return new Set();
  const own = await db.decision.findMany({
    where: { caseId: { in: rows.map((row) => row.caseId) }, officerId: actor.id },
    select: { caseId: true },
  });
  const ruled = new Set(own.map((row) => row.caseId));
  return new Set(rows.map((row) => row.caseId).filter((caseId) => !ruled.has(caseId)));
}

/** The shipment as it stood when the officer of the case had to decide: no release, nothing that came after. */
export function asUndecided(shipment: ShipmentView, { stage, lane }: Blind): ShipmentView {
  const until = STAGES.indexOf(stage);
  const isLater = (other: Stage) => STAGES.indexOf(other) > until;
  return {
    ...shipment,
    // When it had to be decided it was lodged, whatever came after.
    declarationState: "lodged",
    gates: shipment.gates.map((gate) => {
      if (isLater(gate.stage))
        return { ...gate, state: "opened" as const, lane: null, openedAt: null, releasedAt: null, waitingFor: [] };
      if (gate.stage !== stage) return gate;
      const state = lane === "red" ? ("in_examination" as const) : ("in_review" as const);
      return { ...gate, state, lane, releasedAt: null, waitingFor: [] };
    }),
    releaseOrders: shipment.releaseOrders.filter((order) => order.stage !== stage && !isLater(order.stage)),
    requirements: shipment.requirements.filter((each) => !isLater(each.stage)),
    risk: shipment.risk.filter((each) => !isLater(each.stage)),
    // A time of change would say that, and when, something was ruled.
    updatedAt: shipment.createdAt,
  };
}

/** The case without rulings, advice, questions and feedback. */
export function withoutRulings(review: ReviewCaseView): ReviewCaseView {
  return {
    ...review,
    decisions: 0,
    decisionList: [],
    ruling: null,
    questions: [],
    feedback: [],
    claimedBy: null,
    claimedByMe: false,
    claimedUntil: null,
  };
}

/** The chain up to the opening of the case; what follows would say what was ruled. */
export function untilOpened(timeline: TimelineView, { caseId }: Blind): TimelineView {
  const opened = timeline.entries.findIndex((entry) => entry.kind === "review_opened" && entry.subject === caseId);
  const entries = timeline.entries.slice(0, opened + 1);
  return { entries, head: entries.at(-1)?.hash ?? GENESIS };
}
