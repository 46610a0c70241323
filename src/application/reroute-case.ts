import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ReviewCaseRecord } from "./review-record";

/** What opened a case that time alone may close: law, rules and alerts wait for an officer however long it takes. */
const BY_TIME = ["score", "random", "exploration", "unselected"];

/**
 * Releases a yellow case that nobody took on within the days of the policy: its lane becomes blue, and it is audited
 * later. One that somebody has claimed, ruled, held or asked about stays with the officers.
 */
export function rerouteCase(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  messageId: string,
  caseId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "assess");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const known = await tx.reviews.get(caseId);
    if (!known) return ok(undefined);
    await tx.lockShipment(known.shipmentId);
    const reviewCase = await tx.reviews.get(caseId);
    return reviewCase && (await isUntouched(tx, world, reviewCase)) ? reroute(tx, reviewCase) : ok(undefined);
  });
}

async function isUntouched(tx: Transaction, world: World, reviewCase: ReviewCaseRecord): Promise<boolean> {
  const { id, state, lane, claimedUntil, heldUntil, alertId, needsTwoOfficers, clearanceId } = reviewCase;
  const isFree = claimedUntil === null || claimedUntil <= world.now();
  if (state !== "open" || lane !== "yellow" || !isFree || heldUntil !== null || alertId !== null || needsTwoOfficers)
    return false;
  const risk = await tx.risks.ofClearance(clearanceId);
  return (
    BY_TIME.includes((risk?.laneCause ?? "").replace(/^earlier:/, "")) && (await tx.reviews.decisions(id)).length === 0
  );
}

async function reroute(tx: Transaction, { id, clearanceId }: ReviewCaseRecord): Promise<Result<void, Failure>> {
  const clearance = await tx.clearances.get(clearanceId);
  if (clearance?.state !== "in_review") return ok(undefined);
  const walked = walk(clearance, ["lane_rerouted"]);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane: "blue" });
  if (!saved.ok) return saved;
  await tx.reviews.close(id, "withdrawn");
  const { organisationId, shipmentId, stage } = clearance;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "lane_assigned",
    actor: "system",
    stage,
    subject: clearanceId,
    facts: { lane: "blue", cause: "days" },
  });
  await tx.outbox.put(organisationId, { name: "clearance.release", payload: { organisationId, clearanceId } });
  await tx.announce(organisationId, shipmentId, {});
  return ok(undefined);
}
