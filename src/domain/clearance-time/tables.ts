import type { MinutesByOwner } from "./attribute";
import type { Comparison } from "./baseline";
import type { PhaseTime } from "./phases";
import type { PromiseRow } from "./promise";
import { MINUTE_OWNERS } from "./work";

/** The measures of clearance time, in the order in which they are talked about. */
export const TIME_MEASURES = ["owners", "phases", "lanes", "underway", "baseline", "assumptions", "shipments"] as const;
export type TimeMeasure = (typeof TIME_MEASURES)[number];

/** A measure as a table: what the columns are called, and the rows. */
export interface TimeTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A parameter that the comparison rests on. */
export interface Assumption {
  readonly code: string;
  readonly value: string;
  readonly unit: string;
  readonly validFrom: string;
  readonly citation: string;
}

interface Stake {
  readonly amount: string;
  readonly currency: string;
}

/** What the tables are made of; times in milliseconds. */
interface Measured {
  readonly owners: MinutesByOwner;
  readonly total: number;
  readonly phases: readonly PhaseTime[];
  readonly lanes: readonly PromiseRow[];
  readonly baseline: Comparison & {
    readonly byRegime: readonly (Comparison & { readonly regime: string; readonly shipments: number })[];
    readonly assumptions: readonly Assumption[];
  };
  readonly shipments: readonly (Comparison & {
    readonly reference: string;
    readonly regime: string;
    readonly lane: string | null;
    readonly lodgedAt: string;
    readonly took: number;
    readonly owners: MinutesByOwner;
    readonly stated: { readonly keyable: number; readonly given: number };
  })[];
  readonly underway: readonly {
    readonly reference: string;
    readonly broker: string | null;
    readonly regime: string;
    readonly lane: string | null;
    readonly clock: { readonly code: string; readonly dueAt: string };
    readonly slack: number;
    readonly stake: Stake | null;
  }[];
}

const FIGURES = ["keyed", "touches", "seconds"] as const;
const EFFORT = ["keyed_one", "keyed_two", "touches_one", "touches_two", "seconds_one", "seconds_two"] as const;

const shareOf = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const byOwner = (owners: MinutesByOwner) => MINUTE_OWNERS.map((owner) => owners[owner]);

const TABLES: Readonly<Record<TimeMeasure, (measured: Measured) => TimeTable>> = {
  owners: ({ owners, total }) => ({
    columns: ["owner", "milliseconds", "share"],
    rows: MINUTE_OWNERS.map((owner) => [owner, owners[owner], shareOf(owners[owner], total)]),
  }),
  phases: ({ phases, total }) => ({
    columns: ["phase", ...MINUTE_OWNERS, "total", "share"],
    rows: phases.map((each) => [each.phase, ...byOwner(each.owners), each.total, shareOf(each.total, total)]),
  }),
  lanes: ({ lanes }) => ({
    columns: ["lane", "released", "kept", "share", "p50", "p90", "p95", "p99", ...MINUTE_OWNERS, "total"],
    rows: lanes.map(({ lane, released, kept, p50, p90, p95, p99, owners, total }) => [
      ...[lane, released, kept, shareOf(kept, released), p50, p90, p95, p99],
      ...byOwner(owners),
      total,
    ]),
  }),
  underway: ({ underway }) => ({
    columns: ["reference", "broker_name", "regime", "lane", "clock", "due_at", "slack", "at_stake", "currency"],
    rows: underway.map(({ reference, broker, regime, lane, clock, slack, stake }) => [
      ...[reference, broker, regime, lane, clock.code, clock.dueAt, slack],
      ...[stake?.amount ?? null, stake?.currency ?? null],
    ]),
  }),
  baseline: ({ baseline: { byRegime, ...all }, shipments }) => ({
    columns: ["regime", "shipments", "figure", "one_declaration", "two_declarations", "saved"],
    rows: [...byRegime, { ...all, regime: "all", shipments: shipments.length }].flatMap(
      ({ regime, shipments: count, one, two }) =>
        FIGURES.map((figure) => [
          ...[regime, count, figure, one[figure], two[figure]],
          two[figure] === 0 ? null : 1 - one[figure] / two[figure],
        ]),
    ),
  }),
  assumptions: ({ baseline: { assumptions } }) => ({
    columns: ["assumption", "value", "unit", "valid_from", "citation"],
    rows: assumptions.map(({ code, value, unit, validFrom, citation }) => [code, value, unit, validFrom, citation]),
  }),
  shipments: ({ shipments }) => ({
    columns: [
      ...["reference", "regime", "lane", "lodged_at", "took", ...MINUTE_OWNERS],
      ...["values_keyable", "values_given", ...EFFORT],
    ],
    rows: shipments.map(({ reference, regime, lane, lodgedAt, took, owners, stated, one, two }) => [
      ...[reference, regime, lane, lodgedAt, took],
      ...byOwner(owners),
      ...[stated.keyable, stated.given],
      ...[one.keyed, two.keyed, one.touches, two.touches, one.seconds, two.seconds],
    ]),
  }),
};

/** A measure as a table, the same on the screen and in the file. */
export function timeTable(measure: TimeMeasure, measured: Measured): TimeTable {
  return TABLES[measure](measured);
}

/** A table with how it is counted in every row, for a file that is read without the screen. */
export function withFormula({ columns, rows }: TimeTable, formula: string): TimeTable {
  return { columns: [...columns, "formula"], rows: rows.map((row) => [...row, formula]) };
}
