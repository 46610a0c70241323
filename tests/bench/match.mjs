// `npm run bench:match`: how many orders a minute are held against their payments, parcels and declarations.
import { availableParallelism } from "node:os";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { withBundled } from "../support/bundled.mjs";

const CORES = Math.min(2, availableParallelism());

await withBundled("tests/bench/match.ts", async ({ matchMany, COUNT }) => {
  if (!isMainThread) {
    matchMany(workerData.seed);
    return;
  }
  // What is compiled and what the tables index is not what a day of orders waits for.
  matchMany(0);
  const one = timed(() => matchMany(1));
  const began = performance.now();
  await Promise.all(Array.from({ length: CORES }, (_, core) => inWorker(core + 2)));
  const both = performance.now() - began;
  const perMinute = (count, ms) => Math.round((count / ms) * 60_000).toLocaleString("en");
  process.stdout.write(
    `${COUNT} orders, 20 rules each, with the records made anew: one thread ${perMinute(COUNT, one)} a minute; ` +
      `${CORES} threads, with their start, ${perMinute(COUNT * CORES, both)} a minute (floor 10,000, aim 60,000)\n`,
  );
});

function timed(run) {
  const began = performance.now();
  run();
  return performance.now() - began;
}

function inWorker(seed) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { seed } });
    worker.on("error", reject);
    worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`Thread ended with ${code}`))));
  });
}
