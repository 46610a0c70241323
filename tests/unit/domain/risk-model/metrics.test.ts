import { describe, expect, it } from "vitest";
import { randomFrom } from "@/domain/classification/train-linear";
import {
  areaUnderCurve,
  atShare,
  averagePrecision,
  bootstrapInterval,
  calibrationError,
  stabilityIndex,
} from "@/domain/risk-model/metrics";

const scores = [0.9, 0.8, 0.7, 0.6];
const isPositive = [1, 0, 1, 0];

describe("figures of a ranking, worked out by hand", () => {
  it("counts the pairs that are in order: three of four", () => {
    expect(areaUnderCurve({ scores, isPositive })).toBe(0.75);
  });

  it("counts ties as half", () => {
    expect(areaUnderCurve({ scores: [0.5, 0.5, 0.5], isPositive: [1, 0, 0] })).toBe(0.5);
  });

  it("has no curve where one kind is missing", () => {
    expect(areaUnderCurve({ scores, isPositive: [1, 1, 1, 1] })).toBeNaN();
    expect(averagePrecision({ scores, isPositive: [0, 0, 0, 0] })).toBeNaN();
  });

  it("takes the mean of the precision at the first and the third place: (1 + 2/3) / 2", () => {
    expect(averagePrecision({ scores, isPositive })).toBeCloseTo(5 / 6, 12);
  });

  it("counts a row of weight two as two rows", () => {
    const twice = { scores: [0.9, 0.9, 0.8, 0.7], isPositive: [1, 1, 0, 1] };
    const weighed = { scores: [0.9, 0.8, 0.7], isPositive: [1, 0, 1], weights: [2, 1, 1] };
    expect(areaUnderCurve(weighed)).toBeCloseTo(areaUnderCurve(twice), 12);
    expect(averagePrecision(weighed)).toBeCloseTo(averagePrecision(twice), 12);
  });

  it("finds one of two in the upper half, and half of what it looks at", () => {
    expect(atShare({ scores, isPositive }, 0.5)).toEqual({ precision: 0.5, recall: 0.5 });
  });

  it("is off by nothing where a fifth of those with 20 % are irregular, and by 0.2 where none is", () => {
    const fifth = { scores: new Array(10).fill(0.2), isPositive: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0] };
    expect(calibrationError(fifth, 1)).toBeCloseTo(0, 12);
    expect(calibrationError({ ...fifth, isPositive: new Array(10).fill(0) }, 1)).toBeCloseTo(0.2, 12);
  });
});

describe("drift", () => {
  const before = Array.from({ length: 1000 }, (_, index) => index);

  it("is none between a column and itself", () => {
    expect(stabilityIndex(before, before)).toBe(0);
  });

  it("passes 0.25 where a column moved by half of its range, or is no longer filled", () => {
    expect(
      stabilityIndex(
        before,
        before.map((value) => value + 500),
      ),
    ).toBeGreaterThan(0.25);
    expect(
      stabilityIndex(
        before,
        before.map(() => Number.NaN),
      ),
    ).toBeGreaterThan(0.25);
  });
});

describe("an interval", () => {
  it("holds the figure, is the same for the same seed, and narrows with more rows", () => {
    const share = (rows: number) =>
      bootstrapInterval(rows, (sample) => sample.filter((row) => row % 4 === 0).length / rows, 200, randomFrom(1));
    const [low, high] = share(100);
    const [closer, close] = share(10_000);
    expect(share(100)).toEqual([low, high]);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    expect(close - closer).toBeLessThan(high - low);
  });
});
