import type { Failure } from "@/contracts/problem";
import { isPassing, type Outcome, passesSince, rule } from "@/domain/review/decision";
import { checkIrregularPass, ownFindings } from "@/domain/review/irregular-pass";
import type { Lane } from "@/domain/selectivity/lanes";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise, isAuthority } from "./actor";
import { save, walk } from "./advance";
import { alertsOn, unexaminedAlerts } from "./alerts-on";
import { bothEndsLines } from "./both-ends";
import { followRuling } from "./follow-review";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";
import type { DecisionRecord, ReviewCaseRecord, Ruling } from "./review-record";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly drawKey: string;
}

/** An officer rules a case that is claimed by them. The decision is recorded before anything follows from it. */
export function decideReview(ports: Ports, actor: Actor, ruling: Ruling): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, isAuthority(actor) ? "decide_review" : "advise_review");
    if (!allowed.ok) return allowed;
    const known = found(await tx.reviews.get(ruling.caseId), "case");
    if (!known.ok) return known;
    await tx.lockShipment(known.value.shipmentId);
    const reviewCase = found(await tx.reviews.get(ruling.caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    const mayRule = rulesNow(ports.world, actor, reviewCase.value);
    if (!mayRule.ok) return mayRule;
    const clearance = found(await tx.clearances.get(reviewCase.value.clearanceId), "clearance");
    if (!clearance.ok) return clearance;
    const decided = await decide(tx, ports, actor, ruling, reviewCase.value, clearance.value);
    if (!decided.ok) return decided;
    await tx.announce(reviewCase.value.organisationId, reviewCase.value.shipmentId, {});
    return ok(undefined);
  });
}

/** The authority's officer rules what they have claimed; advice needs no claim, and takes the case from nobody. */
function rulesNow(
  world: World,
  actor: Actor,
  { state, claimedBy, claimedUntil }: ReviewCaseRecord,
): Result<void, Failure> {
  if (state !== "open") return err({ kind: "not_claimed" });
  if (!isAuthority(actor)) return ok(undefined);
  const isClaimed = claimedBy !== null && claimedUntil !== null && claimedUntil > world.now();
  if (isClaimed && claimedBy === actor.id) return ok(undefined);
  return err(isClaimed ? { kind: "claimed_by_other", until: claimedUntil.toISOString() } : { kind: "not_claimed" });
}

async function decide(
  tx: Transaction,
  ports: Ports,
  actor: Actor,
  ruling: Ruling,
  reviewCase: ReviewCaseRecord,
  clearance: ClearanceRecord,
): Promise<Result<void, Failure>> {
  const { outcome, reasons, note } = ruling;
  const earlier = await tx.reviews.decisions(reviewCase.id);
  // What was passed before an escalation was a look at papers; an examination starts its count anew.
  const passing = clearance.state === "in_review" ? "pass" : "examined_pass";
  const passes = passesSince(earlier, reviewCase.reopenedAt).filter((decision) => decision.outcome === passing);
  const verdict = rule({
    state: clearance.state,
    lane: reviewCase.lane,
    needsTwoOfficers: reviewCase.needsTwoOfficers,
    passedBy: passes.map((decision) => decision.officerId),
    officer: actor.id,
    isAuthority: isAuthority(actor),
    outcome,
    reasons,
  });
  if (!verdict.ok) return verdict;
  const open = await standsOpen(tx, ports.world, ruling, reviewCase, clearance);
  if (!open.ok) return open;
  if (reviewCase.needsTwoOfficers && isPassing(outcome) && !(await isAnother(tx, passes, actor)))
    return err({ kind: "needs_second_person" });
  const { organisationId, shipmentId, id: caseId, stage } = reviewCase;
  const decision = {
    organisationId,
    id: ports.world.newId(),
    shipmentId,
    caseId,
    clearanceId: clearance.id,
    officerId: actor.id,
    officerName: actor.name,
    officerLinkedBy: await tx.people.linkHolder(actor.id),
    outcome,
    reasons,
    note,
  };
  await tx.reviews.addDecision(decision);
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "review_decided",
    actor: actor.id,
    stage,
    subject: decision.id,
    facts: {
      outcome,
      reasons: reasons.join(","),
      // Whose turn it is afterwards follows from the evidence alone; see `domain/clearance-time`.
      ...(verdict.value.kind === "awaiting_second_officer" ? { awaits: "second_officer" } : {}),
    },
  });
  if (verdict.value.kind === "advised") return ok(undefined);
  if (verdict.value.kind === "awaiting_second_officer") {
    await tx.reviews.unclaim(caseId, actor.id);
    return ok(undefined);
  }
  const walked = walk(clearance, [verdict.value.event]);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane: LANE_AFTER[outcome] ?? clearance.lane });
  if (!saved.ok) return saved;
  return followRuling(tx, ports, actor, { ruling, decision, reviewCase, clearance: saved.value });
}

