import type { MinutesByOwner } from "./attribute";
import type { Comparison } from "./baseline";
import type { PromiseRow } from "./promise";
import { MINUTE_OWNERS } from "./work";

/** The measures of clearance time, in the order in which they are talked about. */
export const TIME_MEASURES = ["owners", "lanes", "baseline", "shipments"] as const;
export type TimeMeasure = (typeof TIME_MEASURES)[number];

/** A measure as a table: what the columns are called, and the rows. */
export interface TimeTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What the tables are made of; times in milliseconds. */
interface Measured {
  readonly owners: MinutesByOwner;
  readonly total: number;
  readonly lanes: readonly PromiseRow[];
  readonly baseline: Comparison;
  readonly shipments: readonly (Comparison & {
    readonly reference: string;
    readonly regime: string;
    readonly lane: string | null;
    readonly lodgedAt: string;
    readonly took: number;
    readonly owners: MinutesByOwner;
  })[];
}

const EFFORT = ["keyed_one", "keyed_two", "touches_one", "touches_two", "seconds_one", "seconds_two"] as const;

const TABLES: Readonly<Record<TimeMeasure, (measured: Measured) => TimeTable>> = {
  owners: ({ owners, total }) => ({
    columns: ["owner", "milliseconds", "share"],
    rows: MINUTE_OWNERS.map((owner) => [owner, owners[owner], total === 0 ? null : owners[owner] / total]),
  }),
  lanes: ({ lanes }) => ({
    columns: ["lane", "released", "kept", "p50", "p90", "p99", ...MINUTE_OWNERS, "total"],
    rows: lanes.map(({ lane, released, kept, p50, p90, p99, owners, total }) => [
      ...[lane, released, kept, p50, p90, p99],
      ...MINUTE_OWNERS.map((owner) => owners[owner]),
      total,
    ]),
  }),
  baseline: ({ baseline: { one, two } }) => ({
    columns: ["figure", "one_declaration", "two_declarations", "saved"],
    rows: (["keyed", "touches", "seconds"] as const).map((figure) => [
      ...[figure, one[figure], two[figure]],
      two[figure] === 0 ? null : 1 - one[figure] / two[figure],
    ]),
  }),
  shipments: ({ shipments }) => ({
    columns: ["reference", "regime", "lane", "lodged_at", "took", ...MINUTE_OWNERS, ...EFFORT],
    rows: shipments.map(({ reference, regime, lane, lodgedAt, took, owners, one, two }) => [
      ...[reference, regime, lane, lodgedAt, took],
      ...MINUTE_OWNERS.map((owner) => owners[owner]),
      ...[one.keyed, two.keyed, one.touches, two.touches, one.seconds, two.seconds],
    ]),
  }),
};

/** A measure as a table, the same on the screen and in the file. */
export function timeTable(measure: TimeMeasure, measured: Measured): TimeTable {
  return TABLES[measure](measured);
}
