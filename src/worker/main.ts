import { availableParallelism } from "node:os";
import { QUEUE_NAMES } from "@/contracts/jobs";
import { services } from "@/runtime/container";
import { env } from "@/runtime/env";
import { logger } from "@/runtime/logger";
import { createWorkerServices } from "@/runtime/worker";
import { startClocks } from "./clocks";
import { carryOutWith } from "./consume";
import { createHandlers } from "./handlers";
import { serveHealth } from "./health";
import { keepLog } from "./log";
import { startRelay } from "./relay";

/** Reading keeps a core busy for each file, two at most, for each may need its memory; the rest is light. */
const CONCURRENCY: Readonly<Record<string, number>> = {
  reading: Math.min(2, availableParallelism()),
  clearing: 4,
  webhooks: 6,
};
const GRACE_MS = 20_000;

const shared = services();
const own = createWorkerServices();
const health = serveHealth(env().WORKER_PORT, own.outbox);
const carryOut = carryOutWith(createHandlers(shared, own));
const consumers = QUEUE_NAMES.map((queue) =>
  own.queues.consume(queue, CONCURRENCY[queue] ?? 1, carryOut, {
    onFinished: health.finished,
    onFailed: async (id, error, isFinal) => {
      health.finished();
      logger.warn({ err: error, messageId: id, isFinal }, "job failed");
      await own.outbox.recordFailure(id, error.message, isFinal);
    },
  }),
);
const relay = await startRelay(own.outbox, own.queues, (error) => logger.warn({ err: error }, "relay"));
const clocks = startClocks({ ...shared, store: own.outbox }, (error) => logger.warn({ err: error }, "clocks"));
await own.log.store.keepWitnesses(own.log.witnesses);
const log = keepLog(
  {
    ...own.log,
    inTransaction: shared.inTransaction,
    world: shared.world,
    signer: shared.logSigner,
    now: shared.world.now,
  },
  (error) => logger.warn({ err: error }, "log"),
);
logger.info({ queues: QUEUE_NAMES }, "worker ready");

let isStopping = false;
/** First no answer to the health check, so that nobody counts on us; no new work; the work under way; the connections. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await health.close();
  await Promise.all([relay.close(), clocks.close(), log.close()]);
  await Promise.all(consumers.map((consumer) => consumer.close(GRACE_MS)));
  await own.queues.close();
  await Promise.all([own.outbox.close(), own.log.store.close()]);
  await shared.close();
  process.exit(0);
}

process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());

own.clearLeftBehind().then(
  (cleared) => cleared > 0 && logger.info({ cleared }, "cleared away what killed workers left behind"),
  (error: unknown) => logger.warn({ err: error }, "nothing was cleared away"),
);
