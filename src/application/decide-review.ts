import type { Failure } from "@/contracts/problem";
import { type Outcome, rule } from "@/domain/review/decision";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, isAuthority } from "./actor";
import { save, walk } from "./advance";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord, ReviewCaseRecord } from "./records";
import { areTwo } from "./two-persons";

interface Ruling {
  readonly caseId: string;
  readonly outcome: Outcome;
  readonly reasons: readonly string[];
  readonly note: string | null;
}

/** An officer rules a case that is claimed by them. The decision is recorded before anything follows from it. */
export function decideReview(
  ports: { inTransaction: UnitOfWork; world: World },
  actor: Actor,
  ruling: Ruling,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, isAuthority(actor) ? "decide_review" : "advise_review");
    if (!allowed.ok) return allowed;
    const known = found(await tx.reviews.get(ruling.caseId), "case");
    if (!known.ok) return known;
    await tx.lockShipment(known.value.shipmentId);
    const reviewCase = found(await tx.reviews.get(ruling.caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    if (reviewCase.value.state !== "open" || !mayRule(ports.world, actor, reviewCase.value))
      return err({ kind: "not_claimed" });
    const clearance = found(await tx.clearances.get(reviewCase.value.clearanceId), "clearance");
    if (!clearance.ok) return clearance;
    const decided = await decide(tx, ports.world, actor, ruling, reviewCase.value, clearance.value);
    if (!decided.ok) return decided;
    await tx.announce(reviewCase.value.organisationId, reviewCase.value.shipmentId, {});
    return ok(undefined);
  });
}

/** The authority's officer rules what they have claimed; advice needs no claim, and takes the case from nobody. */
function mayRule(world: World, actor: Actor, { claimedBy, claimedUntil }: ReviewCaseRecord): boolean {
  if (!isAuthority(actor)) return true;
  return claimedBy === actor.id && claimedUntil !== null && claimedUntil > world.now();
}

async function decide(
  tx: Transaction,
  world: World,
  actor: Actor,
  ruling: Ruling,
  reviewCase: ReviewCaseRecord,
  clearance: ClearanceRecord,
): Promise<Result<void, Failure>> {
  const { outcome, reasons, note } = ruling;
  const earlier = await tx.reviews.decisions(reviewCase.id);
  // What was passed before an escalation was a look at papers; an examination starts its count anew.
  const passing = clearance.state === "in_review" ? "pass" : "examined_pass";
  const passes = earlier.filter((decision) => decision.outcome === passing);
  const verdict = rule({
    state: clearance.state,
    needsTwoOfficers: reviewCase.needsTwoOfficers,
    passedBy: passes.map((decision) => decision.officerId),
    officer: actor.id,
    isAuthority: isAuthority(actor),
    outcome,
    reasons,
  });
  if (!verdict.ok) return verdict;
  if (reviewCase.needsTwoOfficers && outcome === passing)
    for (const { officerId: id, officerLinkedBy: linkedBy } of passes)
      if (!(await areTwo(tx, { id, linkedBy }, actor.id))) return err({ kind: "needs_second_person" });
  const { organisationId, shipmentId, id: caseId, stage } = reviewCase;
  const decisionId = world.newId();
  await tx.reviews.addDecision({
    organisationId,
    id: decisionId,
    shipmentId,
    caseId,
    clearanceId: clearance.id,
    officerId: actor.id,
    officerName: actor.name,
    officerLinkedBy: await tx.people.linkHolder(actor.id),
    outcome,
    reasons,
    note,
  });
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "review_decided",
    actor: actor.id,
    stage,
    subject: decisionId,
    facts: { outcome, reasons: reasons.join(",") },
  });
  if (verdict.value.kind === "advised") return ok(undefined);
  if (verdict.value.kind === "awaiting_second_officer") {
    await tx.reviews.unclaim(caseId, actor.id);
    return ok(undefined);
  }
  const walked = walk(clearance, [verdict.value.event]);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane: outcome === "escalate" ? "red" : clearance.lane });
  if (!saved.ok) return saved;
  return follow(tx, reviewCase, saved.value, outcome, actor);
}

/** An escalated case goes on as an examination; a passed one is tried for release; a refused one ends. */
async function follow(
  tx: Transaction,
  reviewCase: ReviewCaseRecord,
  clearance: ClearanceRecord,
  outcome: Outcome,
  actor: Actor,
): Promise<Result<void, Failure>> {
  const { organisationId, shipmentId, stage } = reviewCase;
  if (outcome === "escalate") {
    await tx.reviews.setLane(reviewCase.id, "red");
    await tx.reviews.unclaim(reviewCase.id, actor.id);
    return ok(undefined);
  }
  await tx.reviews.close(reviewCase.id, "decided");
  if (outcome === "refuse") {
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "entry_refused",
      actor: actor.id,
      stage,
      subject: clearance.id,
      facts: {},
    });
    await tx.outbox.put(organisationId, {
      name: "security.free",
      payload: { organisationId, clearanceId: clearance.id },
    });
  } else {
    await tx.outbox.put(organisationId, {
      name: "clearance.release",
      payload: { organisationId, clearanceId: clearance.id },
    });
  }
  return ok(undefined);
}
