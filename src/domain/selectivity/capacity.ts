import type { Scorecard } from "./scorecard";

/** Fewer scores than this say nothing about where the budget of the officers ends. */
export const SCORES_NEEDED = 500;

interface Recent {
  /** The scores of late, in points, of any lane. */
  readonly scores: readonly number[];
  /** The declarations of a usual day. */
  readonly perDay: number;
}

/**
 * The bands of the lanes, within what the officers can take on in a day: where the score alone would send them more
 * cases than that, yellow begins at the score above which as many lie as they can take, and the rest is released and
 * audited later. It never begins above red, never below the scorecard's own band, and hard rules know no budget.
 */
export function bandsWithin(
  bands: Scorecard["bands"],
  casesPerDay: number | null,
  sharesByChance: number,
  recent: Recent,
): Scorecard["bands"] {
  if (casesPerDay === null || recent.perDay <= 0 || recent.scores.length < SCORES_NEEDED) return bands;
  const share = Math.max(0, casesPerDay / recent.perDay - sharesByChance);
  if (share >= 1) return bands;
  const sorted = [...recent.scores].sort((a, b) => b - a);
  const last = sorted[Math.floor(share * sorted.length)] ?? bands.yellow;
  return { ...bands, yellow: Math.min(bands.red, Math.max(bands.yellow, last + 1)) };
}