/** The rulings that change the lane. */
const LANE_AFTER: Partial<Record<Outcome, Lane>> = { escalate: "red", back_route: "blue" };

/** Whether the actor is another person than everybody who passed the case before. */
async function isAnother(tx: Transaction, passes: readonly DecisionRecord[], actor: Actor): Promise<boolean> {
  for (const { officerId: id, officerLinkedBy: linkedBy } of passes)
    if (!(await areTwo(tx, { id, linkedBy }, actor.id))) return false;
  return true;
}

/** What the state of the case alone does not say: a day for a hold, a result for an inspection and words for an irregular one, no alert. */
async function standsOpen(
  tx: Transaction,
  world: World,
  { outcome, until, reasons, note }: Ruling,
  reviewCase: ReviewCaseRecord,
  clearance: ClearanceRecord,
): Promise<Result<void, Failure>> {
  const { clearanceId, shipmentId } = reviewCase;
  if (outcome === "hold" && (!until || until <= world.today()))
    return err({ kind: "invalid_input", pointer: "/until", fault: "hold_needs_day" });
  const free = await freeOfAlerts(tx, world, outcome, reviewCase, clearance);
  if (!free.ok) return free;
  if (isPassing(outcome)) {
    const looked = await lookedAtByTwo(tx, world, reviewCase);
    if (!looked.ok) return looked;
  }
  if (outcome !== "examined_pass") return ok(undefined);
  if (await tx.inspectionItems.awaitsLaboratory(clearanceId)) return err({ kind: "inspection_open" });
  const inspections = await tx.inspections.ofShipment(shipmentId);
  const isOpen = inspections.some((each) => each.clearanceId === clearanceId && each.state === "ordered");
  if (isOpen) return err({ kind: "inspection_open" });
  const results = await tx.inspections.resultsOf(shipmentId);
  const own = ownFindings(await tx.inspectionItems.checked(shipmentId));
  return checkIrregularPass([...results, ...own], reasons, note);
}

/** Controlled and high-value goods pass no gate that two officers have not inspected them at. */
async function lookedAtByTwo(
  tx: Transaction,
  world: World,
  reviewCase: ReviewCaseRecord,
): Promise<Result<void, Failure>> {
  const looked = await tx.inspectionItems.linesOfTwo(reviewCase.clearanceId);
  const lines = (await bothEndsLines(tx, world, reviewCase)).filter((line) => !looked.includes(line));
  return lines.length === 0
    ? ok(undefined)
    : err({
        kind: "invalid_input",
        pointer: "/outcome",
        fault: "both_ends_uninspected",
        parameters: { lines: lines.join(", ") },
      });
}

/**
 * Goods under an active alert are passed by nobody who did not have them examined since it was raised, and are not
 * taken out of a hold: lifting the alert, which another person does, or the examination is the way.
 */
async function freeOfAlerts(
  tx: Transaction,
  world: World,
  outcome: Outcome,
  reviewCase: ReviewCaseRecord,
  { state }: ClearanceRecord,
): Promise<Result<void, Failure>> {
  if (outcome === "resume") {
    const [held] = state === "held" ? await unexaminedAlerts(tx, world, reviewCase) : [];
    const alertId = reviewCase.alertId ?? held?.id ?? null;
    return alertId === null ? ok(undefined) : err({ kind: "held_by_alert", alertId });
  }
  if (!isPassing(outcome) && outcome !== "back_route") return ok(undefined);
  const [alert] =
    outcome === "examined_pass" ? await unexaminedAlerts(tx, world, reviewCase) : await alertsOn(tx, world, reviewCase);
  return alert ? err({ kind: "alert_active", alertId: alert.id }) : ok(undefined);
}
