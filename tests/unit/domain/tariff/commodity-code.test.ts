import { describe, expect, it } from "vitest";
import { isUnder, longestPrefix, parseCommodityCode } from "@/domain/tariff/commodity-code";

describe("a commodity code", () => {
  it.each([
    ["851830", "851830"],
    ["85183020", "85183020"],
    ["8518.30.2000", "8518302000"],
    ["8518 3020 00", "8518302000"],
    ["0406900000", "0406900000"],
  ])("is read from %s as %s", (text, code) => {
    expect(parseCommodityCode(text)).toEqual({ ok: true, value: code });
  });

  it.each(["", "8518", "8518302", "85183020009", "8518-30", "85l8302000", "８５１８３０"])("is not %s", (text) => {
    expect(parseCommodityCode(text)).toEqual({ ok: false, error: { kind: "not_a_commodity_code", text } });
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
