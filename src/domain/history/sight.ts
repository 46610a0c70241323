import type { HistoryEntry } from "./entry";
import { LINK_NAMES, type LinkName } from "./links";
import type { Measures } from "./measures";
import { PEER_NAMES, PEERS, type PeerName } from "./peers";
import type { RobustSample } from "./robust-sample";
import type { Track } from "./track";

/** What may be seen of an entry on its day: itself, and what came before that day. */
export interface Sight {
  readonly entry: HistoryEntry;
  readonly day: number;
  readonly measures: Measures;
  /** In the order of LINK_NAMES; null where nothing came before. */
  readonly tracks: readonly (Track | null)[];
  /** In the order of PEER_NAMES. */
  readonly samples: readonly (RobustSample | null)[];
  /** The share of found ones among all inspected so far. */
  readonly prior: number;
  /** How far the price of a kilogram is from that of its closest peers, as a logarithm. */
  readonly priceGap: number;
  readonly freightShareGap: number;
}

const LINK_INDEX = new Map(LINK_NAMES.map((name, index) => [name, index]));
const PEER_INDEX = new Map(PEER_NAMES.map((name, index) => [name, index]));
/** From how many peers of code and origin on they are closer than those of the code alone. */
const ENOUGH_PEERS = 8;

/** The place of a link among the tracks. */
export function linkIndex(link: LinkName): number {
  return LINK_INDEX.get(link) ?? 0;
}

/** The place of a peer group among the samples. */
export function peerIndex(peer: PeerName): number {
  return PEER_INDEX.get(peer) ?? 0;
}

/** How far a ratio of the entry is from the median of its peers; NaN where either is not known. */
export function gapTo(sight: Pick<Sight, "measures" | "samples">, peer: PeerName): number {
  const sample = sight.samples[peerIndex(peer)];
  return sample ? sight.measures[PEERS[peer].measure] - sample.median() : Number.NaN;
}

/** The same in robust standard deviations, at most ten of them. */
export function deviationFrom(sight: Sight, peer: PeerName): number {
  const sample = sight.samples[peerIndex(peer)];
  if (!sample) return Number.NaN;
  const deviation = gapTo(sight, peer) / Math.max(PEERS[peer].leastSpread, sample.spread());
  return Math.min(10, Math.max(-10, deviation));
}

/** The gap of the price to peers of code and origin, or of the code where those are few. */
export function closestPriceGap(sight: Pick<Sight, "measures" | "samples">): number {
  const close = sight.samples[peerIndex("priceOfCodeOrigin")];
  return gapTo(sight, close && close.size >= ENOUGH_PEERS ? "priceOfCodeOrigin" : "priceOfCode");
}
