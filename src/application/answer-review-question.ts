import type { Failure } from "@/contracts/problem";
import { resumedIn } from "@/domain/review/decision";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import { resumeClock } from "./follow-review";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { QuestionRecord } from "./review-record";

interface Given {
  readonly questionId: string;
  readonly answer: string | null;
  /** A document of the same shipment. */
  readonly documentId: string | null;
}

/** The broker answers what an officer asked, in words or with a document, and the case goes back to the queue. */
export function answerReviewQuestion(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  { questionId, answer, documentId }: Given,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "answer_question");
    if (!allowed.ok) return allowed;
    const question = await openQuestion(tx, questionId);
    if (!question.ok) return question;
    if (!answer && !documentId) return err({ kind: "invalid_input", pointer: "/answer", fault: "answer_empty" });
    if (documentId && (await tx.documents.get(documentId))?.shipmentId !== question.value.shipmentId)
      return err({ kind: "not_found", what: "document" });
    const resumed = await resume(tx, world, question.value);
    if (!resumed.ok) return resumed;
    await tx.reviews.answer(questionId, { answer, documentId, answeredBy: actor.id, answeredAt: world.now() });
    const { organisationId, shipmentId, stage } = question.value;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "question_answered",
      actor: actor.id,
      stage,
      subject: questionId,
      facts: documentId ? { document: documentId } : {},
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}

/** The question as it is once nobody else can answer it. */
async function openQuestion(tx: Transaction, questionId: string): Promise<Result<QuestionRecord, Failure>> {
  const known = found(await tx.reviews.question(questionId), "question");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  const question = found(await tx.reviews.question(questionId), "question");
  const isAnswered = question.ok && question.value.answeredAt !== null;
  return isAnswered ? err({ kind: "stale_version", what: "question" }) : question;
}

/** A case that only waits for the answer goes on; one that is held as well stays held. */
async function resume(tx: Transaction, world: World, { caseId }: QuestionRecord): Promise<Result<void, Failure>> {
  const reviewCase = found(await tx.reviews.get(caseId), "case");
  if (!reviewCase.ok) return reviewCase;
  const clearance = found(await tx.clearances.get(reviewCase.value.clearanceId), "clearance");
  if (!clearance.ok) return clearance;
  await resumeClock(tx, world, reviewCase.value);
  if (clearance.value.state === "held") return ok(undefined);
  const walked = walk(clearance.value, [resumedIn(reviewCase.value.lane)]);
  if (!walked.ok) return walked;
  const saved = await save(tx, walked.value);
  return saved.ok ? ok(undefined) : saved;
}
