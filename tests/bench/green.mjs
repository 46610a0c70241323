// `npm run bench:green`: how long a green shipment takes from its submission until both gates have released it, in the
// running product over HTTP, where the first gate waits for the word of an authority that answers at once.
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { root, withBundled } from "../support/bundled.mjs";
import { say, signIn, startIn, stop, until } from "./running.mjs";

const COUNT = Number(process.env.TWOGATE_BENCH_GREEN ?? 100);
/** What is submitted before is not counted: pages and queries are compiled then. */
const WARM = 5;
const LOOK_MS = 10;
const BROKER = "broker@lotus.example";
const ADMIN = "admin@customs.example";

const folder = mkdtempSync(join(tmpdir(), "twogate-green-"));
// Where the database server's own user can reach it, when this is root.
chmodSync(folder, 0o755);
const loadBefore = loadavg()[0];
let running;

try {
  await withBundled("tests/bench/green.ts", async ({ AT_ONCE, greenFeeds }) => {
    running = await startIn(root, { TWOGATE_DATA: folder });
    const admin = await signIn(running.url, ADMIN);
    await admin("PUT", "/simulator", AT_ONCE);
    const broker = await signIn(running.url, BROKER);
    const [channel] = await broker("GET", "/channels");
    await broker("PATCH", `/channels/${channel.id}`, { isBinding: true });
    say(`${WARM + COUNT} orders`);
    for (const [kind, records] of Object.entries(greenFeeds(WARM + COUNT, 7)))
      await broker("POST", `/orders/feeds/${kind}`, { records }, { "idempotency-key": randomUUID() });
    const matched = () => broker("GET", "/orders?state=matched&limit=200");
    await until("all are matched", async () => (await matched()).rows.length === WARM + COUNT);
    const orders = (await matched()).rows;
    const taken = [];
    for (const [at, order] of orders.entries()) {
      const ms = await throughBothGates(broker, order.id);
      if (at >= WARM) taken.push(ms);
    }
    process.stdout.write(report(taken));
  });
} finally {
  if (running) await stop(running);
  rmSync(folder, { recursive: true, force: true });
}

/** From the submission to the release of the second gate, in ms; null where an officer has to decide. */
async function throughBothGates(broker, orderId) {
  const began = performance.now();
  const body = { orderIds: [orderId] };
  const { orders } = await broker("POST", "/orders/lodge", body, { "idempotency-key": randomUUID() });
  const { shipmentId, problem } = orders[0];
  if (problem) throw new Error(`${orderId}: ${JSON.stringify(problem)}`);
  for (;;) {
    const { gates } = await broker("GET", `/shipments/${shipmentId}`);
    if (gates.every(({ state }) => state === "released")) return performance.now() - began;
    if (gates.some(({ state }) => state.startsWith("in_") || state === "refused")) return null;
    if (performance.now() - began > 300_000) throw new Error(`${orderId} stands at ${gates.map(({ state }) => state)}`);
    await new Promise((wake) => setTimeout(wake, LOOK_MS));
  }
}

function report(taken) {
  const green = taken.filter((ms) => ms !== null).sort((a, b) => a - b);
  const at = (share) =>
    `${(green[Math.min(green.length - 1, Math.ceil(share * green.length) - 1)] / 1_000).toFixed(2)} s`;
  return (
    `${green.length} green shipments of ${taken.length} submitted one after the other, the others were an officer's: ` +
    `submission to both gates released p50 ${at(0.5)}, p95 ${at(0.95)}, slowest ${at(1)} ` +
    `(floor p95 60 s, aim 5 s; ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadBefore.toFixed(1)} → ${loadavg()[0].toFixed(1)})\n`
  );
}
