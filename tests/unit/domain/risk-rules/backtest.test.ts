import { describe, expect, it } from "vitest";
import { type BacktestEntry, backtest } from "@/domain/risk-rules/backtest";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { wilson } from "@/domain/risk-rules/wilson";

const parsed = parseRule("grossKg < 5");
if (!parsed.ok) throw new Error(parsed.error.kind);
const rule = { condition: parsed.value, lane: "red", lists: new Map(), rate: 100, maxUnselected: null } as const;
const window = { from: "2026-09-01", before: "2026-11-01" };
const assumptions = { minutesPerYellow: 20, minutesPerRed: 90 };

function entry(id: string, given: Partial<BacktestEntry> = {}): BacktestEntry {
  return {
    id,
    declaration: id,
    day: "2026-10-01",
    reference: id,
    shipmentId: null,
    subject: { grossKg: 1, office: "2201", origin: "CN", importerTier: "general", importerAgeWeeks: 10 },
    lane: "green",
    outcomes: [],
    ...given,
  };
}
const heavy = (id: string) => entry(id, { subject: { grossKg: 50, office: "2202", origin: "DE" } });
const run = (
  entries: readonly BacktestEntry[],
  given: Partial<typeof rule> | { rate: number; maxUnselected: number | null } = {},
) => backtest({ ...rule, ...given }, entries, window, assumptions);

describe("a backtest", () => {
  it("counts declarations, not lines, and only those of the window", () => {
    const result = run([
      entry("a"),
      entry("a2", { declaration: "a" }),
      heavy("b"),
      entry("before", { day: "2026-08-31" }),
      entry("after", { day: "2026-11-01" }),
    ]);
    expect(result).toMatchObject({ declarations: 2, hits: 1, stopped: 1, stoppedShare: 0.5, newlyStopped: 1 });
  });

  it("says the lanes then and with the rule, makes none milder, and costs what it adds", () => {
    const result = run([
      entry("a"),
      entry("b", { lane: "yellow" }),
      entry("c", { lane: "red" }),
      entry("d", { lane: null }),
    ]);
    expect(result.lanes).toEqual([
      { from: "none", to: "red", count: 1 },
      { from: "green", to: "red", count: 1 },
      { from: "yellow", to: "red", count: 1 },
      { from: "red", to: "red", count: 1 },
    ]);
    expect(result.officerHours).toBeCloseTo((90 + 90 + 70) / 60, 2);
    expect(run([entry("c", { lane: "red" })], { lane: "red" }).officerHours).toBe(0);
    expect(backtest({ ...rule, lane: "blue" }, [entry("c", { lane: "red" })], window, assumptions).lanes).toEqual([
      { from: "red", to: "red", count: 1 },
    ]);
  });

  it("knows of the hits only what was known before the end of the window", () => {
    const found = (knownOn: string) => ({ knownOn, isIrregular: true, revenue: 120.5 });
    const result = run([
      entry("a", { outcomes: [found("2026-10-20")] }),
      entry("b", { outcomes: [found("2026-11-01")] }),
      entry("c", { outcomes: [{ knownOn: "2026-10-02", isIrregular: false, revenue: 0 }] }),
      { ...heavy("d"), outcomes: [found("2026-10-20")] },
    ]);
    expect(result).toMatchObject({ inspected: 2, irregular: 1, revenueFound: 120.5, precision: { share: 0.5 } });
    expect(result.examples.map(({ isIrregular }) => isIrregular)).toEqual([true, null, false]);
    expect(run([entry("a")]).precision).toBeNull();
  });

  it("says who is met, beside the share of all", () => {
    const { groups } = run([entry("a"), entry("b"), heavy("c"), heavy("d")]);
    expect(groups.find(({ dimension, value }) => dimension === "office" && value === "2201")).toEqual({
      dimension: "office",
      value: "2201",
      hits: 2,
      all: 2,
      shareOfHits: 1,
      shareOfAll: 0.5,
    });
    expect(groups.find(({ dimension, value }) => dimension === "newcomer" && value === "true")?.hits).toBe(2);
  });

  it("selects a share, and one after too many in a row; the same each time, in whatever order lines come", () => {
    const many = Array.from({ length: 400 }, (_, index) => entry(`entry-${index}`));
    const result = run(many, { rate: 25, maxUnselected: null });
    expect(result.hits).toBe(400);
    expect(result.selected).toBeGreaterThan(60);
    expect(result.selected).toBeLessThan(140);
    expect(run([...many].reverse(), { rate: 25, maxUnselected: null })).toEqual(result);
    expect(run(many, { rate: 1, maxUnselected: 1 }).selected).toBeGreaterThanOrEqual(200);
  });

  it("names fields that were not known, and lists that are not there", () => {
    const result = run([entry("a", { subject: {} })]);
    expect([result.hits, result.missing]).toEqual([0, [{ field: "grossKg", lines: 1 }]]);
    const asks = parseRule('origin in list("none")');
    if (!asks.ok) throw new Error(asks.error.kind);
    const { fault } = backtest({ ...rule, condition: asks.value }, [entry("a")], window, assumptions);
    expect(fault).toBe("list_unknown: none");
  });

  it("says of which lists it asked the version of now", () => {
    const asks = parseRule('origin in list("watched")');
    if (!asks.ok) throw new Error(asks.error.kind);
    const lists = new Map([["watched", new Set(["CN"])]]);
    const result = backtest({ ...rule, condition: asks.value, lists }, [entry("a")], window, assumptions);
    expect([result.hits, result.listsAsOfNow]).toEqual([1, ["watched"]]);
    expect(run([]).listsAsOfNow).toEqual([]);
  });
});

it("the interval of Wilson is that of the published example: 8 of 10", () => {
  const { share, low, high } = wilson(8, 10);
  expect([share, low, high].map((each) => each.toFixed(3))).toEqual(["0.800", "0.490", "0.943"]);
  expect(wilson(0, 5).low).toBe(0);
});
