import { describe, expect, it } from "vitest";
import { bandsWithin, SCORES_NEEDED } from "@/domain/selectivity/capacity";
import { decideLane, explorationChance, type LaneQuestion } from "@/domain/selectivity/decide-lane";
import { modelPoints, toPoints } from "@/domain/selectivity/model-points";
import { checkPolicy, SHIPPED_POLICY } from "@/domain/selectivity/policy";

const BANDS = { blue: 18, yellow: 28, red: 60 };
const QUIET: LaneQuestion = {
  score: 0,
  bands: BANDS,
  demands: [],
  draws: { random: 0.9, exploration: 0.9 },
  unsureness: null,
  policy: SHIPPED_POLICY,
  unselectedInARow: 0,
  importerAgeWeeks: 300,
};

describe("the lane is the strictest that anything asks for", () => {
  it.each([
    [17, "green"],
    [18, "blue"],
    [28, "yellow"],
    [60, "red"],
  ])("a score of %i alone leads to %s", (score, lane) => {
    expect(decideLane({ ...QUIET, score })).toEqual({ lane, cause: "score", needsTwoOfficers: false });
  });

  it("sends newcomers to documents where the score alone would open their goods", () => {
    expect(decideLane({ ...QUIET, score: 90, importerAgeWeeks: 25 }).lane).toBe("yellow");
    expect(decideLane({ ...QUIET, score: 90, importerAgeWeeks: 26 }).lane).toBe("red");
    expect(decideLane({ ...QUIET, score: 90, importerAgeWeeks: null }).lane).toBe("red");
  });

  it("names the law before a rule, a rule before the score, and the score before chance", () => {
    const demand = (source: "hard_rule" | "rule") =>
      ({ source, code: "x", lane: "yellow", needsTwoOfficers: false }) as const;
    const all = { ...QUIET, score: 28, draws: { random: 0, exploration: 0 } };
    expect(decideLane({ ...all, demands: [demand("hard_rule"), demand("rule")] }).cause).toBe("hard_rule:x");
    expect(decideLane({ ...all, demands: [demand("rule")] }).cause).toBe("rule:x");
    expect(decideLane(all).cause).toBe("score");
    expect(decideLane({ ...all, score: 0 }).cause).toBe("random");
  });

  it("looks at the next one after the greatest number without a look", () => {
    expect(decideLane({ ...QUIET, unselectedInARow: 199 }).lane).toBe("green");
    expect(decideLane({ ...QUIET, unselectedInARow: 200 })).toMatchObject({ lane: "yellow", cause: "unselected" });
  });

  it("explores where the model is unsure and never without a model", () => {
    expect(explorationChance(1, 0.01)).toBeCloseTo(0.02, 12);
    expect(explorationChance(0, 0.01)).toBe(0);
    expect(explorationChance(null, 0.01)).toBe(0);
    const drawn = { ...QUIET, draws: { random: 0.9, exploration: 0.015 } };
    expect(decideLane({ ...drawn, unsureness: 1 })).toMatchObject({ lane: "yellow", cause: "exploration" });
    expect(decideLane({ ...drawn, unsureness: 0.5 }).lane).toBe("green");
  });
});

describe("what officers can take on", () => {
  const scores = Array.from({ length: 1_000 }, (_, index) => index / 10);

  it("moves yellow up to the score above which as many lie as they can take", () => {
    // A hundred a day of which three come by chance: fifty cases leave 47 for the score, and 47 % of the scores lie above 52.9.
    expect(bandsWithin(BANDS, 50, 0.03, { scores, perDay: 100 }).yellow).toBeCloseTo(53.9, 6);
    expect(bandsWithin(BANDS, 5, 0.03, { scores, perDay: 100 }).yellow).toBe(60);
  });

  it("leaves the bands alone without a limit, with little history, and where there is room", () => {
    expect(bandsWithin(BANDS, null, 0.03, { scores, perDay: 100 })).toBe(BANDS);
    expect(bandsWithin(BANDS, 5, 0.03, { scores: scores.slice(0, SCORES_NEEDED - 1), perDay: 100 })).toBe(BANDS);
    expect(bandsWithin(BANDS, 90, 0.03, { scores, perDay: 100 }).yellow).toBe(28);
  });
});

describe("a model's contributions in points", () => {
  it("add up to the rounded whole, whatever is rounded", () => {
    const groups = [0.31, -0.12, 0.05, 1.2, -0.7].map((logOdds, index) => ({
      group: `g${index}`,
      logOdds,
      fact: "f",
      value: "1",
    }));
    const sum = modelPoints(groups, 1).reduce((total, each) => total + each.points, 0);
    expect(sum).toBe(Math.round(toPoints(0.31 - 0.12 + 0.05 + 1.2 - 0.7)));
  });

  it("are ten points for each doubling of the odds", () => {
    expect(toPoints(Math.LN2)).toBeCloseTo(10, 12);
  });
});

describe("a policy", () => {
  it("that ships is within its own ranges", () => {
    expect(checkPolicy(SHIPPED_POLICY)).toEqual({ ok: true, value: SHIPPED_POLICY });
  });

  it("that would blind the authority, or is no number, is refused by name and range", () => {
    const refused = checkPolicy({ ...SHIPPED_POLICY, randomShare: 0, casesPerDay: 0, explorationShare: Number.NaN });
    expect(refused).toEqual({
      ok: false,
      error: [
        { field: "randomShare", least: 0.005, most: 0.25 },
        { field: "explorationShare", least: 0, most: 0.25 },
        { field: "casesPerDay", least: 1, most: 1_000_000 },
      ],
    });
  });
});
