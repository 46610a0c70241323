import type { TierBenefit } from "../aeo/benefits";
import type { HistoryEntry } from "../history/entry";
import type { LocalDate } from "../shared/local-date";
import type { LaneDemand, LaneQuestion } from "./decide-lane";
import { decideLane, type LaneChoice } from "./decide-lane";
import type { Contribution, RiskFacts } from "./factors";
import { type ControlProfile, type HardRule, hardRules } from "./hard-rules";
import { type GroupContribution, modelPoints } from "./model-points";
import { draw } from "./random";
import { score } from "./score";
import type { Scorecard } from "./scorecard";

/** A line as the model was asked of it. */
export interface LineInput {
  readonly line: number;
  readonly entry: HistoryEntry;
  /** The values that rules read. */
  readonly subject: Readonly<Record<string, string | number | boolean | null>>;
  /** What the model saw, in the order of its dictionary; null where no model scored. NaN is kept as null. */
  readonly features: readonly (number | null)[] | null;
}

/** A draw with its purpose: the number follows from the seed alone. */
export interface Draw {
  /** Of a rule, with its code: it selects a share of its hits, and hit. */
  readonly purpose: "random" | "exploration" | `rule:${string}`;
  readonly seed: string;
}

/**
 * Everything that a lane was chosen by, as it is logged: facts as of then and the versions of what judged them. With
 * the model and the rules of those versions the choice can be made again, and comes out the same.
 */
export interface LaneInputs {
  /** Of the shape of the inputs; counts up when it changes. */
  readonly schema: 1;
  readonly day: LocalDate;
  readonly facts: RiskFacts;
  readonly card: Scorecard;
  /** The bands within what officers could take on that day. */
  readonly bands: Scorecard["bands"];
  readonly lines: readonly LineInput[];
  /** The version of the model that scored; null where none did. */
  readonly modelVersion: number | null;
  /** The ids of the versions of the rules that were in force. */
  readonly ruleVersions: readonly string[];
  /** The control profiles that concern the goods. */
  readonly profiles: readonly ControlProfile[];
  /** What no profile asks for: the hits of rules, alerts and switches, with what explains the consignee. */
  readonly demands: readonly LaneDemand[];
  readonly draws: readonly Draw[];
  readonly policy: LaneQuestion["policy"] & {
    readonly version: number;
    /** At this gate. */
    readonly greenDelayMinutes: number;
    readonly yellowToBlueDays: number | null;
  };
  readonly unselectedInARow: number;
  readonly importerAgeWeeks: number | null;
  /** What credit counted for; left out of what was logged before credit was a policy. */
  readonly credit?: CreditInput;
}

/** Credit as it was counted, with the versions that it was counted by. */
export interface CreditInput {
  /** The code of the scheme; null where none was in force. */
  readonly scheme: string | null;
  readonly policyVersion: number;
  /** Where an operator of a partner country counted: the entry and whose it is. */
  readonly mutual: { readonly authorisation: string; readonly partner: string } | null;
  readonly benefit: TierBenefit;
  /** The share of looks by chance before the multiplier of the benefit. */
  readonly baseRandomShare: number;
}

/** What a model says of the lines, by line. */
export interface ModelSays {
  readonly line: number;
  readonly probability: number;
  /** From 0 to 1. */
  readonly unsureness: number;
  readonly groups: readonly GroupContribution[];
}

/** What was chosen, to the last point. */
export interface LaneOutcome extends LaneChoice {
  readonly score: number;
  readonly contributions: readonly Contribution[];
  /** Of the line that weighs most; null without a model. */
  readonly probability: number | null;
  readonly hardRules: readonly HardRule[];
}

/**
 * Chooses the lane from what is logged. A consignment is as risky as its riskiest line: that line's contributions are
 * added to those of the scorecard, which looks at the papers of the whole.
 */
export function chooseFrom(inputs: LaneInputs, says: readonly ModelSays[]): LaneOutcome {
  const { facts, card, profiles, day } = inputs;
  const papers = score(facts, card);
  const worst = says.reduce<ModelSays | null>(
    (found, each) => (found === null || each.probability > found.probability ? each : found),
    null,
  );
  const learned = worst ? modelPoints(worst.groups, worst.line) : [];
  const contributions = [...papers.contributions, ...learned].toSorted(
    (a, b) => Math.abs(b.points) - Math.abs(a.points) || a.factor.localeCompare(b.factor, "en"),
  );
  const points = contributions.reduce((sum, each) => sum + each.points, 0);
  const rules = hardRules(facts, profiles, day);
  const demands: readonly LaneDemand[] = [
    ...rules.map(({ code, lane, needsTwoOfficers }) => ({
      source: "hard_rule" as const,
      code,
      lane,
      needsTwoOfficers,
    })),
    ...inputs.demands,
  ];
  const choice = decideLane({
    score: points,
    bands: inputs.bands,
    demands,
    draws: { random: drawOf(inputs, "random"), exploration: drawOf(inputs, "exploration") },
    unsureness: worst?.unsureness ?? null,
    policy: inputs.policy,
    unselectedInARow: inputs.unselectedInARow,
    importerAgeWeeks: inputs.importerAgeWeeks,
  });
  return { ...choice, score: points, contributions, probability: worst?.probability ?? null, hardRules: rules };
}

/** The number drawn for a purpose; 1, which chooses nothing, where none was drawn. */
export function drawOf({ draws }: Pick<LaneInputs, "draws">, purpose: Draw["purpose"]): number {
  const drawn = draws.find((each) => each.purpose === purpose);
  return drawn ? draw(drawn.seed) : 1;
}
