/** Two opinions on one case: that of who ruled it, and that of who did not see the ruling. */
export interface OpinionPair {
  readonly first: "pass" | "refuse";
  readonly second: "pass" | "refuse";
}

/** How often two officers say the same, and how much of it chance would do. */
export interface Agreement {
  readonly bothPass: number;
  readonly bothRefuse: number;
  /** Passed by the first and refused by the second. */
  readonly firstPass: number;
  readonly firstRefuse: number;
  readonly total: number;
  /** The share of equal opinions; null of none. */
  readonly rate: number | null;
  /** Cohen's kappa, from -1 to 1; null where chance alone would agree always, or nothing is counted. */
  readonly kappa: number | null;
}

/**
 * Agreement rate and Cohen's kappa (J. Cohen, A coefficient of agreement for nominal scales, 1960): how much more two
 * agree than two would who pass and refuse as often, each by a throw of their own.
 */
export function agreementOf(pairs: readonly OpinionPair[]): Agreement {
  const count = (first: OpinionPair["first"], second: OpinionPair["second"]) =>
    pairs.filter((pair) => pair.first === first && pair.second === second).length;
  const cells = {
    bothPass: count("pass", "pass"),
    bothRefuse: count("refuse", "refuse"),
    firstPass: count("pass", "refuse"),
    firstRefuse: count("refuse", "pass"),
  };
  const total = pairs.length;
  if (total === 0) return { ...cells, total, rate: null, kappa: null };
  // In whole numbers up to the last division: a table that agrees by chance alone gives exactly 0.
  const agreed = cells.bothPass + cells.bothRefuse;
  const [firstPasses, secondPasses] = [cells.bothPass + cells.firstPass, cells.bothPass + cells.firstRefuse];
  const byChance = firstPasses * secondPasses + (total - firstPasses) * (total - secondPasses);
  const room = total * total - byChance;
  return { ...cells, total, rate: agreed / total, kappa: room === 0 ? null : (agreed * total - byChance) / room };
}
