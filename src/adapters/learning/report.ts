import type { RiskModelKind } from "@/application/model-record";
import { explainBy } from "@/application/model-verdict";
import type { ModelReport } from "@/contracts/risk-model";
import type { HistoryEntry, HistoryOutcome } from "@/domain/history/entry";
import { FEATURES } from "@/domain/history/feature-dictionary";
import type { FeatureTable } from "@/domain/history/walk";
import {
  areaUnderCurve,
  atShare,
  averagePrecision,
  bootstrapInterval,
  calibrationError,
  type Judged,
} from "@/domain/risk-model/metrics";
import type { RiskModel } from "@/domain/risk-model/risk-model";
import { addDays } from "@/domain/shared/local-date";

/** The share of the riskiest in which the irregular are counted. */
const LOOKED_AT = 0.2;
const SAMPLES = 200;
const BINS = 10;
/** The days at the end of the window whose features what comes later is compared with. */
const BIN_DAYS = 90;

/** A model, and the one of its making that was tried on days it did not know. */
interface Tried {
  readonly kind: RiskModelKind;
  readonly trial: RiskModel;
  readonly model: RiskModel;
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
  readonly columns: FeatureTable["columns"];
  readonly triedFrom: string;
  readonly last: string;
}

/** How good a model is, and where what it learned from lay. */
export function reportOf({ kind, trial, model, entries, outcomes, columns, triedFrom, last }: Tried): ModelReport {
  const byEntry = new Map(outcomes.map((outcome) => [outcome.entryId, outcome]));
  const isLate = entries.map(({ day }) => day >= triedFrom);
  const tried = entries.flatMap(({ id }, row) => {
    const outcome = isLate[row] ? byEntry.get(id) : undefined;
    return outcome ? [{ row, outcome }] : [];
  });
  const late = isLate.filter(Boolean).length;
  const byChance = tried.filter(({ outcome }) => outcome.basis === "random").length;
  const chosen = tried.length - byChance;
  // What chance chose stands for all that no rule chose; what rules chose stands for itself.
  const weightOf = (outcome: HistoryOutcome) =>
    outcome.basis === "random" && byChance > 0 ? (late - chosen) / byChance : 1;
  const judged = {
    scores: tried.map(({ row }) => explainBy(kind, trial, rowOf(columns, row)).probability),
    isPositive: tried.map(({ outcome }) => Number(outcome.isIrregular)),
    weights: tried.map(({ outcome }) => weightOf(outcome)),
  };
  const found = judged.isPositive.reduce((sum, each) => sum + each, 0);
  const random = randomFrom(model.training.seed);
  const interval = (figure: (rows: Judged) => number) => {
    const [low, high] = bootstrapInterval(tried.length, (sample) => figure(sampled(judged, sample)), SAMPLES, random);
    return { value: finite(figure(judged)), low: finite(low), high: finite(high) };
  };
  const population = entries.map((_, row) => explainBy(kind, model, rowOf(columns, row)).probability);
  const base = population.reduce((sum, each) => sum + each, 0) / Math.max(1, population.length);
  return {
    triedFrom,
    triedBefore: last,
    tried: tried.length,
    found,
    auc: interval(areaUnderCurve),
    averagePrecision: interval(averagePrecision),
    recallAtFifth: interval((rows) => atShare(rows, LOOKED_AT).recall),
    calibrationError: finite(calibrationError(judged)),
    calibration: curveOf(judged),
    importance: importanceOf(kind, model, columns),
    bins: Object.fromEntries(
      FEATURES.map(({ name }, index) => [name, binsOf(latestOf(columns[index] ?? new Float64Array(), entries, last))]),
    ),
    baseLogOdds: Math.log(base / (1 - base)),
  };
}

function rowOf(columns: FeatureTable["columns"], row: number): Float64Array {
  return Float64Array.from(columns, (column) => column[row] ?? Number.NaN);
}

function sampled({ scores, isPositive, weights }: Judged, sample: Int32Array): Judged {
  const pick = (values: ArrayLike<number>) => Float64Array.from(sample, (row) => values[row] ?? 0);
  return { scores: pick(scores), isPositive: pick(isPositive), weights: pick(weights ?? []) };
}

/** What was predicted and what happened, in groups of equal number from the safest to the riskiest. */
function curveOf({ scores, isPositive, weights }: Judged): ModelReport["calibration"] {
  const order = Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[a] ?? 0) - (scores[b] ?? 0),
  );
  const size = Math.max(1, Math.ceil(order.length / BINS));
  return Array.from({ length: Math.ceil(order.length / size) }, (_, bin) => {
    const rows = order.slice(bin * size, (bin + 1) * size);
    const sum = (value: (row: number) => number) => rows.reduce((total, row) => total + value(row), 0);
    const weight = (row: number) => weights?.[row] ?? 1;
    const all = sum(weight);
    return {
      predicted: sum((row) => weight(row) * (scores[row] ?? 0)) / all,
      observed: sum((row) => weight(row) * (isPositive[row] ?? 0)) / all,
      count: rows.length,
    };
  });
}

/** By group of features, the mean of what it adds or takes, over a sample of the entries. */
function importanceOf(
  kind: RiskModelKind,
  model: RiskModel,
  columns: FeatureTable["columns"],
): ModelReport["importance"] {
  const rows = columns[0]?.length ?? 0;
  const step = Math.max(1, Math.floor(rows / 500));
  const weights = new Map<string, number>();
  let seen = 0;
  for (let row = 0; row < rows; row += step) {
    const { contributions } = explainBy(kind, model, rowOf(columns, row));
    const ofRow = new Map<string, number>();
    FEATURES.forEach(({ group }, index) => {
      ofRow.set(group, (ofRow.get(group) ?? 0) + (contributions[index] ?? 0));
    });
    for (const [group, sum] of ofRow) weights.set(group, (weights.get(group) ?? 0) + Math.abs(sum));
    seen += 1;
  }
  return [...weights]
    .map(([group, weight]) => ({ group, weight: weight / Math.max(1, seen) }))
    .toSorted((a, b) => b.weight - a.weight);
}

/** The values of the last days alone: what grows with a history is compared with how it was lately. */
function latestOf(column: Float64Array, entries: readonly HistoryEntry[], last: string): Float64Array {
  const from = addDays(last, -BIN_DAYS);
  return column.filter((_, row) => (entries[row]?.day ?? "") >= from);
}

/** Where a feature lay: bins of equal number with the share of each; the last is for what was not known. */
function binsOf(column: Float64Array): ModelReport["bins"][string] {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const edges = [
    ...new Set(Array.from({ length: BINS - 1 }, (_, bin) => known[Math.floor(((bin + 1) * known.length) / BINS)] ?? 0)),
  ];
  return { edges, shares: sharesOf(column, edges) };
}

/** The shares of a column in bins with these edges; the last one is for what is not known. */
export function sharesOf(column: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 2).fill(0);
  for (const value of Array.from(column)) {
    const bin = Number.isNaN(value) ? edges.length + 1 : edges.filter((edge) => edge <= value).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => count / Math.max(1, column.length));
}

/** JSON has no NaN: a figure that cannot be worked out is 0, and its interval says so by being empty. */
function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}

/** Numbers for the bootstrap, from the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
