import { cleanTriple, matchContext, seeded } from "@tests/support/order-triples";
import { HARD } from "@tests/support/planted-mismatches";
import { SOFT } from "@tests/support/planted-warnings";
import fc from "fast-check";
import { expect, it } from "vitest";
import { simplify } from "@/adapters/chinese/simplify";
import { matchTriple } from "@/domain/three-documents/match";
import { addressSimilarity, foldName, foldPhone } from "@/domain/three-documents/normalise";
import { REFERENCE } from "../unit/domain/fixtures";

const context = matchContext(REFERENCE, simplify);
const planted = fc.constantFrom(...HARD, ...SOFT);
const seed = fc.integer({ min: 1, max: 1_000_000 });

it("matching twice gives the same, and changes nothing of what was matched", () => {
  fc.assert(
    fc.property(seed, planted, (number, plant) => {
      const clean = cleanTriple(seeded(number), number);
      const triple = plant.triple?.(clean) ?? clean;
      const given = plant.context?.(context, clean) ?? context;
      const before = JSON.stringify(triple);
      expect(matchTriple(triple, given)).toEqual(matchTriple(triple, given));
      expect(JSON.stringify(triple)).toBe(before);
    }),
  );
});

it("finds what is planted in any order, whatever its goods and people", () => {
  fc.assert(
    fc.property(seed, planted, (number, plant) => {
      const clean = cleanTriple(seeded(number), number);
      const results = matchTriple(plant.triple?.(clean) ?? clean, plant.context?.(context, clean) ?? context);
      expect(results.find((each) => each.rule === plant.rule)?.findings.map((each) => each.reason)).toContain(
        plant.reason,
      );
    }),
  );
});

it("compares addresses alike from either side, and itself with all of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      expect(addressSimilarity(a, b, simplify)).toEqual(addressSimilarity(b, a, simplify));
      if (/\p{L}/u.test(a)) expect(addressSimilarity(a, a, simplify)).toEqual({ units: 10_000n, scale: 4 });
    }),
  );
});

it("folds what was folded into itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldPhone(foldPhone(text))).toBe(foldPhone(text));
      expect(foldName(foldName(text, simplify), simplify)).toBe(foldName(text, simplify));
    }),
  );
});
