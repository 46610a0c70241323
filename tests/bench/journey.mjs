// `npm run bench:journey`: from a clone in an empty folder to a shipment through both gates, as a newcomer and a machine
// go. Prints a table for docs/benchmarks.md; what it is doing goes to the error stream.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SECOND_STARTS = 3;
/** Sets of papers that the second broker of the demonstration has not seen, and that go through green. */
const SAMPLES = ["green-earphones", "green-toys", "green-keyboards"];
const EMAIL = "broker@lotus.example";
const PASSWORD = "two-gates-one-declaration";
/** The process itself, not the shell and the npm above it. */
const LAUNCHER = /^\S*node\S* src\/launch\/main\.mjs/;
const POLL_MS = 25;
const FIRST_START_MS = 15 * 60_000;
const STEP_MS = 120_000;
const SETTLE_MS = 5_000;

const here = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "twogate-bench-"));
// Where the database server's own user can reach it, when this is root.
chmodSync(folder, 0o755);
const clone = join(folder, "clone");
const loadBefore = loadavg();
let running;

try {
  const first = await firstStart();
  const idle = await settled(running);
  await stop(running);
  const seconds = [];
  for (let run = 0; run < SECOND_STARTS; run++) {
    const began = Date.now();
    running = await start();
    seconds.push(Date.now() - began);
    if (run < SECOND_STARTS - 1) await stop(running);
  }
  const journeys = [];
  const session = await signIn(running.url);
  for (const sample of SAMPLES) {
    const taken = await journey(session, sample);
    if (taken) journeys.push(taken);
  }
  if (journeys.length === 0) throw new Error("Every shipment was drawn by chance for an officer. Run it again.");
  const after = await settled(running);
  process.stdout.write(report({ first, seconds, journeys, idle, after }));
} finally {
  if (running) await stop(running);
  rmSync(folder, { recursive: true, force: true });
}

/** What a newcomer waits for: clone, packages, build, demonstration, the first page. npm's cache is empty. */
async function firstStart() {
  const began = Date.now();
  say("cloning");
  const cloned = spawnSync("git", ["clone", "--quiet", here, clone], { stdio: ["ignore", "ignore", "inherit"] });
  if (cloned.status !== 0) throw new Error("The repository could not be cloned.");
  running = await start();
  const page = await fetch(`${running.url}/sign-in`);
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
  const packages = running.saidAt(/Generating the database client/) - running.saidAt(/Installing the locked packages/);
  return { totalMs: Date.now() - began, packagesMs: packages };
}

