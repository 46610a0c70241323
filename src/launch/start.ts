import { join, resolve } from "node:path";
import { ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { holdFolder } from "@/adapters/postgres/holder";
import { migrate } from "@/adapters/postgres/migrate";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import { createSignerClient } from "@/adapters/signer/signer-client";
import { env } from "@/runtime/env";
import { buildWeb } from "./build";
import { inWords } from "./complaints";
import { type Process, runToEnd, untilAnswered, untilHealthy } from "./processes";
import { nothingRunning, type Running } from "./running";
import { requireServices } from "./services";
import {
  DATABASE,
  DEPARTMENTS,
  departmentPort,
  isDemonstration,
  keptSecret,
  makeDataFolder,
  ownSocket,
  publisherAddress,
  requireFreePorts,
  type Settings,
  settings,
  signerSettings,
  webAddress,
} from "./settings";

const HEALTHY_MS = 60_000;
/** Requests under way are answered; streams to browsers are cut. */
const WEB_GRACE_MS = 5_000;
/** The worker ends its work within twenty seconds, or gives it back. */
const WORKER_GRACE_MS = 25_000;

/** Starts everything, waits until it is healthy, says where it is, and stops it all on Ctrl-C. */
export async function start(): Promise<void> {
  const data = resolve(process.env.TWOGATE_DATA ?? ".data");
  let running: Running | undefined;
  try {
    makeDataFolder(data);
    // Services of the operator's own may serve several launchers; an embedded database serves one.
    running = nothingRunning(process.env.DATABASE_URL ? () => undefined : holdFolder(data));
    stopOnSignal(running);
    await requireFreePorts(isDemonstration());
    await requireServices();
    const environment = settings(data, keptSecret(data), await databaseIn(data, running));
    // What the operator set for web and worker is checked here, where one sentence tells what is wrong.
    Object.assign(process.env, environment);
    env();
    const signIns = await open(running, environment);
    const lines = [
      "",
      // Since the command was given: packages that had to be installed first are a part of the wait.
      `Twogate is ready at ${environment.TWOGATE_URL} (${process.uptime().toFixed(1)} s)`,
    ];
    process.stdout.write(`${[...lines, ...signIns, "Ctrl-C stops it.", ""].join("\n")}\n`);
  } catch (error) {
    // Whoever stopped it knows why it broke off.
    if (running?.isStopping()) return running.stop();
    await running?.stop();
    throw inWords(error, data);
  }
}

/** Builds the web application for an image, where no database is and no secret is known. */
export async function buildForImage(): Promise<void> {
  const nowhere = settings(".data", "x".repeat(32), "postgresql://nowhere/none");
  await buildWeb(nowhere, (program) => runToEnd(program).output);
}

/** The operator's database, or the embedded one with its server started. */
async function databaseIn(data: string, running: Running): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given && !/^postgres(ql)?:\/\//.test(given))
    throw new Error(
      "DATABASE_URL is no address of a PostgreSQL; set it to postgresql://user:password@host:5432/database.",
    );
  if (given) return given;
  const cluster = await running.hold(
    startCluster({
      folder: join(data, "postgres"),
      isDurable: true,
      onAccident: (why) => complain(`PostgreSQL ended; it is started again. ${why}`),
    }),
  );
  return ensureDatabase(cluster, DATABASE);
}

/** Brings the database to this release, starts worker and web, and gives the lines that tell how to sign in. */
async function open(running: Running, environment: Settings): Promise<readonly string[]> {
  const applied = await migrate(environment.DATABASE_URL, join("prisma", "migrations"));
  if (applied.length > 0) say(`Applied ${applied.length} migrations`);
  const reference = join("prisma", "reference");
  await loadReferenceData(environment.DATABASE_URL, reference);
  // Rates of exchange are the operator's to load; the demonstration has its own.
  if (environment.TWOGATE_MODE === "demo")
    await loadReferenceData(environment.DATABASE_URL, join(reference, "demonstration"));
  const keys = await startSigner(running, environment);
  const witnesses = environment.TWOGATE_MODE === "demo" ? await startDepartments(running, environment, keys.log) : [];
  const witnessed = {
    ...environment,
    TWOGATE_WITNESSES: [environment.TWOGATE_WITNESSES, ...witnesses].filter(Boolean).join(","),
  };
  const worker = running.start({
    name: "worker",
    args: ["dist/worker.mjs"],
    environment: witnessed,
    graceMs: WORKER_GRACE_MS,
  });
  if (environment.TWOGATE_MODE === "demo") await startSimulator(running, environment);
  await startPublisher(running, environment);
  // The demonstration needs the worker alone, so it is made while the web application is built.
  const [signIns] = await Promise.all([demonstrate(running, environment, worker), openWeb(running, environment)]);
  return signIns;
}

