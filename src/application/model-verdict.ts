import type { Irregularity } from "@/domain/history/entry";
import { FEATURES } from "@/domain/history/feature-dictionary";
import { explainWith, type RiskExplanation, type RiskModel, typesOf } from "@/domain/risk-model/risk-model";
import { pointsOf, scoreByCard } from "@/domain/risk-model/scorecard";
import type { ModelSays } from "@/domain/selectivity/lane-inputs";
import type { GroupContribution } from "@/domain/selectivity/model-points";
import { unsurenessOf } from "@/domain/selectivity/verdict";
import type { RiskModelKind } from "./model-record";

/** A model with the odds that an average declaration of its authority has. */
export interface ScoringModel {
  readonly version: number;
  readonly kind: RiskModelKind;
  readonly model: RiskModel;
  /** Natural logarithm of the odds; a line with these odds has no points. */
  readonly baseLogOdds: number;
}

interface Verdict {
  readonly says: Omit<ModelSays, "line">;
  /** The likeliest kind first. */
  readonly irregularities: readonly Irregularity[];
}

/** What the model says of a line, with what every group of facts adds: their sum is the score, exactly. */
export function judge({ kind, model, baseLogOdds }: ScoringModel, features: Float64Array): Verdict {
  const { probability, base, contributions } = explainBy(kind, model, features);
  const groups = new Map<string, { logOdds: number; index: number; weight: number }>();
  FEATURES.forEach(({ group }, index) => {
    const logOdds = contributions[index] ?? 0;
    const known = groups.get(group) ?? { logOdds: 0, index, weight: -1 };
    known.logOdds += logOdds;
    if (Math.abs(logOdds) > known.weight) Object.assign(known, { index, weight: Math.abs(logOdds) });
    groups.set(group, known);
  });
  const start: GroupContribution = { group: "start", logOdds: base - baseLogOdds, fact: "base", value: "" };
  return {
    says: {
      probability,
      unsureness: unsurenessOf(probability, 1 / (1 + Math.exp(-baseLogOdds))),
      groups: [
        start,
        ...[...groups].map(([group, { logOdds, index }]) => ({
          group,
          logOdds,
          fact: FEATURES[index]?.name ?? group,
          value: written(features[index] ?? Number.NaN),
        })),
      ],
    },
    irregularities: typesOf(model, features).map(({ irregularity }) => irregularity),
  };
}

/** What a model of the kind says, with what each feature adds to the log-odds; base and contributions sum to them. */
export function explainBy(kind: RiskModelKind, model: RiskModel, features: Float64Array): RiskExplanation {
  if (kind === "boosted") return explainWith(model, features);
  const { scorecard } = model;
  const { slope, offset } = scorecard.calibration;
  const contributions = new Float64Array(FEATURES.length);
  pointsOf(scorecard, features).forEach((points, index) => {
    const column = scorecard.features[index]?.column ?? 0;
    contributions[column] = (contributions[column] ?? 0) + slope * points * (Math.LN2 / scorecard.pointsToDouble);
  });
  return { ...scoreByCard(scorecard, features), base: offset, contributions };
}

/** A feature's value as people read it: three figures that count; empty where it is not known. */
function written(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(3)));
}
