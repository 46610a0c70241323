import { describe, expect, it } from "vitest";
import {
  isUnder,
  longestPrefix,
  parseCommodityCode,
  prefixesOf,
  readCommodityCode,
} from "@/domain/tariff/commodity-code";

describe("a commodity code", () => {
  it.each([
    ["851830", "851830"],
    ["85183020", "85183020"],
    ["8518.30.2000", "8518302000"],
    ["8518 3020 00", "8518302000"],
    ["0406900000", "0406900000"],
    ["8518302000101", "8518302000101"],
  ])("is read from %s as %s", (text, code) => {
    expect(parseCommodityCode(text)).toEqual({ ok: true, value: code });
  });

  it.each(["", "8518", "8518302", "85183020009", "8518-30", "85l8302000", "８５１８３０"])("is not %s", (text) => {
    expect(parseCommodityCode(text)).toEqual({ ok: false, error: { kind: "not_a_commodity_code", text } });
  });

  it("has as many digits as the tariff that it is asked of", () => {
    expect(parseCommodityCode("85183020009", "EU").ok).toBe(true);
    expect(parseCommodityCode("8518302000101", "US").ok).toBe(false);
    expect(parseCommodityCode("8518302000", "SG").ok).toBe(false);
  });

  it("of another tariff gives the six digits that all share, and says what it was cut from", () => {
    expect(readCommodityCode("8518.30.20.00.90")).toEqual({
      ok: true,
      value: { code: "851830", cutFrom: "851830200090" },
    });
    expect(readCommodityCode("85183020009")).toMatchObject({ value: { code: "851830" } });
    expect(readCommodityCode("8518302000101")).toMatchObject({ value: { code: "8518302000101", cutFrom: null } });
    for (const nonsense of ["8518302", "851830200", "85183020001234", "x"])
      expect(readCommodityCode(nonsense).ok, nonsense).toBe(false);
  });

  it("knows every beginning that a measure for it may be kept under", () => {
    expect([...prefixesOf(["851830"])]).toEqual(["85", "851", "8518", "85183", "851830"]);
  });

  it("lies under its chapter, heading and line, and under no other", () => {
    for (const prefix of ["85", "8518", "851830", "8518302000"]) expect(isUnder("8518302000", prefix)).toBe(true);
    expect(isUnder("8518302000", "8519")).toBe(false);
    // A heading is no line of itself: what is declared at six digits is not under an eight-digit line.
    expect(isUnder("851830", "85183020")).toBe(false);
  });

  it("is found by the most precise of several prefixes", () => {
    expect(longestPrefix("8518302000", ["85", "851830", "8518"])).toBe("851830");
    expect(longestPrefix("8518302000", ["84"])).toBeNull();
  });
});
