import { createServer } from "node:http";
import type { OutboxRelayStore } from "@/application/work";

/** Work is owed and none of it was finished for so long: the worker is stuck, however alive it looks. */
const STUCK_MS = 10 * 60_000;

/** Answers `/livez` and `/readyz`: whether this worker is finishing work, not whether it is running. */
export function serveHealth(port: number, store: OutboxRelayStore) {
  let lastFinished = Date.now();
  const answer = async () => {
    const owed = await store.owed();
    const idleMs = Date.now() - lastFinished;
    const isStuck = owed.count > 0 && owed.oldestMs > STUCK_MS && idleMs > STUCK_MS;
    return {
      ok: !isStuck,
      isStuck,
      owed: owed.count,
      oldestOwedMs: Math.round(owed.oldestMs),
      lastFinishedMsAgo: idleMs,
    };
  };
  const server = createServer((_request, response) => {
    answer()
      .catch((error: unknown) => ({ ok: false, error: error instanceof Error ? error.message : "unknown" }))
      .then(
        (body) => {
          response.writeHead(body.ok ? 200 : 503, { "content-type": "application/json" });
          response.end(JSON.stringify(body));
        },
        () => response.destroy(),
      );
  });
  server.listen(port, "127.0.0.1");
  return {
    finished: () => {
      lastFinished = Date.now();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
