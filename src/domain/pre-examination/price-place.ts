import { unitPriceOf } from "../indicators/indicators";
import { type CaseLine, linkOfLine, type PastLine } from "./past-line";
import type { FactLinks } from "./sentence";

/** Fewer prices than this show no spread. */
const LEAST_PRICES = 8;
const BINS = 12;
/** A normal spread is so many times the median distance from the median. */
const NORMAL = 1.4826;
/** Links to past lines that are named one by one; the table of comparable lines has more. */
const NAMED = 3;

/** The prices of such goods for a kilogram net, and where the line's own price lies among them. */
export interface PricePlace {
  /** Whether the prices are those of the same origin, or of all because that one has too few. */
  readonly basis: "origin" | "all_origins";
  readonly subheading: string;
  readonly origin: string;
  readonly unit: "kg";
  readonly count: number;
  readonly generated: number;
  readonly quantiles: Readonly<Record<"p5" | "p25" | "p50" | "p75" | "p95", number>>;
  readonly own: number;
  /** The share of the prices that lie below the line's own, from 0 to 1. */
  readonly rank: number;
  /** How many usual spreads the logarithm of the price lies from the median; null where all prices are one. */
  readonly robustZ: number | null;
  /** Equal steps of the logarithm, each with how many prices it holds. */
  readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  readonly links: FactLinks;
}

/** Where the line's price lies among past prices of its subheading; null where it has none, or too few are known. */
export function pricePlaceOf(line: CaseLine, past: readonly PastLine[]): PricePlace | null {
  const own = unitPriceOf(line.entry);
  if (own === null || own <= 0) return null;
  const subheading = line.entry.commodityCode.slice(0, 6);
  const { origin } = line.entry;
  const priced = past.flatMap((each) => {
    const price = unitPriceOf(each.entry);
    const isSuch = each.entry.id !== line.entry.id && each.entry.commodityCode.slice(0, 6) === subheading;
    return isSuch && price !== null && price > 0 ? [{ each, price }] : [];
  });
  const ofOrigin = priced.filter(({ each }) => each.entry.origin === origin);
  const isOfOrigin = ofOrigin.length >= LEAST_PRICES;
  const chosen = isOfOrigin ? ofOrigin : priced;
  if (chosen.length < LEAST_PRICES) return null;
  const sorted = chosen.map(({ price }) => price).toSorted((a, b) => a - b);
  const at = (share: number) => quantile(sorted, share);
  const nearest = chosen.toSorted((a, b) => Math.abs(Math.log(a.price / own)) - Math.abs(Math.log(b.price / own)));
  return {
    basis: isOfOrigin ? "origin" : "all_origins",
    ...{ subheading, origin, unit: "kg", own },
    count: sorted.length,
    generated: chosen.filter(({ each }) => each.isGenerated).length,
    quantiles: { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) },
    rank: sorted.filter((price) => price < own).length / sorted.length,
    robustZ: robustZ(sorted, own),
    bins: binsOf(sorted),
    links: [linkOfLine(line), ...nearest.slice(0, NAMED).map(({ each }) => linkOfLine(each))],
  };
}

/** By linear interpolation between the two nearest of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** Prices spread by ratios, so their logarithms are measured; the median distance lets no outlier hide itself. */
function robustZ(sorted: readonly number[], own: number): number | null {
  const logs = sorted.map(Math.log);
  const middle = quantile(logs, 0.5);
  const spread = quantile(
    logs.map((each) => Math.abs(each - middle)).toSorted((a, b) => a - b),
    0.5,
  );
  return spread === 0 ? null : (Math.log(own) - middle) / (NORMAL * spread);
}

function binsOf(sorted: readonly number[]): PricePlace["bins"] {
  const low = Math.log(sorted[0] ?? 1);
  const high = Math.log(sorted.at(-1) ?? 1);
  const step = (high - low) / BINS;
  if (step === 0) return [{ from: sorted[0] ?? 0, to: sorted[0] ?? 0, count: sorted.length }];
  const counts = new Array<number>(BINS).fill(0);
  for (const price of sorted) {
    const bin = Math.min(BINS - 1, Math.floor((Math.log(price) - low) / step));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, bin) => ({
    from: Math.exp(low + bin * step),
    to: Math.exp(low + (bin + 1) * step),
    count,
  }));
}
