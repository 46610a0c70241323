import { readFileSync } from "node:fs";
import type { ReadingProcess } from "./reading-process";

/** Why a reading process was ended by us; null while it was not. */
export type Exceeded = "time" | "memory" | null;

interface Limits {
  /** Wall clock between one page and the next. */
  readonly pageSeconds: number;
  /** Memory of the whole process. The engines' own memory lies outside the JavaScript heap, which has a limit apart. */
  readonly residentBytes: number;
}

export interface Watch {
  /** A page was finished; the clock of the next one begins. */
  restart(): void;
  stop(): void;
  exceeded(): Exceeded;
}

const LOOK_MS = 200;
const PAGE_BYTES = 4096;

/** Ends the process when it takes too long for a page or more memory than it may have. */
export function watch(line: ReadingProcess, { pageSeconds, residentBytes }: Limits): Watch {
  let exceeded: Exceeded = null;
  const end = (why: Exceeded) => {
    exceeded ??= why;
    line.end();
  };
  const clock = () => setTimeout(() => end("time"), pageSeconds * 1000);
  let timer = clock();
  const look = setInterval(() => {
    if (residentOf(line.pid) > residentBytes) end("memory");
  }, LOOK_MS);
  return {
    restart: () => {
      clearTimeout(timer);
      timer = clock();
    },
    stop: () => {
      clearTimeout(timer);
      clearInterval(look);
    },
    exceeded: () => exceeded,
  };
}

/** Bytes in memory, where the system tells it in a file (Linux, on which the product is run); else 0, which bounds nothing. */
export function residentOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
