import type { Failure } from "@/contracts/problem";
import { DECISION_REASONS } from "@/domain/review/decision";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { orderInspectionOf } from "./inspection-order";
import type { InspectionScope } from "./inspection-record";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Order extends InspectionScope {
  readonly caseId: string;
  readonly reasons: readonly string[];
}

/** Orders an inspection of goods that are in examination; goods in review come there by the decision that orders it. */
export function orderInspection(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { caseId, reasons, ...scope }: Order,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const reviewCase = found(await tx.reviews.get(caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    await tx.lockShipment(reviewCase.value.shipmentId);
    const clearance = found(await tx.clearances.get(reviewCase.value.clearanceId), "clearance");
    if (!clearance.ok) return clearance;
    const known = DECISION_REASONS.escalate;
    if (reasons.length === 0 || reasons.some((reason) => !known.includes(reason)))
      return err({
        kind: "invalid_input",
        pointer: "/reasons",
        fault: "reasons_missing",
        parameters: { reasons: known.join(", ") },
      });
    if (clearance.value.state !== "in_examination")
      return err({
        kind: "invalid_input",
        pointer: "/outcome",
        fault: "outcome_not_open",
        parameters: { state: clearance.value.state, outcome: "escalate" },
      });
    const ordered = await orderInspectionOf(tx, world, actor, { reviewCase: reviewCase.value, reasons, scope });
    if (!ordered.ok) return ordered;
    const id = ordered.value;
    if (id === null) return err({ kind: "not_found", what: "line" });
    await tx.announce(reviewCase.value.organisationId, reviewCase.value.shipmentId, {});
    return ok({ id });
  });
}

/** Takes back an order that has no result yet: who ordered it does, or who holds the claim of its case. */
export function cancelInspection(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  inspectionId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const inspection = found(await tx.inspections.get(inspectionId), "inspection");
    if (!inspection.ok) return inspection;
    const { sourceOrganisationId, shipmentId, caseId, stage, orderedBy, orderedByName } = inspection.value;
    await tx.lockShipment(shipmentId);
    if (orderedBy !== actor.id && !(await isClaimedBy(tx, world, actor, caseId)))
      return err({ kind: "inspection_of_other", orderedBy: orderedByName });
    if (!(await tx.inspections.cancel(inspectionId))) return err({ kind: "stale_version", what: "inspection" });
    await tx.evidence.append({
      organisationId: sourceOrganisationId,
      shipmentId,
      kind: "inspection_cancelled",
      actor: actor.id,
      stage,
      subject: inspectionId,
      facts: {},
    });
    await tx.audit.add("inspection_cancelled", "inspection", inspectionId, {});
    await tx.announce(sourceOrganisationId, shipmentId, {});
    return ok(undefined);
  });
}

async function isClaimedBy(tx: Transaction, world: World, actor: Actor, caseId: string | null): Promise<boolean> {
  const reviewCase = caseId === null ? null : await tx.reviews.get(caseId);
  if (reviewCase?.state !== "open") return false;
  const { claimedBy, claimedUntil } = reviewCase;
  return claimedBy === actor.id && claimedUntil !== null && claimedUntil > world.now();
}
