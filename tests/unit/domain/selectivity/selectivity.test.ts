import { describe, expect, it } from "vitest";
import { FACTORS, type RiskFacts } from "@/domain/selectivity/factors";
import { type ControlProfile, hardRules, suspendedLines } from "@/domain/selectivity/hard-rules";
import { chooseLane } from "@/domain/selectivity/lane";
import { draw } from "@/domain/selectivity/random";
import { score } from "@/domain/selectivity/score";
import type { Scorecard } from "@/domain/selectivity/scorecard";
import { decimal } from "@/domain/shared/decimal";
import { toMoney } from "@/domain/shared/money";
import { DAY, REFERENCE } from "../fixtures";

const [first] = REFERENCE.scorecards;
if (!first) throw new Error("There is no scorecard");
const CARD: Scorecard = first;

type Line = RiskFacts["lines"][number];

function goods(given: Partial<Omit<Line, "value">> & { cny?: string } = {}): Line {
  const { cny = "50000.00", ...rest } = given;
  return {
    number: 1,
    description: "Wireless headphones",
    commodityCode: "8518302000",
    origin: "DE",
    quantity: "100",
    unit: "PCS",
    netWeightKg: "50",
    ...rest,
    value: toMoney(decimal(cny), "CNY"),
  };
}

/** Facts that give no points at all, but for what is given. */
function facts(given: Partial<RiskFacts> = {}): RiskFacts {
  return {
    lines: [goods()],
    customsValue: toMoney(decimal("50000.00"), "CNY"),
    declaredGrossKg: "60",
    transportGrossKg: "60.0",
    declaredPackages: "4",
    transportPackages: "4",
    buyer: "Lingnan Electronics Trading Co., Ltd.",
    transportConsignee: "LINGNAN ELECTRONICS TRADING",
    isRetail: false,
    earlierShipmentsOfBuyer: 5,
    correctedFields: 0,
    doubtfulFields: 0,
    invoiceTotal: "7026.15",
    isReviewedBefore: false,
    credit: { tier: "regular", authorisation: null },
    ...given,
  };
}

describe("the factors", () => {
  it("leave ordinary goods of a known importer at zero", () => {
    expect(score(facts(), CARD)).toEqual({ version: CARD.version, score: 0, contributions: [] });
  });

  it.each<[string, Partial<RiskFacts>]>([
    ["commodity", { lines: [goods({ commodityCode: "2204210000" })] }],
    ["origin", { lines: [goods({ origin: "KP" })] }],
    ["price_outlier", { lines: [goods({ cny: "100.00" })] }],
    ["price_outlier", { lines: [goods({ cny: "900000.00" })] }],
    ["weight_mismatch", { transportGrossKg: "63.1" }],
    ["packages_mismatch", { transportPackages: "5" }],
    ["consignee_mismatch", { transportConsignee: "Kunshan Warehouse Services" }],
    ["new_importer", { earlierShipmentsOfBuyer: 0 }],
    ["vague_description", { lines: [goods({ description: "Sample parts" })] }],
    ["vague_description", { lines: [goods({ description: "123" })] }],
    ["corrected_values", { correctedFields: 3 }],
    ["doubtful_reading", { doubtfulFields: 5 }],
    ["round_number", { invoiceTotal: "98000.00" }],
    ["high_value", { customsValue: toMoney(decimal("500000.00"), "CNY") }],
    ["reviewed_before", { isReviewedBefore: true }],
    ["credit", { credit: { tier: "advanced_certified", authorisation: "a" } }],
    ["credit", { credit: { tier: "dishonest", authorisation: "a" } }],
  ])("%s stands alone for what it sees", (factor, given) => {
    const { contributions, score: sum } = score(facts(given), CARD);
    expect(contributions.map((each) => each.factor)).toEqual([factor]);
    expect(sum).toBe(contributions[0]?.points);
    expect(contributions[0]?.evidence).not.toBe("");
  });

  it.each<[string, Partial<RiskFacts>]>([
    ["scales that differ by a twentieth", { transportGrossKg: "63" }],
    [
      "a description that holds a vague word among others",
      { lines: [goods({ description: "Spare parts for looms" })] },
    ],
    ["a price that the band allows", { lines: [goods({ cny: "4000.00" })] }],
    ["a price per kilogram where no weight is known", { lines: [goods({ cny: "100.00", netWeightKg: null })] }],
    ["a total that was counted", { invoiceTotal: "98010.00" }],
    ["a small round total", { invoiceTotal: "9000.00" }],
  ])("do not see %s", (_what, given) => {
    expect(score(facts(given), CARD).score).toBe(0);
  });

  it("each have their points in the scorecard", () => {
    const named = Object.keys(FACTORS).filter((factor) => !["commodity", "origin", "credit"].includes(factor));
    for (const factor of named) expect(CARD.points[factor], factor).toBeTypeOf("number");
  });

  it("come with the heaviest first", () => {
    const { contributions } = score(facts({ transportPackages: "5", transportGrossKg: "90" }), CARD);
    expect(contributions.map((each) => each.factor)).toEqual(["weight_mismatch", "packages_mismatch"]);
  });
});

