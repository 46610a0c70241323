import { compare, type Decimal } from "../shared/decimal";

/** A case as far as its place in the queue goes. */
export interface Waiting {
  readonly id: string;
  /** When its clock runs out. */
  readonly dueAt: Date;
  /** Customs value, duty and taxes, in the home currency. */
  readonly stake: Decimal;
  /** What credit gives; never ahead of a more pressing clock. */
  readonly creditPriority: number;
}

const HOUR_MS = 3_600_000;
/** Hours of slack below which a case is more pressing than those above; less than none is the first band. */
const BANDS = [0, 1, 6, 24, 48] as const;

/** The time until the clock of the case runs out, in milliseconds; negative when it has. */
export function slackOf({ dueAt }: Pick<Waiting, "dueAt">, now: Date): number {
  return dueAt.getTime() - now.getTime();
}

/** The band of the slack: 0 for a clock that has run out, then within an hour, six, a day, two, and all others. */
export function bandOf(slack: number): number {
  const band = BANDS.findIndex((hours) => slack < hours * HOUR_MS);
  return band === -1 ? BANDS.length : band;
}

/** Whether the clock has run out, or does within the hour. */
export function isBreaching(waiting: Pick<Waiting, "dueAt">, now: Date): boolean {
  return bandOf(slackOf(waiting, now)) <= 1;
}

/**
 * The order of the queue at a moment: the band of the slack, within it the priority of credit, then the greater value at
 * stake, then the sooner end, then the id. No two cases are equal, so that the order is the same however they come in.
 */
export function byUrgency(now: Date): (a: Waiting, b: Waiting) => number {
  return (a, b) =>
    bandOf(slackOf(a, now)) - bandOf(slackOf(b, now)) ||
    b.creditPriority - a.creditPriority ||
    compare(b.stake, a.stake) ||
    a.dueAt.getTime() - b.dueAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
