import { calibrate } from "./calibration";
import { fitLogistic } from "./logistic";
import { type BinnedTable, binTableAt } from "./quantile-bins";
import type { Scorecard } from "./scorecard";

/** Where the bins of a feature end, as shares of the rows: fine at both ends, where what is unusual stands. */
const BIN_ENDS = [0.01, 0.03, 0.08, 0.2, 0.4, 0.6, 0.8, 0.92, 0.97, 0.99];
const RULES = { mostFeatures: 60, mostAlike: 0.85, l2: 20, pointsToDouble: 20, smoothing: 20 } as const;

interface Candidate {
  readonly column: number;
  readonly cuts: Float64Array;
  /** Of each bin: the logarithm of the odds in it over the odds of all (weight of evidence). */
  readonly evidence: Float64Array;
  readonly values: Float64Array;
  /** How much the feature tells irregular from regular ones (information value). */
  readonly information: number;
}

/**
 * Trains the card: each feature in at most eleven bins and one for what is missing, each bin worth its weight of evidence, the sixty features that tell
 * most and are not alike, weighed by a regularised logistic regression and rounded to whole points. `calibrationWeights`
 * are how much rows count for the population.
 */
export function trainScorecard(
  columns: readonly Float64Array[],
  targets: Float64Array,
  weights: Float64Array,
  calibrationWeights: Float64Array,
): Scorecard {
  const table = binTableAt(columns, BIN_ENDS);
  const candidates = columns
    .map((_, column) => candidateOf(column, table, targets, weights))
    .sort((a, b) => b.information - a.information || a.column - b.column);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    if (chosen.length === RULES.mostFeatures || candidate.information < 1e-3) break;
    if (chosen.every((other) => Math.abs(correlation(candidate.values, other.values)) < RULES.mostAlike))
      chosen.push(candidate);
  }
  const fitted = fitLogistic(
    chosen.map(({ values }) => values),
    targets,
    weights,
    RULES.l2,
  );
  const scale = RULES.pointsToDouble / Math.LN2;
  const features = chosen
    .map(({ column, cuts, evidence }, index) => ({
      column,
      cuts,
      points: Int16Array.from(evidence, (worth) => Math.round(scale * worth * (fitted[index] ?? 0))),
    }))
    .filter(({ points }) => points.some((each) => each !== 0));
  const margins = new Float64Array(targets.length);
  for (const { column, points } of features)
    for (let row = 0; row < margins.length; row++)
      margins[row] = (margins[row] ?? 0) + (points[table.bins[column]?.[row] ?? 0] ?? 0) / scale;
  const calibration = calibrate(margins, targets, calibrationWeights);
  return { features, pointsToDouble: RULES.pointsToDouble, calibration };
}

function candidateOf(
  column: number,
  { bins, cuts }: BinnedTable,
  targets: Float64Array,
  weights: Float64Array,
): Candidate {
  const its = bins[column] ?? new Uint8Array(0);
  const bounds = cuts[column] ?? new Float64Array(0);
  const [yes, no] = [new Float64Array(bounds.length + 2), new Float64Array(bounds.length + 2)];
  let [allYes, allNo] = [0, 0];
  for (let row = 0; row < its.length; row++) {
    const weight = weights[row] ?? 0;
    const target = targets[row] ?? 0;
    const bin = its[row] ?? 0;
    yes[bin] = (yes[bin] ?? 0) + weight * target;
    no[bin] = (no[bin] ?? 0) + weight * (1 - target);
    allYes += weight * target;
    allNo += weight * (1 - target);
  }
  const usual = allYes / Math.max(1e-9, allYes + allNo);
  const evidence = yes.map((count, bin) => {
    const inBin = count + RULES.smoothing * usual;
    const notInBin = (no[bin] ?? 0) + RULES.smoothing * (1 - usual);
    return allYes > 0 && allNo > 0 ? Math.log(inBin / notInBin / (allYes / allNo)) : 0;
  });
  const information = evidence.reduce(
    (sum, worth, bin) => sum + worth * ((yes[bin] ?? 0) / Math.max(1, allYes) - (no[bin] ?? 0) / Math.max(1, allNo)),
    0,
  );
  return { column, cuts: bounds, evidence, values: Float64Array.from(its, (bin) => evidence[bin] ?? 0), information };
}

function correlation(a: Float64Array, b: Float64Array): number {
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0];
  for (let row = 0; row < a.length; row++) {
    const [x, y] = [a[row] ?? 0, b[row] ?? 0];
    sa += x;
    sb += y;
    saa += x * x;
    sbb += y * y;
    sab += x * y;
  }
  const n = a.length;
  const spread = Math.sqrt(Math.max(0, saa - (sa * sa) / n) * Math.max(0, sbb - (sb * sb) / n));
  return spread > 0 ? (sab - (sa * sb) / n) / spread : 0;
}
