import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";
import { blockersOf } from "./release-clearance";

/** The release of a gate: its number, or none yet when it will follow in a moment. */
export interface ReleaseAnswer {
  readonly stage: Stage;
  readonly number: string | null;
}

/**
 * Asks for the release of a gate. What stands against it is named, each with who acts; when nothing does, the release
 * is owed and follows by itself. Asking decides nothing: the release stays the system's act on what was decided.
 */
export function askRelease(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  shipmentId: string,
  stage: Stage,
): Promise<Result<ReleaseAnswer, Failure>> {
  return inTransaction<ReleaseAnswer, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "ask_release");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.clearances.ofStage(shipmentId, stage), "clearance");
    if (!loaded.ok) return loaded;
    const clearance = loaded.value;
    const order = await tx.releases.ofClearance(clearance.id);
    if (order) return ok({ stage, number: order.number });
    if (clearance.state === "refused") return err({ kind: "release_blocked", stage, blockers: ["entry_refused"] });
    const blockers =
      clearance.declarationId === null && stage === "bonded_exit" ? ["lodge"] : await blockersOf(tx, world, clearance);
    if (blockers.length > 0) return err({ kind: "release_blocked", stage, blockers });
    const { organisationId } = clearance;
    // A second gate that is not assessed yet is assessed on the way to its release.
    const name = clearance.state === "releasable" ? "clearance.release" : "clearance.assess";
    await tx.outbox.put(organisationId, { name, payload: { organisationId, clearanceId: clearance.id } });
    return ok({ stage, number: null });
  });
}
