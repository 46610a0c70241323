import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTED, insightOf } from "@/domain/insight/insight";
import { ownersOf, releaseTimes, TIME_OWNERS } from "@/domain/insight/release-time";
import type { InsightHit, InsightLine, ReleasePassage } from "@/domain/insight/rows";
import { type MeasureTable, tableOf } from "@/domain/insight/tables";
import { LANES } from "@/domain/selectivity/lanes";
import { addDays } from "@/domain/shared/local-date";

const WINDOW = { from: "2026-10-01", before: "2026-12-01" };
const NEWCOMER_WEEKS = 26;
/** Columns that hold shares or probabilities; a ratio and an index may be above 1. */
const SHARES = /^(share|low|high|atEqualRisk|precision\w*|revenueRecall\w*)$/;

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const finding = fc.record({
  isIrregular: fc.boolean(),
  revenue: fc.integer({ min: 0, max: 100_000 }),
  isByChance: fc.boolean(),
});
const lines: fc.Arbitrary<InsightLine[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 60 }).map((days) => addDays(WINDOW.from, days)),
      clearance: fc.integer({ min: 0, max: 30 }).map(String),
      declaration: fc.constantFrom("first", "second"),
      at: fc.integer({ min: 0, max: 5 }),
      line: fc.integer({ min: 1, max: 3 }),
      lane: orNull(fc.constantFrom(...LANES)),
      cause: orNull(fc.constantFrom("score", "random", "rule:A", "rule:B", "hard_rule:X", "alert:1", "exploration")),
      score: orNull(fc.integer({ min: 0, max: 100 })),
      probability: orNull(fc.double({ min: 0, max: 1, noNaN: true })),
      isGenerated: fc.boolean(),
      importer: fc.constantFrom("a", "b", "c", "d", "e"),
      importerAgeWeeks: orNull(fc.integer({ min: 0, max: 500 })),
      isCertified: fc.boolean(),
      origin: fc.constantFrom("CN", "FR", "JP", ""),
      course: fc.constantFrom("alone" as const, "officer" as const, "waiting" as const),
      finding: orNull(finding),
    }),
    { maxLength: 60 },
  )
  .map((rows) => rows.map((row, index) => ({ ...row, id: `line-${index}` })));
const instant = fc.integer({ min: 0, max: 10_000 });
const span = fc.record({ from: instant, to: orNull(instant) });
const passage: fc.Arbitrary<ReleasePassage> = fc.record({
  clearance: fc.uuid(),
  lane: fc.constantFrom(...LANES),
  from: instant,
  to: instant,
  cases: fc.array(span, { maxLength: 3 }),
  questions: fc.array(span, { maxLength: 3 }),
  paidAt: orNull(instant),
  lastPaperAt: orNull(instant),
});
const known = fc.record({
  lines,
  hits: fc.array(
    fc.record<InsightHit>({
      rule: fc.constantFrom("A", "C"),
      lineId: fc.integer({ min: 0, max: 70 }).map((index) => `line-${index}`),
      isShadow: fc.boolean(),
    }),
    { maxLength: 30 },
  ),
  passages: fc.array(passage, { maxLength: 20 }),
});

function tables(given: Parameters<typeof insightOf>[0]): readonly MeasureTable[] {
  const insight = insightOf(given, WINDOW, NEWCOMER_WEEKS);
  return COUNTED.map((measure) => tableOf(measure, insight));
}

/** What stands in the columns of shares, as far as it is known. */
function sharesOf(all: readonly MeasureTable[]): readonly number[] {
  return all
    .flatMap(({ columns, rows }) =>
      rows
        .flatMap((row) => row.filter((_, index) => SHARES.test(columns[index] ?? "")))
        .filter((each) => each !== null),
    )
    .map(Number);
}

describe("the measures", () => {
  it("are shares from 0 to 1 that lie within their intervals, or unknown", () => {
    fc.assert(
      fc.property(known, (given) => {
        for (const value of sharesOf(tables(given))) expect(value >= 0 && value <= 1).toBe(true);
        for (const { share, low, high, numerator, denominator } of insightOf(given, WINDOW, NEWCOMER_WEEKS).hitRate) {
          expect(numerator).toBeLessThanOrEqual(denominator);
          expect(share === null).toBe(denominator === 0);
          expect((low ?? 0) <= (share ?? 0) && (share ?? 0) <= (high ?? 0)).toBe(true);
        }
      }),
    );
  });

  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(known, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, keys) => {
        const shuffled = <T>(rows: readonly T[]) =>
          rows
            .map((row) => ({ row, key: keys.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const other = {
          lines: shuffled(given.lines),
          hits: shuffled(given.hits),
          passages: shuffled(given.passages),
        };
        expect(tables(other)).toEqual(tables(given));
      }),
    );
  });

  it("count every declaration with a lane in one part of the window and in one lane", () => {
    fc.assert(
      fc.property(known, (given) => {
        const { releaseRate, lanes } = insightOf(given, WINDOW, NEWCOMER_WEEKS);
        const inLanes = lanes.reduce((sum, part) => sum + LANES.reduce((own, lane) => own + part[lane], 0), 0);
        const inParts = releaseRate.parts.reduce((sum, { denominator }) => sum + denominator, 0);
        expect(inLanes).toBe(releaseRate.total.denominator);
        expect(inParts).toBe(releaseRate.total.denominator);
      }),
    );
  });
});

describe("the time of a release", () => {
  it("is divided among its owners without rest, whatever overlaps", () => {
    fc.assert(
      fc.property(passage, (given) => {
        const owned = ownersOf(given);
        const sum = TIME_OWNERS.reduce((total, owner) => total + owned[owner], 0);
        expect(sum).toBe(Math.max(0, given.to - given.from));
        for (const owner of TIME_OWNERS) expect(owned[owner]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("adds up over lanes to the time of all", () => {
    fc.assert(
      fc.property(fc.array(passage, { maxLength: 20 }), (passages) => {
        const times = releaseTimes(passages);
        const all = times.find(({ lane }) => lane === "all");
        const lanes = times.filter(({ lane }) => lane !== "all");
        for (const owner of TIME_OWNERS)
          expect(lanes.reduce((sum, { owners }) => sum + owners[owner], 0)).toBe(all?.owners[owner]);
        expect(lanes.reduce((sum, { total }) => sum + total, 0)).toBe(all?.total);
      }),
    );
  });
});
