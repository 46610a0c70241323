import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

/** A claim ends by itself, so that a case never waits for an officer who went home; while they work the screen renews it. */
const CLAIM_MS = 15 * 60_000;

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * Gives the case to the officer for a while, so that two never work on the same one. Where the office hands out the
 * cases an officer may only renew the claim of the one they were given.
 */
export function claimReview(ports: Ports, actor: Actor, caseId: string): Promise<Result<void, Failure>> {
  return claimCase(ports, actor, caseId, false);
}

/** The same, for a case that the queue hands out. */
export function claimCase(
  ports: Ports,
  actor: Actor,
  caseId: string,
  isHandedOut: boolean,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    // Who only advises takes no case away from those who decide it.
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const known = found(await tx.reviews.get(caseId), "case");
    if (!known.ok) return known;
    // In the order in which everybody locks, or an amendment under way and this would wait for each other.
    await tx.lockShipment(known.value.shipmentId);
    const loaded = found(await tx.reviews.get(caseId), "case");
    if (!loaded.ok) return loaded;
    const reviewCase = loaded.value;
    const now = ports.world.now();
    const isRenewed =
      reviewCase.claimedBy === actor.id && reviewCase.claimedUntil !== null && reviewCase.claimedUntil > now;
    if (!isHandedOut && !isRenewed && (await tx.reviews.policy()).isPickingClosed)
      return err({ kind: "picking_closed" });
    const until = new Date(now.getTime() + CLAIM_MS);
    if (!(await tx.reviews.claim(caseId, actor.id, actor.name, until))) {
      return err({ kind: "claimed_by_other", until: reviewCase.claimedUntil?.toISOString() ?? "" });
    }
    if (reviewCase.claimedBy !== actor.id) {
      await tx.evidence.append({
        organisationId: reviewCase.organisationId,
        shipmentId: reviewCase.shipmentId,
        kind: "review_claimed",
        actor: actor.id,
        stage: reviewCase.stage,
        subject: caseId,
        facts: {},
      });
    }
    await tx.announce(reviewCase.organisationId, reviewCase.shipmentId, {});
    return ok(undefined);
  });
}

/** Gives a claimed case back to the queue. */
export function unclaimReview(inTransaction: UnitOfWork, actor: Actor, caseId: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.reviews.get(caseId), "case");
    if (!loaded.ok) return loaded;
    // Where no case is picked none is put back unseen either: it is skipped, with a reason.
    if ((await tx.reviews.policy()).isPickingClosed) return err({ kind: "picking_closed" });
    if (!(await tx.reviews.unclaim(caseId, actor.id))) return err({ kind: "not_claimed" });
    await tx.announce(loaded.value.organisationId, loaded.value.shipmentId, {});
    return ok(undefined);
  });
}
