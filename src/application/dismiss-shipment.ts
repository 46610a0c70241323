import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

/**
 * Takes a draft off the list that holds nothing but refused files. It is kept with its evidence, and is there again as
 * soon as a document of it is read; what was lodged, or holds a document, stays.
 */
export function dismissShipment(
  inTransaction: UnitOfWork,
  actor: Actor,
  shipmentId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "edit_shipment");
    if (!allowed.ok) return allowed;
    const shipment = await tx.shipments.get(shipmentId);
    const own = found(shipment?.organisationId === actor.organisationId ? shipment : null, "shipment");
    if (!own.ok) return own;
    await tx.lockShipment(shipmentId);
    const documents = await tx.documents.listOf(shipmentId);
    const isLodged = (await tx.declarations.latest(shipmentId)) !== null;
    if (isLodged || documents.some(({ state }) => state !== "rejected"))
      return err({ kind: "stale_version", what: "shipment" });
    const { organisationId } = own.value;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "shipment_dismissed",
      actor: actor.id,
      stage: null,
      subject: shipmentId,
      facts: { refused: String(documents.length) },
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}
