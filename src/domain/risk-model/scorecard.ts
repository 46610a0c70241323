import { type Calibration, probabilityOf } from "./calibration";
import { binOf } from "./quantile-bins";

/** One feature of the card: into which bins its values fall, and what each is worth. */
export interface CardFeature {
  /** The column among the features. */
  readonly column: number;
  readonly cuts: Float64Array;
  /** Points of each bin; the first is that of a missing value. */
  readonly points: Int16Array;
}

/** Whole points that are added up: `pointsToDouble` more points double the odds of an irregularity. */
export interface Scorecard {
  readonly features: readonly CardFeature[];
  readonly pointsToDouble: number;
  /** Turns the sum of points, as log-odds, into calibrated ones. */
  readonly calibration: Calibration;
}

/** The points of a row, feature by feature in the order of the card. */
export function pointsOf(card: Scorecard, row: Float64Array): readonly number[] {
  return card.features.map(({ column, cuts, points }) => points[binOf(cuts, row[column] ?? Number.NaN)] ?? 0);
}

/** Calibrated log-odds and probability of a sum of points. */
export function scoreByCard(
  card: Scorecard,
  row: Float64Array,
): { readonly logOdds: number; readonly probability: number } {
  const sum = pointsOf(card, row).reduce((total, points) => total + points, 0);
  const logOdds = card.calibration.slope * sum * (Math.LN2 / card.pointsToDouble) + card.calibration.offset;
  return { logOdds, probability: probabilityOf(logOdds) };
}
