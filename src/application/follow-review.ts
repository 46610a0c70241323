import type { Failure } from "@/contracts/problem";
import { irregularityOf, isFinal } from "@/domain/review/decision";
import { drawSecondLook } from "@/domain/review/second-look";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { orderInspectionOf } from "./inspection-order";
import { writeOutcomes } from "./inspection-outcomes";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord } from "./records";
import type { DecisionRecord, ReviewCaseRecord, Ruling } from "./review-record";

interface Ports {
  readonly world: World;
  readonly drawKey: string;
}

interface Ruled {
  readonly ruling: Ruling;
  readonly decision: DecisionRecord;
  readonly reviewCase: ReviewCaseRecord;
  /** As the ruling leaves it. */
  readonly clearance: ClearanceRecord;
}

/**
 * What follows from a ruling that moved the clearance: an inspection, a question, a hold or their end; or the end of
 * the case, and then it is tried for release or its security is freed.
 */
export async function followRuling(
  tx: Transaction,
  ports: Ports,
  actor: Actor,
  ruled: Ruled,
): Promise<Result<void, Failure>> {
  const { ruling, reviewCase } = ruled;
  const { world } = ports;
  if (isFinal(ruling.outcome)) return endCase(tx, ports, actor, ruled);
  if (ruling.outcome === "escalate") {
    await tx.reviews.setLane(reviewCase.id, "red");
    await tx.reviews.unclaim(reviewCase.id, actor.id);
    const scope = ruling.inspection ?? { packages: null, team: null, note: ruling.note };
    const ordered = await orderInspectionOf(tx, world, actor, { reviewCase, reasons: ruling.reasons, scope });
    return ordered.ok ? ok(undefined) : ordered;
  }
  if (ruling.outcome === "request_documents") await ask(tx, world, actor, ruled);
  if (ruling.outcome === "resume") await resumeClock(tx, world, reviewCase);
  await tx.reviews.suspend(reviewCase.id, { heldUntil: ruling.until ?? null, alertId: null });
  return ok(undefined);
}

async function ask(tx: Transaction, world: World, actor: Actor, { ruling, reviewCase }: Ruled): Promise<void> {
  const { organisationId, shipmentId, id: caseId, stage } = reviewCase;
  await tx.reviews.addQuestion({
    organisationId,
    id: world.newId(),
    shipmentId,
    caseId,
    stage,
    reasons: ruling.reasons,
    text: ruling.note,
    askedBy: actor.id,
    askedAt: world.now(),
    answeredAt: null,
  });
}

/**
 * The clock counts from when all information is there: the time in which the broker had a question to answer is added
 * to its end. A hold is the authority's own, and stops no clock.
 */
export async function resumeClock(tx: Transaction, world: World, reviewCase: ReviewCaseRecord): Promise<void> {
  const questions = await tx.reviews.questionsOf(reviewCase.id);
  const open = questions.findLast((question) => question.answeredAt === null);
  if (!open) return;
  const waited = world.now().getTime() - open.askedAt.getTime();
  await tx.reviews.postpone(reviewCase.id, new Date(reviewCase.dueAt.getTime() + waited));
}

/** A passed case is tried for release; a refused one ends. Either may be drawn for another officer's eyes. */
async function endCase(
  tx: Transaction,
  { world, drawKey }: Ports,
  actor: Actor,
  { ruling, decision, reviewCase, clearance }: Ruled,
): Promise<Result<void, Failure>> {
  const { organisationId, shipmentId, stage } = reviewCase;
  await tx.reviews.close(reviewCase.id, "decided");
  const { secondReviewShare } = await tx.reviews.policy();
  const seed = world.sha256(`${drawKey}:second-review:${decision.id}`);
  await tx.secondReviews.add({
    ...drawSecondLook(seed, secondReviewShare),
    organisationId: actor.organisationId,
    id: world.newId(),
    sourceOrganisationId: organisationId,
    shipmentId,
    caseId: reviewCase.id,
    decisionId: decision.id,
    stage,
    lane: reviewCase.lane,
    firstOfficerId: actor.id,
    firstLinkedBy: decision.officerLinkedBy,
    firstOutcome: ruling.outcome,
    firstAt: world.now(),
    officerId: null,
    takenAt: null,
    outcome: null,
    answeredAt: null,
  });
  await writeRuling(tx, world, actor, ruling, reviewCase);
  const payload = { organisationId, clearanceId: clearance.id };
  if (ruling.outcome !== "refuse") {
    await tx.outbox.put(organisationId, { name: "clearance.release", payload });
    return ok(undefined);
  }
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "entry_refused",
    actor: actor.id,
    stage,
    subject: clearance.id,
    facts: {},
  });
  await tx.outbox.put(organisationId, { name: "security.free", payload });
  return ok(undefined);
}

/** What a look at papers says of the goods; an inspection said more, and what goes back to blue is audited first. */
async function writeRuling(
  tx: Transaction,
  world: World,
  actor: Actor,
  { outcome, reasons }: Ruling,
  { shipmentId, clearanceId }: ReviewCaseRecord,
): Promise<void> {
  if (outcome === "back_route") return;
  const inspections = await tx.inspections.ofShipment(shipmentId);
  if (inspections.some((each) => each.clearanceId === clearanceId && each.state === "recorded")) return;
  const irregularity = outcome === "refuse" ? irregularityOf(reasons) : null;
  // A refusal whose reasons name no kind of irregularity says nothing that could be learned from.
  if (outcome === "refuse" && irregularity === null) return;
  await writeOutcomes(tx, world, actor, {
    clearanceId,
    source: "review",
    of: () => ({ irregularity, revenue: "0" }),
  });
}
