import { type ChildProcess, spawn } from "node:child_process";

/** A process of ours, kept apart from the terminal's signals so that we decide the order of stopping. */
export interface Process {
  readonly name: string;
  readonly hasEnded: () => string | null;
  stop(): Promise<void>;
}

const GRACE_MS = 25_000;
const POLL_MS = 100;
const KEPT_CHARACTERS = 4_000;

/** Starts a Node process with the environment added to ours; what it logs goes to our error stream. */
export function startProcess(
  name: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Process {
  const child = spawn(process.execPath, [...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let last = "";
  const keep = (chunk: Buffer) => {
    last = (last + chunk.toString()).slice(-KEPT_CHARACTERS);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", (chunk: Buffer) => {
    keep(chunk);
    process.stderr.write(chunk);
  });
  return {
    name,
    hasEnded: () => (child.exitCode === null && child.signalCode === null ? null : last.trim()),
    stop: () => stop(child),
  };
}

/** Waits until the address answers with success; says which process ended instead, and why. */
export async function untilHealthy(url: string, running: readonly Process[], withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    for (const each of running) {
      const words = each.hasEnded();
      if (words !== null)
        throw new Error(`The ${each.name} ended while starting: ${words.split("\n").slice(-6).join("\n")}`);
    }
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  throw new Error(`${url} did not become healthy in ${withinMs / 1000} s. Look at the lines above for the reason.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
