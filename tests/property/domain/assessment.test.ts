import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "@/domain/valuation/apportion";
import { amount, assessLines, goodsLine } from "./arbitraries";

describe("apportioning", () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 });
  const whole = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((minor) => ({ currency: "CNY", minor }));

  it("gives parts that add up to the whole, each within one fen of its share", () => {
    fc.assert(
      fc.property(whole, weights, (money, shares) => {
        const parts = apportion(money, shares).map((part) => part.minor);
        const total = shares.reduce((sum, each) => sum + each, 0n);
        expect(parts.reduce((sum, each) => sum + each, 0n)).toBe(money.minor);
        if (total === 0n) return;
        for (const [index, part] of parts.entries()) {
          const exact = money.minor * (shares[index] ?? 0n);
          expect(part * total > exact - total && part * total < exact + total).toBe(true);
        }
      }),
    );
  });
});

describe("the assessment", () => {
  it("of a line never falls when its value rises", () => {
    fc.assert(
      fc.property(goodsLine, amount, (line, other) => {
        const [less, more] = [line.amount.value, other].sort((a, b) => Number(a) - Number(b)) as [string, string];
        const at = (value: string) => assessLines([{ ...line, amount: { ...line.amount, value } }]);
        const [low, high] = [at(less), at(more)];
        for (const tax of ["duty", "consumptionTax", "vat", "total"] as const)
          expect(low[tax].minor <= high[tax].minor).toBe(true);
      }),
    );
  });

  it("does not depend on the order of the lines", () => {
    const ordered = fc
      .array(goodsLine, { minLength: 2, maxLength: 8 })
      .chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })));
    fc.assert(
      fc.property(ordered, ([lines, shuffled]) => {
        const { steps: _steps, ...first } = assessLines(lines);
        const { steps: _others, ...second } = assessLines(shuffled);
        expect(second).toEqual(first);
      }),
    );
  });

  it("is the sum of its steps, and each tax of its own", () => {
    fc.assert(
      fc.property(fc.array(goodsLine, { minLength: 1, maxLength: 8 }), (lines) => {
        const assessment = assessLines(lines);
        const sum = (kind: string) =>
          assessment.steps.filter((step) => step.kind === kind).reduce((total, step) => total + step.amount.minor, 0n);
        expect(assessment.duty.minor).toBe(sum("duty"));
        expect(assessment.consumptionTax.minor).toBe(sum("consumption_tax"));
        expect(assessment.vat.minor).toBe(sum("vat"));
        expect(assessment.total.minor).toBe(sum("duty") + sum("consumption_tax") + sum("vat"));
      }),
    );
  });
});
