import { describe, expect, it } from "vitest";
import { confidenceOf, logOdds, type Outcome, surenessOf } from "@/domain/classification/sureness";

const outcomes = (share: number, right: number, wrong: number): readonly Outcome[] =>
  [...Array(right).fill(true), ...Array(wrong).fill(false)].map((isRight) => ({
    signs: [1, logOdds(share)],
    isRight,
    weight: 1,
  }));

describe("how sure a suggestion may be", () => {
  it("grows with the share, and is near what was right at it", () => {
    const sureness = surenessOf([...outcomes(0.9, 180, 20), ...outcomes(0.3, 40, 160)]);
    const [high, low] = [0.9, 0.3].map((share) => confidenceOf(sureness, [1, logOdds(share)]));
    expect(high).toBeCloseTo(0.9, 1);
    expect(low).toBeCloseTo(0.2, 1);
  });

  it("is sure only where hardly any outcome was wrong", () => {
    const sureness = surenessOf([...outcomes(0.99, 200, 0), ...outcomes(0.8, 160, 40)]);
    expect(confidenceOf(sureness, [1, logOdds(0.99)])).toBeGreaterThanOrEqual(sureness.sureFrom);
    expect(confidenceOf(sureness, [1, logOdds(0.8)])).toBeLessThan(sureness.sureFrom);
  });

  it("is never sure where too little bears it out", () => {
    expect(surenessOf([]).sureFrom).toBeGreaterThan(1);
    expect(surenessOf(outcomes(0.99, 5, 0)).sureFrom).toBeGreaterThan(1);
  });
});
