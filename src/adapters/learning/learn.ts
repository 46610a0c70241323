import type { Trained, TrainingSet } from "@/application/train-risk-model";
import { walkHistory } from "@/domain/history/walk";
import { encodeModel } from "@/domain/risk-model/encode-model";
import { NothingToLearn } from "@/domain/risk-model/lessons";
import { TRAINING_DEFAULTS, trainRiskModel } from "@/domain/risk-model/train-risk-model";

import { reportOf } from "./report";

/** The last part of the days, on which the model is tried before it learns from them too. */
const TRIED_SHARE = 0.2;

/**
 * Learns twice: first without the last fifth of the days, to see how good such a model is on days that it does not
 * know, then with all of them. The figures are those of the first; the model that is kept is the second.
 */
export function learn({ kind, seed, entries, outcomes }: TrainingSet): Trained {
  const options = { ...TRAINING_DEFAULTS, seed };
  const days = [...new Set(entries.map(({ day }) => day))].sort();
  const triedFrom = days[Math.floor(days.length * (1 - TRIED_SHARE))];
  if (triedFrom === undefined) return { ok: false, fault: "The history is empty; nothing can be learned from it." };
  try {
    const trial = trainRiskModel(
      entries.filter(({ day }) => day < triedFrom),
      outcomes.filter(({ knownOn }) => knownOn < triedFrom),
      options,
    );
    const model = trainRiskModel(entries, outcomes, options);
    const { columns } = walkHistory(entries, outcomes);
    const report = reportOf({
      kind,
      trial,
      model,
      entries,
      outcomes,
      columns,
      triedFrom,
      last: days.at(-1) ?? triedFrom,
    });
    return { ok: true, body: encodeModel(model), report };
  } catch (error) {
    if (error instanceof NothingToLearn) return { ok: false, fault: error.message };
    throw error;
  }
}
