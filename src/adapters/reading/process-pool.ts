import { residentOf, type Watch, watch } from "./limits";
import { type ProcessOptions, type ReadingProcess, startProcess } from "./reading-process";

/** What came of a talk with a process, and whether that went so well that the process may serve its owner again. */
export interface Talk<T> {
  readonly value: T;
  readonly wentWell: boolean;
  /** Whether it ended in a way for which something that the process did before may be to blame. */
  readonly isDoubtful?: boolean;
}

type Speak<T> = (line: ReadingProcess, limits: Watch) => Promise<Talk<T>>;

export interface ProcessPool {
  /**
   * Talks with a process that served nobody but this owner, and that nobody else talks with meanwhile. Without an owner
   * it is started for this talk alone. It is ended afterwards unless all went well. What goes wrong with a process that
   * has served before, and may be its doing, is talked over once more with a new one.
   */
  run<T>(owner: string | null, talk: Speak<T>): Promise<T>;
}

interface Served {
  readonly line: ReadingProcess;
  readonly owner: string | null;
  readonly talks: number;
}
interface Resting extends Served {
  readonly alarm: NodeJS.Timeout;
  readonly look: NodeJS.Timeout;
}

/** What a file may leave behind in a process that it got the better of, it leaves to so few. */
const MOST_TALKS = 20;
/** Kept for whoever drops several files; each holds some hundred megabytes while it waits. */
const MOST_RESTING = 2;
const REST_MS = 15_000;
const LOOK_MS = 1_000;
/** A process that has grown so far, as a share of what it may have, is not kept. */
const GROWN = 0.6;
const MB = 1024 * 1024;

/** Starts reading processes with their limits, and keeps a few that did well for more files of the same owner. */
export function createProcessPool(options: ProcessOptions): ProcessPool {
  const residentBytes = options.residentMb * MB;
  let resting: readonly Resting[] = [];
  const hasGrown = (line: ReadingProcess) => residentOf(line.pid) > residentBytes * GROWN;

  const leave = (one: Resting) => {
    resting = resting.filter((each) => each !== one);
    clearTimeout(one.alarm);
    clearInterval(one.look);
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
    // What a file left behind must not grow while nobody talks.
    const look = setInterval(() => hasGrown(served.line) && end(one), LOOK_MS).unref();
    const one: Resting = { ...served, alarm, look };
    resting = [...resting, one];
    // Whoever breaks while it rests is not called again.
    served.line.listen({ message: () => end(one), error: () => end(one), exit: () => leave(one) });
  };

  const serve = async <T>({ line, owner, talks }: Served, talk: Speak<T>): Promise<Talk<T>> => {
    const limits = watch(line, { pageSeconds: options.pageSeconds, residentBytes });
    let wentWell = false;
    try {
      const said = await talk(line, limits);
      wentWell = said.wentWell && limits.exceeded() === null;
      return said;
    } finally {
      limits.stop();
      line.listen(null);
      const mayRest = wentWell && owner !== null && talks + 1 < MOST_TALKS && line.isConnected() && !hasGrown(line);
      if (mayRest) rest({ line, owner, talks: talks + 1 });
      else line.end();
    }
  };

  return {
    run: async (owner, talk) => {
      const served = take(owner);
      const said = await serve(served, talk);
      if (!said.isDoubtful || served.talks === 0) return said.value;
      return (await serve({ line: startProcess(options), owner, talks: 0 }, talk)).value;
    },
  };
}
