import type { Contribution } from "./factors";

/** Ten points double the odds of an irregularity; a model's points and a scorecard's can be added. */
const POINTS_PER_DOUBLING = 10;

/** What a group of facts adds to the log-odds, with the facts that made it. */
export interface GroupContribution {
  /** A group of the model's dictionary, such as `price`. */
  readonly group: string;
  /** Natural logarithm of the odds, against the average declaration. */
  readonly logOdds: number;
  /** The fact of the group that weighs most: its name and value. */
  readonly fact: string;
  readonly value: string;
}

/** The same log-odds in points, exactly; not yet a whole number. */
export function toPoints(logOdds: number): number {
  return (POINTS_PER_DOUBLING * logOdds) / Math.LN2;
}

/**
 * The contributions of a model in whole points that add up to the rounded whole: each is rounded down, and the points
 * that are missing then go to those that lost most. Zero points say nothing and are left out.
 */
export function modelPoints(groups: readonly GroupContribution[], line: number): readonly Contribution[] {
  const exact = groups.map(({ logOdds }) => toPoints(logOdds));
  const floors = exact.map(Math.floor);
  const whole = Math.round(exact.reduce((sum, each) => sum + each, 0));
  const missing = whole - floors.reduce((sum, each) => sum + each, 0);
  const byLoss = exact
    .map((each, index) => ({ index, loss: each - Math.floor(each) }))
    .toSorted((a, b) => b.loss - a.loss || a.index - b.index)
    .slice(0, missing);
  const gains = new Set(byLoss.map(({ index }) => index));
  return groups.flatMap(({ group, fact, value }, index) => {
    const points = (floors[index] ?? 0) + (gains.has(index) ? 1 : 0);
    return points === 0
      ? []
      : [
          {
            factor: `model_${group}`,
            points,
            evidence: `history.${group}`,
            parameters: { fact, value, line: String(line) },
          },
        ];
  });
}
