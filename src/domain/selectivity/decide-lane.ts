import { severity } from "./lane";
import type { Lane } from "./lanes";
import type { SelectivityPolicy } from "./policy";
import type { Scorecard } from "./scorecard";

/** What asks for a lane whatever the score: a control profile, a rule of risk, an alert, a switch, an earlier choice. */
export interface LaneDemand {
  /** Which kind of thing asks; `earlier` is what chance chose for the same clearance before it was amended. */
  readonly source: "hard_rule" | "rule" | "alert" | "switch" | "earlier";
  /** Of the thing that asks; for `earlier`, the cause of then. */
  readonly code: string;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  /** The version of a rule that hit; none for one that could not be evaluated. */
  readonly versionId?: string;
  /** The lines of goods that a rule hit. */
  readonly lines?: readonly number[];
}

/** All that the choice of a lane rests on; logged with it, so that the choice can be made again. */
export interface LaneQuestion {
  /** In points; the contributions add up to it. */
  readonly score: number;
  readonly bands: Scorecard["bands"];
  readonly demands: readonly LaneDemand[];
  /** Numbers from 0 to below 1 that follow from logged seeds. */
  readonly draws: { readonly random: number; readonly exploration: number };
  /** How unsure the model is of the line, from 0 to 1, 0.5 for the usual one; null where no model scored it. */
  readonly unsureness: number | null;
  readonly policy: Pick<SelectivityPolicy, "randomShare" | "explorationShare" | "maximumUnselected" | "newcomerWeeks">;
  /** How many declarations of the office in a row were not looked at. */
  readonly unselectedInARow: number;
  readonly importerAgeWeeks: number | null;
}

/** The lane, what decided it, and whether one officer may open it. */
export interface LaneChoice {
  readonly lane: Lane;
  /** `hard_rule:<code>`, `rule:<code>`, `alert:<code>`, `switch:<code>`, `earlier:<cause>`, `score`, `random`, `exploration` or `unselected`. */
  readonly cause: string;
  readonly needsTwoOfficers: boolean;
}

/**
 * The strictest lane that anything asks for. Where several ask for the same one, law is named before rules, rules
 * before the score, the score before chance, and the chance of today before that of an earlier version: who is held
 * learns the reason that counts most.
 */
export function decideLane(question: LaneQuestion): LaneChoice {
  const { demands, policy, draws } = question;
  const candidates: { lane: Lane; cause: string }[] = [
    ...demands.filter(({ source }) => source !== "earlier").map(candidateOf),
    { lane: laneOfScore(question), cause: "score" },
  ];
  if (draws.random < policy.randomShare) candidates.push({ lane: "yellow", cause: "random" });
  if (draws.exploration < explorationChance(question.unsureness, policy.explorationShare))
    candidates.push({ lane: "yellow", cause: "exploration" });
  if (policy.maximumUnselected !== null && question.unselectedInARow >= policy.maximumUnselected)
    candidates.push({ lane: "yellow", cause: "unselected" });
  candidates.push(...demands.filter(({ source }) => source === "earlier").map(candidateOf));
  const chosen = candidates.reduce((strictest, each) =>
    severity(each.lane) > severity(strictest.lane) ? each : strictest,
  );
  return { ...chosen, needsTwoOfficers: demands.some((demand) => demand.needsTwoOfficers) };
}

function candidateOf({ source, code, lane }: LaneDemand): { lane: Lane; cause: string } {
  return { lane, cause: `${source}:${code}` };
}

/**
 * The chance of an exploring look: twice the share where the model is as unsure as it can be, none where it is sure, so
 * that looks go where they teach most. Without a model nothing is explored; the random share measures all alike.
 */
export function explorationChance(unsureness: number | null, share: number): number {
  return unsureness === null ? 0 : Math.min(1, 2 * share * Math.min(1, Math.max(0, unsureness)));
}

/** Newcomers have no record that speaks for them: their papers are asked for before their goods are opened. */
function laneOfScore({ score, bands, importerAgeWeeks, policy }: LaneQuestion): Lane {
  if (score >= bands.red) {
    const isNewcomer = importerAgeWeeks !== null && importerAgeWeeks < policy.newcomerWeeks;
    return isNewcomer ? "yellow" : "red";
  }
  if (score >= bands.yellow) return "yellow";
  return score >= bands.blue ? "blue" : "green";
}
