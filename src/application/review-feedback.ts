import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

interface Feedback {
  readonly caseId: string;
  /** `factor.<code>` or `control.<code>`, as the case shows it. */
  readonly reason: string;
  readonly verdict: "right" | "wrong";
  readonly note: string | null;
}

/** An officer says whether a reason that brought the case before them was right. It is kept as a label and moves nothing. */
export function giveReasonFeedback(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { caseId, reason, verdict, note }: Feedback,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const reviewCase = found(await tx.reviews.get(caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    const { organisationId, shipmentId, clearanceId } = reviewCase.value;
    const risk = await tx.risks.ofClearance(clearanceId);
    const known = [
      ...(risk?.contributions ?? []).map(({ factor }) => `factor.${factor}`),
      ...(risk?.hardRules ?? []).map((code) => `control.${code}`),
    ];
    if (!known.includes(reason)) return err({ kind: "not_found", what: "reason" });
    await tx.reviews.addFeedback({
      organisationId: actor.organisationId,
      id: world.newId(),
      sourceOrganisationId: organisationId,
      shipmentId,
      caseId,
      clearanceId,
      reason,
      verdict,
      note,
      givenBy: actor.id,
      givenByName: actor.name,
      at: world.now(),
    });
    return ok(undefined);
  });
}
