// Loaded into what the launcher starts, before anything else. The launcher holds the other end of the standard input:
// when the launcher is gone, however it went, the input ends, and the process stops as it does when it is asked to.
import { isMainThread } from "node:worker_threads";

/** Longer than the worker needs to give its work back; streams to browsers would never end by themselves. */
const GRACE_MS = 25_000;

if (isMainThread && process.env.TWOGATE_LAUNCHED === "1") {
  // Processes that this one starts have an input of another kind.
  delete process.env.TWOGATE_LAUNCHED;
  // Nobody reads any more what an orphan says.
  for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on("error", () => undefined);
  process.stdin.once("close", () => {
    setTimeout(() => process.exit(1), GRACE_MS);
    process.kill(process.pid, "SIGTERM");
  });
  process.stdin.resume();
  process.stdin.unref();
}
