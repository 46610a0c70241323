import { describe, expect, it } from "vitest";
import { randomFrom } from "@/domain/classification/train-linear";
import { type BoostOptions, boost } from "@/domain/risk-model/boost";
import { calibrate } from "@/domain/risk-model/calibration";
import { type Forest, forestValue, meanForest } from "@/domain/risk-model/forest";
import { areaUnderCurve } from "@/domain/risk-model/metrics";
import { binOf, binTable } from "@/domain/risk-model/quantile-bins";

const OPTIONS: BoostOptions = {
  objective: "log_loss",
  start: "usual",
  rounds: 40,
  rate: 0.2,
  rowShare: 0.8,
  columnShare: 1,
  patience: 0,
  seed: 3,
  mostLeaves: 8,
  mostDepth: 4,
  l2: 1,
  leastHessian: 1,
  leastGain: 0,
  monotone: new Int8Array(3),
};
const ROWS = 2000;
const random = randomFrom(5);
const columns = Array.from({ length: 3 }, () => Float64Array.from({ length: ROWS }, () => random() * 10));
/** More likely irregular with the first column, with a bump that a monotone model must not follow. */
const targets = Float64Array.from({ length: ROWS }, (_, row) => {
  const x = columns[0]?.[row] ?? 0;
  return random() < (x > 4 && x < 5 ? 0.9 : x / 12) ? 1 : 0;
});
const weights = new Float64Array(ROWS).fill(1);
const table = binTable(columns);
const train = (over: Partial<BoostOptions> = {}) => boost(table, targets, weights, null, { ...OPTIONS, ...over });
const at = (forest: Forest, x: number) => forestValue(forest, Float64Array.of(x, 5, 5));

describe("boosted trees", () => {
  it("tell what is likelier from what is not", () => {
    expect(areaUnderCurve({ scores: train().fitted, isPositive: targets })).toBeGreaterThan(0.8);
  });

  it("give the same forest for the same seed and another one for another", () => {
    expect(train().forest).toEqual(train().forest);
    expect(train({ seed: 4 }).forest).not.toEqual(train().forest);
  });

  it("give for a row what they fitted to it", () => {
    const { forest, fitted } = train();
    for (let row = 0; row < ROWS; row++) {
      const values = Float64Array.from(columns, (column) => column[row] ?? 0);
      expect(forestValue(forest, values)).toBeCloseTo(fitted[row] ?? 0, 9);
    }
  });

  it("start at what is usual or at nothing known, and part few rows from many sooner from there", () => {
    const few = Float64Array.from({ length: ROWS }, (_, row) => ((columns[0]?.[row] ?? 0) > 9.95 ? 1 : 0));
    const first = (start: BoostOptions["start"]) =>
      boost(table, few, weights, null, { ...OPTIONS, rounds: 1, rate: 1, rowShare: 1, leastHessian: 2, start });
    expect(first("undecided").forest.base).toBe(0);
    expect(first("usual").forest.base).toBeLessThan(-4);
    const gap = ({ forest }: ReturnType<typeof first>) => at(forest, 9.99) - at(forest, 5);
    expect(gap(first("undecided"))).toBeGreaterThan(gap(first("usual")));
  });

  it("keep the few of a kind when they see a small part of the rows, for settled rows are left out first", () => {
    const few = Float64Array.from({ length: ROWS }, (_, row) => ((columns[0]?.[row] ?? 0) > 9.9 ? 1 : 0));
    const { fitted } = boost(binTable(columns), few, weights, null, { ...OPTIONS, rounds: 60, rowShare: 0.1 });
    expect(areaUnderCurve({ scores: fitted, isPositive: few })).toBeGreaterThan(0.95);
    const mean = fitted.reduce((sum, margin) => sum + 1 / (1 + Math.exp(-margin)), 0) / ROWS;
    const share = few.reduce((sum, each) => sum + each, 0) / ROWS;
    expect(Math.abs(mean - share)).toBeLessThan(0.5 * share + 0.005);
  });

  it("never fall where a feature may only raise the risk, whatever the rows say", () => {
    const { forest } = train({ monotone: Int8Array.of(1, 0, 0) });
    const path = Array.from({ length: 500 }, (_, step) => at(forest, step / 50));
    expect(path.every((value, step) => step === 0 || value >= (path[step - 1] ?? 0))).toBe(true);
    const unbound = train().forest;
    const free = Array.from({ length: 500 }, (_, step) => at(unbound, step / 50));
    expect(free.some((value, step) => step > 0 && value < (free[step - 1] ?? 0))).toBe(true);
  });

  it("learn the side of a missing value from the rows that lack it", () => {
    const holed = columns.map((column, index) =>
      column.map((value, row) => (index === 1 && targets[row] === 1 && row % 2 === 0 ? Number.NaN : value)),
    );
    const { forest } = boost(binTable(holed), targets, weights, null, OPTIONS);
    const without = forestValue(forest, Float64Array.of(2, Number.NaN, 5));
    expect(without).toBeGreaterThan(forestValue(forest, Float64Array.of(2, 5, 5)) + 1);
  });

  it("end when what is held out no longer gains, and never learn from it", () => {
    const heldOut = Uint8Array.from({ length: ROWS }, (_, row) => (row % 3 === 0 ? 1 : 0));
    const stopped = boost(table, targets, weights, heldOut, { ...OPTIONS, rounds: 400, patience: 10 });
    expect(stopped.rounds).toBeLessThan(400);
    const turned = targets.map((target, row) => (heldOut[row] === 1 ? 1 - target : target));
    const same = boost(table, turned, weights, heldOut, { ...OPTIONS, patience: 0 });
    expect(same.forest).toEqual(boost(table, targets, weights, heldOut, { ...OPTIONS, patience: 0 }).forest);
  });

  it("are one leaf where no column says anything", () => {
    const constant = binTable([new Float64Array(ROWS).fill(7)]);
    const { forest } = boost(constant, targets, weights, null, { ...OPTIONS, monotone: new Int8Array(1) });
    expect(forest.roots).toHaveLength(0);
    const share = targets.reduce((sum, target) => sum + target, 0) / ROWS;
    expect(1 / (1 + Math.exp(-forest.base))).toBeCloseTo(share, 9);
  });

  it("average to the mean of what each gives", () => {
    const [one, other] = [train().forest, train({ seed: 9 }).forest];
    expect(at(meanForest([one, other]), 3)).toBeCloseTo((at(one, 3) + at(other, 3)) / 2, 12);
  });
});

