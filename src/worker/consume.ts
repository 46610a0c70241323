import { DependencyError } from "@/application/ports";
import { FinalFailure, type JobHandlers, type OutboxItem } from "@/application/work";
import { JOBS, type JobName, type JobPayload } from "@/contracts/jobs";
import { PROBLEMS } from "@/contracts/problem";
import { wordsOfProblem } from "@/contracts/words";

/** A rule said "not now" (a colleague was faster, a dependency was away); the queue tries again with its backoff. */
class TryLater extends Error {}

/** Checks what the job carries and hands it to its handler. Trying again is for what a later moment can mend. */
export function carryOutWith(handlers: JobHandlers): (item: OutboxItem) => Promise<void> {
  return async ({ id, name, payload }) => {
    if (!(name in JOBS)) throw new FinalFailure(`No job is called ${name}`);
    const parsed = JOBS[name].payload.safeParse(payload);
    if (!parsed.success) throw new FinalFailure(`The payload of ${name} is malformed: ${parsed.error.message}`);
    const handler = handlers[name] as (
      messageId: string,
      payload: JobPayload<JobName>,
    ) => ReturnType<JobHandlers[JobName]>;
    const outcome = await handler(id, parsed.data).catch((error: unknown) => {
      if (error instanceof DependencyError && !error.retryable) throw new FinalFailure(error.message, { cause: error });
      throw error;
    });
    if (outcome.ok) return;
    const policy = PROBLEMS[outcome.error.kind];
    const words = `${outcome.error.kind}: ${wordsOfProblem(outcome.error.kind, "en").title}`;
    throw policy.retry === "never" ? new FinalFailure(words) : new TryLater(words);
  };
}
