import type { Lane } from "../selectivity/lanes";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { type GeographicalArea, isMember } from "../tariff/geography";

/** How long the authority may take over a case of a kind, from its opening. */
export interface ReviewClock extends Validity {
  readonly id: string;
  readonly code: string;
  readonly hours: number;
  /** The goods that it runs for; empty for all. */
  readonly commodityPrefixes: readonly string[];
  /** The group in which all goods must originate, such as `RCEP`; null for goods from anywhere. */
  readonly area: string | null;
  /** Whether the goods must come by express. */
  readonly isExpress: boolean;
  /** Its lanes; empty for all. */
  readonly lanes: readonly Lane[];
  readonly citation: string;
}

interface Timed {
  readonly lines: readonly { readonly commodityCode: string; readonly origin: string }[];
  readonly isExpress: boolean;
  readonly lane: Lane;
}

/** Of the clocks that run for the goods on the day the shortest; null when none does. */
export function clockFor(
  clocks: readonly ReviewClock[],
  areas: readonly GeographicalArea[],
  { lines, isExpress, lane }: Timed,
  day: LocalDate,
): ReviewClock | null {
  const running = clocks.filter(
    (clock) =>
      holdsOn(clock, day) &&
      (!clock.isExpress || isExpress) &&
      (clock.lanes.length === 0 || clock.lanes.includes(lane)) &&
      runsForGoods(clock, areas, lines, day),
  );
  return running.reduce<ReviewClock | null>(
    (shortest, each) => (shortest === null || each.hours < shortest.hours ? each : shortest),
    null,
  );
}

/** One perishable line hurries the whole; a preference of treatment is for goods that all originate in the area. */
function runsForGoods(
  { commodityPrefixes, area }: ReviewClock,
  areas: readonly GeographicalArea[],
  lines: Timed["lines"],
  day: LocalDate,
): boolean {
  const isOfGoods =
    commodityPrefixes.length === 0 ||
    lines.some((line) => commodityPrefixes.some((prefix) => line.commodityCode.startsWith(prefix)));
  const isOfArea =
    area === null || (lines.length > 0 && lines.every((line) => isMember(areas, area, line.origin, day)));
  return isOfGoods && isOfArea;
}
