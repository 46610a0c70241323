import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";
import type { SuggestionVerdict } from "./pre-examination-record";

interface Given {
  readonly caseId: string;
  /** The suggestion's id, such as `question:price`. */
  readonly suggestion: string;
  readonly verdict: SuggestionVerdict;
  readonly edited: string | null;
  readonly reason: string | null;
}

/**
 * An officer accepts a suggestion, changes it, or rejects it with a reason. It is kept as a label and moves nothing: what
 * is asked or inspected is a ruling of its own. A rejection without a reason, or a change that is empty, is refused.
 */
export function giveSuggestionFeedback(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { caseId, suggestion, verdict, edited, reason }: Given,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const reviewCase = found(await tx.reviews.get(caseId), "case");
    if (!reviewCase.ok) return reviewCase;
    const made = found(await tx.preExaminations.ofCase(caseId, reviewCase.value.declarationId), "pre-examination");
    if (!made.ok) return made;
    if (!made.value.body.suggestions.some(({ id }) => id === suggestion))
      return err({ kind: "not_found", what: "suggestion" });
    const words = wordsOf({ verdict, edited, reason });
    if (!words.ok) return words;
    await tx.preExaminations.addFeedback({
      organisationId: actor.organisationId,
      id: world.newId(),
      preExaminationId: made.value.id,
      ...{ caseId, suggestion, verdict },
      ...words.value,
      givenBy: actor.id,
      givenByName: actor.name,
      at: world.now(),
    });
    return ok(undefined);
  });
}

/** What is kept of the words that came with the verdict; one that needs them is refused without. */
function wordsOf({
  verdict,
  edited,
  reason,
}: Pick<Given, "verdict" | "edited" | "reason">): Result<Pick<Given, "edited" | "reason">, Failure> {
  const lacking = (pointer: string) =>
    err({ kind: "invalid_input", pointer, fault: "suggestion_unexplained" } satisfies Failure);
  if (verdict === "rejected") return reason === null ? lacking("/reason") : ok({ edited: null, reason });
  if (verdict === "edited") return edited === null ? lacking("/edited") : ok({ edited, reason: null });
  return ok({ edited: null, reason: null });
}
