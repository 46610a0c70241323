import type { HistoryEntry, HistoryOutcome } from "../history/entry";
import { FEATURES, featuresFrom } from "../history/feature-dictionary";
import { HistoryState } from "../history/history-state";
import type { Sight } from "../history/sight";
import { walkHistory } from "../history/walk";
import type { Candidate } from "../selectivity/select";
import { noveltyOf } from "./novelty";
import { type RiskModel, scoreWith } from "./risk-model";
import { TRAINING_DEFAULTS, trainFromTable } from "./train-risk-model";

/** A model that goes on learning: asked for the entries of a time, told what inspections of them brought to light. */
export interface Learner {
  /** The entries as candidates for inspection, each as of its day; they are remembered. */
  judge(entries: readonly HistoryEntry[]): readonly Candidate[];
  /** Outcomes of entries that were judged; the next judgement is made by a model that knows them. */
  learn(outcomes: readonly HistoryOutcome[]): void;
}

/** Entries to be learned from, with their features as of their day. */
interface Lessons {
  readonly entries: HistoryEntry[];
  readonly outcomes: HistoryOutcome[];
  readonly features: Float64Array[];
}

/** Starts from a history; trains whenever it is asked after it was told something. */
export function learnerOf(entries: readonly HistoryEntry[], outcomes: readonly HistoryOutcome[]): Learner {
  const state = new HistoryState();
  const inspected = new Set(outcomes.map(({ entryId }) => entryId));
  const table = walkHistory(entries, outcomes, ({ id }) => inspected.has(id), state);
  const lessons: Lessons = {
    entries: Array.from(table.rows, (index) => entries[index]).filter((entry) => entry !== undefined),
    outcomes: [...outcomes],
    features: Array.from(table.rows.keys(), (row) => Float64Array.from(table.columns, (column) => column[row] ?? 0)),
  };
  const asked = new Map<string, { readonly entry: HistoryEntry; readonly features: Float64Array }>();
  let model: RiskModel | null = null;
  return {
    judge(week) {
      model ??= trained(lessons);
      const candidates: Candidate[] = [];
      asked.clear();
      for (const ofDay of daysOf(week)) {
        for (const entry of ofDay) {
          const sight = state.sightOf(entry);
          const features = featuresFrom(sight);
          asked.set(entry.id, { entry, features });
          candidates.push(candidateOf(entry, sight, features, model));
        }
        for (const entry of ofDay) state.absorb(entry);
      }
      return candidates;
    },
    learn(told) {
      for (const outcome of told) {
        const known = asked.get(outcome.entryId);
        if (!known) continue;
        state.absorbOutcome(known.entry, outcome);
        lessons.entries.push(known.entry);
        lessons.features.push(known.features);
        lessons.outcomes.push(outcome);
      }
      model = null;
    },
  };
}

function candidateOf(entry: HistoryEntry, sight: Sight, features: Float64Array, model: RiskModel): Candidate {
  const { value, cohort } = noveltyOf(sight);
  return { id: entry.id, score: scoreWith(model, features).logOdds, novelty: value, cohort };
}

function trained({ entries, outcomes, features }: Lessons): RiskModel {
  const columns = FEATURES.map((_, index) => Float64Array.from(features, (row) => row[index] ?? Number.NaN));
  const table = { rows: Int32Array.from(entries.keys()), columns };
  return trainFromTable(entries, outcomes, table, TRAINING_DEFAULTS);
}

function daysOf(entries: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const days = new Map<string, HistoryEntry[]>();
  for (const entry of entries) days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ofDay]) => ofDay);
}
