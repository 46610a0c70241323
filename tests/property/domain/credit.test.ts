import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { LEAST_MULTIPLIER, waivedAfter, waivedOf } from "@/domain/aeo/benefits";
import { withStanding } from "@/domain/aeo/reassess";
import type { CreditStanding } from "@/domain/aeo/standing";
import { hardRules } from "@/domain/selectivity/hard-rules";
import { severity } from "@/domain/selectivity/lane";
import { chooseFrom, type LaneInputs } from "@/domain/selectivity/lane-inputs";
import { LANES } from "@/domain/selectivity/lanes";
import { add, compare, decimal, formatDecimal, ZERO } from "@/domain/shared/decimal";
import { DAY, REFERENCE } from "../../unit/domain/fixtures";
import { riskFacts } from "./arbitraries";

const [card] = REFERENCE.scorecards;
if (!card) throw new Error("There is no scorecard");

const seed = fc.string().map((text) => createHash("sha256").update(text).digest("hex"));
const demand = fc.record({
  source: fc.constantFrom("hard_rule" as const, "rule" as const, "alert" as const, "switch" as const),
  code: fc.constantFrom("a", "b"),
  lane: fc.constantFrom(...LANES),
  needsTwoOfficers: fc.boolean(),
});
const share = fc.integer({ min: 0, max: 10_000 }).map((each) => formatDecimal({ units: BigInt(each), scale: 4 }));
const standing: fc.Arbitrary<CreditStanding> = fc.record({
  tier: fc.constantFrom(...CREDIT_TIERS),
  authorisation: fc.constantFrom("entry", null),
  scheme: fc.constantFrom("gacc_282", null),
  policyVersion: fc.nat(5),
  mutual: fc.constantFrom(null, { authorisation: "seller", partner: "EU" }),
  benefit: fc.record({
    inspectionMultiplier: fc.double({ min: LEAST_MULTIPLIER, max: 10, noNaN: true }),
    guaranteeShare: share,
    priority: fc.nat(3),
    periodicDeclaration: fc.boolean(),
  }),
});
const inputs: fc.Arbitrary<LaneInputs> = fc
  .record({
    facts: riskFacts,
    demands: fc.array(demand, { maxLength: 4 }),
    seeds: fc.tuple(seed, seed),
    randomShare: fc.double({ min: 0.005, max: 0.25, noNaN: true }),
    unselected: fc.nat(300),
  })
  .map(({ facts, demands, seeds, randomShare, unselected }) => ({
    ...{ schema: 1 as const, day: DAY, facts, card, bands: card.bands, lines: [], modelVersion: null },
    ...{ ruleVersions: [], demands, unselectedInARow: unselected, importerAgeWeeks: null },
    profiles: REFERENCE.controlProfiles.filter((each) => hardRules(facts, [each], DAY).length > 0),
    draws: [
      { purpose: "random" as const, seed: seeds[0] },
      { purpose: "exploration" as const, seed: seeds[1] },
    ],
    policy: {
      ...{ version: 1, randomShare, explorationShare: 0.01, maximumUnselected: 200, newcomerWeeks: 26 },
      ...{ greenDelayMinutes: 0, yellowToBlueDays: null },
    },
  }));

describe("credit, whatever it is and whatever it is worth", () => {
  it("makes no lane milder than a control of the law, a rule, an alert or a switch asks for", () => {
    fc.assert(
      fc.property(inputs, standing, (given, credit) => {
        const outcome = chooseFrom(withStanding(given, credit), []);
        const asked = [
          ...hardRules(given.facts, REFERENCE.controlProfiles, DAY).map(({ lane }) => lane),
          ...given.demands.map(({ lane }) => lane),
        ];
        for (const lane of asked) expect(severity(outcome.lane)).toBeGreaterThanOrEqual(severity(lane));
      }),
    );
  });

  it("takes away no second officer, and lets in nothing that a measure suspends", () => {
    fc.assert(
      fc.property(inputs, standing, (given, credit) => {
        const [before, after] = [chooseFrom(given, []), chooseFrom(withStanding(given, credit), [])];
        expect(after.needsTwoOfficers).toBe(before.needsTwoOfficers);
        expect(after.hardRules).toEqual(before.hardRules);
      }),
    );
  });

  it("leaves chance a part: what is drawn low enough is looked at", () => {
    fc.assert(
      fc.property(inputs, standing, (given, credit) => {
        const { policy, draws } = withStanding(given, credit);
        expect(policy.randomShare).toBeGreaterThan(0);
        expect(policy.randomShare).toBeLessThanOrEqual(1);
        expect(draws).toEqual(given.draws);
      }),
    );
  });

  it("counts from the share before it, however often it is changed", () => {
    fc.assert(
      fc.property(inputs, standing, standing, (given, one, other) => {
        expect(withStanding(withStanding(given, one), other)).toEqual(withStanding(given, other));
      }),
    );
  });
});

const amount = fc.integer({ min: 0, max: 10_000_000 }).map((fen) => formatDecimal({ units: BigInt(fen), scale: 2 }));

describe("what is let go of a guarantee", () => {
  it("is between nothing and the whole, less the more has to be secured", () => {
    fc.assert(
      fc.property(amount, share, share, (whole, one, other) => {
        const [less, more] = [one, other].sort((a, b) => compare(decimal(a), decimal(b)));
        const waived = decimal(waivedOf(whole, less ?? "1"));
        expect(compare(waived, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(waived, decimal(whole))).toBeLessThanOrEqual(0);
        expect(compare(decimal(waivedOf(whole, more ?? "1")), waived)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("never grows by a change of credit, and with all to be secured is nothing", () => {
    fc.assert(
      fc.property(amount, share, share, (whole, before, after) => {
        const waived = waivedOf(whole, before);
        const reserved = formatDecimal(add(decimal(whole), { ...decimal(waived), units: -decimal(waived).units }));
        expect(compare(decimal(waivedAfter(waived, reserved, after)), decimal(waived))).toBeLessThanOrEqual(0);
        expect(compare(decimal(waivedAfter(waived, reserved, "1")), ZERO)).toBe(0);
      }),
    );
  });
});
