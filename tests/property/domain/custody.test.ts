import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CustodyStep, custodyFault, isUnbroken } from "@/domain/inspection/custody";
import { itemVerdict, keepsLimit, LAB_VERDICTS, labVerdict, type Measurement } from "@/domain/inspection/lab-result";

const step: fc.Arbitrary<CustodyStep> = fc.record({
  step: fc.constantFrom("handed_over" as const, "received" as const),
  holder: fc.constantFrom("carrier", "laboratory"),
  isSealIntact: fc.boolean(),
  at: fc.integer({ min: 0, max: 20 }),
});
const TAKEN = 3;
const NOW = 15;
const measurement: fc.Arbitrary<Measurement> = fc.record({
  analyte: fc.constantFrom("lead", "moisture"),
  value: fc.integer({ min: 0, max: 30 }).map((tenths) => `${Math.floor(tenths / 10)}.${tenths % 10}`),
  unit: fc.constant("mg/kg"),
  limit: fc.constantFrom("1", "1.0", "2.5"),
  bound: fc.constantFrom("at_most" as const, "at_least" as const),
});

/** The steps that were taken of those that were offered, in their order. */
const chainOf = (offered: readonly CustodyStep[]) => {
  const chain: CustodyStep[] = [];
  for (const next of offered) if (custodyFault(next, chain, TAKEN, NOW) === null) chain.push(next);
  return chain;
};

describe("a chain of custody", () => {
  it("alternates, is received by whom it was handed to, and goes neither back in time nor ahead", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (offered) => {
        const chain = chainOf(offered);
        for (const [index, each] of chain.entries()) {
          const before = chain[index - 1];
          expect(each.step).toBe(index % 2 === 0 ? "handed_over" : "received");
          expect(each.at).toBeGreaterThanOrEqual(before?.at ?? TAKEN);
          expect(each.at).toBeLessThanOrEqual(NOW);
          if (each.step === "received") expect(each.holder).toBe(before?.holder);
        }
      }),
    );
  });

  it("that broke, or that nobody ended, lets no laboratory say anything of the goods", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 8 }),
        fc.array(measurement, { minLength: 1, maxLength: 4 }),
        (offered, values) => {
          const chain = chainOf(offered);
          const verdict = labVerdict(values, chain);
          const measured = values.every(keepsLimit) ? "within_limits" : "exceeds";
          expect(verdict).toBe(isUnbroken(chain) ? measured : "chain_broken");
        },
      ),
    );
  });
});

describe("a limit", () => {
  it.each([
    ["0.02", "0.020", "at_most", true],
    ["0.0200001", "0.02", "at_most", false],
    ["12", "12.0", "at_least", true],
    ["11.99", "12", "at_least", false],
    ["trace", "1", "at_most", false],
  ] as const)("%s against %s %s: %s", (value, limit, bound, expected) => {
    expect(keepsLimit({ analyte: "x", value, unit: "mg/kg", limit, bound })).toBe(expected);
  });
});

describe("the samples of one item", () => {
  it("fail it with the worst of them, in any order, and pass it only when all are reported and one kept its limits", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LAB_VERDICTS, null), { maxLength: 4 }), (samples) => {
        const verdict = itemVerdict(samples);
        expect(itemVerdict(samples.toReversed())).toBe(verdict);
        expect(verdict === "failed").toBe(samples.some((each) => each === "exceeds"));
        const isKept = samples.some((each) => each === "within_limits");
        if (verdict !== "failed") expect(verdict === "passed").toBe(isKept && samples.every((each) => each !== null));
      }),
    );
  });
});
