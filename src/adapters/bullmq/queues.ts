import { createPostgresBackend, createRedisBackend, type Job, UnrecoverableError, withBackend } from "bullmq";
import { DependencyError } from "@/application/ports";
import {
  type Consumer,
  type ConsumerEvents,
  FinalFailure,
  type JobQueues,
  type OutboxItem,
  type QueuedState,
} from "@/application/work";
import { JOBS, type JobName } from "@/contracts/jobs";

/** A job of a killed worker is noticed within this time and run again by another. */
const STALL_CHECK_MS = 10_000;
const KEPT_FAILURES = 1_000;

/** The part of BullMQ that we use; both backends have it, and the same code runs on either. */
interface Queue {
  addBulk(jobs: { name: string; data: unknown; opts: object }[]): Promise<unknown>;
  getJob(id: string): Promise<Job | undefined>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

interface Worker {
  on(event: "completed", listener: () => void): unknown;
  on(event: "failed", listener: (job: Job | undefined, error: Error) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
}

interface Backend {
  queue(name: string): Queue;
  worker(name: string, process: (job: Job) => Promise<void>, options: { concurrency: number }): Worker;
}

/** Jobs on PostgreSQL, in a schema of their own. */
export function createPostgresQueues(url: string, onError: (error: Error) => void): JobQueues {
  const classes = withBackend(createPostgresBackend);
  const connection = (max: number) => ({ connectionString: url, schema: "bullmq", migrate: true, max });
  return createQueues(
    {
      queue: (name) => new classes.Queue(name, { connection: connection(2) }),
      worker: (name, process, { concurrency }) =>
        new classes.Worker(name, process, {
          connection: connection(concurrency + 2),
          concurrency,
          ...timing(name),
        }) as unknown as Worker,
    },
    onError,
  );
}

/** Jobs on Redis. Producers fail fast, so that the outbox keeps the message; workers wait for Redis to come back. */
export function createRedisQueues(url: string, prefix: string, onError: (error: Error) => void): JobQueues {
  const classes = withBackend(createRedisBackend);
  return createQueues(
    {
      queue: (name) =>
        new classes.Queue(name, { connection: { url, maxRetriesPerRequest: 1, enableOfflineQueue: true }, prefix }),
      worker: (name, process, { concurrency }) =>
        new classes.Worker(name, process, {
          connection: { url, maxRetriesPerRequest: null },
          prefix,
          concurrency,
          ...timing(name),
        }) as unknown as Worker,
    },
    onError,
  );
}

function timing(queue: string) {
  const lockMs = Math.max(
    ...Object.values(JOBS)
      .filter((job) => job.queue === queue)
      .map((job) => job.lockMs),
  );
  return { lockDuration: lockMs, stalledInterval: STALL_CHECK_MS, maxStalledCount: 8 };
}

function createQueues(backend: Backend, onError: (error: Error) => void): JobQueues {
  const open = new Map<string, Queue>();
  const queueOf = (name: JobName) => {
    const key = JOBS[name].queue;
    const known = open.get(key);
    if (known) return known;
    const queue = backend.queue(key);
    queue.on("error", onError);
    open.set(key, queue);
    return queue;
  };
  return {
    add: async (items) => {
      try {
        for (const name of new Set(items.map((item) => item.name))) {
          await queueOf(name).addBulk(items.filter((item) => item.name === name).map(toJob));
        }
      } catch (error) {
        throw new DependencyError("queue", true, "The queue did not take the jobs", { cause: error });
      }
    },
    stateOf: async (item) => stateOf(await queueOf(item.name).getJob(item.id)),
    forget: async (item) => {
      await (await queueOf(item.name).getJob(item.id))?.remove();
    },
    consume: (queue, concurrency, carryOut, events) => consume(backend, queue, concurrency, carryOut, events, onError),
    close: async () => {
      await Promise.all([...open.values()].map((queue) => queue.close()));
    },
  };
}

function toJob(item: OutboxItem) {
  const { attempts, backoffMs } = JOBS[item.name];
  return {
    name: item.name,
    data: item.payload,
    opts: {
      jobId: item.id,
      attempts,
      backoff: { type: "exponential", delay: backoffMs },
      removeOnComplete: true,
      removeOnFail: { count: KEPT_FAILURES },
    },
  };
}

async function stateOf(job: Job | undefined): Promise<QueuedState> {
  if (!job) return "absent";
  const state = await job.getState();
  if (state === "failed") return "failed";
  if (state !== "completed" && state !== "unknown") return "pending";
  await job.remove();
  return "absent";
}

function consume(
  backend: Backend,
  queue: string,
  concurrency: number,
  carryOut: (item: OutboxItem) => Promise<void>,
  events: ConsumerEvents,
  onError: (error: Error) => void,
): Consumer {
  const worker = backend.worker(
    queue,
    async (job) => {
      try {
        await carryOut({ id: job.id ?? "", name: job.name as JobName, payload: job.data });
      } catch (error) {
        throw error instanceof FinalFailure ? new UnrecoverableError(error.message) : error;
      }
    },
    { concurrency },
  );
  worker.on("completed", events.onFinished);
  worker.on("failed", (job, error) => {
    if (!job?.id) return;
    const isFinal = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
    const recorded = events.onFailed(job.id, error, isFinal);
    recorded.then(() => (isFinal ? job.remove() : undefined)).catch(onError);
  });
  worker.on("error", onError);
  return {
    close: async (graceMs) => {
      const timer = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), graceMs).unref());
      const outcome = await Promise.race([worker.close(), timer]);
      if (outcome === "late") await worker.close(true);
    },
  };
}
