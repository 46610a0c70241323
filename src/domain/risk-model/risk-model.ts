import { IRREGULARITIES, type Irregularity } from "../history/entry";
import { FEATURES } from "../history/feature-dictionary";
import { type Calibration, probabilityOf } from "./calibration";
import { type Forest, forestValue } from "./forest";
import { addContributions, type Explainer, explainerOf } from "./forest-explanation";
import { anyOf, type HeadMargin, sharesOfHeads } from "./noisy-or";
import type { Scorecard } from "./scorecard";

/** What a trained model keeps. Nothing in it names a trader; records of traders are in the history that it is asked with. */
export interface RiskModel {
  /** Names of the features, in the order of the columns. */
  readonly features: readonly string[];
  /** One forest for each kind of irregularity that taught enough, and one for those of no stated kind. */
  readonly heads: readonly RiskHead[];
  readonly calibration: Calibration;
  /** Logarithm of one more than the revenue that an irregularity evades. */
  readonly revenue: Forest;
  /** Turns the log-odds that any head is right, tilted by the revenue at risk, into calibrated log-odds. */
  readonly priority: Calibration;
  /** Log-odds of each kind, in the order of IRREGULARITIES, given that there is an irregularity. */
  readonly kinds: readonly Forest[];
  /** A logistic scorecard of the same features, as the model that can be read with the eye. */
  readonly scorecard: Scorecard;
  readonly bands: LaneBands;
  /** How the forests did on the weeks that each did not see, weighed to stand for all entries; null where none was left out. */
  readonly tried: { readonly areaUnderCurve: number; readonly calibrationError: number } | null;
  readonly training: TrainingRecord;
}

/** A forest that knows one kind of irregularity from all else. */
export interface RiskHead {
  /** Null for irregularities whose kind is not stated or too rare to be learned by itself. */
  readonly irregularity: Irregularity | null;
  /** Log-odds of the kind, before calibration. */
  readonly forest: Forest;
}

/** Log-odds from which on an entry is not released at once, or is looked at physically. */
export interface LaneBands {
  /** Released without more below this. */
  readonly blueFrom: number;
  /** Released, but audited later, below this. */
  readonly yellowFrom: number;
  /** Papers are read below this, and goods examined from this on. */
  readonly redFrom: number;
}

/** From what the model was trained. */
export interface TrainingRecord {
  readonly entries: number;
  readonly inspected: number;
  readonly found: number;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly seed: number;
}

export interface RiskScore {
  readonly logOdds: number;
  readonly probability: number;
}

export interface RiskExplanation extends RiskScore {
  /** The log-odds of a row of which every head says what it says on average; with the contributions it sums to `logOdds`. */
  readonly base: number;
  /** In log-odds, in the order of FEATURES. */
  readonly contributions: Float64Array;
}

/** The calibrated chance of an irregularity for a row of features in the order of FEATURES. */
export function scoreWith(model: RiskModel, features: Float64Array): RiskScore {
  const logOdds = model.calibration.slope * marginOf(model, features) + model.calibration.offset;
  return { logOdds, probability: probabilityOf(logOdds) };
}

/** Log-odds, before calibration, that at least one kind of irregularity is there. */
function marginOf({ heads }: RiskModel, features: Float64Array): number {
  return anyOf(heads.map(({ forest }) => forestValue(forest, features)));
}

/** How much a logarithm of revenue counts beside log-odds: a little, for what it holds of revenue costs few of the found. */
export const PRIORITY_TILT = 0.06;

/**
 * By what entries are chosen for inspection: the log-odds tilted towards much revenue, calibrated again, so that the
 * probability still is one of an irregularity.
 */
export function priorityOf(model: RiskModel, features: Float64Array): RiskScore {
  const tilted = marginOf(model, features) + PRIORITY_TILT * forestValue(model.revenue, features);
  const logOdds = model.priority.slope * tilted + model.priority.offset;
  return { logOdds, probability: probabilityOf(logOdds) };
}

const explainers = new WeakMap<RiskModel, readonly Explainer[]>();

/**
 * What each feature adds to the log-odds: base and contributions sum to the score, exactly. In each head they are the
 * Shapley values (TreeSHAP); heads count by how much each of them moves the chance that any is right. The first call
 * takes longer.
 */
export function explainWith(model: RiskModel, features: Float64Array): RiskExplanation {
  const explained = explainersOf(model);
  const margins = explained.map(
    ({ forest, expected }): HeadMargin => ({ expected, margin: forestValue(forest, features) }),
  );
  const { usual, shares } = sharesOfHeads(margins);
  const contributions = new Float64Array(FEATURES.length);
  const { slope, offset } = model.calibration;
  explained.forEach((explainer, head) => {
    addContributions(explainer, features, slope * (shares[head] ?? 0), contributions);
  });
  const logOdds = slope * anyOf(margins.map(({ margin }) => margin)) + offset;
  return { logOdds, probability: probabilityOf(logOdds), base: slope * usual + offset, contributions };
}

function explainersOf(model: RiskModel): readonly Explainer[] {
  const known = explainers.get(model);
  if (known) return known;
  const made = model.heads.map(({ forest }) => explainerOf(forest));
  explainers.set(model, made);
  return made;
}

export interface KindShare {
  readonly irregularity: Irregularity;
  /** How likely it is this kind, given that there is an irregularity. */
  readonly share: number;
}

/** The kinds of irregularity by how likely they are, given that there is one. */
export function typesOf(model: RiskModel, features: Float64Array): readonly KindShare[] {
  const odds = model.kinds.map((forest) => probabilityOf(forestValue(forest, features)));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return IRREGULARITIES.map((irregularity, index) => ({ irregularity, share: (odds[index] ?? 0) / total })).sort(
    (a, b) => b.share - a.share,
  );
}

/** The revenue that an irregularity of the entry would evade, in the currency of the history. */
export function revenueAtRisk(model: RiskModel, features: Float64Array): number {
  return Math.expm1(Math.max(0, forestValue(model.revenue, features)));
}
