import type { Failure } from "@/contracts/problem";
import type { ReviewPolicy } from "@/domain/review/policy";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork } from "./ports";

/** Sets how the authority works its cases, from now on. */
export function setReviewPolicy(
  inTransaction: UnitOfWork,
  actor: Actor,
  policy: ReviewPolicy,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_review_policy");
    if (!allowed.ok) return allowed;
    await tx.reviews.setPolicy(policy, actor.id);
    await tx.audit.add("review_policy_set", "review_policy", actor.organisationId, {
      isPickingClosed: String(policy.isPickingClosed),
      secondReviewShare: String(policy.secondReviewShare),
      bulkLimit: policy.bulkLimit,
    });
    return ok(undefined);
  });
}