/** The simulated authority: a process of its own, which demonstrations alone have. */
async function startSimulator(running: Running, environment: Settings): Promise<void> {
  const simulator = running.start({
    name: "simulator",
    args: ["dist/simulator.mjs"],
    environment,
    graceMs: WEB_GRACE_MS,
  });
  await untilHealthy(`${environment.TWOGATE_SIMULATOR_URL}/readyz`, simulator, HEALTHY_MS);
  simulator.keepAlive((why) => void giveUp(running, why));
}

/** The process that holds the signing keys, unless an operator runs it; its public keys. */
async function startSigner(running: Running, environment: Settings) {
  const client = createSignerClient(environment.TWOGATE_SIGNER_SOCKET);
  if (environment.TWOGATE_SIGNER_SOCKET !== ownSocket(environment.TWOGATE_DATA)) return client.keys();
  const signer = running.start({
    name: "signing process",
    args: ["dist/signer.mjs"],
    // The secret of the others is none of its business.
    environment: { ...signerSettings(environment.TWOGATE_DATA, environment.TWOGATE_SIGNER_SOCKET), TWOGATE_SECRET: "" },
    graceMs: WEB_GRACE_MS,
  });
  const keys = await untilAnswered(() => client.keys(), signer);
  signer.keepAlive((why) => void giveUp(running, why));
  return keys;
}

/** The departments of the demonstration, which witness the log: what the worker is told of each. */
async function startDepartments(running: Running, environment: Settings, logKey: string): Promise<readonly string[]> {
  return Promise.all(
    DEPARTMENTS.map(async (name) => {
      const port = departmentPort(name);
      const address = `http://127.0.0.1:${port}`;
      const department = running.start({
        name: `department ${name}`,
        args: ["dist/department.mjs"],
        environment: {
          DEPARTMENT_NAME: `${name}.demonstration.example`,
          DEPARTMENT_PORT: String(port),
          DEPARTMENT_DATA: join(environment.TWOGATE_DATA, "departments", name),
          DEPARTMENT_LOG_KEY: logKey,
          TWOGATE_SECRET: "",
        },
        graceMs: WEB_GRACE_MS,
      });
      await untilHealthy(`${address}/readyz`, department, HEALTHY_MS);
      department.keepAlive((why) => void giveUp(running, why));
      return `${(await (await fetch(`${address}/key`)).text()).trim()} ${address}`;
    }),
  );
}

/** Shows everybody what was issued: a process of its own, so that readers by the thousand slow nobody down who works. */
async function startPublisher(running: Running, environment: Settings): Promise<void> {
  const publisher = running.start({
    name: "publisher",
    args: ["dist/publisher.mjs"],
    environment,
    graceMs: WEB_GRACE_MS,
  });
  await untilHealthy(`${publisherAddress()}/readyz`, publisher, HEALTHY_MS);
  publisher.keepAlive((why) => void giveUp(running, why));
}

async function openWeb(running: Running, environment: Settings): Promise<void> {
  await buildWeb(environment, running.run);
  const { host, port, url } = webAddress();
  const web = running.start({
    name: "web",
    args: ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", host],
    environment,
    graceMs: WEB_GRACE_MS,
  });
  await untilHealthy(`${url}/readyz`, web, HEALTHY_MS);
  web.keepAlive((why) => void giveUp(running, why));
}

async function demonstrate(running: Running, environment: Settings, worker: Process): Promise<readonly string[]> {
  await untilHealthy(`http://127.0.0.1:${environment.WORKER_PORT}/readyz`, worker, HEALTHY_MS);
  worker.keepAlive((why) => void giveUp(running, why));
  if (environment.TWOGATE_MODE !== "demo") return [];
  const printed = await running.run({
    name: "demonstration",
    args: ["dist/demonstration.mjs"],
    environment,
    graceMs: 0,
    isHeard: true,
  });
  return printed.trimEnd().split("\n");
}

function stopOnSignal(running: Running): void {
  // A closed terminal takes our output with it.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!running.isStopping()) say("Stopping");
      void running.stop().then(() => process.exit(0));
    });
  }
}

async function giveUp(running: Running, why: string): Promise<void> {
  complain(why);
  await running.stop();
  process.exit(1);
}

function say(what: string): void {
  process.stdout.write(`· ${what} …\n`);
}

function complain(what: string): void {
  process.stderr.write(`${what}\n`);
}
