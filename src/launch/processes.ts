import { type ChildProcess, spawn } from "node:child_process";
import { pathToFileURL } from "node:url";

/** What is to be run with Node, and how long it may take to stop. */
export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly graceMs: number;
  /** What it says on its error stream is told at once, and why it failed is what it printed. */
  readonly isHeard?: boolean;
}

/** A process of ours, kept apart from the terminal's signals so that we decide the order of stopping. */
export interface Process {
  readonly name: string;
  readonly hasEnded: () => boolean;
  /** What it said last. */
  readonly words: () => string;
  /**
   * From here on what it logs goes to our error stream, and an end is an accident: it is started again. `giveUp` is
   * told when it ends over and over.
   */
  keepAlive(giveUp: (why: string) => void): void;
  stop(): Promise<void>;
}

const POLL_MS = 100;
const KEPT_CHARACTERS = 4_000;
const RESTART_MS = 1_000;
/** So many ends within a minute are no accident. */
const MAX_ENDS = 5;
const MINUTE_MS = 60_000;

/** Starts a process that is to go on. */
export function startProcess(program: Program): Process {
  let run = launch(program);
  let isStopping = false;
  const ends: number[] = [];
  const watch = (giveUp: (why: string) => void) => {
    run.listen();
    if (hasEnded(run.child)) restart(giveUp);
    else run.child.once("exit", () => restart(giveUp));
  };
  const restart = (giveUp: (why: string) => void) => {
    if (isStopping) return;
    ends.push(Date.now());
    if (ends.filter((at) => Date.now() - at < MINUTE_MS).length >= MAX_ENDS)
      return giveUp(`The ${program.name} ended ${MAX_ENDS} times in a minute: ${reasonIn(run.words())}`);
    process.stderr.write(`The ${program.name} ended; it is started again.\n`);
    setTimeout(() => {
      if (isStopping) return;
      run = launch(program);
      watch(giveUp);
    }, RESTART_MS);
  };
  return {
    name: program.name,
    hasEnded: () => hasEnded(run.child),
    words: () => run.words(),
    keepAlive: watch,
    stop: async () => {
      isStopping = true;
      await stop(run.child, program.graceMs);
    },
  };
}

/** Runs a program that comes to an end by itself, and gives what it printed; throws what it said last when it fails. */
export function runToEnd(program: Program): Process & { readonly output: Promise<string> } {
  const { child, words, printed } = launch(program);
  const output = new Promise<string>((resolve, reject) => {
    child.once("close", (code) => {
      if (code === 0) resolve(printed());
      else reject(new Error(`The ${program.name} failed: ${program.isHeard ? printed().trim() : words()}`));
    });
  });
  // Whoever stops everything no longer waits for the output.
  output.catch(() => undefined);
  return {
    name: program.name,
    hasEnded: () => hasEnded(child),
    words,
    keepAlive: () => undefined,
    stop: () => stop(child, program.graceMs),
    output,
  };
}

/** Waits until the process answers at the address with success; when it ends instead, says why. */
export async function untilHealthy(url: string, process: Process, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (process.hasEnded()) throw new Error(`The ${process.name} ended while starting: ${reasonIn(process.words())}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  const last = process.words() || "It said nothing.";
  throw new Error(`The ${process.name} did not become healthy in ${withinMs / 1000} s: ${last}`);
}

/** Asks until it is answered; says why the process ended, when it does instead. */
export async function untilAnswered<T>(ask: () => Promise<T>, process: Process, withinMs = 30_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (process.hasEnded()) throw new Error(`The ${process.name} ended while starting: ${reasonIn(process.words())}`);
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
}

function launch({ args, environment, isHeard = false }: Program) {
  const lifeline = pathToFileURL("src/launch/lifeline.mjs").href;
  const child = spawn(process.execPath, ["--no-deprecation", "--import", lifeline, ...args], {
    env: { ...process.env, ...environment, TWOGATE_LAUNCHED: "1" },
    // The pipe to its input is the lifeline; nothing is ever written to it.
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  child.stdin?.on("error", () => undefined);
  let words = "";
  let printed = "";
  let isTold = isHeard;
  const keep = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-KEPT_CHARACTERS);
  };
  child.stdout?.on("data", (chunk: Buffer) => {
    keep(chunk);
    printed = (printed + chunk.toString()).slice(-KEPT_CHARACTERS);
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    keep(chunk);
    if (isTold) process.stderr.write(chunk);
  });
  return {
    child,
    words: () => words.trim(),
    printed: () => printed,
    listen: () => {
      isTold = true;
    },
  };
}

async function stop(child: ChildProcess, graceMs: number): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), graceMs);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The first error that it named; else its last lines. */
function reasonIn(words: string): string {
  const named = /^\s*(?:Uncaught )?(?:\w*Error): (.+)$/m.exec(words)?.[1];
  return named ?? words.split("\n").slice(-6).join("\n");
}
