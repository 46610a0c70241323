import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { UnitOfWork } from "./ports";

/** Puts work that was given up back into the queue, with all its tries. */
export function retryJob(inTransaction: UnitOfWork, actor: Actor, messageId: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "see_jobs");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.retry(messageId))) return err({ kind: "not_found", what: "job that was given up" });
    await tx.audit.add("job_retried", "outbox_message", messageId, {});
    return ok(undefined);
  });
}
