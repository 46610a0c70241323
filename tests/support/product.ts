import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { beginningOf, commandOf, holdFolder } from "@/adapters/postgres/holder";
import { until } from "./services";

const BUILD_MS = 300_000;
const READY_MS = 90_000;

/** The whole product, started as a person starts it. */
export interface Product {
  readonly pid: number;
  readonly said: () => string;
  readonly complained: () => string;
  /** The launcher and everything below it, by process number, with the command line. */
  family(): ReadonlyMap<number, string>;
  untilReady(): Promise<void>;
  untilEnded(withinMs: number): Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** Stops listening to it, as a terminal that is closed. */
  closeOutput(): void;
  /** Ends whatever of it is still there, orphans that were ever seen included. */
  destroy(): void;
}

/** Starts the product with this environment and no other settings of its own. */
export function startProduct(environment: Readonly<Record<string, string>>): Product {
  const child = spawn(process.execPath, ["src/launch/main.mjs"], {
    env: withoutSettings(environment),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pid = child.pid ?? 0;
  const said = collect(child, "stdout");
  const complained = collect(child, "stderr");
  const seen = new Set<number>();
  const family = () => {
    const current = familyOf(pid);
    for (const each of current.keys()) seen.add(each);
    return current;
  };
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  return {
    pid,
    said,
    complained,
    family,
    untilReady: () =>
      until(
        "the product is ready",
        () => {
          if (hasEnded()) throw new Error(`The product ended while starting: ${said()}${complained()}`);
          return said().includes("Twogate is ready");
        },
        READY_MS,
      ),
    untilEnded: async (withinMs) => {
      await until("the launcher has ended", hasEnded, withinMs);
      return child.exitCode;
    },
    kill: (signal) => void child.kill(signal),
    closeOutput: () => {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    destroy: () => {
      family();
      for (const each of living(seen)) process.kill(each, "SIGKILL");
    },
  };
}

/** Builds the web application once for all who start the product; two builds at once would disturb each other. */
export async function ensureWebIsBuilt(): Promise<void> {
  const folder = "dist/web-build";
  mkdirSync(folder, { recursive: true });
  let letGo: (() => void) | undefined;
  const hold = () => {
    try {
      letGo = holdFolder(folder);
    } catch {
      return false;
    }
    return true;
  };
  await until("no other test builds the web application", hold, BUILD_MS);
  try {
    const built = spawnSync(process.execPath, ["src/launch/image.mjs"], { encoding: "utf8", env: withoutSettings() });
    if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
  } finally {
    letGo?.();
  }
}

/** Those of the processes that are still there. */
export function living(pids: Iterable<number>): number[] {
  return [...pids].filter((pid) => beginningOf(pid) !== null);
}

/** A process and all of its descendants, with their command lines. */
export function familyOf(ancestor: number): ReadonlyMap<number, string> {
  const parents = parentsOfAll();
  const family = new Map<number, string>();
  const add = (pid: number) => {
    family.set(pid, commandOf(pid) ?? "");
    for (const [child, parent] of parents) if (parent === pid) add(child);
  };
  add(ancestor);
  return family;
}

function parentsOfAll(): readonly (readonly [pid: number, parent: number])[] {
  if (!existsSync("/proc/self/stat"))
    return execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const facts = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ");
        return [[Number(name), Number(facts?.[1])] as const];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
}

/** The environment without what the tests, or the person who runs them, set for the product; and what is set on top. */
export function withoutSettings(own: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const ours = /^(TWOGATE_|S3_|DATABASE_URL$|REDIS_URL$|PORT$|WORKER_PORT$|HOST$|NODE_ENV$|VITEST)/;
  const others = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(others), ...own } as NodeJS.ProcessEnv;
}

function collect(child: ChildProcess, stream: "stdout" | "stderr"): () => string {
  let text = "";
  child[stream]?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}
