import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { probabilityOf } from "@/domain/risk-model/calibration";
import { anyOf, sharesOfHeads } from "@/domain/risk-model/noisy-or";

const margin = fc.double({ min: -30, max: 30, noNaN: true });
const heads = fc.array(fc.record({ margin, expected: margin }), { minLength: 1, maxLength: 7 });

describe("the chance that any head is right", () => {
  it("is one less the product of the chances that each is wrong", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 5, noNaN: true }), { minLength: 1, maxLength: 7 }), (margins) => {
        const none = margins.reduce((product, each) => product * (1 - probabilityOf(each)), 1);
        expect(probabilityOf(anyOf(margins))).toBeCloseTo(1 - none, 9);
      }),
    );
  });

  it("is that of the head itself where there is only one", () => {
    fc.assert(
      fc.property(margin, (only) => {
        expect(anyOf([only])).toBeCloseTo(only, 6);
      }),
    );
  });

  it("is what is usual and each head's move times its share, in 10,000 cases, however near the average the heads are", () => {
    const near = fc
      .tuple(heads, fc.constantFrom(1, 1e-3, 1e-8, 1e-12, 0))
      .map(([all, scale]) =>
        all.map(({ margin: at, expected }) => ({ expected, margin: expected + scale * (at - expected) })),
      );
    fc.assert(
      fc.property(near, (all) => {
        const { usual, shares } = sharesOfHeads(all);
        const moved = all.reduce(
          (sum, { margin: at, expected }, head) => sum + (shares[head] ?? 0) * (at - expected),
          0,
        );
        expect(Math.abs(usual + moved - anyOf(all.map(({ margin: at }) => at)))).toBeLessThan(1e-6);
      }),
      { numRuns: 10_000 },
    );
  });

  it("rises with every head, so no share is below nothing", () => {
    fc.assert(
      fc.property(heads, (all) => {
        for (const share of sharesOfHeads(all).shares) expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
