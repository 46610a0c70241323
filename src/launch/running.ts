import type { Cluster } from "@/adapters/postgres/cluster";
import { type Process, type Program, runToEnd, startProcess } from "./processes";

/** Everything that was started, so that all of it is stopped in the right order, whenever that is asked. */
export interface Running {
  /** Starts a program that is to go on. Throws when the end was asked for in the meantime. */
  start(program: Program): Process;
  /** Runs a program to its end and gives what it printed. */
  run(program: Program): Promise<string>;
  /** Takes the database server in while it is still starting. */
  hold(starting: Promise<Cluster>): Promise<Cluster>;
  readonly isStopping: () => boolean;
  /** Web and worker first, so that they can end their work; then the database under them. */
  stop(): Promise<void>;
}

/** `letGo` is called when everything has stopped. */
export function nothingRunning(letGo: () => void): Running {
  const processes: Process[] = [];
  let cluster: Promise<Cluster | null> = Promise.resolve(null);
  let stopping: Promise<void> | undefined;
  const begin = <P extends Process>(start: () => P): P => {
    if (stopping) throw new Error("Stopped while starting.");
    const process = start();
    processes.push(process);
    return process;
  };
  const stopAll = async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await (await cluster)?.stop();
    letGo();
  };
  return {
    start: (program) => begin(() => startProcess(program)),
    run: (program) => begin(() => runToEnd(program)).output,
    hold: (starting) => {
      cluster = starting.catch(() => null);
      return starting;
    },
    isStopping: () => stopping !== undefined,
    stop: () => {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
