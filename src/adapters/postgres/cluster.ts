import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { type ClusterHome, prepareHome, urlOf } from "./cluster-home";
import { stopLeftBehind } from "./left-behind";

/** A PostgreSQL server of our own, from the binaries of an npm package. */
export interface Cluster {
  /** Connection URL of the named database, as the cluster's owner. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface ClusterOptions {
  /** Where the data lies; made when missing. Whoever starts the cluster holds the folder. */
  readonly folder: string;
  /** Test clusters trade durability for speed; data never does. */
  readonly isDurable: boolean;
  /** The server ended although nobody stopped it, and is started again. */
  readonly onAccident?: (why: string) => void;
}

const START_MS = 30_000;
const STOP_MS = 20_000;
const RESTART_MS = 500;
const MAX_RESTART_MS = 30_000;
const MINUTE_MS = 60_000;

/**
 * Starts the cluster in `folder`, initialising it the first time, and waits until it answers. A server that a killed
 * process left behind on the folder is stopped first. Should the server end later, it is started again on its port.
 * Throws an Error whose message says what is wrong with the folder and what to do.
 */
export async function startCluster({ folder, isDurable, onAccident }: ClusterOptions): Promise<Cluster> {
  const home = prepareHome(folder);
  await stopLeftBehind(home.data);
  const port = await freePort();
  let server = launch(home, port, isDurable);
  let isStopping = false;
  const url = (database: string) => urlOf(home.password, port, database);
  const stop = async () => {
    isStopping = true;
    await server.stop();
  };
  try {
    await untilAnswering(url("postgres"), server, home.data);
  } catch (error) {
    await stop();
    throw error;
  }
  keepAlive(
    () => server,
    () => isStopping,
    (why) => {
      onAccident?.(why);
      server = launch(home, port, isDurable);
    },
  );
  return { url, stop };
}

/** Starts again what ends by accident, the later the sooner it ended. */
function keepAlive(current: () => Server, isStopping: () => boolean, restart: (why: string) => void): void {
  let pauseMs = RESTART_MS;
  const watch = () => {
    const since = Date.now();
    current().child.once("exit", () => {
      pauseMs = Date.now() - since > MINUTE_MS ? RESTART_MS : Math.min(pauseMs * 2, MAX_RESTART_MS);
      setTimeout(() => {
        if (isStopping()) return;
        restart(lastLine(current().log()));
        watch();
      }, pauseMs);
    });
  };
  watch();
}

/** Creates the database when it does not exist yet. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`create database "${name}"`);
  } finally {
    await client.end();
  }
  return cluster.url(name);
}

interface Server {
  readonly child: ChildProcess;
  readonly log: () => string;
  stop(): Promise<void>;
}

function launch({ binaries, data, owner }: ClusterHome, port: number, isDurable: boolean): Server {
  const flags = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "max_connections=120"];
  if (!isDurable) flags.push("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
  const child = spawn(join(binaries, "bin", "postgres"), flags, {
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  let text = "";
  child.on("error", (error) => {
    text = `${error.message}.`;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4_000);
  });
  const guard = standGuard(child);
  return {
    child,
    log: () => text,
    stop: async () => {
      guard.kill("SIGKILL");
      await stop(child);
    },
  };
}

/**
 * A server outlives the process that started it. So a shell waits beside it until its own input ends, which happens
 * when we are gone however we went, and then asks the server to end after the last connection is closed.
 */
function standGuard({ pid }: ChildProcess): ChildProcess {
  const guard = spawn("sh", ["-c", 'read -r _; kill -TERM "$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  // Where there is no shell, the next start stops what was left behind.
  guard.on("error", () => undefined);
  guard.stdin?.on("error", () => undefined);
  return guard;
}

async function untilAnswering(url: string, { child, log }: Server, data: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (hasEnded(child) || Date.now() > deadline) throw new Error(explain(log(), data));
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      await new Promise((wake) => setTimeout(wake, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

function explain(log: string, data: string): string {
  if (log.includes("postmaster.pid"))
    return `Another PostgreSQL is using ${data}. Stop it, or set TWOGATE_DATA to another folder.`;
  return `PostgreSQL does not start on ${data}: ${lastLine(log)} Restore the folder from a backup, or move it away and start again.`;
}

function lastLine(log: string): string {
  return log.trim().split("\n").at(-1) || "it gave no reason.";
}

/** A fast shutdown: running transactions are rolled back, committed ones are safe. */
async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolveEnd) => child.once("exit", () => resolveEnd()));
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? found(address.port) : failed(new Error("no port"))));
    });
  });
}
