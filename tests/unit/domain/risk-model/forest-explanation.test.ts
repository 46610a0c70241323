import { describe, expect, it } from "vitest";
import { randomFrom } from "@/domain/classification/train-linear";
import { boost } from "@/domain/risk-model/boost";
import { forestValue } from "@/domain/risk-model/forest";
import { addContributions, explainerOf } from "@/domain/risk-model/forest-explanation";
import { binTable } from "@/domain/risk-model/quantile-bins";

const COLUMNS = 5;
const random = randomFrom(11);
const columns = Array.from({ length: COLUMNS }, () =>
  Float64Array.from({ length: 1500 }, () => (random() < 0.1 ? Number.NaN : random() * 10)),
);
const targets = Float64Array.from({ length: 1500 }, (_, row) => {
  const [a = 0, b = 0] = [columns[0]?.[row], columns[1]?.[row]];
  return random() < (a > 5 === b > 5 ? 0.8 : 0.1) ? 1 : 0;
});
const { forest } = boost(binTable(columns), targets, new Float64Array(1500).fill(1), null, {
  objective: "log_loss",
  start: "usual",
  rounds: 30,
  rate: 0.2,
  rowShare: 0.8,
  columnShare: 0.8,
  patience: 0,
  seed: 1,
  mostLeaves: 16,
  mostDepth: 4,
  l2: 1,
  leastHessian: 1,
  leastGain: 0,
  monotone: new Int8Array(COLUMNS),
});
const explainer = explainerOf(forest);
const contributionsOf = (row: Float64Array) => {
  const into = new Float64Array(COLUMNS);
  addContributions(explainer, row, 1, into);
  return into;
};
const anyRow = () => Float64Array.from({ length: COLUMNS }, () => (random() < 0.1 ? Number.NaN : random() * 12 - 1));

/** What a node gives when only the features of the set are known, the others following the shares of the training rows. */
function expectationAt(node: number, row: Float64Array, set: number): number {
  const { feature, value, left, right, cover } = forest;
  const column = feature[node] ?? -1;
  if (column < 0) return value[node] ?? 0;
  const children = [left[node] ?? 0, right[node] ?? 0].map((child) => expectationAt(child, row, set));
  const [ofLeft = 0, ofRight = 0] = children;
  const share =
    (set >> column) & 1
      ? leftShare(node, row[column] ?? Number.NaN)
      : (cover[left[node] ?? 0] ?? 0) / (cover[node] ?? 1);
  return share * ofLeft + (1 - share) * ofRight;
}

function leftShare(node: number, value: number): number {
  const goesLeft = Number.isNaN(value) ? forest.missingLeft[node] === 1 : value <= (forest.threshold[node] ?? 0);
  return goesLeft ? 1 : 0;
}

function expectation(row: Float64Array, set: number): number {
  return Array.from(forest.roots).reduce((sum, root) => sum + expectationAt(root, row, set), forest.base);
}

/** The Shapley value by its definition: over all orders, what knowing the feature changes. */
function shapleyOf(row: Float64Array, feature: number): number {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  let sum = 0;
  for (let set = 0; set < 2 ** COLUMNS; set++) {
    if ((set >> feature) & 1) continue;
    const size = Array.from({ length: COLUMNS }, (_, bit) => (set >> bit) & 1).reduce((a, b) => a + b, 0);
    const weight = (factorial(size) * factorial(COLUMNS - size - 1)) / factorial(COLUMNS);
    sum += weight * (expectation(row, set | (1 << feature)) - expectation(row, set));
  }
  return sum;
}

describe("contributions of features", () => {
  it("sum with the average to what the forest gives, in 10,000 rows with and without missing values", () => {
    let furthest = 0;
    for (let count = 0; count < 10_000; count++) {
      const row = anyRow();
      const sum = contributionsOf(row).reduce((total, each) => total + each, explainer.expected);
      furthest = Math.max(furthest, Math.abs(sum - forestValue(forest, row)));
    }
    expect(furthest).toBeLessThan(1e-9);
  });

  it("are the Shapley values by their definition", () => {
    for (let count = 0; count < 20; count++) {
      const row = anyRow();
      const contributions = contributionsOf(row);
      for (let feature = 0; feature < COLUMNS; feature++)
        expect(contributions[feature]).toBeCloseTo(shapleyOf(row, feature), 9);
    }
  });
});
