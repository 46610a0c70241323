import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A process is told from a later one with the same number by when it began. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

/**
 * Holds a folder of data for this process; what it gives lets go of it. Throws an Error that names the living process
 * which holds it. A process that was killed holds nothing.
 */
export function holdFolder(folder: string): () => void {
  const note = join(folder, "held-by.json");
  const holder = readHolder(note);
  if (holder && holder.pid !== process.pid && beginningOf(holder.pid) === holder.began)
    throw new Error(
      `Twogate is running on ${folder} already, as process ${holder.pid}. Use that one, or stop it with Ctrl-C where it runs or with kill ${holder.pid}. To run another beside it, set TWOGATE_DATA to another folder and PORT to another port.`,
    );
  rmSync(note, { force: true });
  const own: Holder = { pid: process.pid, began: beginningOf(process.pid) ?? "" };
  try {
    writeFileSync(note, JSON.stringify(own), { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Error(`Another Twogate is starting on ${folder} at this moment. Use that one, or start again.`);
  }
  return () => rmSync(note, { force: true });
}

/** When the process began; null when there is none, or only its remains. */
export function beginningOf(pid: number): string | null {
  if (existsSync("/proc/self/stat")) {
    const facts = readProc(pid, "stat")?.split(") ").at(-1)?.split(" ");
    if (!facts || facts[0] === "Z") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${facts[19]}`;
  }
  if (process.platform !== "win32") return ask("lstart", pid);
  return isThere(pid) ? "unknown" : null;
}

/** The command line of a living process; null where the system does not tell. */
export function commandOf(pid: number): string | null {
  if (existsSync("/proc/self/cmdline")) return readProc(pid, "cmdline")?.replaceAll("\0", " ") ?? null;
  return process.platform === "win32" ? null : ask("command", pid);
}

function readHolder(note: string): Holder | null {
  if (!existsSync(note)) return null;
  try {
    const { pid, began } = JSON.parse(readFileSync(note, "utf8")) as Holder;
    return Number.isInteger(pid) ? { pid, began } : null;
  } catch {
    // Whoever wrote it was killed while writing.
    return null;
  }
}

function readProc(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return null;
  }
}

function ask(what: string, pid: number): string | null {
  try {
    return (
      execFileSync("ps", ["-ww", "-o", `${what}=`, "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim() ||
      null
    );
  } catch {
    return null;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
