import { describe, expect, it } from "vitest";
import { rankQuality } from "@/domain/insight/at-share";
import { certifiedRates } from "@/domain/insight/certified";
import { fairness } from "@/domain/insight/fairness";
import { hitRates, ruleHitRates } from "@/domain/insight/hit-rate";
import { windowUpTo } from "@/domain/insight/insight";
import { partsOf, releaseRate } from "@/domain/insight/release-rate";
import { ownersOf, releaseTimes } from "@/domain/insight/release-time";
import { declarationsOf, type ReleasePassage } from "@/domain/insight/rows";
import { found, insightLine } from "../../../support/insight-lines";

const many = (count: number, name: string, given: Parameters<typeof insightLine>[1]) =>
  Array.from({ length: count }, (_, index) => insightLine(`${name}-${String(index).padStart(3, "0")}`, given));

describe("the rows of goods at a gate", () => {
  it("are one, of the last assessment, with what was found in any of its lines", () => {
    const [row, ...more] = declarationsOf([
      insightLine("old", { clearance: "c", declaration: "1", at: 1, lane: "red", finding: found(900) }),
      insightLine("b", { clearance: "c", declaration: "2", at: 2, line: 2, finding: found(50) }),
      insightLine("a", { clearance: "c", declaration: "2", at: 2, line: 1, finding: found(null, true) }),
    ]);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id: "a", lane: "green" });
    expect(row?.finding).toEqual({ isIrregular: true, revenue: 50, isByChance: false });
  });
});

describe("what is released at once", () => {
  const window = { from: "2026-11-01", before: "2026-11-08" };

  it("leaves what waits in the denominator and says how many", () => {
    const rows = [
      ...many(6, "alone", {}),
      ...many(3, "held", { lane: "yellow", course: "officer" }),
      ...many(1, "later", { course: "waiting", day: "2026-11-03" }),
      insightLine("never assessed", { lane: null, course: "waiting" }),
    ];
    const { total, parts, unit } = releaseRate(rows, window);
    expect(unit).toBe("day");
    expect(total).toMatchObject({ numerator: 6, denominator: 10, waiting: 1, share: 0.6 });
    expect(parts.map(({ denominator }) => denominator)).toEqual([9, 0, 1, 0, 0, 0, 0]);
    expect(parts[1]?.share).toBeNull();
  });

  it("is counted by days in a month and by weeks that end with the window in a year", () => {
    const year = partsOf(windowUpTo("2026-11-27", 365));
    expect(year.unit).toBe("week");
    expect(year.days).toHaveLength(53);
    expect(year.days[0]).toBe("2025-11-28");
    expect(year.days.at(-1)).toBe("2026-11-21");
    expect(partsOf(windowUpTo("2026-11-27", 28)).days).toHaveLength(28);
  });
});

describe("whose the time of a release is", () => {
  const passage: ReleasePassage = {
    clearance: "c",
    lane: "yellow",
    from: 100,
    to: 1_000,
    cases: [{ from: 100, to: 700 }],
    questions: [{ from: 200, to: 400 }],
    paidAt: 800,
    lastPaperAt: 900,
  };

  it("is one person's at a time: a question before the case, the case before the payment, that before a paper", () => {
    expect(ownersOf(passage)).toEqual({ officer: 400, broker: 300, payment: 100, system: 100 });
  });

  it("is the system's where nobody is waited for", () => {
    const free = { ...passage, cases: [], questions: [], paidAt: null, lastPaperAt: null };
    expect(ownersOf(free)).toEqual({ officer: 0, broker: 0, payment: 0, system: 900 });
  });

  it("gives percentiles by nearest rank, and none of none", () => {
    const passages = Array.from({ length: 100 }, (_, index) => ({ ...passage, from: 0, to: index + 1 }));
    expect(releaseTimes(passages).find(({ lane }) => lane === "yellow")).toMatchObject({ p50: 50, p90: 90, p99: 99 });
    expect(releaseTimes([]).every(({ p50 }) => p50 === null)).toBe(true);
  });
});

describe("hit rates", () => {
  const rows = [
    ...many(4, "rule", { lane: "red", cause: "rule:A", finding: found(10) }),
    ...many(4, "clean", { lane: "red", cause: "rule:A", finding: found(null) }),
    ...many(2, "unseen", { lane: "red", cause: "rule:A" }),
    ...many(5, "audit", { lane: "green", cause: "score", finding: found(null) }),
  ];

  it("say of how many looked at how many were irregular, and keep audits apart from what the score held", () => {
    const slices = hitRates(rows).filter(({ by }) => by === "slice");
    expect(slices.map(({ group, all, denominator, numerator }) => [group, all, denominator, numerator])).toEqual([
      ["rule", 10, 8, 4],
      ["not_held", 5, 5, 0],
    ]);
  });

  it("count a line once for a rule that decided it and whose hit was logged, and shadow by itself", () => {
    const hits = [
      { rule: "A", lineId: "rule-000", isShadow: false },
      { rule: "B", lineId: "rule-000", isShadow: true },
      { rule: "B", lineId: "of another window", isShadow: true },
    ];
    const rules = ruleHitRates(rows, hits);
    expect(rules.map(({ group, isShadow, all, denominator }) => [group, isShadow, all, denominator])).toEqual([
      ["A", false, 10, 8],
      ["B", true, 1, 1],
    ]);
  });
});

