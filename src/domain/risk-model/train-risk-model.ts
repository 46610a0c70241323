import { type HistoryEntry, type HistoryOutcome, IRREGULARITIES, type Irregularity } from "../history/entry";
import { FEATURES } from "../history/feature-dictionary";
import { type FeatureTable, rowOf, walkHistory } from "../history/walk";
import { type Boosted, boost } from "./boost";
import { calibrate, probabilityOf } from "./calibration";
import { type Forest, meanForest } from "./forest";
import { type LessonOptions, type Lessons, lessonsOf } from "./lessons";
import { areaUnderCurve, calibrationError } from "./metrics";
import { anyOf } from "./noisy-or";
import { type BinnedTable, binTable } from "./quantile-bins";
import { type LaneBands, PRIORITY_TILT, priorityOf, type RiskHead, type RiskModel } from "./risk-model";
import { trainScorecard } from "./train-scorecard";

export interface TrainingOptions extends LessonOptions {
  readonly seed: number;
  /** Most rounds of a head. */
  readonly rounds: number;
  /** Forests of a head whose mean counts. */
  readonly bag: number;
  /** Shares of all entries that are released at once, and that are not examined physically. */
  readonly released: number;
  readonly notExamined: number;
}

export const TRAINING_DEFAULTS: TrainingOptions = {
  seed: 1,
  folds: 2,
  rounds: 160,
  bag: 1,
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
  rowShare: 0.25,
  columnShare: 0.35,
  patience: 20,
  mostLeaves: 8,
  mostDepth: 3,
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
/** Fewer findings of a kind than this are learned together with those of no stated kind. */
const LEAST_OF_KIND = 15;
/** Fewer than this teach nothing but their own accidents. */
const LEAST_OF_REST = 5;
/** How many more rounds all weeks bear than the part of them by which the rounds were found. */
const MORE_ROUNDS = 1.25;
/** Of the released share, how much is released without an audit. */
const PLAIN_RELEASE = 0.75;
/** By how many of the latest entries the bands of the lanes are set. */
const LATEST = 20_000;

/**
 * Trains from a history, of which only inspected entries teach. Each kind of irregularity has
 * a head of its own. Trial forests leave one part of the weeks out each; what they say of that part, which they never saw,
 * tells how many rounds are enough and calibrates, each row counting for as many entries as it stands for. The forests
 * that are kept then learn from all weeks. The latest entries set the bands of the lanes. The same history gives the
 * same model, bit for bit. Throws NothingToLearn where nothing was inspected or all of it was alike.
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
    ...riskOf(table, lessons, revenue.fitted, options),
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

/** The heads, and what turns their margins into calibrated log-odds. */
function riskOf(
  table: BinnedTable,
  lessons: Lessons,
  revenue: Float64Array,
  options: TrainingOptions,
): Pick<RiskModel, "heads" | "calibration" | "priority" | "tried"> {
  const { targets, population } = lessons;
  const learned = kindsTaught(lessons).map((kind) => learnHead(table, lessons, kind, options));
  const unseen = Float64Array.from(targets.keys(), (row) => anyOf(learned.map((head) => head.unseen[row] ?? 0)));
  const tilted = unseen.map((margin, row) => margin + PRIORITY_TILT * (revenue[row] ?? 0));
  const calibration = calibrate(unseen, targets, population);
  const scores = unseen.map((margin) => probabilityOf(calibration.slope * margin + calibration.offset));
  const judged = { scores, isPositive: targets, weights: population };
  return {
    heads: learned.map(({ head }) => head),
    calibration,
    priority: calibrate(tilted, targets, population),
    tried:
      options.folds > 1 ? { areaUnderCurve: areaUnderCurve(judged), calibrationError: calibrationError(judged) } : null,
  };
}

/** What one head learns to tell from all else. */
interface KindTaught {
  readonly irregularity: Irregularity | null;
  readonly targets: Float64Array;
  readonly weights: Float64Array;
  readonly place: number;
}

/**
 * Each kind with enough findings is learned by itself, for each leaves traces of its own that the others blur; what is
 * of no stated kind, or of a rare one, is learned together. Where that is too little, it teaches no head, nor that the
 * entry was regular.
 */
function kindsTaught({ rows, targets, weights }: Lessons): readonly KindTaught[] {
  const counts = new Map<Irregularity, number>();
  for (const { outcome } of rows)
    if (outcome.isIrregular && outcome.irregularity)
      counts.set(outcome.irregularity, (counts.get(outcome.irregularity) ?? 0) + 1);
  const own = IRREGULARITIES.filter((kind) => (counts.get(kind) ?? 0) >= LEAST_OF_KIND);
  const isRest = rows.map(({ outcome }) => outcome.isIrregular && !own.some((kind) => kind === outcome.irregularity));
  const rest = isRest.filter(Boolean).length;
  const isRestTaught = rest >= LEAST_OF_REST || (rest > 0 && own.length === 0);
  const known = isRestTaught ? weights : weights.map((weight, row) => (isRest[row] ? 0 : weight));
  const heads: KindTaught[] = own.map((kind) => ({
    irregularity: kind,
    targets: targets.map((target, row) => (rows[row]?.outcome.irregularity === kind ? target : 0)),
    weights: known,
    place: IRREGULARITIES.indexOf(kind),
  }));
  if (!isRestTaught) return heads;
  const unstated = { irregularity: null, weights: known, place: IRREGULARITIES.length };
  return [...heads, { ...unstated, targets: targets.map((target, row) => (isRest[row] ? target : 0)) }];
}

/** Trial forests tell after how many rounds a head is best and what it says of weeks unseen; the bag learns from all. */
function learnHead(
  table: BinnedTable,
  { folds }: Lessons,
  { irregularity, targets, weights, place }: KindTaught,
  options: TrainingOptions,
): { readonly head: RiskHead; readonly unseen: Float64Array } {
  const seedOf = (forest: number) => 1000 * (options.seed * 10 + place) + forest;
  const unseen = new Float64Array(targets.length);
  let rounds = options.rounds;
  if (options.folds > 1) {
    let tried = 0;
    for (let fold = 0; fold < options.folds; fold++) {
      const heldOut = folds.map((its) => (its === fold ? 1 : 0));
      const trial = boost(table, targets, weights, heldOut, { ...TREES, rounds, seed: seedOf(fold) });
      tried += trial.rounds / options.folds;
      for (let row = 0; row < unseen.length; row++) if (heldOut[row] === 1) unseen[row] = trial.fitted[row] ?? 0;
    }
    rounds = Math.max(1, Math.ceil(tried * MORE_ROUNDS));
  }
  const bag = Array.from({ length: options.bag }, (_, forest) =>
    boost(table, targets, weights, null, { ...TREES, rounds, patience: 0, seed: seedOf(BAG_SEEDS + forest) }),
  );
  // Of one forest alone there is nothing that it did not see.
  if (options.folds <= 1) unseen.set(bag[0]?.fitted ?? []);
  return { head: { irregularity, forest: meanForest(bag.map(({ forest }) => forest)) }, unseen };
}

/** Seeds of the bag's forests are others than those of the trials. */
const BAG_SEEDS = 500;

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
