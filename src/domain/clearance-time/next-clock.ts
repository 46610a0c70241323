import type { LocalDate } from "../shared/local-date";
import type { LegalClock, LegalClockCode } from "./legal-clock";

export const CLOCKS_OF_LIST = [
  "promise",
  "declaration",
  "rcep_general",
  "rcep_perishable",
  "rcep_express",
  "tax_payment",
  "return_arrival",
] as const satisfies readonly (LegalClockCode | "promise")[];
type ListedClock = (typeof CLOCKS_OF_LIST)[number];

/** The clock of a shipment that runs out next. */
export interface RunningClock {
  readonly code: ListedClock;
  /** Milliseconds since 1970 of its end; of one that ends with a day, the end of that day at the customs office. */
  readonly dueAt: number;
  readonly dueOn: LocalDate | null;
}

interface Asked {
  readonly clocks: readonly LegalClock[];
  /** When the promise ends; null where it does not run. */
  readonly promiseEnds: number | null;
  readonly now: number;
  /** Milliseconds since 1970 of the end of a day at the customs office. */
  readonly endOf: (day: LocalDate) => number;
}

/**
 * Of the clocks that run the one that ends first; where all have run out, the one that did so last. Null where none
 * runs. A right that lapses, as that to bring goods back, breaks nothing and is no clock to be missed.
 */
export function nextClock(asked: Asked): RunningClock | null {
  const all = running(asked);
  const ahead = all.filter(({ dueAt }) => dueAt >= asked.now);
  if (ahead.length > 0) return ahead.reduce((first, each) => (each.dueAt < first.dueAt ? each : first));
  return all.reduce<RunningClock | null>(
    (last, each) => (last === null || each.dueAt > last.dueAt ? each : last),
    null,
  );
}

/**
 * Milliseconds since 1970 from when on another end is the next one though nothing happens: that of the next clock is
 * over, and a later one runs. Null where the end stays what it is.
 */
export function nextClockChangesAt(asked: Asked): number | null {
  const next = nextClock(asked);
  if (next === null || next.dueAt < asked.now) return null;
  return running(asked).some(({ dueAt }) => dueAt > next.dueAt) ? next.dueAt + 1 : null;
}

/** The clocks that can be missed, each with its end. */
function running({ clocks, promiseEnds, endOf }: Asked): readonly RunningClock[] {
  const legal = clocks.flatMap((clock): readonly RunningClock[] => {
    const code = CLOCKS_OF_LIST.find((each) => each === clock.code);
    const dueAt = clock.dueOn ? endOf(clock.dueOn) : Date.parse(clock.dueAt ?? "");
    return code === undefined || clock.isDone || Number.isNaN(dueAt) ? [] : [{ code, dueAt, dueOn: clock.dueOn }];
  });
  return promiseEnds === null ? legal : [{ code: "promise", dueAt: promiseEnds, dueOn: null }, ...legal];
}