/** `npm start` in the clone, until it says that it is ready. */
async function start() {
  say("npm start");
  const port = await freePort();
  const settings = /^(TWOGATE_|S3_|DATABASE_URL$|REDIS_URL$|PORT$|WORKER_PORT$|HOST$|NODE_ENV$|npm_)/;
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name)));
  const child = spawn("npm", ["start"], {
    cwd: clone,
    env: {
      ...environment,
      PORT: String(port),
      WORKER_PORT: String(await freePort()),
      npm_config_cache: join(folder, "npm-cache"),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = [];
  child.stdout.on("data", (chunk) => {
    lines.push({ at: Date.now(), text: chunk.toString() });
    process.stderr.write(chunk);
  });
  await until(
    "the product is ready",
    () => {
      if (child.exitCode !== null) throw new Error("The product ended while starting.");
      return lines.some(({ text }) => text.includes("Twogate is ready"));
    },
    FIRST_START_MS,
  );
  return {
    child,
    url: `http://127.0.0.1:${port}`,
    saidAt: (pattern) => lines.find(({ text }) => pattern.test(text))?.at ?? Number.NaN,
  };
}

/** Ctrl-C, and everything is gone. */
async function stop({ child }) {
  const launcher = familyOf(child.pid).find(({ command }) => LAUNCHER.test(command));
  if (child.exitCode !== null || !launcher) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(launcher.pid, "SIGINT");
  await ended;
}

async function signIn(base) {
  const answer = await fetch(`${base}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: base },
    body: JSON.stringify({ email: EMAIL, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`Signing in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${base}/api/v1${path}`, {
      method,
      headers: { cookie, origin: base, "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
}

/**
 * One shipment from the upload to the release of the second gate; what a person would look at is confirmed at once.
 * Null when it was drawn by chance.
 */
async function journey(call, sample) {
  say(`through both gates: ${sample}`);
  const { id } = await call("POST", "/shipments", {});
  const look = () => call("GET", `/shipments/${id}`);
  /** One shipment in fifty is drawn by chance for an officer; how long that takes says nothing of the machine. */
  const isReleased = async (index) => {
    let state = "";
    await until(`gate ${index + 1} is decided`, async () => {
      state = (await look()).gates[index].state;
      return state === "released" || state.startsWith("in_");
    });
    if (state !== "released") say(`${sample} was drawn by chance for an officer, and is left out`);
    return state === "released";
  };
  const began = Date.now();
  for (const file of ["invoice.pdf", "waybill.png"])
    await call(
      "POST",
      `/shipments/${id}/documents`,
      new Uint8Array(readFileSync(join(clone, "samples", sample, file))),
      {
        "x-file-name": file,
        "content-type": "application/octet-stream",
      },
    );
  let firstFieldMs = 0;
  await until("both documents are read", async () => {
    const { documentList, documents } = await look();
    if (firstFieldMs === 0 && documentList.some((document) => document.fields.length > 0))
      firstFieldMs = Date.now() - began;
    return documents.read === 2;
  });
  const readMs = Date.now() - began;
  const unsure = (await look()).documentList.flatMap(({ fields }) => fields).filter((field) => field.isUnsure);
  for (const field of unsure) await call("POST", `/fields/${field.id}/confirmation`, {});
  const { declaration } = await look();
  const acknowledged = declaration.issues
    .filter((issue) => issue.severity === "warning")
    .map((issue) => `${issue.code}:${issue.pointer.slice(1).replaceAll("/", ".")}`);
  const body = { security: "guarantee", acknowledged };
  await call("POST", `/shipments/${id}/declarations`, body, { "idempotency-key": randomUUID() });
  if (!(await isReleased(0))) return null;
  await until("gate 2 has said what it asks for", async () =>
    (await look()).requirements.some(({ stage }) => stage === "domestic_distribution"),
  );
  const requirements = (await look()).requirements.filter(({ state }) => state === "missing");
  for (const requirement of requirements)
    await call("POST", `/requirements/${requirement.id}/evidence`, { reference: "2026011608000001" });
  if (!(await isReleased(1))) return null;
  return {
    firstFieldMs,
    readMs,
    releasedMs: Date.now() - began,
    confirmed: unsure.length,
    evidence: requirements.length,
    rekeyed: (await look()).rekeyedFields,
  };
}

/** Memory after a pause without work. The pages that the database's processes share are counted once. */
async function settled({ child }) {
  await new Promise((wake) => setTimeout(wake, SETTLE_MS));
  const family = familyOf(child.pid);
  const sum = (pattern) =>
    family.filter(({ command }) => pattern.test(command)).reduce((total, { pid }) => total + proportionalMb(pid), 0);
  return {
    web: sum(/next-server|next start|bin\/next/),
    worker: sum(/dist\/worker\.mjs/),
    postgres: sum(/postgres/),
    launcher: sum(LAUNCHER),
  };
}

function proportionalMb(pid) {
  const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  return Number(found?.[1] ?? 0) / 1024;
}

/** A process and all of its descendants; empty where the system has no /proc. */
function familyOf(ancestor) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const facts = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1).split(" ");
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent: Number(facts[1]), command }];
      } catch {
        return [];
      }
    });
  const below = (pid) => all.filter(({ parent }) => parent === pid).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter(({ pid }) => pid === ancestor), ...below(ancestor)];
}

function report({ first, seconds, journeys, idle, after }) {
  const s = (ms) => `${(ms / 1000).toFixed(1)} s`;
  const of = (name) => journeys.map((each) => each[name]);
  const spread = (values) => `${s(median(values))} (${s(Math.min(...values))}–${s(Math.max(...values))})`;
  const mb = (name) => `${Math.round(idle[name])} MB, then ${Math.round(after[name])} MB`;
  const rows = [
    ["clone → first page, npm's cache empty", s(first.totalMs), 1],
    ["of which `npm ci`", s(first.packagesMs), 1],
    ["second start", spread(seconds), seconds.length],
    ["upload → first value", spread(of("firstFieldMs")), journeys.length],
    ["upload → both documents read", spread(of("readMs")), journeys.length],
    ["upload → both gates released, green, over HTTP", spread(of("releasedMs")), journeys.length],
    [
      "values confirmed, papers given at gate two",
      `${of("confirmed").join(", ")}; ${of("evidence").join(", ")}`,
      journeys.length,
    ],
    ["values typed again at gate two", of("rekeyed").join(", "), journeys.length],
    ["memory of web, idle and after the journeys", mb("web"), 1],
    ["memory of the worker", mb("worker"), 1],
    ["memory of PostgreSQL, all its processes", mb("postgres"), 1],
    ["memory of the launcher", mb("launcher"), 1],
  ];
  const load = [loadBefore, loadavg()].map((each) => each[0].toFixed(1)).join(" → ");
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, Node ${process.versions.node}, load ${load}`;
  return [
    `\`npm run bench:journey\` on ${machine}.`,
    "",
    "| what | median (least–most) | runs |",
    "| ---- | ------------------- | ---- |",
    ...rows.map((row) => `| ${row.join(" | ")} |`),
    "",
  ].join("\n");
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function until(what, holds, withinMs = STEP_MS) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await holds()) return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error(`Waited ${withinMs / 1000} s in vain until ${what}.`);
}

function freePort() {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

function say(what) {
  process.stderr.write(`· ${what} …\n`);
}
