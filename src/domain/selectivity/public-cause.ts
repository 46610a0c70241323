interface Contribution {
  readonly factor: string;
}

/** Whether the points are of the authority's history and models, and not of the public scorecard. */
export function isOfHistory({ factor }: Contribution): boolean {
  return factor.startsWith("model_");
}

/**
 * What decided the lane, as far as it is told to others than the authority: a control rule of the law, or the score
 * where the papers alone made it. All else is one word, so that nobody can tell an alert, a switch or the model from
 * chance.
 */
export function publicCause(laneCause: string, contributions: readonly Contribution[]): string {
  if (laneCause.startsWith("hard_rule:")) return laneCause;
  return laneCause === "score" && !contributions.some(isOfHistory) ? laneCause : "authority";
}
