import type { JobQueues, OutboxRelayStore } from "@/application/work";
import { JOB_NAMES } from "@/contracts/jobs";

const BATCH = 200;
const POLL_MS = 1_000;
const RECONCILE_MS = 5_000;
const FORGET_MS = 3_600_000;
/** Between asking whether the look of this hour is owed; the database owes it once. */
const LOOK_MS = 300_000;
/** A message that the queue was given so long ago and that is not done is looked for in the queue. */
const OVERDUE_MS = 10_000;

interface Relay {
  close(): Promise<void>;
}

/**
 * Carries messages from the outbox to the queue, at least once and soon, and puts back what the queue lost.
 * It takes only the names that this build knows; messages of a newer release wait for a worker that knows them.
 */
export async function startRelay(
  store: OutboxRelayStore,
  queues: JobQueues,
  onError: (error: Error) => void,
): Promise<Relay> {
  const relaying = repeat(POLL_MS, onError, async () => {
    while ((await store.relay(JOB_NAMES, BATCH, (items) => queues.add(items))) === BATCH);
  });
  const reconciling = repeat(RECONCILE_MS, onError, () =>
    store.asLeader(async () => void (await reconcile(store, queues))),
  );
  const forgetting = repeat(FORGET_MS, onError, () => store.forgetOldKeys());
  const looking = repeat(LOOK_MS, onError, async () => void (await store.oweLooks()));
  const listening = await store.onPut(relaying.wake);
  return {
    close: async () => {
      await listening.close();
      await Promise.all([relaying.close(), reconciling.close(), forgetting.close(), looking.close()]);
    },
  };
}

/** Sends again what the queue has lost; what the queue gave up is made visible as dead. */
export async function reconcile(store: OutboxRelayStore, queues: JobQueues): Promise<number> {
  const lost: string[] = [];
  for (const item of await store.overdue(OVERDUE_MS, BATCH)) {
    const state = await queues.stateOf(item);
    if (state === "absent") lost.push(item.id);
    if (state !== "failed") continue;
    await store.recordFailure(item.id, "The queue gave the job up.", true);
    await queues.forget(item);
  }
  if (lost.length > 0) await store.dispatchAgain(lost);
  return lost.length;
}

/** Runs `work` over and over, one at a time, with a pause that `wake` cuts short. */
export function repeat(pauseMs: number, onError: (error: Error) => void, work: () => Promise<void>) {
  let isOpen = true;
  let wakeUp: () => void = () => undefined;
  let isWoken = false;
  const loop = async () => {
    while (isOpen) {
      isWoken = false;
      await work().catch(onError);
      if (!isOpen || isWoken) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  const wake = () => {
    isWoken = true;
    wakeUp();
  };
  return {
    wake,
    close: async () => {
      isOpen = false;
      wake();
      await running;
    },
  };
}
