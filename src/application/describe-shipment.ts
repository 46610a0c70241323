import type { Failure } from "@/contracts/problem";
import { isResidentNumber } from "@/domain/declaration/consumer";
import type { Regime } from "@/domain/declaration/declaration";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { Transaction, UnitOfWork } from "./ports";
import type { EvidenceKind, ShipmentRecord } from "./records";

interface Description {
  readonly regime?: Regime | undefined;
  readonly consumer?: { readonly name: string; readonly identityNumber: string } | undefined;
}

/** The broker chooses the regime and, for a retail import, names the consumer, whose identity number is sealed at once. */
export function describeShipment(
  inTransaction: UnitOfWork,
  actor: Actor,
  shipmentId: string,
  description: Description,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "edit_shipment");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(shipmentId);
    const loaded = found(await tx.shipments.get(shipmentId), "shipment");
    if (!loaded.ok) return loaded;
    const shipment = loaded.value;
    if (shipment.organisationId !== actor.organisationId) return err({ kind: "not_found", what: "shipment" });
    if (description.regime && description.regime !== shipment.regime) {
      await tx.shipments.chooseRegime(shipmentId, description.regime);
      await witness(tx, actor, shipment, "regime_chosen", { regime: description.regime });
    }
    if (description.consumer) {
      const identityNumber = description.consumer.identityNumber.trim().toUpperCase();
      if (!isResidentNumber(identityNumber)) {
        return err({
          kind: "invalid_input",
          pointer: "/consumer/identityNumber",
          detail: "The check character of the identity number is wrong.",
        });
      }
      await tx.shipments.nameConsumer(shipmentId, { name: description.consumer.name.trim(), identityNumber });
      await witness(tx, actor, shipment, "consumer_named", {});
    }
    await tx.announce(shipment.organisationId, shipmentId, {});
    return ok(undefined);
  });
}

function witness(
  tx: Transaction,
  actor: Actor,
  shipment: ShipmentRecord,
  kind: EvidenceKind,
  facts: Record<string, string>,
): Promise<void> {
  const { organisationId, id } = shipment;
  return tx.evidence.append({ organisationId, shipmentId: id, kind, actor: actor.id, stage: null, subject: id, facts });
}
