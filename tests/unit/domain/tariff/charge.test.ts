import { describe, expect, it } from "vitest";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { type ChargedGoods, chargeOf } from "@/domain/tariff/charge";
import { plainRate, type Rate, type RateFormula, scaleFault, unitsOf } from "@/domain/tariff/duty-expression";
import { REFERENCE } from "../fixtures";

const goods = (given: Partial<Record<"value" | "quantity" | "netWeightKg", string>> & { unit?: string } = {}) =>
  ({
    value: decimal(given.value ?? "1000"),
    quantity: decimal(given.quantity ?? "10"),
    unit: given.unit ?? null,
    netWeightKg: given.netWeightKg === undefined ? null : decimal(given.netWeightKg),
    litresPerTonne: null,
  }) satisfies ChargedGoods;

function due(rate: Rate, on: ChargedGoods) {
  const charged = chargeOf(rate, on);
  return charged.ok ? formatDecimal(charged.value.amount) : charged.error;
}

const perKilogram = plainRate({ specific: "2", specificUnit: "kilogram" });
const cotton = REFERENCE.measures.find((each) => each.kind === "provisional" && each.code === "520100")?.rate;

describe("a rate", () => {
  it("charges by value, by quantity, or by both", () => {
    expect(due(plainRate({ adValorem: "0.08" }), goods())).toBe("80.00");
    expect(due(plainRate({ specific: "2.5" }), goods())).toBe("25.0");
    expect(due(plainRate({ adValorem: "0.08", specific: "2.5" }), goods())).toBe("105.00");
  });

  it("converts the declared quantity into the unit that it counts in", () => {
    expect(due(perKilogram, goods({ quantity: "1.5", unit: "t" }))).toBe("3000");
  });

  it("counts the net weight where articles were declared and it charges weight", () => {
    expect(due(perKilogram, goods({ quantity: "10", unit: "pcs", netWeightKg: "4.2" }))).toBe("8.4");
  });

  it("asks for a unit that it can charge, and never counts bottles as litres", () => {
    const perLitre = plainRate({ specific: "0.912", specificUnit: "litre" });
    const bottles = goods({ unit: "bottles", netWeightKg: "9" });
    expect(due(perLitre, bottles)).toEqual({ kind: "unit_differs", declared: "bottles", expected: "litre" });
  });

  it("takes the higher of rate and minimum, and the lower of that and the maximum", () => {
    const bounded: Rate = {
      ...plainRate({ adValorem: "0.10" }),
      minimum: { adValorem: null, specific: "2", specificUnit: "kilogram" },
      maximum: { adValorem: "0.30", specific: null, specificUnit: null },
    };
    const weighing = (kilograms: string) => due(bounded, goods({ quantity: kilograms, unit: "kg" }));
    expect(weighing("10")).toBe("100.00");
    expect(weighing("100")).toBe("200");
    expect(weighing("400")).toBe("300.00");
  });
});

describe("a sliding duty", () => {
  const at = (value: string, kilograms = "1000") =>
    cotton ? due(cotton, goods({ value, quantity: kilograms, unit: "kg" })) : null;

  it("follows the published formula of cotton below its price", () => {
    // 9.0 ÷ 10 + 2.69 % × 10 − 1 = 0.169
    expect(at("10000")).toBe("1690.000");
    // 9.0 ÷ 13.5 + 2.69 % × 13.5 − 1 = 0.029816…, rounded to 0.030
    expect(at("13500")).toBe("405.000");
  });

  it("does not exceed the cap of the formula, and is specific from the price of the last band on", () => {
    expect(at("5000")).toBe("2000.00");
    expect(at("14000")).toBe("280.000");
    expect(at("20000")).toBe("280.000");
  });

  it("cannot be worked out of no goods", () => {
    expect(at("1000", "0")).toEqual({ kind: "quantity_zero" });
  });

  it("is refused at use when it comes out below zero", () => {
    const formula: RateFormula = { a: "1", b: "0", c: "-1", cap: null, places: 3 };
    const rate: Rate = {
      ...plainRate(),
      sliding: { per: "kilogram", bands: [{ below: null, charge: null, formula }] },
    };
    expect(due(rate, goods({ value: "100", quantity: "10", unit: "kg" }))).toEqual({
      kind: "rate_negative",
      rate: "-90 %",
    });
  });

  it("names the units that it needs", () => {
    expect(cotton && unitsOf(cotton)).toEqual(["kilogram"]);
  });
});

describe("the bands of a scale", () => {
  const charge = { adValorem: "0.1", specific: null, specificUnit: null };
  const formula = (a: string, b: string, c: string): RateFormula => ({ a, b, c, cap: null, places: 3 });
  const fault = (...bands: Parameters<typeof scaleFault>[0]["bands"]) => scaleFault({ per: "kilogram", bands });

  it("ascend to one without an end", () => {
    expect(fault({ below: "5", charge, formula: null }, { below: null, charge, formula: null })).toBeNull();
    expect(fault({ below: "5", charge, formula: null })).toContain("has no end");
    expect(
      fault(
        { below: "5", charge, formula: null },
        { below: "5", charge, formula: null },
        { below: null, charge, formula: null },
      ),
    ).toContain("ascend");
    expect(fault({ below: null, charge, formula: formula("1", "0", "0") })).toContain("either");
  });

  it.each([
    ["falls without end", formula("1", "0", "-1"), null, true],
    ["dips between its ends", formula("9", "0.0269", "-1"), "30", true],
    ["ends before it dips", formula("9", "0.0269", "-1"), "14", false],
    ["stays above zero", formula("9", "0.03", "-1"), null, false],
    ["is below zero at its end", formula("1", "0", "-1"), "2", true],
  ])("with a formula that %s are refused: %s", (_what, given, below, isRefused) => {
    const bands = below === null ? [] : [{ below: null, charge, formula: null }];
    expect(fault({ below, charge: null, formula: given }, ...bands) !== null).toBe(isRefused);
  });
});
