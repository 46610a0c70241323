import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beginningOf, commandOf } from "./holder";

const STOP_MS = 20_000;
const POLL_MS = 50;

/**
 * Stops the server that a killed process left behind on the data: what it committed is safe, what was under way is
 * rolled back. Throws an Error that names the server when it does not end.
 */
export async function stopLeftBehind(data: string): Promise<void> {
  const note = join(data, "postmaster.pid");
  const pid = existsSync(note) ? Number(readFileSync(note, "utf8").split("\n")[0]) : 0;
  if (!Number.isInteger(pid) || pid < 1 || beginningOf(pid) === null) return;
  const command = commandOf(pid);
  // Where the system does not tell, PostgreSQL itself refuses to start twice on the same data.
  if (command === null) return;
  if (!command.includes(data)) {
    // The number belongs to another program by now; PostgreSQL would take that for a server of its own.
    rmSync(note, { force: true });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    tell(pid, signal, data);
    if (await hasEndedWithin(pid, STOP_MS)) return;
  }
  throw new Error(
    `PostgreSQL, process ${pid}, was left behind on ${data} and does not stop. End it with kill -9 ${pid}, then start again.`,
  );
}

function tell(pid: number, signal: NodeJS.Signals, data: string): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ESRCH") return;
    throw new Error(
      `PostgreSQL, process ${pid}, was left behind on ${data} by another user. Start Twogate as that user, or have that user end it with kill -INT ${pid}.`,
    );
  }
}

async function hasEndedWithin(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (beginningOf(pid) === null) return true;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  return false;
}
