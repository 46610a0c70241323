import { describe, expect, it } from "vitest";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { convertQuantity, countsPieces, UNIT_CODE, UNITS, type Unit, unitOf } from "@/domain/tariff/unit";

const converted = (quantity: string, from: Unit, to: Unit, litres: string | null = null) => {
  const result = convertQuantity(decimal(quantity), from, to, litres === null ? null : decimal(litres));
  return result.ok ? formatDecimal(result.value) : result.error;
};

describe("a unit", () => {
  it.each([
    ["1.5", "tonne", "kilogram", "1500"],
    ["250", "gram", "kilogram", "0.25"],
    ["750", "millilitre", "litre", "0.75"],
    ["3", "hectolitre", "litre", "300"],
    ["7", "pair", "piece", "14"],
    ["30", "piece", "dozen", "2.5"],
    ["2", "dozen_pairs", "pair", "24"],
    ["2", "barrel", "litre", "317.974589856"],
    ["4", "proof_litre", "litre_pure_alcohol", "2"],
    ["5", "carat", "gram", "1"],
  ] as const)("converts %s %s into %s exactly: %s", (quantity, from, to, expected) => {
    expect(converted(quantity, from, to)).toBe(expected);
  });

  it("keeps twelve decimals where a quantity does not come out even", () => {
    expect(converted("1", "piece", "dozen")).toBe("0.083333333333");
  });

  it("refuses what measures something else, and names both", () => {
    expect(converted("1", "piece", "kilogram")).toEqual({ kind: "units_differ", from: "piece", to: "kilogram" });
    expect(converted("1", "tonne", "litre")).toEqual({ kind: "units_differ", from: "tonne", to: "litre" });
    expect(converted("1", "litre", "litre_pure_alcohol")).toMatchObject({ kind: "units_differ" });
  });

  it("turns weight into volume and back only with the litres of a tonne that the law reckons", () => {
    expect(converted("1", "tonne", "litre", "988")).toBe("988");
    expect(converted("2.5", "kilogram", "litre", "988")).toBe("2.47");
    expect(converted("988", "litre", "tonne", "988")).toBe("1");
    expect(converted("1", "tonne", "piece", "988")).toMatchObject({ kind: "units_differ" });
  });

  it.each([
    ["KGS", "kilogram"],
    ["Doz.", "dozen"],
    ["doz.pr", "dozen_pairs"],
    ["双", "pair"],
    ["ＫＧ", "kilogram"],
    ["CT", null],
    ["bottles", null],
    [null, null],
  ])("reads %s as %s", (word, unit) => {
    expect(unitOf(word)).toBe(unit);
  });

  it("is known by the code that it is sent under", () => {
    for (const unit of UNITS) if (unit !== "pair") expect(unitOf(UNIT_CODE[unit]) ?? unit, unit).toBe(unit);
  });

  it("counts articles one by one, and not by the dozen", () => {
    for (const word of ["pcs", "set", "pair", "", null]) expect(countsPieces(word), String(word)).toBe(true);
    for (const word of ["dozen", "kg", "thousand", "ct"]) expect(countsPieces(word), word).toBe(false);
  });
});
