import type { Stage } from "../clearance/lifecycle";
import { err, ok, type Result } from "../shared/result";

/** How an authority spends the attention of its officers. Proposed by one admin, in force once another approved it. */
export interface SelectivityPolicy {
  /** Counts up with every policy of the authority; 0 for the one that ships. */
  readonly version: number;
  /** The share of declarations that is looked at by chance, whatever their score. */
  readonly randomShare: number;
  /** The share that is looked at where the model is least sure. */
  readonly explorationShare: number;
  /** How many cases the officers of the authority can take on in a day; null while it is not limited. */
  readonly casesPerDay: number | null;
  /** After so many declarations of an office in a row without a look, the next one is looked at; null for never. */
  readonly maximumUnselected: number | null;
  /** After so many whole days a case of the yellow lane that nobody took on is released and audited later; null for never. */
  readonly yellowToBlueDays: number | null;
  /** How long a green clearance waits before it is released, so that an officer may look; minutes, by gate. */
  readonly greenDelayMinutes: Readonly<Record<Stage, number>>;
  /** Importers registered for fewer weeks are sent to documents where the score alone would send them to examination. */
  readonly newcomerWeeks: number;
}

/** Below this share of random looks, what slips through can no longer be measured. */
export const LEAST_RANDOM_SHARE = 0.005;

/** What holds until an authority makes a policy of its own. The figures are the platform's choice, not law. */
export const SHIPPED_POLICY: SelectivityPolicy = {
  version: 0,
  randomShare: 0.02,
  explorationShare: 0.01,
  casesPerDay: null,
  maximumUnselected: 200,
  yellowToBlueDays: null,
  greenDelayMinutes: { bonded_exit: 0, domestic_distribution: 0 },
  newcomerWeeks: 26,
};

/** What is wrong with a policy: the name of its value and the range that it must lie in. */
export interface PolicyFault {
  readonly field: string;
  readonly least: number;
  readonly most: number;
}

/** Refuses a policy that would blind the authority or stop everything: every value outside of its range is named. */
export function checkPolicy(policy: SelectivityPolicy): Result<SelectivityPolicy, readonly PolicyFault[]> {
  const ranges: readonly [string, number | null, number, number][] = [
    ["randomShare", policy.randomShare, LEAST_RANDOM_SHARE, 0.25],
    ["explorationShare", policy.explorationShare, 0, 0.25],
    ["casesPerDay", policy.casesPerDay, 1, 1_000_000],
    ["maximumUnselected", policy.maximumUnselected, 10, 1_000_000],
    ["yellowToBlueDays", policy.yellowToBlueDays, 1, 60],
    ["greenDelayMinutes.bonded_exit", policy.greenDelayMinutes.bonded_exit, 0, 1_440],
    ["greenDelayMinutes.domestic_distribution", policy.greenDelayMinutes.domestic_distribution, 0, 1_440],
    ["newcomerWeeks", policy.newcomerWeeks, 0, 520],
  ];
  const faults = ranges
    .filter(([, value, least, most]) => value !== null && !(value >= least && value <= most))
    .map(([field, , least, most]) => ({ field, least, most }));
  return faults.length === 0 ? ok(policy) : err(faults);
}
