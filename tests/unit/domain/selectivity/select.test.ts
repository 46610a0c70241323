import { describe, expect, it } from "vitest";
import { type Candidate, type SelectionPolicy, selectWithin } from "@/domain/selectivity/select";

const POLICY: SelectionPolicy = { randomShare: 0.1, leastRandom: 1, explorationShare: 0.2, mostOfCohort: 1 };
const candidates: readonly Candidate[] = Array.from({ length: 100 }, (_, index) => ({
  id: `C${index}`,
  score: index / 100,
  novelty: index < 50 ? 1 + index : 0,
  cohort: `cohort ${index % 5}`,
}));
const basesOf = (budget: number, policy = POLICY) => {
  const selected = selectWithin(budget, candidates, policy, "week 1");
  return ["score", "exploration", "random"].map((basis) => selected.filter((each) => each.basis === basis).length);
};

describe("a selection within a capacity", () => {
  it("spends all of it, by score, by novelty and by chance as the policy divides it", () => {
    expect(basesOf(20)).toEqual([14, 4, 2]);
    expect(
      selectWithin(20, candidates, POLICY, "week 1")
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(["C99", "C98"]);
  });

  it("chooses nobody twice, and nobody where there is no capacity", () => {
    const ids = selectWithin(200, candidates, POLICY, "week 1").map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
    expect(selectWithin(0, candidates, POLICY, "week 1")).toEqual([]);
    expect(selectWithin(5, [], POLICY, "week 1")).toEqual([]);
  });

  it("keeps its least by chance however small the capacity is", () => {
    expect(basesOf(3)).toEqual([1, 1, 1]);
    expect(basesOf(1)).toEqual([0, 0, 1]);
  });

  it("explores few of each cohort, and leaves to chance what that does not use", () => {
    expect(basesOf(60, { ...POLICY, explorationShare: 0.5 })).toEqual([24, 5, 31]);
  });

  it("is the same whatever order the candidates come in, and another one under another seed", () => {
    const chosen = (seed: string, from = candidates) =>
      selectWithin(20, from, POLICY, seed)
        .map(({ id, basis, draw }) => `${id} ${basis} ${draw}`)
        .sort();
    expect(chosen("week 1", [...candidates].reverse())).toEqual(chosen("week 1"));
    expect(chosen("week 2")).not.toEqual(chosen("week 1"));
  });
});
