import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "@/domain/history/day-number";
import { RobustSample } from "@/domain/history/robust-sample";

const sampleOf = (capacity: number, values: readonly number[]) => {
  const sample = new RobustSample(capacity);
  for (const value of values) sample.add(value);
  return sample;
};

describe("a robust sample", () => {
  it("has the median of its latest values only", () => {
    expect(sampleOf(3, [100, 1, 2, 3]).median()).toBe(2);
    expect(sampleOf(4, [4, 1, 3, 2]).median()).toBe(2.5);
    expect(sampleOf(3, []).median()).toBeNaN();
  });

  it("is not moved by one wild value: distances from 3 are 0, 1, 1, 2 and 97, of which the middle is 1", () => {
    expect(sampleOf(9, [1, 2, 3, 4, 100]).spread()).toBeCloseTo(1 / 0.6745, 12);
    expect(sampleOf(9, [1, 2, 3, 4]).spread()).toBeNaN();
  });

  it("ranks a value among the others, ties as half", () => {
    const sample = sampleOf(9, [1, 2, 2, 3]);
    expect(sample.rank(2)).toBe(0.5);
    expect(sample.rank(0)).toBe(0);
    expect(sample.rank(9)).toBe(1);
    expect(sample.rank(Number.NaN)).toBeNaN();
  });

  it("takes no value in that is none", () => {
    expect(sampleOf(3, [1, Number.NaN, Number.POSITIVE_INFINITY]).size).toBe(1);
  });
});

describe("the number of a day", () => {
  it.each(["1970-01-01", "2000-02-29", "2024-12-31", "2100-03-01", "1969-12-31"])("gives %s back", (day) => {
    expect(dayOf(dayNumber(day))).toBe(day);
  });

  it("counts days over a leap day", () => {
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("1970-01-02")).toBe(1);
  });
});
