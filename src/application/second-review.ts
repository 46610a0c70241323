import type { Failure } from "@/contracts/problem";
import { DECISION_REASONS } from "@/domain/review/decision";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";
import type { SecondOpinion } from "./second-review-record";
import { areTwo } from "./two-persons";

/**
 * Gives the officer a decided case to look at without its ruling: the one that they have, or the oldest that was drawn
 * and in which they, and whoever could act as them, had no part. Null when there is none.
 */
export function takeSecondReview(
  inTransaction: UnitOfWork,
  actor: Actor,
): Promise<Result<{ id: string | null }, Failure>> {
  return inTransaction<{ id: string | null }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const own = await tx.secondReviews.takenBy(actor.id);
    if (own) return ok({ id: own.id });
    for (const each of await tx.secondReviews.waitingFor(actor.id)) {
      const first = { id: each.firstOfficerId, linkedBy: each.firstLinkedBy };
      if ((await areTwo(tx, first, actor.id)) && (await tx.secondReviews.take(each.id, actor.id)))
        return ok({ id: each.id });
    }
    return ok({ id: null });
  });
}

/** Keeps the second opinion. It moves nothing: goods that were released stay so, and what was refused too. */
export function answerSecondReview(
  inTransaction: UnitOfWork,
  actor: Actor,
  id: string,
  opinion: SecondOpinion,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const review = found(await tx.secondReviews.get(id), "second_review");
    if (!review.ok) return review;
    const known = [
      ...DECISION_REASONS[opinion.outcome],
      ...(opinion.outcome === "pass" ? DECISION_REASONS.examined_pass : []),
    ];
    if (opinion.reasons.length === 0 || opinion.reasons.some((reason) => !known.includes(reason)))
      return err({
        kind: "invalid_input",
        pointer: "/reasons",
        fault: "reasons_missing",
        parameters: { reasons: known.join(", ") },
      });
    return (await tx.secondReviews.answer(id, actor.id, opinion)) ? ok(undefined) : err({ kind: "not_claimed" });
  });
}
