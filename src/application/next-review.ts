import type { Failure } from "@/contracts/problem";
import type { SkipReason } from "@/domain/review/policy";
import { byUrgency } from "@/domain/review/queue";
import { decimal } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { claimCase } from "./claim-review";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/** A case that an officer passed by is not handed to them again in the same shift. */
const SHIFT_MS = 8 * 3_600_000;

/**
 * Claims the most pressing case for the officer: the one that they have, or the first of the queue that is free, that
 * they did not pass by in this shift, and that does not wait for somebody else's yes. Null when there is none.
 */
export async function nextReview(ports: Ports, actor: Actor): Promise<Result<{ caseId: string | null }, Failure>> {
  const listed = await ports.inTransaction<readonly string[], Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const now = ports.world.now();
    const queue = await tx.reviews.queue();
    const isClaimed = (until: Date | null) => until !== null && until > now;
    const own = queue.find((each) => each.claimedBy === actor.id && isClaimed(each.claimedUntil));
    if (own) return ok([own.id]);
    const skipped = await tx.reviews.skippedSince(actor.id, new Date(now.getTime() - SHIFT_MS));
    const free = queue.filter(
      (each) => !isClaimed(each.claimedUntil) && !each.passedBy.includes(actor.id) && !skipped.includes(each.id),
    );
    const order = byUrgency(now);
    return ok(
      free
        .map((each) => ({ ...each, stake: decimal(each.stake) }))
        .sort(order)
        .map((each) => each.id),
    );
  });
  if (!listed.ok) return listed;
  for (const caseId of listed.value) {
    // Somebody else may be a moment faster; then the next one is as good.
    const claimed = await claimCase(ports, actor, caseId, true);
    if (claimed.ok) return ok({ caseId });
    if (claimed.error.kind !== "claimed_by_other" && claimed.error.kind !== "not_found") return claimed;
  }
  return ok({ caseId: null });
}

interface Skip {
  readonly caseId: string;
  readonly reason: SkipReason;
  readonly note: string | null;
}

/** Gives a claimed case back with a reason, which is kept; the officer is not handed it again in this shift. */
export function skipReview(
  { inTransaction, world }: Ports,
  actor: Actor,
  { caseId, reason, note }: Skip,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.reviews.get(caseId), "case");
    if (!loaded.ok) return loaded;
    if (!(await tx.reviews.unclaim(caseId, actor.id))) return err({ kind: "not_claimed" });
    await tx.reviews.addSkip({
      organisationId: actor.organisationId,
      id: world.newId(),
      caseId,
      officerId: actor.id,
      reason,
      note,
    });
    await tx.audit.add("review_skipped", "review_case", caseId, { reason });
    await tx.announce(loaded.value.organisationId, loaded.value.shipmentId, {});
    return ok(undefined);
  });
}
