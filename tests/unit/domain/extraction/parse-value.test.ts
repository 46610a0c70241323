import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parseAmount,
  parseCommodityDigits,
  parseCount,
  parseCountry,
  parseCurrency,
  parseDate,
  parseIncoterm,
  parseWeightKg,
} from "@/domain/extraction/parse-value";

describe("a date", () => {
  it.each([
    ["2025/11/13", "2025-11-13"],
    ["13 FEB 2026", "2026-02-13"],
    ["15NOV25", "2025-11-15"],
    ["December 13, 2025", "2025-12-13"],
    ["28.11.2025", "2025-11-28"],
    ["04.03.2026", "2026-03-04"],
    ["2026年3月4日", "2026-03-04"],
    ["25/12/2025", "2025-12-25"],
  ])("%s is %s", (text, date) => expect(parseDate(text)).toBe(date));

  it("that could be two days is none", () => expect(parseDate("03/04/2026")).toBeNull());
  it("that is on no calendar is none", () => expect(parseDate("31 FEB 2026")).toBeNull());
});

describe("an amount", () => {
  it.each([
    ["1,234.56", "1234.56"],
    ["1.234,56", "1234.56"],
    ["1 234,56", "1234.56"],
    ["90,553.80", "90553.80"],
    ["1,110", "1110"],
    ["1'000.5", "1000.5"],
  ])("%s is %s", (text, value) => expect(Number(parseAmount(text))).toBe(Number(value)));

  it("is read back whatever it is, in the English and in the German way of writing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = `${whole}.${String(cents).padStart(2, "0")}`;
        const written = (group: string, mark: string) =>
          `${String(whole).replace(/\B(?=(\d{3})+$)/g, group)}${mark}${String(cents).padStart(2, "0")}`;
        expect(Number(parseAmount(written(",", ".")))).toBe(Number(value));
        expect(Number(parseAmount(written(".", ",")))).toBe(Number(value));
      }),
    );
  });
});

describe("a weight", () => {
  it("is in kilograms, tonnes or pounds, or it is none", () => {
    expect(parseWeightKg("39,581.78 KGS", true)).toBe("39581.78");
    expect(parseWeightKg("12 lbs", true)).toBe("5.443");
    expect(parseWeightKg("12 g", true)).toBeNull();
    expect(parseWeightKg("930", false)).toBeNull();
  });
});

it("a bare dollar sign is several currencies and none", () => {
  expect(parseCurrency("$ 12.00")).toBeNull();
  expect(parseCurrency("US$ 12.00")).toBe("USD");
});

it("a country is known by name or code, and two of them are none", () => {
  expect(parseCountry("Made in Portugal")).toBe("PT");
  expect(parseCountry("中国")).toBe("CN");
  expect(parseCountry("英国")).toBe("GB");
  expect(parseCountry("Russia")).toBe("RU");
  expect(parseCountry("Goods of Myanmar (Burma)")).toBe("MM");
  expect(parseCountry("constructor")).toBeNull();
  expect(parseCountry("Germany and France")).toBeNull();
});

it("a count, a code and a term keep to their form", () => {
  expect(parseCount("1,008 CTNS")).toBe("1008");
  expect(parseCount("3.5")).toBeNull();
  expect(parseCommodityDigits("8518.30.80")).toBe("85183080");
  expect(parseCommodityDigits("99001122")).toBeNull();
  expect(parseIncoterm("CIF Shanghai (Incoterms 2020)")).toBe("CIF");
});
