import { hashOf } from "../classification/hash";
import type { Basis } from "../history/entry";

/** What may be chosen for inspection. */
export interface Candidate {
  readonly id: string;
  /** How likely it is irregular: 0 to 1, or any number that is higher for what is riskier. */
  readonly score: number;
  /** How much a look would teach: higher for what the model knows little of. */
  readonly novelty: number;
  /** What it has in common with others of which a few looks tell enough. */
  readonly cohort: string;
}

/** How a capacity is spent. The shares are of the capacity; what they leave goes to the highest scores. */
export interface SelectionPolicy {
  readonly randomShare: number;
  /** Inspections by chance that are made however small the capacity is, as long as there is one. */
  readonly leastRandom: number;
  readonly explorationShare: number;
  /** How many of a cohort are explored at a time. */
  readonly mostOfCohort: number;
}

/** One choice, with all that it takes to make it again. */
export interface Selected {
  readonly id: string;
  readonly basis: Extract<Basis, "score" | "exploration" | "random">;
  /** The number from 0 to below 1 that chance gave the candidate; the lowest are inspected by chance. */
  readonly draw: number;
}

const RANGE = 2 ** 32;

/**
 * Chooses at most `budget` candidates, each once: first by score, then what teaches most with few of a cohort, then by
 * chance among all that are left. The draw of a candidate follows from seed and id alone, so neither the order of the
 * candidates nor who else is there changes it, and a logged choice can be made again. Chance is what tells what scores
 * and rules miss, so a share of it stays whatever scores say.
 */
export function selectWithin(
  budget: number,
  candidates: readonly Candidate[],
  policy: SelectionPolicy,
  seed: string,
): readonly Selected[] {
  const capacity = Math.max(0, Math.min(Math.floor(budget), candidates.length));
  const byChance = Math.min(capacity, Math.max(policy.leastRandom, Math.round(capacity * policy.randomShare)));
  const explored = Math.min(capacity - byChance, Math.round(capacity * policy.explorationShare));
  const drawn = candidates.map((candidate) => ({ ...candidate, draw: hashOf(`${seed} ${candidate.id}`) / RANGE }));
  const left = new Set(drawn);
  const take = (chosen: readonly Drawn[], basis: Selected["basis"]): readonly Selected[] =>
    chosen.map((candidate) => {
      left.delete(candidate);
      return { id: candidate.id, basis, draw: candidate.draw };
    });
  const byScore = take(highest([...left], "score", capacity - byChance - explored), "score");
  const byNovelty = take(fewOfEach(highest([...left], "novelty"), policy.mostOfCohort, explored), "exploration");
  const rest = capacity - byScore.length - byNovelty.length;
  const lowest = [...left].sort((a, b) => a.draw - b.draw || compareIds(a, b)).slice(0, rest);
  return [...byScore, ...byNovelty, ...take(lowest, "random")];
}

interface Drawn extends Candidate {
  readonly draw: number;
}

/** The candidates with the highest values, equal ones by their draw. */
function highest(candidates: readonly Drawn[], by: "score" | "novelty", count = candidates.length): readonly Drawn[] {
  return [...candidates].sort((a, b) => b[by] - a[by] || a.draw - b.draw || compareIds(a, b)).slice(0, count);
}

function fewOfEach(candidates: readonly Drawn[], mostOfCohort: number, count: number): readonly Drawn[] {
  const taken = new Map<string, number>();
  const chosen: Drawn[] = [];
  for (const candidate of candidates) {
    const before = taken.get(candidate.cohort) ?? 0;
    if (chosen.length === count || before >= mostOfCohort || candidate.novelty <= 0) continue;
    taken.set(candidate.cohort, before + 1);
    chosen.push(candidate);
  }
  return chosen;
}

function compareIds(a: Drawn, b: Drawn): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
