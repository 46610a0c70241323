import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSettled } from "@/domain/declaration/facts";
import { correctionsOf, possibleSteps } from "@/domain/remedy/possible-steps";
import { outcomeOf, remediesForBroker, remedySets, type Situation } from "@/domain/remedy/remedies";
import { counterfactuals, isAutomatic, isSensitive } from "@/domain/remedy/sensitive";
import { applySteps, type RemedyStep, STEP_KINDS } from "@/domain/remedy/step";
import { chooseFrom, type LaneInputs, type ModelSays } from "@/domain/selectivity/lane-inputs";
import { DAY, fact, REFERENCE } from "../../unit/domain/fixtures";
import { riskFacts } from "./arbitraries";

const [card] = REFERENCE.scorecards;
if (!card) throw new Error("There is no scorecard");

const lane = fc.constantFrom("green", "blue", "yellow", "red");
const demand = fc.record({
  source: fc.constantFrom("rule", "alert", "switch", "hard_rule"),
  code: fc.constantFrom("A", "B"),
  lane,
  needsTwoOfficers: fc.boolean(),
});
const says: fc.Arbitrary<readonly ModelSays[]> = fc.array(
  fc.record({
    line: fc.constant(1),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    unsureness: fc.double({ min: 0, max: 1, noNaN: true }),
    groups: fc.array(
      fc.record({
        group: fc.constantFrom("price", "weight"),
        logOdds: fc.double({ min: -3, max: 4, noNaN: true }),
        fact: fc.constant("f"),
        value: fc.constant("1"),
      }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 1 },
);
const inputs: fc.Arbitrary<LaneInputs> = fc
  .record({
    facts: riskFacts,
    demands: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(demand, { maxLength: 2 })),
    profiles: fc.constantFrom([], REFERENCE.controlProfiles),
    seed: fc.stringMatching(/^[0-9a-f]{64}$/),
    randomShare: fc.constantFrom(0, 0, 0.25),
    unselectedInARow: fc.constantFrom(0, 0, 300),
  })
  .map(({ facts, demands, profiles, seed, randomShare, unselectedInARow }) => ({
    ...{ schema: 1, day: DAY, facts, demands, profiles, card, bands: card.bands, lines: [], unselectedInARow },
    ...{ modelVersion: null, ruleVersions: [], importerAgeWeeks: null },
    draws: [{ purpose: "random", seed }],
    policy: {
      ...{ version: 0, randomShare, explorationShare: 0, maximumUnselected: 200, newcomerWeeks: 0 },
      ...{ greenDelayMinutes: 0, yellowToBlueDays: null },
    },
  }));
const requirement = fc.record({
  code: fc.constantFrom("health_certificate", "origin_proof", "consumer_match"),
  state: fc.constantFrom("missing", "verified", "failed"),
  reason: fc.constantFrom("asked", "consignee_differs"),
  asksPaper: fc.boolean(),
});
const stated = (
  name: string,
  value: string,
  documentType: "packing_list" | "air_waybill",
  status: string,
  confidence: number,
) =>
  fact(name, value, {
    ...{ id: `${name}-${documentType}`, documentId: documentType, documentType, confidence },
    status: status as "suggested",
  });
const status = fc.constantFrom("suggested", "suggested", "confirmed", "corrected");
const confidence = fc.constantFrom(0.5, 0.95);
const facts = fc
  .tuple(status, status, status, status, confidence, confidence, fc.constantFrom("10", "55"), fc.constantFrom("3", "4"))
  .map(([a, b, c, d, sure, other, weight, packages]) => [
    stated("gross_weight_kg", weight, "packing_list", a, sure),
    stated("gross_weight_kg", "10", "air_waybill", b, other),
    stated("packages", packages, "packing_list", c, other),
    stated("packages", "3", "air_waybill", d, sure),
  ]);

interface Tried {
  readonly situation: Situation;
  readonly steps: readonly RemedyStep[];
}
/** Small cases, whose facts of risk are those that the papers state. */
const tried: fc.Arbitrary<Tried> = fc
  .record({
    inputs,
    says,
    facts,
    requirements: fc.uniqueArray(requirement, { maxLength: 2, selector: ({ code }) => code }),
    isTaxSecured: fc.boolean(),
    isFirstGateReleased: fc.boolean(),
    stage: fc.constantFrom("bonded_exit", "domestic_distribution"),
  })
  .map(({ inputs: given, says: said, facts: papers, requirements, isTaxSecured, isFirstGateReleased, stage }) => {
    const stating = (id: string) => papers.find((each) => each.id === id)?.value ?? "";
    const logged: LaneInputs = {
      ...given,
      facts: {
        ...given.facts,
        declaredGrossKg: stating("gross_weight_kg-packing_list"),
        transportGrossKg: stating("gross_weight_kg-air_waybill"),
        declaredPackages: stating("packages-packing_list"),
        transportPackages: stating("packages-air_waybill"),
      },
    };
    const chosen = chooseFrom(logged, said).lane;
    const state = isAutomatic(chosen) ? "releasable" : chosen === "red" ? "in_examination" : "in_review";
    return {
      situation: {
        ...{ stage, state, says: said, isFirstGateReleased, bookBlocker: null, officersPassed: 0 },
        standing: { inputs: logged, requirements, isTaxSecured, isInspected: false },
      },
      steps: possibleSteps({
        ...{ requirements, facts: papers },
        owesTax: stage === "bonded_exit" && !isTaxSecured,
        isWithOfficer: state !== "releasable",
      }),
    };
  });

const releases = (situation: Situation, steps: readonly RemedyStep[]) =>
  outcomeOf(situation, steps).blockers.length === 0;
const subsetsOf = <T>(items: readonly T[]) =>
  Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_item, index) => bits & (1 << index)));

