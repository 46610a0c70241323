// `npm run bench:journey`: from a clone in an empty folder to a shipment through both gates, as a newcomer and a machine
// go. Prints a table for docs/benchmarks.md; what it is doing goes to the error stream.
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, release, tmpdir, totalmem } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { familyOf, LAUNCHER, say, signIn, startIn, stop, until } from "./running.mjs";

const SECOND_STARTS = 3;
/** Sets of papers that the second broker of the demonstration has not seen, and that go through green. */
const SAMPLES = ["green-earphones", "green-toys", "green-keyboards"];
const EMAIL = "broker@lotus.example";
const SETTLE_MS = 5_000;

const here = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = mkdtempSync(join(tmpdir(), "twogate-bench-"));
// Where the database server's own user can reach it, when this is root.
chmodSync(folder, 0o755);
const clone = join(folder, "clone");
/** npm's cache is empty at first. */
const CACHE = { npm_config_cache: join(folder, "npm-cache") };
const loadBefore = loadavg();
let running;

try {
  const first = await firstStart();
  const idle = await settled(running);
  await stop(running);
  const seconds = [];
  for (let run = 0; run < SECOND_STARTS; run++) {
    const began = Date.now();
    running = await startIn(clone, CACHE);
    seconds.push(Date.now() - began);
    if (run < SECOND_STARTS - 1) await stop(running);
  }
  const journeys = [];
  const session = await signIn(running.url, EMAIL);
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
  running = await startIn(clone, CACHE);
  const page = await fetch(`${running.url}/sign-in`);
  if (!page.ok) throw new Error(`The first page answered ${page.status}.`);
  const packages = running.saidAt(/Generating the database client/) - running.saidAt(/Installing the locked packages/);
  return { totalMs: Date.now() - began, packagesMs: packages };
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
