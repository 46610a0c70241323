import { describe, expect, it } from "vitest";
import type { Agreement, OriginTest, ProductRule } from "@/domain/origin/agreement";
import { decideOrigin } from "@/domain/origin/decide-origin";
import type { Material, Production } from "@/domain/origin/production";
import { originStatement } from "@/domain/origin/statement";

const DAY = "2026-11-01";
const AGREEMENT: Agreement = {
  id: "test",
  code: "RCEP",
  parties: ["CN", "JP", "KR", "VN", "TH"].map((country) => ({ country, since: "2022-01-01" })),
  deMinimis: { valueShare: "0.10", weightShare: "0.10", weightChapters: ["50", "61", "62"] },
  cumulates: true,
  proofMonths: 12,
  differentialShare: "0.20",
  citation: "an agreement of this test",
  validFrom: "2022-01-01",
  validTo: null,
};

function rule(code: string, ...alternatives: readonly OriginTest[][]): ProductRule {
  return { id: code, agreement: "RCEP", code, alternatives, citation: "", validFrom: "2022-01-01", validTo: null };
}

const RVC40: OriginTest = { kind: "RVC", percent: "40" };
const CTH: OriginTest = { kind: "CTH", except: [] };
const CC: OriginTest = { kind: "CC", except: [] };

function material(number: number, given: Partial<Material> = {}): Material {
  return {
    number,
    description: `material ${number}`,
    commodityCode: "390110",
    value: "10",
    origin: "US",
    hasProof: false,
    isWhollyObtained: false,
    netWeightKg: null,
    ...given,
  };
}

function production(given: Partial<Production> = {}): Production {
  return {
    commodityCode: "950300",
    country: "VN",
    importer: "CN",
    fob: "100",
    netWeightKg: "10",
    isWhollyObtained: false,
    materials: [],
    costs: null,
    isMoreThanMinimal: true,
    hasChemicalReaction: false,
    route: [],
    proofDate: "2026-10-01",
    ...given,
  };
}

function decide(given: Partial<Production>, rules: readonly ProductRule[] = [rule("95", [RVC40])], more = {}) {
  return decideOrigin({
    production: production(given),
    agreement: AGREEMENT,
    rules,
    differentials: [],
    day: DAY,
    ...more,
  });
}

describe("regional value content", () => {
  it("passes at 42 % of FOB 100 with materials of 58 that do not originate", () => {
    const verdict = decide({ materials: [material(1, { value: "58" })] });
    expect(verdict).toMatchObject({ originates: true, mayClaim: true, criteria: ["RVC"] });
    expect(verdict.alternatives[0]?.tests[0]?.formula).toBe("(100 − 58) ÷ 100 = 42 % ≥ 40 %");
  });

  it("passes at exactly 40 % and fails at 39.99 %, without rounding", () => {
    expect(decide({ materials: [material(1, { value: "60" })] }).originates).toBe(true);
    const below = decide({ materials: [material(1, { value: "60.01" })] });
    expect(below.originates).toBe(false);
    expect(below.alternatives[0]?.tests[0]?.formula).toBe("(100 − 60.01) ÷ 100 = 39.99 % < 40 %");
    expect(decide({ materials: [material(1, { value: "60.0000001" })] }).originates).toBe(false);
  });

  it("takes the build-up where the costs are stated and come to more", () => {
    const materials = [material(1, { value: "30", origin: "VN", hasProof: true }), material(2, { value: "65" })];
    expect(decide({ materials }).originates).toBe(false);
    const verdict = decide({ materials, costs: { labour: "8", overhead: "2", profit: "3", other: "0" } });
    expect(verdict.alternatives[0]?.tests[0]).toMatchObject({ by: "build_up", passes: true });
  });
});

describe("wholly obtained and made of originating materials alone", () => {
  it("takes a good that was grown there, whatever its product rule", () => {
    expect(decide({ isWhollyObtained: true }, []).criteria).toEqual(["WO"]);
  });

  it("takes a good of originating materials alone, and says when other parties contributed", () => {
    const own = material(1, { origin: "VN", hasProof: true });
    expect(decide({ materials: [own] }, []).criteria).toEqual(["PE"]);
    expect(decide({ materials: [own, material(2, { origin: "JP", hasProof: true })] }, []).criteria).toEqual([
      "PE",
      "ACU",
    ]);
  });

  it("takes a material of nobody knows where, or without a proof, as not originating", () => {
    expect(decide({ materials: [material(1, { origin: null, value: "99" })] }).originates).toBe(false);
    expect(decide({ materials: [material(1, { origin: "JP", value: "99" })] }).originates).toBe(false);
  });
});

