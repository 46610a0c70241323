import fc from "fast-check";
import { expect, it } from "vitest";
import type { Agreement } from "@/domain/origin/agreement";
import { decideOrigin } from "@/domain/origin/decide-origin";
import type { Material } from "@/domain/origin/production";

const AGREEMENT: Agreement = {
  id: "test",
  code: "RCEP",
  parties: ["CN", "JP", "VN"].map((country) => ({ country, since: "2022-01-01" })),
  deMinimis: { valueShare: "0.10", weightShare: "0.10", weightChapters: [] },
  cumulates: true,
  proofMonths: 12,
  differentialShare: "0.20",
  citation: "an agreement of this test",
  validFrom: "2022-01-01",
  validTo: null,
};

const cents = fc.integer({ min: 0, max: 5_000 }).map((amount) => (amount / 100).toFixed(2));
const materials = fc.array(
  fc.record({
    number: fc.constant(1),
    description: fc.constant("material"),
    commodityCode: fc.constantFrom("390110", "950300", "850440"),
    value: cents,
    origin: fc.constantFrom("JP", "US", "VN", null),
    hasProof: fc.boolean(),
    isWhollyObtained: fc.constant(false),
    netWeightKg: fc.constant(null),
  }),
  { maxLength: 6 },
);

function decide(list: readonly Material[], agreement = AGREEMENT, fob = "100.00") {
  return decideOrigin({
    production: {
      commodityCode: "950300",
      country: "VN",
      importer: "CN",
      fob,
      netWeightKg: null,
      isWhollyObtained: false,
      materials: list,
      costs: null,
      isMoreThanMinimal: true,
      hasChemicalReaction: false,
      route: [],
      proofDate: "2026-06-01",
    },
    agreement,
    rules: [
      {
        id: "95",
        agreement: "RCEP",
        code: "95",
        alternatives: [[{ kind: "RVC", percent: "40" }], [{ kind: "CTH", except: [] }]],
        citation: "",
        validFrom: "2022-01-01",
        validTo: null,
      },
    ],
    differentials: [],
    day: "2026-11-01",
  });
}

it("a material more that does not originate never makes a good originate", () => {
  fc.assert(
    fc.property(materials, cents, (list, value) => {
      fc.pre(list.length > 0);
      const foreign = { ...list[0], origin: "US", value, commodityCode: "950300" } as Material;
      const before = decide(list);
      const after = decide([...list, foreign]);
      expect(!before.originates && after.originates).toBe(false);
    }),
  );
});

it("cumulation never costs a good its origin, and a good that needed it says so", () => {
  fc.assert(
    fc.property(materials, (list) => {
      const alone = decide(list, { ...AGREEMENT, cumulates: false });
      const together = decide(list);
      if (alone.originates) expect(together.originates).toBe(true);
      if (together.originates && !alone.originates) expect(together.criteria).toContain("ACU");
    }),
  );
});

it("whatever originates names a criterion and a country, and whatever does not names neither", () => {
  fc.assert(
    fc.property(materials, (list) => {
      const verdict = decide(list);
      expect(verdict.criteria.length > 0).toBe(verdict.originates);
      expect(verdict.country !== null).toBe(verdict.originates);
      expect(verdict.problems.length === 0 || !verdict.mayClaim).toBe(true);
    }),
  );
});
