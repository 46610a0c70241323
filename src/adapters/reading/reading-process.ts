import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import type { Request } from "./protocol";

export interface ProcessOptions {
  /** The bundled process that reads. */
  readonly entry: string;
  readonly heapMb: number;
  /** Wall clock between one page and the next. */
  readonly pageSeconds: number;
  /** Memory of the whole process; the JavaScript heap is a part of it. */
  readonly residentMb: number;
}

/** Who hears what a process says, and how it ends. */
export interface Listener {
  message(raw: unknown): void;
  error(error: Error): void;
  exit(code: number | null, signal: NodeJS.Signals | null): void;
}

/** A process that reads, with limits of its own and an environment without secrets. */
export interface ReadingProcess {
  readonly pid: number | undefined;
  isConnected(): boolean;
  send(message: Request | "taken"): void;
  /** One hears at a time; null for nobody. */
  listen(listener: Listener | null): void;
  /** While it rests it keeps nobody from ending; when its parent is gone, it goes. */
  setResting(isResting: boolean): void;
  end(): void;
}

/** Processes that still run, by their folders; whoever ends before them ends them and clears their folders away. */
const running = new Map<string, ChildProcess>();
let isWatched = false;

/** Starts a process with a folder for what its libraries put aside, which goes with it. */
export function startProcess({ entry, heapMb }: ProcessOptions): ReadingProcess {
  const folder = mkdtempSync(join(tmpdir(), "twogate-reader-"));
  if (!isWatched) process.once("exit", endAll);
  isWatched = true;
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    env: { NODE_ENV: "production", OMP_THREAD_LIMIT: "1", TMPDIR: folder },
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
  });
  running.set(folder, child);
  yieldToPeople(child.pid);
  let heard: Listener | null = null;
  child.on("message", (raw) => heard?.message(raw));
  child.on("error", (error) => heard?.error(error));
  child.on("exit", (code, signal) => {
    heard?.exit(code, signal);
    clear(folder);
  });
  return {
    pid: child.pid,
    isConnected: () => child.connected,
    // A process that ends before it hears this says so by its exit.
    send: (message) => void child.send(message, () => undefined),
    listen: (listener) => {
      heard = listener;
    },
    setResting: (isResting) => {
      const holds = isResting ? "unref" : "ref";
      child[holds]();
      child.channel?.[holds]();
    },
    end: () => void child.kill("SIGKILL"),
  };
}

/** About half the share of a core that others get; with much less a busy machine would run out of time for a page. */
const BEHIND_PEOPLE = 3;

/** Whoever types or asks meanwhile comes first; where that may not be set, all are alike. */
function yieldToPeople(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, BEHIND_PEOPLE);
  } catch {
    // It reads all the same.
  }
}

function endAll(): void {
  for (const [folder, child] of running) {
    child.kill("SIGKILL");
    clear(folder);
  }
}

function clear(folder: string): void {
  running.delete(folder);
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What cannot be cleared now is left behind, and cleared by the next worker that starts.
  }
}
