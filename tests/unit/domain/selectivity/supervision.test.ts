import { describe, expect, it } from "vitest";
import reasonsEn from "@/contracts/messages/reasons.en.json";
import reasonsZh from "@/contracts/messages/reasons.zh.json";
import { controlProfileSchema } from "@/contracts/reference";
import type { RiskFacts } from "@/domain/selectivity/factors";
import { SUPERVISION_NODES, supervisionFound, supervisionProfile } from "@/domain/selectivity/hard-rules";
import { DAY, REFERENCE } from "../fixtures";

type Line = RiskFacts["lines"][number];

function goods(number: number, given: Partial<Line>): Line {
  return {
    number,
    description: "Goods",
    commodityCode: "8518302000",
    origin: "CH",
    quantity: "1",
    unit: "PCS",
    value: { currency: "CNY", minor: 1_000_000n },
    netWeightKg: null,
    ...given,
  };
}

const WATCH = { commodityCode: "9102210000" };
const CHEAP = { ...WATCH, value: { currency: "CNY", minor: 999_999n } };
const profiles = REFERENCE.controlProfiles;

describe("the supervision of the goods", () => {
  it("of high-value watches has every node, names their lines alone, and its source", () => {
    const found = supervisionProfile([goods(1, {}), goods(2, WATCH), goods(3, CHEAP), goods(4, WATCH)], profiles, DAY);
    expect(found).toMatchObject([{ code: "high_value_watches", nodes: SUPERVISION_NODES, lines: [2, 4] }]);
    expect(found[0]?.citation).toContain("2006");
  });

  it("is none for goods that no profile names, and none before the day on which the profile begins", () => {
    expect(supervisionProfile([goods(1, {}), goods(2, CHEAP)], profiles, DAY)).toEqual([]);
    const shrimps = goods(1, { commodityCode: "0306170000", origin: "JP" });
    expect(supervisionProfile([shrimps], profiles, "2023-08-23")).toEqual([]);
    expect(supervisionProfile([shrimps], profiles, "2023-08-24")).toMatchObject([{ code: "emergency_measure" }]);
  });

  it("that an assessment found is told by its codes, and a profile that it did not find is left out", () => {
    const lines = [goods(1, WATCH), goods(2, { commodityCode: "7113191100" })];
    expect(supervisionFound(["high_value_jewellery"], lines, profiles, DAY)).toMatchObject([
      { code: "high_value_jewellery", lines: [2] },
    ]);
    expect(supervisionFound(["consignee_differs"], lines, profiles, DAY)).toEqual([]);
  });
});

describe("every control profile", () => {
  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    "%s: is never released by the machine, and says two officers exactly where it needs them",
    (_id, profile) => {
      expect(profile.nodes).toContain("no_automatic_release");
      expect(profile.nodes.includes("two_officers")).toBe(profile.needsTwoOfficers);
      expect(profile.nodes).toEqual(SUPERVISION_NODES.filter((node) => profile.nodes.includes(node)));
    },
  );

  it("has words for every node in both languages", () => {
    for (const words of [reasonsEn, reasonsZh]) expect(Object.keys(words.supervision)).toEqual([...SUPERVISION_NODES]);
  });

  it("that was kept before there were nodes still meets a person", () => {
    const { nodes: _nodes, ...old } = profiles[0] ?? {};
    expect(controlProfileSchema.parse(old).nodes).toEqual(["no_automatic_release"]);
    expect(controlProfileSchema.safeParse({ ...old, nodes: [] }).success).toBe(false);
  });
});
