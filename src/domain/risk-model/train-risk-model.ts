import { type HistoryEntry, type HistoryOutcome, IRREGULARITIES } from "../history/entry";
import { FEATURES } from "../history/feature-dictionary";
import { type FeatureTable, rowOf, walkHistory } from "../history/walk";
import { type Boosted, type BoostOptions, boost } from "./boost";
import { calibrate, probabilityOf } from "./calibration";
import { type Forest, meanForest } from "./forest";
import { type LessonOptions, type Lessons, lessonsOf } from "./lessons";
import { areaUnderCurve, calibrationError } from "./metrics";
import { type BinnedTable, binTable } from "./quantile-bins";
import { type LaneBands, PRIORITY_TILT, priorityOf, type RiskModel } from "./risk-model";
import { trainScorecard } from "./train-scorecard";

export interface TrainingOptions extends LessonOptions {
  readonly seed: number;
  readonly rounds: number;
  /** Shares of all entries that are released at once, and that are not examined physically. */
  readonly released: number;
  readonly notExamined: number;
}

export const TRAINING_DEFAULTS: TrainingOptions = {
  seed: 1,
  folds: 3,
  rounds: 240,
  randomWeight: 3,
  released: 0.8,
  notExamined: 0.95,
  warmUpDays: 42,
};

/** Rules of the trees: shallow, so that they can be explained, and cautious, for few rows are irregular. */
const TREES = {
  objective: "log_loss",
  start: "undecided",
  rate: 0.08,
  rowShare: 0.7,
  columnShare: 0.2,
  patience: 40,
  mostLeaves: 16,
  mostDepth: 4,
  l2: 1,
  leastHessian: 1,
  leastGain: 0.1,
  monotone: Int8Array.from(FEATURES, ({ monotone }) => monotone),
} as const;
/** The same for what is learned from irregular ones alone, which are fewer still. */
const SMALL_TREES = {
  ...TREES,
  start: "usual",
  rounds: 80,
  patience: 0,
  mostLeaves: 8,
  columnShare: 0.3,
  l2: 5,
  leastHessian: 2,
} as const;
/** How many more rounds all weeks bear than the part of them by which the rounds were found. */
const MORE_ROUNDS = 1.25;
/** Of the released share, how much is released without an audit. */
const PLAIN_RELEASE = 0.75;
/** By how many of the latest entries the bands of the lanes are set. */
const LATEST = 20_000;

/**
 * Trains from a history, of which only inspected entries teach. Trial forests leave one part of the weeks out each; what
 * they say of that part, which they never saw, tells how many rounds are enough and calibrates the bag, each row counting
 * for as many entries as it stands for. The forests of the bag then learn from all weeks. The latest entries set the bands of the lanes. The same history gives the same model,
 * bit for bit. Throws NothingToLearn where nothing was inspected or all of it was alike.
 */
export function trainRiskModel(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
  options: TrainingOptions = TRAINING_DEFAULTS,
): RiskModel {
  const inspected = new Set(outcomes.map(({ entryId }) => entryId));
  const days = entries.map(({ day }) => day).sort();
  const recent = days[Math.max(0, days.length - LATEST)] ?? "";
  const table = walkHistory(entries, outcomes, ({ id, day }) => inspected.has(id) || day >= recent);
  return trainFromTable(entries, outcomes, table, options);
}

/** The same from features that are worked out already, of all inspected and the latest entries at least. */
export function trainFromTable(
  entries: readonly HistoryEntry[],
  outcomes: readonly HistoryOutcome[],
  features: FeatureTable,
  options: TrainingOptions = TRAINING_DEFAULTS,
): RiskModel {
  const lessons = lessonsOf(entries, outcomes, features, options);
  const table = binTable(lessons.columns);
  const days = entries.map(({ day }) => day).sort();
  const revenue = revenueForest(table, lessons, options.seed);
  const model: RiskModel = {
    features: FEATURES.map(({ name }) => name),
    ...bagged(table, lessons, revenue.fitted, options),
    revenue: revenue.forest,
    kinds: IRREGULARITIES.map((_, kind) => kindForest(table, lessons, kind, options.seed)),
    scorecard: trainScorecard(lessons.columns, lessons.targets, lessons.weights, lessons.population),
    bands: NO_BANDS,
    training: {
      entries: entries.length,
      inspected: lessons.rows.length,
      found: lessons.targets.reduce((sum, target) => sum + target, 0),
      firstDay: days[0] ?? "",
      lastDay: days.at(-1) ?? "",
      seed: options.seed,
    },
  };
  return { ...model, bands: bandsFor(latestScores(model, entries, features), options) };
}

