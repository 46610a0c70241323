import type { Failure } from "@/contracts/problem";
import { STAGES } from "@/domain/clearance/lifecycle";
import type { Regime } from "@/domain/declaration/declaration";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ShipmentRecord } from "./records";

/** Opens a shipment with its two clearances; the first gate is open, the second waits for it. */
export function openShipment(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  regime: Regime,
): Promise<Result<ShipmentRecord, Failure>> {
  return inTransaction<ShipmentRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "edit_shipment");
    return allowed.ok ? ok(await addShipment(tx, world, actor, regime)) : allowed;
  });
}

/** The opening itself, within the transaction of whoever needs a shipment. */
export async function addShipment(
  tx: Transaction,
  world: World,
  actor: Actor,
  regime: Regime,
): Promise<ShipmentRecord> {
  // Where there is one office it is meant; among several nobody guesses, and the check before lodging asks for it.
  const offices = await tx.shipments.offices();
  const office = offices.length === 1 ? offices[0] : null;
  const shipment: ShipmentRecord = {
    organisationId: actor.organisationId,
    id: world.newId(),
    reference: await tx.shipments.nextReference(),
    regime,
    officeOrganisationId: office?.organisationId ?? null,
    officeId: office?.id ?? null,
    consumer: null,
    arrivedOn: null,
    createdBy: actor.id,
    createdAt: world.now(),
  };
  await tx.shipments.add(shipment);
  for (const stage of STAGES) {
    await tx.clearances.add({
      organisationId: actor.organisationId,
      id: world.newId(),
      shipmentId: shipment.id,
      stage,
      state: "opened",
      lane: null,
      declarationId: null,
      openedAt: stage === "bonded_exit" ? world.now() : null,
      releasedAt: null,
      version: 1,
    });
  }
  await tx.evidence.append({
    organisationId: actor.organisationId,
    shipmentId: shipment.id,
    kind: "shipment_opened",
    actor: actor.id,
    stage: null,
    subject: shipment.id,
    facts: { reference: shipment.reference, regime },
  });
  await tx.announce(actor.organisationId, shipment.id, {});
  return shipment;
}
