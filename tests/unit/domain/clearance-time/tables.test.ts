import { describe, expect, it } from "vitest";
import { recordTable } from "@/domain/clearance-time/record-table";
import { TIME_MEASURES, timeTable, withFormula } from "@/domain/clearance-time/tables";

const owners = { broker: 3, system: 1, officer: 0, authority: 0, payer: 0 };
const one = { keyed: 1, touches: 2, seconds: 30 };
const two = { keyed: 4, touches: 8, seconds: 120 };
const phases = [{ phase: "draft" as const, owners, total: 4 }];
const assumptions = [{ code: "a", value: "0.5", unit: "fraction", validFrom: "2026-01-01", citation: "own estimate" }];

const measured = {
  ...{ owners, total: 4, phases },
  lanes: [
    { ...{ lane: "all" as const, released: 4, kept: 3, p50: 1, p90: 2, p95: 3, p99: 4 }, owners, total: 4 },
    { ...{ lane: "red" as const, released: 0, kept: 0, p50: null, p90: null, p95: null, p99: null }, owners, total: 0 },
  ],
  baseline: { one, two, byRegime: [{ regime: "0110", shipments: 1, one, two }], assumptions },
  shipments: [
    {
      ...{ reference: "TG-1", regime: "0110", lane: null, lodgedAt: "2026-11-27T00:00:00Z", took: 1, owners, one, two },
      stated: { keyable: 4, given: 2 },
    },
  ],
  underway: [
    {
      ...{ reference: "TG-2", broker: null, regime: "1210", lane: null, slack: -5, stake: null },
      clock: { code: "promise", dueAt: "2026-11-27T00:00:00Z" },
    },
  ],
};

describe("the tables of clearance time", () => {
  it("have a cell for every column, and in a file the formula beside every row", () => {
    for (const measure of TIME_MEASURES) {
      const { columns, rows } = withFormula(timeTable(measure, measured), "so it is counted");
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect([row.length, row.at(-1)]).toEqual([columns.length, "so it is counted"]);
    }
  });

  it("say no share of nothing", () => {
    const { columns, rows } = timeTable("lanes", measured);
    expect(rows.map((row) => row[columns.indexOf("share")])).toEqual([0.75, null]);
  });

  it("compare by regime and in all", () => {
    expect(
      timeTable("baseline", measured).rows.map(([regime, , figure, , , saved]) => [regime, figure, saved]),
    ).toEqual(
      ["0110", "all"].flatMap((regime) => ["keyed", "touches", "seconds"].map((figure) => [regime, figure, 0.75])),
    );
  });
});

describe("the record of a shipment", () => {
  const [from, to] = ["2026-11-27T00:00:00.000Z", "2026-11-27T00:00:00.004Z"];
  const base = {
    ...{ from, to, owners, total: 4, phases, clocks: [], assumptions },
    spans: [{ from, to, owner: "broker", work: null }],
    promise: { limit: 14_400_000, basis: "a target", took: null },
  };

  it("has a cell for every column, and spans and owners that add up to the total", () => {
    const { columns, rows } = recordTable({ ...base, baseline: { one, two } }, "the formula");
    for (const row of rows) expect(row.length).toBe(columns.length);
    const sum = (kind: string) => rows.reduce((all, row) => all + (row[0] === kind ? Number(row[5]) : 0), 0);
    expect([sum("span"), sum("owner"), sum("total")]).toEqual([4, 4, 4]);
    expect(rows.filter(([kind]) => kind === "two_declarations").map((row) => row.at(-1))).toEqual(
      Array.from({ length: 3 }, () => "the formula"),
    );
  });

  it("compares nothing while it is a draft", () => {
    const kinds = recordTable({ ...base, baseline: null }, "").rows.map(([kind]) => kind);
    expect(kinds).not.toContain("two_declarations");
  });
});
