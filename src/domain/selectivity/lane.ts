import type { HardRule } from "./hard-rules";
import { LANES, type Lane } from "./lanes";
import type { Scorecard } from "./scorecard";

interface Choice {
  readonly lane: Lane;
  /** `hard_rule:<code>`, `score` or `random`; `score` when nothing else made it stricter. */
  readonly cause: string;
  readonly needsTwoOfficers: boolean;
}

/**
 * The strictest of what the hard rules, the score's band and the random share ask for. Where several ask for the same
 * lane the law is named before the score, and the score before chance.
 */
export function chooseLane(score: number, rules: readonly HardRule[], draw: number, card: Scorecard): Choice {
  const candidates: { lane: Lane; cause: string }[] = [
    ...rules.map((rule) => ({ lane: rule.lane, cause: `hard_rule:${rule.code}` })),
    { lane: band(score, card), cause: "score" },
  ];
  if (draw < card.randomShare) candidates.push({ lane: "yellow", cause: "random" });
  const chosen = candidates.reduce((strictest, each) =>
    severity(each.lane) > severity(strictest.lane) ? each : strictest,
  );
  return { ...chosen, needsTwoOfficers: rules.some((rule) => rule.needsTwoOfficers) };
}

/** How strict a lane is; a greater number is stricter. */
export function severity(lane: Lane): number {
  return LANES.indexOf(lane);
}

function band(score: number, { bands }: Scorecard): Lane {
  if (score >= bands.red) return "red";
  if (score >= bands.yellow) return "yellow";
  return score >= bands.blue ? "blue" : "green";
}
