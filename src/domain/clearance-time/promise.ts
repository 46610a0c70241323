import { LANES, type Lane } from "../selectivity/lanes";
import { type AttributedTime, type MinutesByOwner, sinceInstant, totalOf } from "./attribute";
import { MINUTE_OWNERS, type MinuteOwner } from "./work";

/** A shipment that was lodged, with its time; the lane is the strictest of its gates. */
export interface LodgedTime {
  readonly shipmentId: string;
  readonly reference: string;
  readonly regime: string;
  readonly lane: Lane | null;
  readonly lodgedAt: number;
  /** Whether both gates are released. */
  readonly isReleased: boolean;
  readonly time: AttributedTime;
}

/** How long both gates took from the lodging, by nearest rank; milliseconds. Null of none. */
export interface PromiseRow {
  readonly lane: Lane | "all";
  readonly released: number;
  /** How many of them within the promise. */
  readonly kept: number;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  /** Milliseconds of all of them by owner, and together. */
  readonly owners: MinutesByOwner;
  readonly total: number;
}

/** The time from the lodging to the release of both gates, by lane and in all. */
export function promiseByLane(shipments: readonly LodgedTime[], promiseMs: number): readonly PromiseRow[] {
  const released = shipments.filter(({ isReleased }) => isReleased);
  return [...LANES, "all" as const].map((lane) => {
    const own = released.filter((each) => lane === "all" || each.lane === lane).map(sinceLodging);
    const sorted = own.map(totalOf).sort((a, b) => a - b);
    const within = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
    const owners = sumOwners(own);
    return {
      ...{ lane, released: own.length, kept: sorted.filter((each) => each <= promiseMs).length, owners },
      ...{ p50: within(0.5), p90: within(0.9), p95: within(0.95), p99: within(0.99), total: totalOf(owners) },
    };
  });
}

function sinceLodging({ time, lodgedAt }: LodgedTime): MinutesByOwner {
  return sinceInstant(time, lodgedAt);
}

function sumOwners(all: readonly MinutesByOwner[]): MinutesByOwner {
  const owners = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };
  for (const each of all) for (const owner of MINUTE_OWNERS) owners[owner] += each[owner];
  return owners;
}

/** What a shipment usually takes of each owner after the lodging: the median of the releases that are counted. */
export interface UsualPace {
  readonly releases: number;
  readonly owners: MinutesByOwner;
}

/**
 * The usual pace of a lane; of all lanes where the lane has no release. Null without any release: then nothing is
 * predicted.
 */
export function usualPace(released: readonly LodgedTime[], lane: Lane | null): UsualPace | null {
  const ofLane = released.filter((each) => each.lane === lane);
  const counted = (ofLane.length > 0 ? ofLane : released).map(sinceLodging);
  if (counted.length === 0) return null;
  const owners = Object.fromEntries(
    MINUTE_OWNERS.map((owner) => [owner, medianOf(counted.map((each) => each[owner]))] as const),
  ) as Record<MinuteOwner, number>;
  return { releases: counted.length, owners };
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
}

/** When a shipment under way will be through, and what that is made of. */
export interface Prediction {
  /** Milliseconds since the lodging. */
  readonly elapsed: number;
  /** Milliseconds that each owner still usually takes: the usual time, less what the owner has had. */
  readonly remaining: MinutesByOwner;
  /** Elapsed and remaining together, in milliseconds. */
  readonly expected: number;
  /** The promise less what is expected; below zero where the promise will be broken. Milliseconds. */
  readonly slack: number;
  /** The owner of the most of what remains; null where nothing does. */
  readonly mostOf: MinuteOwner | null;
  readonly releases: number;
}

/** Predicts the release of both gates by what remains of each owner's usual time. */
export function predict(shipment: LodgedTime, pace: UsualPace, promiseMs: number): Prediction {
  const had = sinceLodging(shipment);
  const left = MINUTE_OWNERS.map((owner) => [owner, Math.max(0, pace.owners[owner] - had[owner])] as const);
  const remaining = Object.fromEntries(left) as Record<MinuteOwner, number>;
  const elapsed = totalOf(had);
  const expected = elapsed + totalOf(remaining);
  const most = left.reduce((first, each) => (each[1] > first[1] ? each : first));
  return {
    ...{ elapsed, remaining, expected, slack: promiseMs - expected, releases: pace.releases },
    mostOf: most[1] > 0 ? most[0] : null,
  };
}
