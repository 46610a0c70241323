import { decideLane, explorationChance } from "../selectivity/decide-lane";
import { severity } from "../selectivity/lane";
import { chooseFrom, drawOf, type LaneInputs, type ModelSays } from "../selectivity/lane-inputs";
import type { Lane } from "../selectivity/lanes";

/** A lane in which the machine releases what nothing else holds. */
export function isAutomatic(lane: Lane): boolean {
  return lane === "green" || lane === "blue";
}

/**
 * Whether anything that is the authority's own holds the goods: a rule of risk, an alert, a switch, a look by chance, or
 * what a model sees beyond the papers. Of these nothing is said to whom they hold, for who knows them passes them by.
 */
export function isSensitive(inputs: LaneInputs, says: readonly ModelSays[]): boolean {
  const isAsked = inputs.demands.some(({ source, lane }) => source !== "hard_rule" && !isAutomatic(lane));
  if (isAsked || !isAutomatic(laneOfChance(inputs, says))) return true;
  const learned = chooseFrom(inputs, says).lane;
  const papers = chooseFrom(inputs, []).lane;
  return !isAutomatic(learned) && severity(learned) > severity(papers);
}

/** The lane that chance alone would choose, whatever the goods. */
function laneOfChance(inputs: LaneInputs, says: readonly ModelSays[]): Lane {
  return decideLane({
    score: Number.NEGATIVE_INFINITY,
    bands: inputs.bands,
    demands: [],
    draws: { random: drawOf(inputs, "random"), exploration: drawOf(inputs, "exploration") },
    unsureness: unsurenessOf(says),
    policy: inputs.policy,
    unselectedInARow: inputs.unselectedInARow,
    importerAgeWeeks: inputs.importerAgeWeeks,
  }).lane;
}

/** Of the riskiest line, as the lane is chosen by it. */
function unsurenessOf(says: readonly ModelSays[]): number | null {
  const worst = says.reduce<ModelSays | null>(
    (found, each) => (found === null || each.probability > found.probability ? each : found),
    null,
  );
  return worst?.unsureness ?? null;
}

/** The lane that the goods would have had without one of the things that hold them. */
export interface Counterfactual {
  /** `hard_rule:<code>`, `rule:<code>`, `alert:<code>`, `switch:<code>`, `random`, `exploration`, `unselected`, `model` or `factor:<name>`. */
  readonly without: string;
  readonly lane: Lane;
  /** The score that would be left. */
  readonly score: number;
}

/** For officers alone: what each cause by itself does to the lane, protected ones among them; those first that would free the goods. */
export function counterfactuals(inputs: LaneInputs, says: readonly ModelSays[]): readonly Counterfactual[] {
  const whole = chooseFrom(inputs, says);
  const of = (without: string, changed: LaneInputs, said = says): Counterfactual => {
    const { lane, score } = chooseFrom(changed, said);
    return { without, lane, score };
  };
  const profiles = [...new Set(whole.hardRules.map(({ code }) => code))].map((code) =>
    of(`hard_rule:${code}`, { ...inputs, profiles: inputs.profiles.filter((each) => each.code !== code) }),
  );
  const demands = inputs.demands.map((demand) =>
    of(`${demand.source}:${demand.code}`, {
      ...inputs,
      demands: inputs.demands.filter((each) => each !== demand),
    }),
  );
  const factors = [...new Set(whole.contributions.map(({ factor }) => factor))]
    .filter((factor) => !factor.startsWith("model_"))
    .map((factor) => of(`factor:${factor}`, { ...inputs, card: withoutFactor(inputs, factor) }));
  return [
    ...profiles,
    ...demands,
    ...chances(inputs, says).map(({ without, changed }) => of(without, changed)),
    ...(says.length > 0 ? [of("model", inputs, [])] : []),
    ...factors,
  ].toSorted((a, b) => severity(a.lane) - severity(b.lane) || a.without.localeCompare(b.without, "en"));
}

function chances(inputs: LaneInputs, says: readonly ModelSays[]) {
  const { policy, unselectedInARow } = inputs;
  const unsureness = unsurenessOf(says);
  const hasRandom = drawOf(inputs, "random") < policy.randomShare;
  const hasExploration = drawOf(inputs, "exploration") < explorationChance(unsureness, policy.explorationShare);
  const isForced = policy.maximumUnselected !== null && unselectedInARow >= policy.maximumUnselected;
  return [
    ...(hasRandom ? [{ without: "random", changed: { ...inputs, policy: { ...policy, randomShare: 0 } } }] : []),
    ...(hasExploration
      ? [{ without: "exploration", changed: { ...inputs, policy: { ...policy, explorationShare: 0 } } }]
      : []),
    ...(isForced
      ? [{ without: "unselected", changed: { ...inputs, policy: { ...policy, maximumUnselected: null } } }]
      : []),
  ];
}

/** The card with no points for a factor. */
function withoutFactor({ card }: LaneInputs, factor: string): LaneInputs["card"] {
  if (factor === "commodity") return { ...card, commodityPoints: {} };
  if (factor === "origin") return { ...card, originPoints: {} };
  const points = Object.fromEntries(
    Object.entries(card.points).filter(
      ([name]) => name !== factor && !(factor === "credit" && name.startsWith("credit_")),
    ),
  );
  return { ...card, points };
}
