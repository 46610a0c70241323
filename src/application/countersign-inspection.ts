import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";
import { areTwo } from "./two-persons";

/**
 * The second officer signs what an inspection found. Nobody does who recorded a part of it, the inspection, an item or a
 * sample, nor whom one of these let in or who let one of these in.
 */
export function countersignInspection(
  inTransaction: UnitOfWork,
  actor: Actor,
  inspectionId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const inspection = found(await tx.inspections.get(inspectionId), "inspection");
    if (!inspection.ok) return inspection;
    const { sourceOrganisationId, shipmentId, stage, state } = inspection.value;
    await tx.lockShipment(shipmentId);
    const recorders = await tx.inspectionItems.recordersOf(inspectionId);
    if (state !== "recorded" || recorders.length === 0) return err({ kind: "stale_version", what: "inspection" });
    for (const { id, linkedBy } of recorders) {
      const recorder = { id, linkedBy: linkedBy ?? (await tx.people.linkHolder(id)) };
      if (!(await areTwo(tx, recorder, actor.id))) return err({ kind: "needs_second_person" });
    }
    if (!(await tx.inspectionItems.countersign(inspectionId, { id: actor.id, name: actor.name })))
      return err({ kind: "stale_version", what: "inspection" });
    await tx.evidence.append({
      organisationId: sourceOrganisationId,
      shipmentId,
      kind: "inspection_countersigned",
      actor: actor.id,
      stage,
      subject: inspectionId,
      facts: {},
    });
    await tx.announce(sourceOrganisationId, shipmentId, {});
    return ok(undefined);
  });
}
