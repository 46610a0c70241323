import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardRules } from "@/domain/selectivity/hard-rules";
import { chooseLane, severity } from "@/domain/selectivity/lane";
import { draw } from "@/domain/selectivity/random";
import { score } from "@/domain/selectivity/score";
import { DAY, REFERENCE } from "../../unit/domain/fixtures";
import { riskFacts } from "./arbitraries";

const [card] = REFERENCE.scorecards;
if (!card) throw new Error("There is no scorecard");

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const rulesOf = (facts: Parameters<typeof hardRules>[0]) => hardRules(facts, REFERENCE.controlProfiles, DAY);

describe("the score", () => {
  it("is the sum of its contributions, in whole points, and the same every time", () => {
    fc.assert(
      fc.property(riskFacts, (facts) => {
        const scored = score(facts, card);
        expect(scored.contributions.reduce((sum, each) => sum + each.points, 0)).toBe(scored.score);
        expect(scored.contributions.every((each) => Number.isInteger(each.points) && each.points !== 0)).toBe(true);
        expect(score(facts, card)).toEqual(scored);
      }),
    );
  });
});

describe("the reasons of a retail shipment", () => {
  it("never hold the name of a person, for they are kept for years and read by many", () => {
    fc.assert(
      fc.property(riskFacts, (facts) => {
        const people = [facts.buyer, facts.transportConsignee].filter((name) => name !== null);
        const written = JSON.stringify(score({ ...facts, isRetail: true }, card).contributions);
        for (const name of people) expect(written).not.toContain(name);
      }),
    );
  });
});

describe("the lane", () => {
  it("is never made stricter by a good credit class, nor milder by a bad one", () => {
    fc.assert(
      fc.property(riskFacts, chance, (facts, drawn) => {
        const lane = (tier: (typeof facts)["credit"]["tier"]) => {
          const judged = { ...facts, credit: { tier, authorisation: null } };
          return severity(chooseLane(score(judged, card).score, rulesOf(judged), drawn, card).lane);
        };
        const order = (["advanced_certified", "certified", "regular", "dishonest", "seriously_dishonest"] as const).map(
          lane,
        );
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
    );
  });

  it("is never milder than a control asks, whatever the score, the credit and the draw", () => {
    fc.assert(
      fc.property(riskFacts, fc.integer({ min: -500, max: 500 }), chance, (facts, points, drawn) => {
        const rules = rulesOf(facts);
        const choice = chooseLane(points, rules, drawn, card);
        for (const rule of rules) {
          expect(severity(choice.lane)).toBeGreaterThanOrEqual(severity(rule.lane));
          if (rule.needsTwoOfficers) expect(choice.needsTwoOfficers).toBe(true);
        }
      }),
    );
  });

  it("never gets milder as the score rises", () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), chance, (points, more, drawn) => {
        const at = (value: number) => severity(chooseLane(value, [], drawn, card).lane);
        expect(at(points + more)).toBeGreaterThanOrEqual(at(points));
      }),
    );
  });
});

describe("the draw", () => {
  const seed = fc.stringMatching(/^[0-9a-f]{64}$/);

  it("lies from 0 to below 1 and can be made again", () => {
    fc.assert(
      fc.property(seed, (hex) => {
        expect(draw(hex)).toBe(draw(hex));
        expect(draw(hex) >= 0 && draw(hex) < 1).toBe(true);
      }),
    );
  });

  it("picks the declared share", () => {
    const digests = Array.from({ length: 20_000 }, (_, index) => createHash("sha256").update(`${index}`).digest("hex"));
    const drawn = digests.map(draw);
    const share = drawn.filter((value) => value < card.randomShare).length / drawn.length;
    expect(share).toBeGreaterThan(card.randomShare * 0.7);
    expect(share).toBeLessThan(card.randomShare * 1.3);
  });
});
