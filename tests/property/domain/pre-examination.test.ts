import { describe, expect, it } from "vitest";
import { generateYear } from "@/domain/generated-year/year";
import { evidenceOf } from "@/domain/pre-examination/reasons";
import type { RiskFacts } from "@/domain/selectivity/factors";
import { chooseFrom, type LaneInputs, type ModelSays } from "@/domain/selectivity/lane-inputs";
import { modelPoints } from "@/domain/selectivity/model-points";
import { SHIPPED_POLICY } from "@/domain/selectivity/policy";
import { content, DAY, fact, line, REFERENCE } from "../../unit/domain/fixtures";

const [card] = REFERENCE.scorecards;
if (!card) throw new Error("There is no scorecard");

const CASES = 10_000;
const year = generateYear({ seed: 11, from: "2025-01-01", days: 360, perDay: 40, traders: 80 });
const GROUPS = ["start", "price", "weight", "route", "importer_record", "novelty"];

/** Facts as a declaration of the generated line would give them; what the line does not say varies with its number. */
function factsOf({ entry }: (typeof year)[number], index: number): RiskFacts {
  const gross = String(Math.max(1, Math.round(entry.grossKg ?? 10)));
  const fen = BigInt(Math.round(100 * (entry.invoiceValue ?? 1)));
  return {
    lines: [
      {
        ...{ number: 1, commodityCode: entry.commodityCode.padEnd(10, "0"), origin: entry.origin, unit: "KG" },
        description: index % 7 === 0 ? "parts" : "Wireless headphones",
        quantity: "10",
        value: { currency: "CNY", minor: fen },
        netWeightKg: entry.netKg === null ? null : entry.netKg.toFixed(3),
      },
    ],
    customsValue: { currency: "CNY", minor: fen },
    declaredGrossKg: gross,
    transportGrossKg: index % 5 === 0 ? `${gross}00` : gross,
    declaredPackages: "3",
    transportPackages: index % 6 === 0 ? "4" : "3",
    buyer: entry.importer,
    transportConsignee: index % 9 === 0 ? "Somebody else" : entry.importer,
    isRetail: index % 4 === 0,
    earlierShipmentsOfBuyer: index % 3,
    correctedFields: index % 5,
    doubtfulFields: index % 8,
    invoiceTotal: index % 10 === 0 ? "50000" : "50001.50",
    isReviewedBefore: index % 11 === 0,
    credit: { tier: entry.isCertified ? "certified" : "regular", authorisation: null },
  };
}

/** What a model could say: log-odds that follow from the line, so that every run says the same. */
function saysOf({ entry }: (typeof year)[number], index: number): readonly ModelSays[] {
  if (index % 10 === 3) return [];
  const groups = GROUPS.map((group, place) => ({
    ...{ group, fact: group, value: "1" },
    logOdds: Math.sin(index * (place + 1)) * 1.7 + (entry.invoiceValue ?? 0) / 1e7,
  }));
  return [{ line: 1, probability: 0.5, unsureness: 0.5, groups }];
}

describe("ten thousand generated cases", () => {
  it("each have contributions that add up to the score, to the last point, and a fact for each of them", () => {
    expect(year.length).toBeGreaterThanOrEqual(CASES);
    const papers = [
      fact("gross_weight_kg", "10", { id: "a", documentId: "d1" }),
      fact("consignee", "Somebody", { id: "b", documentId: "d1" }),
    ];
    const seen = new Set<string>();
    for (const [index, generated] of year.slice(0, CASES).entries()) {
      const says = saysOf(generated, index);
      const inputs: LaneInputs = {
        ...{ schema: 1, day: DAY, facts: factsOf(generated, index), card, bands: card.bands, lines: [] },
        ...{ modelVersion: 1, ruleVersions: [], profiles: REFERENCE.controlProfiles, demands: [], draws: [] },
        ...{ policy: { ...SHIPPED_POLICY, greenDelayMinutes: 0 }, unselectedInARow: 0, importerAgeWeeks: null },
      };
      const { score, contributions } = chooseFrom(inputs, says);
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      const learned = says.flatMap(({ groups, line: number }) => modelPoints(groups, number));
      expect(contributions.filter(({ factor }) => factor.startsWith("model_")).length).toBe(learned.length);
      const assessed = {
        ...{
          content: content({ lines: [line(1)] }),
          declarationId: "d",
          facts: papers,
          inputs,
          contributions,
          laneCause: "score",
        },
        ...{ scorecardVersion: card.version, modelVersion: "1", policyVersion: 0, hardRules: [] },
        lines: [
          {
            ...{ line: 1, entry: generated.entry, ties: generated.ties },
            ...{ reference: "G", isGenerated: true },
          },
        ],
      };
      for (const each of contributions) {
        seen.add(each.factor);
        const links = evidenceOf(each, assessed);
        expect(links.length).toBeGreaterThan(0);
        if (each.factor.startsWith("model_")) expect(links.map(({ kind }) => kind)).toContain("history");
      }
    }
    expect([...seen].length).toBeGreaterThan(14);
  });
});
