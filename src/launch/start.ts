import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { type Cluster, ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { migrate } from "@/adapters/postgres/migrate";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import { buildWeb } from "./build";
import { type Process, startProcess, untilHealthy } from "./processes";

const HEALTHY_MS = 60_000;

/** Starts everything, waits until it is healthy, says where it is, and stops it all on Ctrl-C. */
export async function start(): Promise<void> {
  const began = Date.now();
  const port = Number(process.env.PORT ?? 3000);
  await requireFreePort(port);
  const data = resolve(process.env.TWOGATE_DATA ?? ".data");
  const secret = process.env.TWOGATE_SECRET ?? keptSecret(data);
  const cluster = process.env.DATABASE_URL
    ? null
    : await startCluster({ folder: join(data, "postgres"), isDurable: true });
  const running: Process[] = [];
  stopOnSignal(running, cluster);
  try {
    const databaseUrl = process.env.DATABASE_URL ?? (await ensureDatabase(cluster as Cluster, "twogate"));
    const environment = settings(port, data, secret, databaseUrl);
    Object.assign(process.env, environment);
    const applied = await migrate(databaseUrl, join("prisma", "migrations"));
    if (applied.length > 0) say(`Applied ${applied.length} migrations`);
    await loadReferenceData(databaseUrl, join("prisma", "reference"));
    await buildWeb(environment);
    running.push(startProcess("worker", ["dist/worker.mjs"], environment));
    running.push(
      startProcess(
        "web",
        ["node_modules/next/dist/bin/next", "start", "-p", String(port), "-H", process.env.HOST ?? "127.0.0.1"],
        environment,
      ),
    );
    await untilHealthy(`http://127.0.0.1:${port}/readyz`, running, HEALTHY_MS);
    await untilHealthy(`http://127.0.0.1:${environment.WORKER_PORT}/readyz`, running, HEALTHY_MS);
    const signIns = environment.TWOGATE_MODE === "demo" ? await demonstrate() : [];
    announce(environment.TWOGATE_URL, signIns, Date.now() - began);
  } catch (error) {
    await stopAll(running, cluster);
    throw error;
  }
}

/** Builds the web application for an image, where no database is and no secret is known. */
export async function buildForImage(): Promise<void> {
  const nowhere = settings(3000, ".data", "x".repeat(32), "postgresql://nowhere/none");
  await buildWeb(nowhere);
}

/** What it imports reads the environment at once, so it is imported when the environment is complete. */
async function demonstrate(): Promise<readonly string[]> {
  const { ensureDemonstration } = await import("./demonstration");
  return ensureDemonstration(say);
}

/** What web and worker are told. Without a database of the operator's own this is the demonstration. */
function settings(port: number, data: string, secret: string, databaseUrl: string) {
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    TWOGATE_DATA: data,
    TWOGATE_SECRET: secret,
    TWOGATE_URL: process.env.TWOGATE_URL ?? `http://127.0.0.1:${port}`,
    TWOGATE_TRUSTED_ORIGINS: process.env.TWOGATE_TRUSTED_ORIGINS ?? `http://localhost:${port}`,
    TWOGATE_MODE: process.env.TWOGATE_MODE ?? (process.env.DATABASE_URL ? "live" : "demo"),
    TWOGATE_LOG_LEVEL: process.env.TWOGATE_LOG_LEVEL ?? "warn",
    WORKER_PORT: process.env.WORKER_PORT ?? String(port + 1),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function requireFreePort(port: number): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is ${process.env.PORT}; set it to a number between 1 and 65535.`);
  const isFree = await new Promise<boolean>((answer) => {
    const server = createServer();
    server.once("error", () => answer(false));
    server.listen(port, "127.0.0.1", () => server.close(() => answer(true)));
  });
  if (!isFree)
    throw new Error(
      `Port ${port} is taken by another program. Stop it, or choose another with PORT=${port + 100} npm start.`,
    );
}

/** One secret for the life of the data, readable by its owner alone. */
function keptSecret(data: string): string {
  const file = join(data, "secret");
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true });
    writeFileSync(file, randomBytes(48).toString("base64url"), { mode: 0o600 });
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`${file} is damaged. Restore it from a backup; without it sealed personal data cannot be opened.`);
  return secret;
}

function stopOnSignal(running: Process[], cluster: Cluster | null): void {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      say("Stopping");
      void stopAll(running, cluster).then(() => process.exit(0));
    });
  }
}

/** Web and worker first, so that they can end their work; then the database under them. */
async function stopAll(running: readonly Process[], cluster: Cluster | null): Promise<void> {
  await Promise.all(running.map((each) => each.stop()));
  await cluster?.stop();
}

function announce(url: string, signIns: readonly string[], tookMs: number): void {
  const lines = [
    "",
    `Twogate is ready at ${url} (${(tookMs / 1000).toFixed(1)} s)`,
    ...signIns,
    "Ctrl-C stops it.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function say(what: string): void {
  process.stdout.write(`· ${what} …\n`);
}
