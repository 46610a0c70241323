import type { MinutesByOwner } from "./attribute";
import type { Comparison } from "./baseline";
import type { PhaseTime } from "./phases";
import type { Assumption, TimeTable } from "./tables";
import { MINUTE_OWNERS } from "./work";

/** The time of one shipment, as its record is written; times in milliseconds, instants in ISO 8601. */
interface Recorded {
  readonly from: string;
  readonly to: string;
  readonly owners: MinutesByOwner;
  readonly total: number;
  readonly phases: readonly PhaseTime[];
  readonly spans: readonly {
    readonly from: string;
    readonly to: string;
    readonly owner: string;
    readonly work: string | null;
  }[];
  readonly clocks: readonly {
    readonly code: string;
    readonly startsAt: string;
    readonly dueOn: string | null;
    readonly dueAt: string | null;
    readonly owner: string;
    readonly left: number;
    readonly isDone: boolean;
    readonly breached: boolean;
    readonly basis: string;
  }[];
  readonly promise: { readonly limit: number; readonly basis: string; readonly took: number | null };
  readonly baseline: Comparison | null;
  readonly assumptions: readonly Assumption[];
}

const COLUMNS = ["record", "name", "owner", "from", "to", "value", "unit", "note"] as const;
const FIGURE_UNITS = { keyed: "fields", touches: "steps", seconds: "seconds" } as const;

/**
 * The record of a shipment as one table, a fact a row: every span with its owner, the sums, the clocks, the comparison
 * with the formula in its rows, and the assumptions with their sources.
 */
export function recordTable(time: Recorded, formula: string): TimeTable {
  const { spans, owners, total, phases, clocks, promise, baseline, assumptions, from, to } = time;
  const row = (...cells: readonly (string | number | null)[]) => cells;
  return {
    columns: COLUMNS,
    rows: [
      ...spans.map((each) =>
        row("span", each.work, each.owner, each.from, each.to, Date.parse(each.to) - Date.parse(each.from), "ms", null),
      ),
      ...MINUTE_OWNERS.map((owner) => row("owner", owner, owner, from, to, owners[owner], "ms", null)),
      ...phases.flatMap((part) => [
        ...MINUTE_OWNERS.map((owner) => row("phase", part.phase, owner, null, null, part.owners[owner], "ms", null)),
        row("phase", part.phase, null, null, null, part.total, "ms", "sum of its owners"),
      ]),
      row("total", null, null, from, to, total, "ms", "sum of all owners, and of all phases"),
      row("promise", "limit", null, null, null, promise.limit, "ms", promise.basis),
      row("promise", "took", null, null, null, promise.took, "ms", null),
      ...clocks.map((clock) =>
        row(
          ...["clock", clock.code, clock.owner, clock.startsAt, clock.dueOn ?? clock.dueAt, clock.left],
          ...[clock.dueOn ? "days" : "ms", `${stateOf(clock)}; ${clock.basis}`],
        ),
      ),
      ...(baseline ? comparisonRows(baseline, formula) : []),
      ...assumptions.map(({ code, value, unit, validFrom, citation }) =>
        row("assumption", code, null, validFrom, null, value, unit, citation),
      ),
    ],
  };
}

function stateOf({ isDone, breached }: Pick<Recorded["clocks"][number], "isDone" | "breached">): string {
  return `${isDone ? "done" : "running"}${breached ? ", late" : ""}`;
}

function comparisonRows({ one, two }: Comparison, formula: string): TimeTable["rows"] {
  return (["keyed", "touches", "seconds"] as const).flatMap((figure) => [
    ["one_declaration", figure, null, null, null, one[figure], FIGURE_UNITS[figure], formula],
    ["two_declarations", figure, null, null, null, two[figure], FIGURE_UNITS[figure], formula],
  ]);
}