describe("bins", () => {
  it("put a value at a bound below it and a missing one apart", () => {
    expect([0, 1, 2, 3].map((value) => binOf(Float64Array.of(1, 2), value))).toEqual([1, 1, 2, 3]);
    expect(binOf(Float64Array.of(1), Number.NaN)).toBe(0);
  });
});

describe("calibration", () => {
  it("finds the map that the outcomes were drawn with", () => {
    const drawn = randomFrom(8);
    const margins = Float64Array.from({ length: 20_000 }, () => drawn() * 6 - 3);
    const outcomes = margins.map((margin) => (drawn() < 1 / (1 + Math.exp(-(0.5 * margin - 1))) ? 1 : 0));
    const { slope, offset } = calibrate(margins, outcomes, new Float64Array(20_000).fill(1));
    expect(slope).toBeCloseTo(0.5, 1);
    expect(offset).toBeCloseTo(-1, 1);
  });

  it("stays near the least where few are a yes and one of them stands for many", () => {
    const margins = Float64Array.from({ length: 400 }, (_, row) => -10 + (row % 50) / 100);
    const few = Float64Array.from({ length: 400 }, (_, row) => (row % 57 === 49 ? 1 : 0));
    const standFor = Float64Array.from({ length: 400 }, (_, row) => (row % 3 === 0 ? 30 : 1));
    const { slope, offset } = calibrate(margins, few, standFor);
    expect(Math.abs(slope)).toBeLessThan(20);
    const sum = (of: (row: number) => number) =>
      few.reduce((total, _, row) => total + (standFor[row] ?? 0) * of(row), 0);
    const predicted = sum((row) => 1 / (1 + Math.exp(-(slope * (margins[row] ?? 0) + offset))));
    expect(predicted / sum((row) => few[row] ?? 0)).toBeCloseTo(1, 2);
  });

  it("leaves the margins as they are where they say nothing of the outcomes, or the opposite", () => {
    const margins = Float64Array.of(-1, 1, -2, 2);
    expect(calibrate(margins, Float64Array.of(1, 0, 1, 0), new Float64Array(4).fill(1))).toEqual({
      slope: 1,
      offset: 0,
    });
  });
});
