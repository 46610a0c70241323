import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { settleQuota } from "./hold-quota";
import { endReservation } from "./hold-stock";
import { lockedClearance } from "./load";
import { postToGuarantee } from "./move-guarantee";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";

/**
 * Gives back what a refused entry had reserved under the guarantee. The authority that refuses may not touch the
 * broker's account, so the system does it for the broker. A refusal at the second gate frees nothing: the goods left
 * the zone with the first, and their tax is due. What was paid is the customs' to refund. What a retail order held of
 * its consumer's year is restored with it, and so is what it held in the account books.
 */
export function freeSecurity(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  messageId: string,
  clearanceId: string,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "release");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    const clearance = await lockedClearance(tx, clearanceId);
    if (!clearance.ok) return clearance;
    const { stage, state, organisationId, shipmentId } = clearance.value;
    if (stage !== "bonded_exit" || state !== "refused") return ok(undefined);
    await settleQuota(tx, ports.world, clearance.value, "restore", actor.id);
    await endReservation(tx, ports.world, clearance.value, actor.id);
    await freeGuarantee(tx, ports.world, clearance.value, actor.id);
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

/** Frees what the clearance's declaration holds of the guarantee, once, and records each reservation that ended. */
export async function freeGuarantee(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId, stage, declarationId }: ClearanceRecord,
  by: string,
): Promise<void> {
  if (!declarationId) return;
  for (const { id, amount, currency, reference } of await tx.securities.endGuarantee(declarationId)) {
    const declaration = { id: declarationId, shipmentId };
    const entry = { move: "release", amount, currency, reference, organisationId, declaration, by } as const;
    const moved = await postToGuarantee(tx, world, entry);
    if (!moved.ok) throw new Error(`The guarantee does not hold what declaration ${declarationId} reserved`);
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "security_freed",
      actor: by,
      stage,
      subject: id,
      facts: { by: "guarantee", amount, currency },
    });
  }
}
