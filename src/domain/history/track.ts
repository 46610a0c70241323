import type { HistoryOutcome } from "./entry";
import { IRREGULARITIES } from "./entry";

/** Days in which a decayed count falls to half: what is recent, and what is of this half year. */
const HALF_LIFE = { recent: 28, season: 182, found: 90 } as const;

/** What inspections of the entries of a track brought to light. */
export interface Looked {
  inspected: number;
  found: number;
  /** The same, each counting half after 90 days. */
  recentInspected: number;
  recentFound: number;
  at: number;
  lastFound: number;
  /** Found ones by kind, in the order of IRREGULARITIES. */
  readonly kinds: Float64Array;
}

/** What is remembered of the entries that share something: an importer, a route, an importer with an exporter. */
export class Track {
  seen = 0;
  recent = 0;
  season = 0;
  readonly first: number;
  last: number;
  /** Sums over the entries of which the value is known. */
  priced = 0;
  gapSum = 0;
  gapSquares = 0;
  shareGapSum = 0;
  lowPriced = 0;
  valueSum = 0;
  dutySum = 0;
  preferred = 0;
  /** The found-rates of the partners at the time, summed. */
  partnerRates = 0;
  /** How many different ones of two other kinds came with it. */
  partners = 0;
  goods = 0;
  looked: Looked | null = null;

  constructor(day: number) {
    this.first = day;
    this.last = day;
  }

  /** Counts an entry of the day. */
  count(day: number): void {
    const since = day - this.last;
    this.recent = this.recent * halved(since, HALF_LIFE.recent) + 1;
    this.season = this.season * halved(since, HALF_LIFE.season) + 1;
    this.seen++;
    this.last = day;
  }

  /** Counts an outcome that became known on the day. */
  learn(outcome: HistoryOutcome, day: number, inspectedOnce: number): void {
    this.looked ??= {
      inspected: 0,
      found: 0,
      recentInspected: 0,
      recentFound: 0,
      at: day,
      lastFound: Number.NEGATIVE_INFINITY,
      kinds: new Float64Array(IRREGULARITIES.length),
    };
    const { looked } = this;
    const fade = halved(day - looked.at, HALF_LIFE.found);
    const found = outcome.isIrregular ? 1 : 0;
    looked.inspected += inspectedOnce;
    looked.found += found;
    looked.recentInspected = looked.recentInspected * fade + inspectedOnce;
    looked.recentFound = looked.recentFound * fade + found;
    looked.at = day;
    if (!outcome.isIrregular) return;
    looked.lastFound = day;
    const kind = outcome.irregularity === null ? -1 : IRREGULARITIES.indexOf(outcome.irregularity);
    if (kind >= 0) looked.kinds[kind] = (looked.kinds[kind] ?? 0) + 1;
  }

  /** Share of found ones, drawn towards `prior` as if `strength` more had been inspected. */
  rate(prior: number, strength: number): number {
    const { found = 0, inspected = 0 } = this.looked ?? {};
    return (found + prior * strength) / (inspected + strength);
  }

  /** The same with what was found lately counting most, as of the day. */
  recentRate(day: number, prior: number, strength: number): number {
    if (!this.looked) return prior;
    const fade = halved(day - this.looked.at, HALF_LIFE.found);
    return (this.looked.recentFound * fade + prior * strength) / (this.looked.recentInspected * fade + strength);
  }

  /** Decayed counts as of the day. */
  recentOn(day: number): number {
    return this.recent * halved(day - this.last, HALF_LIFE.recent);
  }

  seasonOn(day: number): number {
    return this.season * halved(day - this.last, HALF_LIFE.season);
  }
}

function halved(days: number, halfLife: number): number {
  return days <= 0 ? 1 : 2 ** (-days / halfLife);
}
