import { LANES, type Lane } from "../selectivity/lanes";
import type { ReleasePassage, Span } from "./rows";

/** Whose the time is: of who must answer or hand in, of the machine, of who must look, of who must pay. */
export const TIME_OWNERS = ["broker", "system", "officer", "payment"] as const;
export type TimeOwner = (typeof TIME_OWNERS)[number];

/** Milliseconds by owner; they add up to the time from assessment to release. */
export type OwnedTime = Readonly<Record<TimeOwner, number>>;

export interface ReleaseTime {
  readonly lane: Lane | "all";
  readonly released: number;
  /** Milliseconds within which so many of a hundred were released, by nearest rank; null of none. */
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly owners: OwnedTime;
  /** Milliseconds of all of them together. */
  readonly total: number;
}

/**
 * Divides the time of a release among its owners, instant by instant. While several things are awaited at once the time
 * belongs to the first of: the broker who has a question to answer, the officer who has a case, the payment of the tax,
 * the broker whose paper is missing. What is left is the system's.
 */
export function ownersOf(passage: ReleasePassage): OwnedTime {
  const { from, to, cases, questions, paidAt, lastPaperAt } = passage;
  const end = Math.max(from, to);
  const spans = [...cases, ...questions].flatMap((span) => [span.from, span.to ?? end]);
  const cuts = [from, end, ...spans, paidAt ?? from, lastPaperAt ?? from]
    .map((instant) => Math.min(end, Math.max(from, instant)))
    .sort((a, b) => a - b);
  const owned = { broker: 0, system: 0, officer: 0, payment: 0 };
  cuts.slice(1).forEach((cut, index) => {
    const start = cuts[index] ?? cut;
    owned[ownerAt(start, passage, end)] += cut - start;
  });
  return owned;
}

function ownerAt(instant: number, { cases, questions, paidAt, lastPaperAt }: ReleasePassage, end: number): TimeOwner {
  const isWithin = (span: Span) => span.from <= instant && instant < (span.to ?? end);
  if (questions.some(isWithin)) return "broker";
  if (cases.some(isWithin)) return "officer";
  if (paidAt !== null && instant < paidAt) return "payment";
  return lastPaperAt !== null && instant < lastPaperAt ? "broker" : "system";
}

/** How long releases took and whose time it was, by lane and in all. */
export function releaseTimes(passages: readonly ReleasePassage[]): readonly ReleaseTime[] {
  return [...LANES, "all" as const].map((lane) =>
    timesOf(
      lane,
      passages.filter((passage) => lane === "all" || passage.lane === lane),
    ),
  );
}

function timesOf(lane: Lane | "all", passages: readonly ReleasePassage[]): ReleaseTime {
  const sorted = passages.map(({ from, to }) => Math.max(0, to - from)).sort((a, b) => a - b);
  const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  const owners = { broker: 0, system: 0, officer: 0, payment: 0 };
  for (const owned of passages.map(ownersOf)) for (const owner of TIME_OWNERS) owners[owner] += owned[owner];
  return {
    lane,
    released: passages.length,
    p50: within(0.5),
    p90: within(0.9),
    p99: within(0.99),
    owners,
    total: sorted.reduce((sum, each) => sum + each, 0),
  };
}
