import { spawn } from "node:child_process";
import { familyOf, living, withoutSettings } from "./product";
import { freePort, until } from "./services";

const SECRET = "a secret of the tests, and of nothing else";

/** A worker process as the product starts it, on the database and the files of a house. */
export interface WorkerProcess {
  readonly pid: number;
  readonly hasEnded: () => boolean;
  readonly complaints: () => string;
  isHealthy(): Promise<boolean>;
  /** The processes that read for it. */
  readers(): number[];
  /** Kill -9 of the worker, and of nothing else. */
  killAlone(): void;
  /** Kill -9 as a machine dies: the worker and what it was reading with, at once and without a word. */
  kill(): void;
  /** Stops it in its tracks, as a machine that hangs; what it was reading with goes on. */
  freeze(): void;
  thaw(): void;
}

export async function startWorker(
  house: { readonly url: string; readonly folder: string },
  environment: Readonly<Record<string, string>> = {},
): Promise<WorkerProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, ["dist/worker.mjs"], {
    env: withoutSettings({
      DATABASE_URL: house.url,
      TWOGATE_DATA: house.folder,
      TWOGATE_SECRET: SECRET,
      WORKER_PORT: port,
      TWOGATE_LOG_LEVEL: "warn",
      ...environment,
    }),
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaints = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const pid = child.pid ?? 0;
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const readers = () => [...familyOf(pid).keys()].filter((each) => each !== pid);
  const isHealthy = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok === true;
  await until("the worker answers", () => {
    if (hasEnded()) throw new Error(`The worker ended: ${complaints}`);
    return isHealthy();
  });
  return {
    pid,
    hasEnded,
    complaints: () => complaints,
    isHealthy,
    readers,
    killAlone: () => void child.kill("SIGKILL"),
    kill: () => {
      const all = hasEnded() ? [] : [pid, ...readers()];
      for (const each of living(all)) process.kill(each, "SIGKILL");
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
  };
}
