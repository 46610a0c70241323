import { residentOf, type Watch, watch } from "./limits";
import { type ProcessOptions, type ReadingProcess, startProcess } from "./reading-process";

/** What came of a talk with a process, and whether that went so well that the process may serve its owner again. */
export interface Talk<T> {
  readonly value: T;
  readonly wentWell: boolean;
}

export interface ProcessPool {
  /**
   * Talks with a process that served nobody but this owner, and that nobody else talks with meanwhile. Without an owner
   * it is started for this talk alone. It is ended afterwards unless all went well.
   */
  run<T>(owner: string | null, talk: (line: ReadingProcess, limits: Watch) => Promise<Talk<T>>): Promise<T>;
}

interface Served {
  readonly line: ReadingProcess;
  readonly owner: string | null;
  readonly talks: number;
}
interface Resting extends Served {
  readonly alarm: NodeJS.Timeout;
}

/** What a file may leave behind in a process that it got the better of, it leaves to so few. */
const MOST_TALKS = 20;
/** Kept for whoever drops several files; each holds some hundred megabytes while it waits. */
const MOST_RESTING = 2;
const REST_MS = 15_000;
/** A process that has grown so far, as a share of what it may have, is not kept. */
const GROWN = 0.6;
const MB = 1024 * 1024;

/** Starts reading processes with their limits, and keeps a few that did well for more files of the same owner. */
export function createProcessPool(options: ProcessOptions): ProcessPool {
  const residentBytes = options.residentMb * MB;
  let resting: readonly Resting[] = [];

  const leave = (one: Resting) => {
    resting = resting.filter((each) => each !== one);
    clearTimeout(one.alarm);
  };
  const end = (one: Resting) => {
    leave(one);
    one.line.end();
  };
  const take = (owner: string | null): Served => {
    const known = owner === null ? undefined : resting.findLast((each) => each.owner === owner);
    if (!known) return { line: startProcess(options), owner, talks: 0 };
    leave(known);
    known.line.setResting(false);
    return known;
  };
  const rest = (served: Served) => {
    const oldest = resting[0];
    if (oldest && resting.length >= MOST_RESTING) end(oldest);
    served.line.setResting(true);
    const alarm = setTimeout(() => end(one), REST_MS).unref();
    const one: Resting = { ...served, alarm };
    resting = [...resting, one];
    // Whoever breaks while it rests is not called again.
    served.line.listen({ message: () => end(one), error: () => end(one), exit: () => leave(one) });
  };

  return {
    run: async (owner, talk) => {
      const { line, talks } = take(owner);
      const limits = watch(line, { pageSeconds: options.pageSeconds, residentBytes });
      let wentWell = false;
      try {
        const said = await talk(line, limits);
        wentWell = said.wentWell;
        return said.value;
      } finally {
        limits.stop();
        line.listen(null);
        const served = { line, owner, talks: talks + 1 };
        const mayRest = wentWell && owner !== null && served.talks < MOST_TALKS && line.isConnected();
        if (mayRest && residentOf(line.pid) < residentBytes * GROWN) rest(served);
        else line.end();
      }
    },
  };
}