describe("the control rules", () => {
  const rules = (given: Parameters<typeof goods>[0], day = DAY) =>
    hardRules({ lines: [goods(given)] }, REFERENCE.controlProfiles, day);

  it("bring a watch of CNY 10,000 a piece to two officers, and one below not", () => {
    const watches = (cny: string) => rules({ commodityCode: "9102110000", quantity: "40", cny });
    expect(watches("400000.00")).toMatchObject([
      { code: "high_value_watches", lane: "red", needsTwoOfficers: true, line: 1 },
    ]);
    expect(watches("399999.00")).toEqual([]);
    expect(rules({ commodityCode: "9102110000", quantity: "120", unit: "G", cny: "60000.00" })).toMatchObject([
      { code: "high_value_watches", lane: "red", needsTwoOfficers: true },
    ]);
  });

  it.each([
    ["3004900000", "DE", "medicines"],
    ["9601100000", "ZA", "protected_species"],
    ["2844100000", "FR", "dual_use"],
    ["6109100021", "KP", "un_sanction"],
    ["0306170000", "JP", "emergency_measure"],
    ["7113190000", "IT", "high_value_jewellery"],
  ])("see %s of %s: %s", (commodityCode, origin, code) => {
    expect(rules({ commodityCode, origin }).map((rule) => rule.code)).toContain(code);
  });

  it("see nothing before the day on which they begin", () => {
    expect(rules({ commodityCode: "0306170000", origin: "JP" }, "2023-08-23")).toEqual([]);
    expect(rules({ commodityCode: "0306170000", origin: "JP" }, "2023-08-24")).toHaveLength(1);
  });

  it("never let goods go by themselves", () => {
    for (const profile of REFERENCE.controlProfiles) expect(["yellow", "red"]).toContain(profile.lane);
  });
});

describe("a measure that suspends goods", () => {
  const measure: ControlProfile = {
    id: "m",
    code: "emergency",
    commodityPrefixes: ["0306"],
    origins: ["JP"],
    fromCnyPerPiece: null,
    lane: "red",
    needsTwoOfficers: false,
    suspends: true,
    nodes: ["no_automatic_release"],
    validFrom: DAY,
    validTo: DAY,
    citation: "c",
  };
  const lines = [
    { number: 1, commodityCode: "0306170000", origin: "JP" },
    { number: 2, commodityCode: "0306170000", origin: "DE" },
    { number: 3, commodityCode: "8518302000", origin: "JP" },
  ];

  it("stops its goods of its origin, and no others", () => {
    expect(suspendedLines(lines, [measure], DAY)).toEqual([1]);
  });

  it("that names no goods stops everything of the origin; one that names no origin, the goods of any", () => {
    expect(suspendedLines(lines, [{ ...measure, commodityPrefixes: [] }], DAY)).toEqual([1, 3]);
    expect(suspendedLines(lines, [{ ...measure, origins: [] }], DAY)).toEqual([1, 2]);
  });

  it("stops nothing on the day after its last, and is no measure that only controls", () => {
    expect(suspendedLines(lines, [{ ...measure, validFrom: "2020-01-01", validTo: "2020-12-31" }], DAY)).toEqual([]);
    expect(suspendedLines(lines, [{ ...measure, suspends: false }], DAY)).toEqual([]);
  });
});

describe("the lane", () => {
  const never = CARD.randomShare;
  const rule = { code: "medicines", lane: "red", needsTwoOfficers: true, suspends: false, line: 1 } as const;

  it.each([
    [17, "green"],
    [18, "blue"],
    [28, "yellow"],
    [60, "red"],
    [-40, "green"],
  ] as const)("of a score of %i is %s", (points, lane) => {
    expect(chooseLane(points, [], never, CARD)).toEqual({ lane, cause: "score", needsTwoOfficers: false });
  });

  it("is yellow for the share that chance picks, and no milder than the score asks", () => {
    expect(chooseLane(0, [], 0.019, CARD)).toMatchObject({ lane: "yellow", cause: "random" });
    expect(chooseLane(0, [], 0.02, CARD)).toMatchObject({ lane: "green", cause: "score" });
    expect(chooseLane(60, [], 0.019, CARD)).toMatchObject({ lane: "red", cause: "score" });
  });

  it("names the control, not the score, where both ask for the same", () => {
    expect(chooseLane(60, [rule], never, CARD)).toEqual({
      lane: "red",
      cause: "hard_rule:medicines",
      needsTwoOfficers: true,
    });
  });

  it("keeps the second officer when the score is what makes it stricter", () => {
    expect(chooseLane(60, [{ ...rule, lane: "yellow" }], never, CARD)).toEqual({
      lane: "red",
      cause: "score",
      needsTwoOfficers: true,
    });
  });

  it("does not yield to an authorised operator under control", () => {
    const trusted = score(facts({ credit: { tier: "advanced_certified", authorisation: "a" } }), CARD).score;
    expect(chooseLane(trusted, [rule], never, CARD).lane).toBe("red");
  });
});

describe("the draw", () => {
  it("follows from the seed alone", () => {
    expect(draw("0".repeat(64))).toBe(0);
    expect(draw("8".padEnd(64, "0"))).toBe(0.5);
    expect(draw("f".repeat(64))).toBeLessThan(1);
  });

  it("refuses what is no digest", () => {
    expect(() => draw("shipment-1")).toThrow("hex digest");
  });
});
