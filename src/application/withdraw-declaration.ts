import type { Failure } from "@/contracts/problem";
import { mayWithdraw } from "@/domain/clearance/lifecycle";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import type { WithdrawalReason } from "./exchange-record";
import { freeGuarantee } from "./free-security";
import { endReservation } from "./hold-stock";
import { found } from "./load";
import { oweCancellation, takeBackUnsent } from "./owe-message";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";
import { takeBack } from "./take-back";

/**
 * Takes back what was declared, before the first gate released it and before customs decided to inspect: the shipment is
 * a draft again, and guarantee, consumer's year and account book have what it held. What was paid stays paid and counts
 * for the next version, or is claimed back. A list that the authority was sent is cancelled there, and
 * what was never sent is not sent any more.
 */
export function withdrawDeclaration(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  shipmentId: string,
  reason: WithdrawalReason,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "lodge_declaration");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(shipmentId);
    const declaration = found(await tx.declarations.latest(shipmentId), "declaration");
    if (!declaration.ok) return declaration;
    const { organisationId } = declaration.value;
    const clearance = found(await tx.clearances.ofStage(shipmentId, "bonded_exit"), "clearance");
    if (!clearance.ok || organisationId !== actor.organisationId)
      return err({ kind: "not_found", what: "declaration" });
    const walked = walk(clearance.value, ["declaration_withdrawn"]);
    if (!walked.ok) return walked;
    if (!mayWithdraw(clearance.value) || (await isToBeInspected(tx, clearance.value)))
      return err({ kind: "inspection_decided" });
    await takeBack(tx, world, clearance.value, actor.id);
    await endReservation(tx, world, declaration.value, actor.id);
    await freeGuarantee(tx, world, clearance.value, actor.id);
    const saved = await save(tx, { ...walked.value, lane: null });
    if (!saved.ok) return saved;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "declaration_withdrawn",
      actor: actor.id,
      stage: "bonded_exit",
      subject: declaration.value.id,
      facts: { version: String(declaration.value.version), reason },
    });
    await takeBackUnsent(tx, declaration.value);
    await oweCancellation(tx, world, declaration.value, reason);
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

/** Whether goods of this gate were looked at or are going to be, also for a version that was amended since. */
async function isToBeInspected(tx: Transaction, { id, shipmentId }: ClearanceRecord): Promise<boolean> {
  const inspections = await tx.inspections.ofShipment(shipmentId);
  return inspections.some(
    ({ clearanceId, kind, state }) => clearanceId === id && kind === "inspection" && state !== "cancelled",
  );
}
