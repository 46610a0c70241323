import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, decimal, formatDecimal, ZERO } from "@/domain/shared/decimal";
import { chargeOf } from "@/domain/tariff/charge";
import { plainRate, type SlidingScale, scaleFault } from "@/domain/tariff/duty-expression";
import { convertQuantity, UNITS } from "@/domain/tariff/unit";

const figure = (max: number, places: number) =>
  fc
    .integer({ min: 0, max: max * 10 ** places })
    .map((units) => formatDecimal({ units: BigInt(units), scale: places }));
const unit = fc.constantFrom(...UNITS);

describe("conversion of quantities", () => {
  it("comes back to what it was, but for what twelve decimals drop", () => {
    fc.assert(
      fc.property(figure(10_000, 3), unit, unit, (quantity, from, to) => {
        const there = convertQuantity(decimal(quantity), from, to);
        if (!there.ok) return;
        const back = convertQuantity(there.value, to, from);
        if (!back.ok) throw new Error("What converts one way converts the other");
        const difference = Math.abs(Number(formatDecimal(back.value)) - Number(quantity));
        expect(difference).toBeLessThan(1e-4);
      }),
    );
  });

  it("gives no more of a bigger unit", () => {
    fc.assert(
      fc.property(figure(1000, 2), (tonnes) => {
        const kilograms = convertQuantity(decimal(tonnes), "tonne", "kilogram");
        expect(kilograms.ok && compare(kilograms.value, decimal(tonnes)) >= 0).toBe(true);
      }),
    );
  });
});

describe("a sliding duty", () => {
  const scale = fc
    .record({ a: figure(20, 2), b: figure(1, 4), c: figure(3, 2), end: figure(40, 1) })
    .map(({ a, b, c, end }): SlidingScale => {
      const charge = { adValorem: "0.05", specific: null, specificUnit: null };
      const formula = { a, b, c: `-${c}`, cap: null, places: 6 };
      return {
        per: "kilogram",
        bands: [
          { below: end, charge: null, formula },
          { below: null, charge, formula: null },
        ],
      };
    });

  it("that passed the border is never below zero, at any price", () => {
    fc.assert(
      fc.property(scale, figure(50, 3), (sliding, value) => {
        fc.pre(scaleFault(sliding) === null);
        const goods = {
          value: decimal(value),
          quantity: decimal("1"),
          unit: "kg",
          netWeightKg: null,
          litresPerTonne: null,
        };
        const charged = chargeOf({ ...plainRate(), sliding }, goods);
        expect(charged.ok && compare(charged.value.amount, ZERO) >= 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
