import { type Contribution, FACTORS, type RiskFacts } from "./factors";
import type { Scorecard } from "./scorecard";

/** An additive score: the contributions add up to it, always. */
export interface Score {
  readonly version: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/** Scores the facts; the heaviest contributions come first. A score below zero is possible and means less than nothing. */
export function score(facts: RiskFacts, card: Scorecard): Score {
  const contributions = Object.values(FACTORS)
    .flatMap((factor) => factor(facts, card))
    .filter((each) => each.points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.factor.localeCompare(b.factor, "en"));
  return { version: card.version, score: contributions.reduce((sum, each) => sum + each.points, 0), contributions };
}
