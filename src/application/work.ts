import type { JobMessage, JobName } from "@/contracts/jobs";
import type { Failure } from "@/contracts/problem";
import type { Result } from "@/domain/shared/result";

/** A row of the outbox on its way to the queue. */
export interface OutboxItem {
  readonly id: string;
  readonly name: JobName;
  readonly payload: unknown;
}

/** What the queue knows of a message: it will still run, it ended its tries, or it is not there. */
export type QueuedState = "pending" | "failed" | "absent";

/** The queue of jobs. It may lose everything; the outbox is what is owed. */
export interface JobQueues {
  add(items: readonly OutboxItem[]): Promise<void>;
  stateOf(item: OutboxItem): Promise<QueuedState>;
  /** Lets go of a message that is given up; while the queue knows it, it takes no message of its id again. */
  forget(item: OutboxItem): Promise<void>;
  consume(
    queue: string,
    concurrency: number,
    carryOut: (item: OutboxItem) => Promise<void>,
    events: ConsumerEvents,
  ): Consumer;
  close(): Promise<void>;
}

export interface ConsumerEvents {
  readonly onFinished: () => void;
  /** `isFinal` when the message will not be tried again; once that is recorded the queue forgets it. */
  readonly onFailed: (messageId: string, error: Error, isFinal: boolean) => Promise<void>;
}

export interface Consumer {
  /** Lets running jobs end, at most so long, then gives them back. */
  close(graceMs: number): Promise<void>;
}

/** Thrown by a handler when trying again cannot help. */
export class FinalFailure extends Error {}

/** The relay's view of the outbox and of faded keys, across organisations, and of nothing else. */
export interface OutboxRelayStore {
  /** Hands waiting messages of these names to `dispatch`, then marks them dispatched; how many there were. */
  relay(
    names: readonly JobName[],
    limit: number,
    dispatch: (items: readonly OutboxItem[]) => Promise<void>,
  ): Promise<number>;
  /** Messages dispatched longer ago than this and not done. */
  overdue(olderThanMs: number, limit: number): Promise<readonly OutboxItem[]>;
  dispatchAgain(ids: readonly string[]): Promise<void>;
  recordFailure(id: string, error: string, isFinal: boolean): Promise<void>;
  /** Forgets the answers kept for requests of more than seven days ago. */
  forgetOldKeys(): Promise<void>;
  /** Owes every organisation the look at its clocks, once an hour whoever asks; how many were owed anew. */
  oweLooks(): Promise<number>;
  /** The organisations of which shipments are to be looked at by this instant, for what their lists are ordered by. */
  clockLooksDue(at: Date): Promise<readonly string[]>;
  /** How many messages are owed, and the age of the oldest in milliseconds. */
  owed(): Promise<{ readonly count: number; readonly oldestMs: number }>;
  /** Runs `work` if no other process is doing so. */
  asLeader(work: () => Promise<void>): Promise<void>;
  /** Calls back whenever something was put into the outbox. */
  onPut(wake: () => void): Promise<{ close(): Promise<void> }>;
}

/** One function for each job; leaving one out does not compile. */
export type JobHandlers = {
  readonly [N in JobName]: (
    messageId: string,
    payload: Extract<JobMessage, { name: N }>["payload"],
  ) => Promise<Result<void, Failure>>;
};