describe("change of classification", () => {
  it("asks that every foreign material comes from another heading", () => {
    const verdict = decide({ materials: [material(1), material(2, { commodityCode: "950300", value: "11" })] }, [
      rule("95", [CTH]),
    ]);
    expect(verdict.originates).toBe(false);
    expect(verdict.alternatives[0]?.tests[0]).toMatchObject({ passes: false, materials: [2] });
  });

  it("lets a tenth of the value pass, and says so", () => {
    const verdict = decide({ materials: [material(1, { commodityCode: "950300", value: "10" })] }, [rule("95", [CTH])]);
    expect(verdict.criteria).toEqual(["CTC", "DMI"]);
  });

  it("lets a tenth of the weight pass for textiles only", () => {
    const thread = material(1, { commodityCode: "610910", value: "40", netWeightKg: "1" });
    expect(decide({ commodityCode: "610910", materials: [thread] }, [rule("61", [CC])]).criteria).toEqual([
      "CTC",
      "DMI",
    ]);
    const toy = material(1, { commodityCode: "950300", value: "40", netWeightKg: "1" });
    expect(decide({ materials: [toy] }, [rule("95", [CC])]).originates).toBe(false);
  });

  it("does not count a change from what the rule excepts", () => {
    const except: OriginTest = { kind: "CC", except: ["3901"] };
    expect(decide({ materials: [material(1, { value: "20" })] }, [rule("95", [except])]).originates).toBe(false);
  });

  it("uses the rule of the longest code", () => {
    const rules = [rule("95", [CC]), rule("950300", [RVC40])];
    expect(decide({ materials: [material(1, { value: "70" })] }, rules).rule?.code).toBe("950300");
  });

  it("is content with either alternative and asks for all tests of one", () => {
    const materials = [material(1, { value: "70" })];
    expect(decide({ materials }, [rule("95", [RVC40], [CTH])]).criteria).toEqual(["CTC"]);
    expect(decide({ materials }, [rule("95", [RVC40, CTH])]).originates).toBe(false);
    expect(decide({ materials }, [rule("95", [{ kind: "CR" }])]).originates).toBe(false);
    expect(decide({ materials, hasChemicalReaction: true }, [rule("95", [{ kind: "CR" }])]).criteria).toEqual(["CR"]);
  });
});

describe("cumulation", () => {
  it("counts another party's proved materials and names that it had to", () => {
    const materials = [material(1, { value: "50", origin: "JP", hasProof: true }), material(2, { value: "40" })];
    expect(decide({ materials }).criteria).toEqual(["RVC", "ACU"]);
  });
});

describe("what costs the preference although the good originates", () => {
  it("is processing on the way, or leaving customs control, in a third country only", () => {
    const leg = { country: "SG", operations: "logistics", isUnderCustomsControl: true } as const;
    expect(decide({ isWhollyObtained: true, route: [leg] }).mayClaim).toBe(true);
    const processed = decide({ isWhollyObtained: true, route: [{ ...leg, operations: "processing" }] });
    expect(processed).toMatchObject({ originates: true, mayClaim: false });
    expect(processed.problems[0]).toEqual({ kind: "processed_in_transit", parameters: { country: "SG" } });
    const loose = decide({ isWhollyObtained: true, route: [{ ...leg, isUnderCustomsControl: false }] });
    expect(loose.problems[0]?.kind).toBe("left_customs_control");
  });

  it("is a proof of a day that is still to come", () => {
    expect(decide({ isWhollyObtained: true, proofDate: "2026-12-31" }).problems[0]?.kind).toBe("proof_in_future");
  });

  it("is a proof that is missing or older than a year", () => {
    expect(decide({ isWhollyObtained: true, proofDate: null }).problems[0]?.kind).toBe("proof_missing");
    expect(decide({ isWhollyObtained: true, proofDate: "2025-11-01" }).mayClaim).toBe(true);
    expect(decide({ isWhollyObtained: true, proofDate: "2025-10-31" }).problems[0]).toEqual({
      kind: "proof_expired",
      parameters: { date: "2025-10-31", until: "2026-10-31" },
    });
  });
});

describe("what keeps a good from originating", () => {
  it.each([
    ["a country outside the agreement", { isWhollyObtained: true, country: "US" }, "not_a_party"],
    ["simple operations", { isMoreThanMinimal: false, materials: [material(1, { value: "1" })] }, "minimal_operations"],
    ["a product without a rule", { commodityCode: "010121", materials: [material(1)] }, "no_product_rule"],
    ["made of nothing that is listed", {}, "materials_missing"],
    ["made of more than it is worth", { materials: [material(1, { value: "100.01" })] }, "materials_exceed_fob"],
    ["sent to its own country", { isWhollyObtained: true, country: "CN" }, "same_party"],
    ["a value of nothing", { fob: "0.00", materials: [material(1)] }, "fob_not_positive"],
  ])("is %s", (_, given, code) => {
    const verdict = decide(given);
    expect(verdict.originates).toBe(false);
    expect(verdict.problems.map((problem) => problem.kind)).toContain(code);
    expect(verdict.criteria).toEqual([]);
  });
});

describe("the party whose rate applies to a good of the differential list", () => {
  const differentials = [
    { id: "d", agreement: "RCEP", importer: "CN", code: "9503", citation: "", validFrom: "2022-01-01", validTo: null },
  ];
  const fromJapan = material(1, { value: "85", origin: "JP", hasProof: true });

  it("is the exporting one where it added a fifth", () => {
    const materials = [{ ...fromJapan, value: "80" }];
    expect(decide({ materials }, [], { differentials }).country).toEqual({ country: "VN", by: "exporting_party" });
  });

  it("is the one that contributed most where it added less", () => {
    expect(decide({ materials: [fromJapan] }, [], { differentials }).country).toEqual({
      country: "JP",
      by: "highest_value",
    });
  });

  it("is the exporting one for goods off the list", () => {
    expect(decide({ materials: [fromJapan] }, []).country).toEqual({ country: "VN", by: "exporting_party" });
  });
});

describe("the sentence of the declaration of origin", () => {
  const declarant = {
    agreement: "RCEP",
    exporter: "Example Toys Ltd",
    invoiceNumber: "INV-1",
    commodityCode: "95030021",
    description: "dolls",
    day: DAY,
  };

  it("names good, subheading, criterion and country in both languages", () => {
    const sentence = originStatement(decide({ materials: [material(1, { value: "58" })] }), declarant);
    for (const text of [sentence?.en, sentence?.zh])
      for (const part of ["950300", "RVC", "VN", "dolls", "INV-1", "RCEP"]) expect(text).toContain(part);
  });

  it("is not to be had for a good that does not originate", () => {
    expect(originStatement(decide({ materials: [material(1, { value: "90" })] }), declarant)).toBeNull();
  });
});
