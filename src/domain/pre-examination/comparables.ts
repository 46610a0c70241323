import { unitPriceOf } from "../indicators/indicators";
import type { LocalDate } from "../shared/local-date";
import { type CaseLine, linkOfLine, type Outcome, type PastLine } from "./past-line";
import type { FactLink } from "./sentence";

/** More are not read. */
const MOST = 8;
/** From here on a price or weight is as unlike as it can be. */
const FARTHEST = 3;

/** What two lines have in common. */
export const LIKENESSES = ["subheading", "heading", "origin", "importer", "exporter", "dispatch"] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A past line that is like one of the case, with what became of it. */
export interface Comparable {
  readonly reference: string;
  readonly day: LocalDate;
  readonly commodityCode: string;
  readonly origin: string;
  /** For a kilogram net, in the currency of the history. */
  readonly unitPrice: number | null;
  readonly netKg: number | null;
  readonly same: readonly Likeness[];
  readonly outcome: Outcome | null;
  readonly isGenerated: boolean;
  readonly link: FactLink;
}

/**
 * The past lines that are most like the line, up to eight: of the same subheading, or else heading; nearest by origin,
 * parties and route, by the price for a kilogram and by the weight, each as a ratio. What was looked at says more, so it
 * comes first among equals.
 */
export function comparablesOf(line: CaseLine, past: readonly PastLine[]): readonly Comparable[] {
  return past
    .filter(({ entry }) => entry.id !== line.entry.id && isOfHeading(line, entry.commodityCode))
    .map((each) => ({ each, distance: distanceOf(line, each) }))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.each.outcome !== null) - Number(a.each.outcome !== null) ||
        b.each.entry.day.localeCompare(a.each.entry.day, "en") ||
        a.each.entry.id.localeCompare(b.each.entry.id, "en"),
    )
    .slice(0, MOST)
    .map(({ each }) => toComparable(line, each));
}

function isOfHeading({ entry }: CaseLine, code: string): boolean {
  return code.slice(0, 4) === entry.commodityCode.slice(0, 4);
}

function likenessesOf({ entry: own }: CaseLine, { entry }: PastLine): readonly Likeness[] {
  const isSame: Readonly<Record<Likeness, boolean>> = {
    subheading: own.commodityCode.slice(0, 6) === entry.commodityCode.slice(0, 6),
    heading: own.commodityCode.slice(0, 4) === entry.commodityCode.slice(0, 4),
    origin: own.origin === entry.origin,
    importer: own.importer !== "" && own.importer === entry.importer,
    exporter: own.exporter !== "" && own.exporter === entry.exporter,
    dispatch: own.dispatch !== "" && own.dispatch === entry.dispatch,
  };
  return LIKENESSES.filter((each) => isSame[each]);
}

/** What a difference in each weighs; a price three times as high weighs about as much as another origin. */
const WEIGHTS: Readonly<Record<Likeness, number>> = {
  subheading: 2,
  heading: 0,
  origin: 1,
  importer: 0.5,
  exporter: 0.5,
  dispatch: 0.5,
};

function distanceOf(line: CaseLine, past: PastLine): number {
  const same = likenessesOf(line, past);
  const apart = LIKENESSES.filter((each) => !same.includes(each)).reduce((sum, each) => sum + WEIGHTS[each], 0);
  const price = ratioDistance(unitPriceOf(line.entry), unitPriceOf(past.entry));
  const weight = ratioDistance(line.entry.netKg, past.entry.netKg);
  return apart + price + weight / 2;
}

function ratioDistance(a: number | null, b: number | null): number {
  if (a === null || b === null || a <= 0 || b <= 0) return 1;
  return Math.min(FARTHEST, Math.abs(Math.log(a / b)));
}

function toComparable(line: CaseLine, past: PastLine): Comparable {
  const { entry, reference, outcome, isGenerated } = past;
  const { day, commodityCode, origin, netKg } = entry;
  const unitPrice = unitPriceOf(entry);
  const same = likenessesOf(line, past).filter(
    (each, _index, all) => each !== "heading" || !all.includes("subheading"),
  );
  return {
    ...{ reference, day, commodityCode, origin, unitPrice, netKg, same, outcome, isGenerated },
    link: linkOfLine(past),
  };
}
