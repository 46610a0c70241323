import { dayNumber } from "./day-number";
import type { HistoryEntry, HistoryOutcome } from "./entry";
import { featuresFrom } from "./feature-dictionary";
import { LINK_NAMES, LinkKeys } from "./links";
import { type Measures, measuresOf } from "./measures";
import { PEER_NAMES, PEERS } from "./peers";
import { RobustSample } from "./robust-sample";
import { closestPriceGap, gapTo, linkIndex, type Sight } from "./sight";
import { Track } from "./track";

const PEER_LINKS = PEER_NAMES.map((name) => ({ ...PEERS[name], at: linkIndex(PEERS[name].link) }));
/** Far below the price of peers: less than half of it. */
const LOW_PRICE = Math.log(0.5);
/** Found-rate before anything was inspected, and how many inspections it stands for. */
const FIRST_RATE = { share: 0.05, strength: 50 } as const;
const PARTNER_STRENGTH = 5;
/** What of an importer, exporter or declarant counts as a partner of it. */
const PARTNERS = [
  { of: "importer", pair: "importerExporter", other: "exporter" },
  { of: "exporter", pair: "importerExporter", other: "importer" },
  { of: "declarant", pair: "importerDeclarant", other: "importer" },
] as const;
const GOODS = [
  { of: "importer", pair: "importerCode" },
  { of: "exporter", pair: "exporterCode" },
  { of: "declarant", pair: "declarantChapter" },
] as const;

interface Seen {
  readonly entry: HistoryEntry;
  readonly day: number;
  readonly priceGap: number;
  readonly freightShareGap: number;
  readonly value: number;
}

/**
 * What is remembered of all declarations so far, and what may be seen of a new one. Ask all entries of a day before any
 * of that day is absorbed, and absorb outcomes on the day on which they became known; then nothing that came later can
 * be seen. The same entries in the same order give the same features, to the bit.
 */
export class HistoryState {
  readonly #keys = new LinkKeys();
  readonly #tracks: readonly Map<number, Track>[] = LINK_NAMES.map(() => new Map());
  readonly #samples: readonly Map<number, RobustSample>[] = PEER_NAMES.map(() => new Map());
  readonly #asked = new WeakMap<HistoryEntry, Float64Array>();
  #whole: Track | null = null;

  /** The features of an entry, from itself and what was absorbed before. */
  featuresOf(entry: HistoryEntry): Float64Array {
    return featuresFrom(this.sightOf(entry));
  }

  /** What may be seen of an entry, from which its features are worked out. */
  sightOf(entry: HistoryEntry): Sight {
    const keys = this.#keysOf(entry);
    const day = dayNumber(entry.day);
    const whole = this.#whole ?? new Track(day);
    const basics = {
      measures: measuresOf(entry),
      tracks: this.#tracks.map((all, index) => all.get(keys[index] ?? -1) ?? null),
      samples: this.#samples.map((all, index) => all.get(keys[PEER_LINKS[index]?.at ?? 0] ?? -1) ?? null),
    };
    return {
      ...basics,
      entry,
      day,
      prior: priorOf(whole),
      priceGap: closestPriceGap(basics),
      freightShareGap: gapTo(basics, "freightShareOfRoute"),
    };
  }

  /** Remembers an entry of a day that is over for those who ask. */
  absorb(entry: HistoryEntry): void {
    const keys = this.#keysOf(entry);
    const day = dayNumber(entry.day);
    const measures = measuresOf(entry);
    const samples = this.#samples.map((all, index) => sampleOf(all, keys, measures, index));
    const seen = {
      entry,
      day,
      priceGap: closestPriceGap({ measures, samples }),
      freightShareGap: gapTo({ measures, samples }, "freightShareOfRoute"),
      value: measures.value,
    };
    const whole = this.#wholeOn(day);
    const tracks = this.#tracks.map((all, index) => trackOf(all, keys[index] ?? -1, day));
    countPartners(tracks, priorOf(whole));
    for (const track of tracks) if (track) absorbInto(track, seen);
    absorbInto(whole, seen);
    for (let index = 0; index < samples.length; index++)
      samples[index]?.add(measures[PEER_LINKS[index]?.measure ?? "price"]);
  }

  /** Remembers what came of an entry; another outcome of the same entry counts as found besides, not as inspected again. */
  absorbOutcome(entry: HistoryEntry, outcome: HistoryOutcome): void {
    const day = dayNumber(outcome.knownOn);
    const keys = this.#keysOf(entry);
    this.#tracks.forEach((all, index) => {
      trackOf(all, keys[index] ?? -1, day)?.learn(outcome, day, 1);
    });
    this.#wholeOn(day).learn(outcome, day, 1);
  }

  #wholeOn(day: number): Track {
    this.#whole ??= new Track(day);
    return this.#whole;
  }

  /** The keys of an entry, which is usually asked before it is absorbed. */
  #keysOf(entry: HistoryEntry): Float64Array {
    const known = this.#asked.get(entry);
    if (known) return known;
    const keys = this.#keys.keysOf(entry);
    this.#asked.set(entry, keys);
    return keys;
  }
}

function priorOf(whole: Track): number {
  return whole.rate(FIRST_RATE.share, FIRST_RATE.strength);
}

function trackOf(all: Map<number, Track>, key: number, day: number): Track | null {
  if (key < 0) return null;
  const known = all.get(key);
  if (known) return known;
  const fresh = new Track(day);
  all.set(key, fresh);
  return fresh;
}

function sampleOf(
  all: Map<number, RobustSample>,
  keys: Float64Array,
  measures: Measures,
  index: number,
): RobustSample | null {
  const peer = PEER_LINKS[index];
  const key = keys[peer?.at ?? 0] ?? -1;
  if (!peer || key < 0 || Number.isNaN(measures[peer.measure])) return null;
  const known = all.get(key);
  if (known) return known;
  const fresh = new RobustSample(peer.capacity);
  all.set(key, fresh);
  return fresh;
}

function countPartners(tracks: readonly (Track | null)[], prior: number): void {
  for (const { of, pair, other } of PARTNERS) {
    const own = tracks[linkIndex(of)];
    if (!own) continue;
    if (tracks[linkIndex(pair)]?.seen === 0) own.partners++;
    own.partnerRates += tracks[linkIndex(other)]?.rate(prior, PARTNER_STRENGTH) ?? prior;
  }
  for (const { of, pair } of GOODS) {
    const own = tracks[linkIndex(of)];
    if (own && tracks[linkIndex(pair)]?.seen === 0) own.goods++;
  }
}

function absorbInto(track: Track, { entry, day, priceGap, freightShareGap, value }: Seen): void {
  track.count(day);
  track.dutySum += entry.dutyRate ?? 0;
  if (entry.preference !== "") track.preferred++;
  if (Number.isNaN(priceGap) || Number.isNaN(value)) return;
  track.priced++;
  track.gapSum += priceGap;
  track.gapSquares += priceGap * priceGap;
  if (!Number.isNaN(freightShareGap)) track.shareGapSum += freightShareGap;
  if (priceGap < LOW_PRICE) track.lowPriced++;
  track.valueSum += value;
}
