/** What the words of a case's reasons are taken from: a stored assessment. */
export interface AssessedCase {
  /** Such as `score`, `random`, `rule:TOYS-LIGHT`, `switch:origin:CN` or `earlier:random`. */
  readonly laneCause: string;
  readonly hardRules: readonly string[];
  /** The heaviest first. */
  readonly contributions: readonly { readonly factor: string; readonly points: number }[];
}

const MOST_FACTORS = 3;
/** A single point moves hardly anything, so it is no reason to look. */
const LEAST_POINTS = 2;
/** Causes beside the score that only the authority is told; anybody is told of a draw. */
const DEMANDS = ["alert", "switch", "rule"];
const SHARES = ["exploration", "unselected"];

/**
 * Whether a contribution says something of the goods: where a model starts is the same for all of them. Points are null
 * for who is not told them.
 */
export function isReason({ factor, points }: { readonly factor: string; readonly points: number | null }): boolean {
  return factor !== "model_start" && (points === null || Math.abs(points) >= LEAST_POINTS);
}

/**
 * The codes of why a case is here, what decided first: the alert, switch or rule, then controls, the heaviest factors and
 * the draw. What rests on the authority's own history is one factor, `model`, for everybody else. Where nothing else
 * speaks it is the band of the score.
 */
export function caseReasons(assessed: AssessedCase | undefined, isAuthority: boolean): readonly string[] {
  if (!assessed) return [];
  const [cause = ""] = assessed.laneCause.replace(/^earlier:/, "").split(":");
  const factors = assessed.contributions
    .filter((each) => each.points > 0 && isReason(each))
    .slice(0, MOST_FACTORS)
    .map(({ factor }) => `factor.${isAuthority ? factor : factor.replace(/^model_.*$/, "model")}`);
  const isTold = cause === "random" || (isAuthority && SHARES.includes(cause));
  const reasons = [
    ...(isAuthority && DEMANDS.includes(cause) ? [`cause.${cause}`] : []),
    ...assessed.hardRules.map((code) => `control.${code}`),
    ...factors,
    ...(isTold ? [`cause.${cause}`] : []),
  ];
  return reasons.length > 0 ? [...new Set(reasons)] : cause === "score" ? ["cause.score"] : [];
}