describe("what is found at little attention", () => {
  it("lets what chance chose stand for all that nothing else chose", () => {
    const rows = [
      ...many(10, "chosen", { probability: 0.9, finding: found(100) }),
      ...many(10, "chance", { probability: 0.1, finding: found(null, true) }),
      ...many(180, "rest", { probability: 0.1 }),
    ];
    const quality = rankQuality(rows);
    expect(quality).toMatchObject({ by: "probability", ranked: 200, looked: 20, byChance: 10, standsFor: 19 });
    expect(quality.baseRate).toBeCloseTo(0.05, 10);
    const [one, five, ten] = quality.rows;
    expect(one?.precision.value).toBe(1);
    expect(one?.revenueRecall.value).toBeCloseTo(0.2, 10);
    expect(five?.revenueRecall.value).toBeCloseTo(1, 10);
    expect(ten?.precision.value).toBeCloseTo(0.5, 10);
  });

  it("is no better than chance where all have the same risk", () => {
    const rows = [
      ...many(10, "a", { score: 20, finding: found(100, true) }),
      ...many(30, "b", { score: 20, finding: found(null, true) }),
    ];
    for (const { attention, precision, revenueRecall } of rankQuality(rows).rows) {
      expect(precision.value).toBeCloseTo(0.25, 10);
      expect(revenueRecall.value).toBeCloseTo(attention, 10);
    }
  });

  it("says nothing where no line with an outcome has a risk", () => {
    expect(rankQuality(many(5, "a", { finding: found(1) }))).toMatchObject({ by: null, baseRate: null, rows: [] });
  });
});

describe("certified beside regular traders", () => {
  it("puts the one rate over the other, with its interval", () => {
    const rows = [
      ...many(2, "cs", { isCertified: true, lane: "yellow" }),
      ...many(98, "c", { isCertified: true }),
      ...many(20, "rs", { lane: "red" }),
      ...many(80, "r", {}),
    ];
    const [stopped, examined] = certifiedRates(rows);
    expect(stopped?.ratio).toBeCloseTo(0.1, 10);
    expect(stopped?.low).toBeLessThan(0.1);
    expect(stopped?.high).toBeGreaterThan(0.1);
    expect(examined).toMatchObject({ ratio: 0, low: null, high: null });
  });

  it("is unknown where no regular one was looked at", () => {
    expect(certifiedRates([...many(3, "c", { isCertified: true }), ...many(3, "r", {})])[0]?.ratio).toBeNull();
  });
});

describe("who was held for nothing", () => {
  const shareOf = (rows: ReturnType<typeof fairness>, group: string) => rows.find((row) => row.group === group);

  it("leaves out what was found irregular", () => {
    const rows = fairness(
      [...many(5, "a", { lane: "red", finding: found(10) }), ...many(5, "b", { lane: "red", finding: found(null) })],
      26,
    );
    expect(shareOf(rows, "CN")).toMatchObject({ numerator: 5, denominator: 5 });
  });

  it("weighs a group as all lie in the bands of risk, so that more risk alone is no unfairness", () => {
    const risky = { origin: "FR", probability: 0.9 };
    const rows = fairness(
      [
        ...many(9, "fr-held", { ...risky, lane: "red" }),
        ...many(1, "fr-low", { origin: "FR", probability: 0.01 }),
        ...many(1, "cn-held", { probability: 0.9, lane: "red" }),
        ...many(9, "cn-low", { probability: 0.01 }),
      ],
      26,
    );
    expect(shareOf(rows, "FR")?.share).toBe(0.9);
    expect(shareOf(rows, "CN")?.share).toBe(0.1);
    expect(shareOf(rows, "FR")?.atEqualRisk).toBeCloseTo(0.5, 10);
    expect(shareOf(rows, "CN")?.atEqualRisk).toBeCloseTo(0.5, 10);
  });

  it("compares nothing at equal risk by a few of a group whose risk is known", () => {
    const rows = fairness([...many(2, "known", { probability: 0.9, lane: "red" }), ...many(8, "other", {})], 26);
    expect(shareOf(rows, "CN")).toMatchObject({ known: 2, atEqualRisk: null });
  });

  it("does not invent a risk that is not known, nor an age", () => {
    const rows = fairness(many(4, "a", { importerAgeWeeks: null }), 26);
    expect(shareOf(rows, "unknown")).toMatchObject({ known: 0, atEqualRisk: null });
  });

  it("puts importers of equal volume into the same quarter", () => {
    const rows = fairness(
      ["a", "b", "c", "d"].flatMap((importer, index) => many(index < 2 ? 1 : 3 + index, importer, { importer })),
      26,
    );
    const sizes = rows.filter(({ by }) => by === "size");
    expect(sizes.map(({ group, denominator }) => [group, denominator])).toEqual([
      ["q1", 2],
      ["q3", 5],
      ["q4", 6],
    ]);
  });
});