function latestScores(model: RiskModel, entries: readonly HistoryEntry[], features: FeatureTable): readonly number[] {
  const days = entries.map(({ day }) => day).sort();
  const recent = days[Math.max(0, days.length - LATEST)] ?? "";
  return Array.from(features.rows.keys())
    .filter((row) => (entries[features.rows[row] ?? 0]?.day ?? "") >= recent)
    .map((row) => priorityOf(model, rowOf(features, row)).logOdds);
}

/** Before bands are set, all is released without an audit. */
const NO_BANDS: LaneBands = {
  blueFrom: Number.POSITIVE_INFINITY,
  yellowFrom: Number.POSITIVE_INFINITY,
  redFrom: Number.POSITIVE_INFINITY,
};

/** The bands that release the wanted shares of entries with these scores. */
export function bandsFor(
  logOdds: ArrayLike<number>,
  { released, notExamined }: Pick<TrainingOptions, "released" | "notExamined">,
): LaneBands {
  const sorted = Float64Array.from(logOdds).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { blueFrom: at(released * PLAIN_RELEASE), yellowFrom: at(released), redFrom: at(notExamined) };
}

function bagged(
  table: BinnedTable,
  lessons: Lessons,
  revenue: Float64Array,
  options: TrainingOptions,
): Pick<RiskModel, "risk" | "calibration" | "priority" | "tried"> {
  const { targets, weights, population } = lessons;
  const trial = options.folds > 1 ? triedOn(table, lessons, options) : null;
  const rounds = trial ? Math.ceil(trial.rounds * MORE_ROUNDS) : options.rounds;
  const bag = Array.from({ length: Math.max(1, options.folds) }, (_, place) =>
    boost(table, targets, weights, null, { ...TREES, rounds, patience: 0, seed: seedOf(options, BAG_SEEDS + place) }),
  );
  // Of one forest alone there is nothing that it did not see.
  const unseen = trial?.unseen ?? bag[0]?.fitted ?? new Float64Array(targets.length);
  const tilted = unseen.map((margin, row) => margin + PRIORITY_TILT * (revenue[row] ?? 0));
  const calibration = calibrate(unseen, targets, population);
  const scores = unseen.map((margin) => probabilityOf(calibration.slope * margin + calibration.offset));
  const judged = { scores, isPositive: targets, weights: population };
  return {
    risk: meanForest(bag.map(({ forest }) => forest)),
    calibration,
    priority: calibrate(tilted, targets, population),
    tried: trial ? { areaUnderCurve: areaUnderCurve(judged), calibrationError: calibrationError(judged) } : null,
  };
}

/** What trial forests say of the weeks that each did not see, and after how many rounds they were best, on average. */
function triedOn(table: BinnedTable, { targets, weights, folds }: Lessons, options: TrainingOptions) {
  const unseen = new Float64Array(targets.length);
  let rounds = 0;
  for (let fold = 0; fold < options.folds; fold++) {
    const heldOut = folds.map((its) => (its === fold ? 1 : 0));
    const rules: BoostOptions = { ...TREES, rounds: options.rounds, seed: seedOf(options, fold) };
    const trial = boost(table, targets, weights, heldOut, rules);
    rounds += trial.rounds / options.folds;
    for (let row = 0; row < unseen.length; row++) if (heldOut[row] === 1) unseen[row] = trial.fitted[row] ?? 0;
  }
  return { unseen, rounds };
}

/** Seeds of the bag's forests are others than those of the trials. */
const BAG_SEEDS = 500;

function seedOf({ seed }: TrainingOptions, place: number): number {
  return seed * 1000 + place;
}

function revenueForest(table: BinnedTable, { rows, targets }: Lessons, seed: number): Boosted {
  const revenue = Float64Array.from(rows, ({ outcome }) => Math.log1p(Math.max(0, outcome.revenue)));
  return boost(table, revenue, targets, null, { ...SMALL_TREES, objective: "squares", leastHessian: 10, seed });
}

function kindForest(table: BinnedTable, { rows, targets }: Lessons, kind: number, seed: number): Forest {
  const isKind = Float64Array.from(rows, ({ outcome }) => (outcome.irregularity === IRREGULARITIES[kind] ? 1 : 0));
  const counts = Float64Array.from(rows, ({ outcome }, row) =>
    outcome.irregularity === null ? 0 : (targets[row] ?? 0),
  );
  return boost(table, isKind, counts, null, { ...SMALL_TREES, seed: seed + kind }).forest;
}
