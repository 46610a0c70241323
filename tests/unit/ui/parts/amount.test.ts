import { describe, expect, it } from "vitest";
import { minorDigits } from "@/domain/shared/money";
import { formatAmount } from "@/ui/parts/amount";

describe("an amount", () => {
  // Through a float this sum would end in ...992.00.
  it("keeps every digit of a great sum", () => {
    expect(formatAmount("9007199254740993.01", "en")).toBe("9,007,199,254,740,993.01");
  });

  it("shows two places at least, and all that it has", () => {
    expect(formatAmount("1250", "en")).toBe("1,250.00");
    expect(formatAmount("0.125", "zh")).toBe("0.125");
  });

  it("has as many places as its currency", () => {
    expect(formatAmount("12990", "en", minorDigits("JPY"))).toBe("12,990");
    expect(formatAmount("12990.00", "en", minorDigits("JPY"))).toBe("12,990");
    expect(formatAmount("12.5", "en", minorDigits("KWD"))).toBe("12.500");
  });

  it("leaves what is no number as it was read", () => {
    expect(formatAmount("12,990.00 EUR", "en")).toBe("12,990.00 EUR");
  });
});
