import type { Failure } from "@/contracts/problem";
import { maskConsumer } from "@/domain/message/mask";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

/** The bytes of a message or of an answer, with what names the consumer masked. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/**
 * Shows a message as it was sent. The audit keeps who looked, in the transaction of the look. One of which no bytes were
 * made yet is not found.
 */
export function showMessage(
  inTransaction: UnitOfWork,
  actor: Actor,
  messageId: string,
): Promise<Result<Content, Failure>> {
  return inTransaction<Content, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "see_messages");
    if (!allowed.ok) return allowed;
    const message = await tx.exchange.message(messageId);
    if (!message?.raw) return err({ kind: "not_found", what: "message" });
    await tx.audit.add("message_shown", "authority_message", messageId, {});
    return ok(contentOf(message.raw, `${message.number}-${message.version}`));
  });
}

/** Shows an answer as it came. The audit keeps who looked, in the transaction of the look. */
export function showAnswer(
  inTransaction: UnitOfWork,
  actor: Actor,
  answerId: string,
): Promise<Result<Content, Failure>> {
  return inTransaction<Content, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "see_messages");
    if (!allowed.ok) return allowed;
    const answer = found(await tx.exchange.answer(answerId), "answer");
    if (!answer.ok) return answer;
    await tx.audit.add("answer_shown", "authority_receipt", answerId, {});
    return ok(contentOf(answer.value.raw, `answer-${answerId}`));
  });
}

function contentOf(raw: Uint8Array, name: string): Content {
  // Bytes as characters, one each: what is masked has names of ASCII, and the rest stays whatever its encoding.
  const text = maskConsumer(Buffer.from(raw).toString("latin1"));
  return { bytes: Buffer.from(text, "latin1"), fileName: `${name}.${endingOf(text)}` };
}

function endingOf(text: string): "xml" | "json" | "edi" | "txt" {
  const start = text.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (start.startsWith("<")) return "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return /^UN[AB]/.test(start) ? "edi" : "txt";
}