describe("what would release a clearance", () => {
  it("keeps its promise: the decision made again on the changed inputs gives that lane, and nothing stands against it", () => {
    let shown = 0;
    fc.assert(
      fc.property(tried, ({ situation, steps }) => {
        for (const set of remedySets(situation, steps)) {
          shown += 1;
          const after = applySteps(situation.standing, set.steps);
          expect(chooseFrom(after.inputs, situation.says).lane).toBe(set.promised?.lane);
          expect(releases(situation, set.steps)).toBe(true);
          expect(set.isByOfficer || (set.promised !== null && isAutomatic(set.promised.lane))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    expect(shown).toBeGreaterThan(100);
  });

  it("is found wherever brute force over all subsets finds something, and no subset of a set is enough", () => {
    let found = 0;
    fc.assert(
      fc.property(tried, ({ situation, steps }) => {
        fc.pre(!releases(situation, []));
        const sets = remedySets(situation, steps);
        const enough = subsetsOf(steps).filter((subset) => releases(situation, subset));
        expect(sets.length > 0).toBe(enough.length > 0);
        const minimal = enough.filter(
          (subset) =>
            !enough.some((other) => other.length < subset.length && other.every((step) => subset.includes(step))),
        );
        const keyOf = (set: readonly RemedyStep[]) =>
          set
            .map(({ id }) => id)
            .toSorted()
            .join();
        for (const { steps: chosen } of sets) {
          found += 1;
          expect(minimal.map(keyOf)).toContain(keyOf(chosen));
        }
        expect(sets.length).toBe(Math.min(3, minimal.length));
      }),
      { numRuns: 1_000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it("never has a confirmed value changed, nor one that no surer paper contradicts", () => {
    fc.assert(
      fc.property(facts, (papers) => {
        for (const { fieldId, evidenceFieldId, to } of correctionsOf(papers)) {
          const value = papers.find(({ id }) => id === fieldId);
          const evidence = papers.find(({ id }) => id === evidenceFieldId);
          if (!value || !evidence) throw new Error("A correction names fields that are not there");
          expect(isSettled(value)).toBe(false);
          expect(evidence.value).toBe(to);
          expect(evidence.value).not.toBe(value.value);
          expect(isSettled(evidence) || evidence.confidence > value.confidence).toBe(true);
        }
      }),
    );
  });

  it("changes nothing but weights, packages and their count of corrections: not goods, origin, value or the model's features", () => {
    fc.assert(
      fc.property(tried, ({ situation, steps }) => {
        const before = situation.standing.inputs;
        const after = applySteps(situation.standing, steps).inputs;
        expect({ ...after, facts: null, demands: null }).toEqual({ ...before, facts: null, demands: null });
        expect(after.facts.lines).toEqual(before.facts.lines);
        expect(after.facts.customsValue).toEqual(before.facts.customsValue);
        expect(after.facts.buyer).toBe(before.facts.buyer);
        expect(steps.every(({ kind }) => STEP_KINDS.includes(kind))).toBe(true);
      }),
    );
  });

  it("is kept from the broker wholly where a rule, an alert, a switch, chance or the model's view holds the goods", () => {
    let hidden = 0;
    fc.assert(
      fc.property(tried, ({ situation, steps }) => {
        const { inputs: given } = situation.standing;
        const shown = remediesForBroker(situation, steps);
        if (situation.state === "releasable") return;
        const asked = given.demands.some((each) => each.source !== "hard_rule" && !isAutomatic(each.lane));
        const cause = chooseFrom(given, situation.says).cause;
        if (asked || ["random", "exploration", "unselected"].includes(cause)) {
          hidden += 1;
          expect(isSensitive(given, situation.says)).toBe(true);
          expect(shown).toEqual([]);
        }
        if (isAutomatic(chooseFrom(given, []).lane)) expect(shown).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(hidden).toBeGreaterThan(20);
  });

  it("tells an officer what each cause by itself does, protected ones among them, by the same choice", () => {
    fc.assert(
      fc.property(inputs, says, (given, said) => {
        const found = counterfactuals(given, said);
        for (const { source, code } of given.demands)
          expect(found.map(({ without }) => without)).toContain(`${source}:${code}`);
        const { score } = chooseFrom(given, said);
        for (const each of found)
          if (each.without.startsWith("rule:") || each.without.startsWith("alert:")) expect(each.score).toBe(score);
      }),
    );
  });
});
