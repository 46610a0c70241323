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
/** A consumer whose connections failed tries again after this time. */
const RETRY_MS = 1_000;

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
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

interface Backend {
  /** A queue keeps the failure of its first connection for good, so that another has to take its place. */
  readonly isFailureKept: boolean;
  queue(name: string): Queue;
  worker(name: string, process: (job: Job) => Promise<void>, options: { concurrency: number }): Worker;
}

/** Jobs on PostgreSQL, in a schema of their own. */
export function createPostgresQueues(url: string, onError: (error: Error) => void): JobQueues {
  const classes = withBackend(createPostgresBackend);
  const connection = (max: number) => ({ connectionString: url, schema: "bullmq", migrate: true, max });
  return createQueues(
    {
      isFailureKept: true,
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
      isFailureKept: false,
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
  return {
    lockDuration: lockMs,
    stalledInterval: STALL_CHECK_MS,
    maxStalledCount: 8,
    runRetryDelay: RETRY_MS,
    autorun: false,
  };
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
  const asking = async <T>(name: JobName, ask: (queue: Queue) => Promise<T>): Promise<T> => {
    const queue = queueOf(name);
    try {
      return await ask(queue);
    } catch (error) {
      if (backend.isFailureKept && open.get(JOBS[name].queue) === queue) {
        open.delete(JOBS[name].queue);
        queue.close().catch(onError);
      }
      throw error;
    }
  };
  return {
    add: async (items) => {
      try {
        for (const name of new Set(items.map((item) => item.name))) {
          await asking(name, (queue) => queue.addBulk(items.filter((item) => item.name === name).map(toJob)));
        }
      } catch (error) {
        throw new DependencyError("queue", true, "The queue did not take the jobs", { cause: error });
      }
    },
    stateOf: (item) => asking(item.name, async (queue) => stateOf(await queue.getJob(item.id))),
    forget: (item) => asking(item.name, async (queue) => void (await (await queue.getJob(item.id))?.remove())),
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
  let closing: Promise<void> | null = null;
  const launch = () => {
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
    return worker;
  };
  let worker = launch();
  /** A worker keeps the failure of its first connections for good, so another takes its place until one is ready. */
  const run = async () => {
    while (closing === null) {
      const isReady = await worker.waitUntilReady().then(
        () => true,
        () => false,
      );
      if (closing !== null) return;
      if (isReady) return worker.run();
      await worker.close(true).catch(onError);
      await new Promise((wake) => setTimeout(wake, RETRY_MS));
      if (closing === null) worker = launch();
    }
  };
  run().catch(onError);
  return {
    close: (graceMs) => {
      closing ??= (async () => {
        const timer = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), graceMs).unref());
        const outcome = await Promise.race([worker.close(), timer]);
        if (outcome === "late") await worker.close(true);
      })();
      return closing;
    },
  };
}
