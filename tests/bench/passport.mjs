// `npm run bench:passport`: how many requests a second the publisher answers for pages of passports, in its own process,
// asked by a plain client of Node in another, over connections that stay open. Several runs; the median counts.
import { fork, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { prepare } from "../../src/launch/prepare.mjs";
import { root, withBundled } from "../support/bundled.mjs";

const PASSPORTS = Number(process.env.TWOGATE_BENCH_PASSPORTS ?? 500);
const RUNS = Number(process.env.TWOGATE_BENCH_RUNS ?? 5);
const SECONDS = Number(process.env.TWOGATE_BENCH_SECONDS ?? 5);
const CONNECTIONS = 32;

await prepare();
const folder = mkdtempSync(join(tmpdir(), "twogate-passport-"));
// Where the database server's own user can reach it, when this is root.
chmodSync(folder, 0o755);
let cluster;
let publisher;

try {
  await withBundled("tests/bench/passport.ts", async ({ startDatabase, issueMany }) => {
    cluster = await startDatabase(join(folder, "postgres"));
    const { url } = cluster;
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const { paths, links } = await issueMany(url, base, PASSPORTS);
    publisher = await start(url, base, port);
    await size(base, paths[0]);
    const scenarios = [
      ["one page, plain", { paths: paths.slice(0, 1), headers: {} }],
      ["one page, br", { paths: paths.slice(0, 1), headers: { "accept-encoding": "gzip, br" } }],
      [`${PASSPORTS} pages, br`, { paths, headers: { "accept-encoding": "gzip, br" } }],
      ["one page that the reader has (304)", { paths: paths.slice(0, 1), headers: {}, isKnown: true }],
      ["Digital Links (307)", { paths: links.slice(0, 100), headers: {} }],
    ];
    for (const [name, scenario] of scenarios) await measure(name, port, scenario);
  });
} finally {
  if (publisher) await ended(publisher);
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name, port, scenario) {
  const load = { port, connections: CONNECTIONS, seconds: 1, ...scenario };
  await run(load);
  const runs = [];
  const before = loadavg()[0];
  for (let at = 0; at < RUNS; at += 1) runs.push(await run({ ...load, seconds: SECONDS }));
  const rates = runs.map(({ rate }) => rate).sort((a, b) => a - b);
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  process.stdout.write(
    `${name}: median ${Math.round(median(rates))} requests/s of ${RUNS} runs (${Math.round(rates[0])} to ${Math.round(rates.at(-1))}), ` +
      `p50 ${median(runs.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(runs.map(({ p99 }) => p99)).toFixed(1)} ms, ` +
      `other answers ${runs.reduce((sum, { others }) => sum + others, 0)} ` +
      `(${cpus().length} × ${cpus()[0]?.model.trim()}, load ${before.toFixed(1)} → ${loadavg()[0].toFixed(1)})\n`,
  );
}

/** Loads it from a process of its own; what it counted. */
function run(load) {
  return new Promise((done, failed) => {
    const child = fork(new URL("passport-load.mjs", import.meta.url), {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.once("message", (counted) => {
      done(counted);
      child.kill();
    });
    child.once("error", failed);
    child.send(load);
  });
}

function ended(child) {
  const gone = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  return gone;
}

async function size(base, path) {
  const page = await fetch(base + path, { headers: { "accept-encoding": "identity" } });
  const packed = await fetch(base + path, { headers: { "accept-encoding": "br" } });
  const bytes = (await page.arrayBuffer()).byteLength;
  process.stdout.write(`a page has ${bytes} bytes, ${packed.headers.get("content-length")} with Brotli\n`);
}

async function start(url, base, port) {
  const child = spawn(process.execPath, ["dist/publisher.mjs"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: "production", DATABASE_URL: url, TWOGATE_DATA: folder },
      ...{ TWOGATE_SECRET: "x".repeat(32), TWOGATE_PUBLISHER_URL: base, TWOGATE_PUBLISHER_PORT: String(port) },
      TWOGATE_LOG_LEVEL: "warn",
    },
  });
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${base}/readyz`).catch(() => null);
    if (answer?.ok) return child;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw new Error("The publisher did not come up.");
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
