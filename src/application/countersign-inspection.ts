import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";
import { areTwo } from "./two-persons";

/** The second officer signs what an inspection found; who recorded it does not, nor whom they let in. */
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
    const recorder = await tx.inspectionItems.recorderOf(inspectionId);
    if (state !== "recorded" || recorder === null) return err({ kind: "stale_version", what: "inspection" });
    if (!(await areTwo(tx, recorder, actor.id))) return err({ kind: "needs_second_person" });
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
