import { FEATURES } from "../history/feature-dictionary";
import type { LaneInputs } from "../selectivity/lane-inputs";
import { lightensControl } from "./authorisation";
import { multipliedShare } from "./benefits";
import type { CreditStanding } from "./standing";

const CERTIFIED = FEATURES.findIndex(({ name }) => name === "certified");

/**
 * What a lane was chosen by, with another standing in the place of the logged one: points of the scorecard, the share of
 * chance and what the model sees of it follow; all else stays as it was then, rules of risk and control profiles among
 * it. The draws stay the same, so that nobody is drawn again for a change of credit.
 */
export function withStanding(inputs: LaneInputs, standing: CreditStanding): LaneInputs {
  const { tier, authorisation, ...counted } = standing;
  const baseRandomShare = inputs.credit?.baseRandomShare ?? inputs.policy.randomShare;
  const isCertified = lightensControl(tier);
  return {
    ...inputs,
    facts: { ...inputs.facts, credit: { tier, authorisation } },
    lines: inputs.lines.map((line) => ({
      ...line,
      entry: { ...line.entry, isCertified },
      features: line.features?.map((value, index) => (index === CERTIFIED ? Number(isCertified) : value)) ?? null,
    })),
    policy: {
      ...inputs.policy,
      randomShare: multipliedShare(baseRandomShare, counted.benefit.inspectionMultiplier),
    },
    credit: { ...counted, baseRandomShare },
  };
}
