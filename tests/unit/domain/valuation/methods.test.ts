import { describe, expect, it } from "vitest";
import { formatDecimal } from "@/domain/shared/decimal";
import { toDecimal } from "@/domain/shared/money";
import { mayDeduct } from "@/domain/valuation/adjustments";
import { type ValuationBasis, type ValuationMethod, valueByMethod } from "@/domain/valuation/methods";
import { daysOfMonth, rateDayOf } from "@/domain/valuation/month-rate";
import { comparePrice } from "@/domain/valuation/price-comparison";

function worth(basis: ValuationBasis, passed: readonly ValuationMethod[] = [], computedFirst = false) {
  const passedOver = passed.map((method) => ({ method, reason: "no such goods" }));
  const found = valueByMethod({ currency: "CNY", basis, passedOver, computedFirst });
  return found.ok ? formatDecimal(toDecimal(found.value.value)) : found.error;
}

const DEDUCTIVE: ValuationBasis = {
  method: "deductive",
  quantity: "100",
  sales: [
    { unitPrice: "100", quantity: "65" },
    { unitPrice: "95", quantity: "50" },
    { unitPrice: "95.0", quantity: "30" },
    { unitPrice: "90", quantity: "25" },
  ],
  deductions: { profit: "20", carriage: "5", taxes: "10" },
};
const COMPUTED: ValuationBasis = {
  method: "computed",
  materials: "500",
  manufacture: "300",
  profit: "150",
  carriage: "50",
};
const FIRST_THREE: readonly ValuationMethod[] = ["transaction_value", "identical_goods", "similar_goods"];

describe("the six methods of valuation", () => {
  it("take the lowest of several values of identical goods, after its correction", () => {
    const basis: ValuationBasis = {
      method: "identical_goods",
      quantity: "10",
      comparables: [
        { reference: "D-1", unitValue: "12.00", correction: "0" },
        { reference: "D-2", unitValue: "12.50", correction: "-1.00" },
      ],
    };
    expect(worth(basis, ["transaction_value"])).toBe("115.00");
  });

  it("take the price at which the greatest quantity was sold, less what lies behind the border", () => {
    expect(worth(DEDUCTIVE, FIRST_THREE)).toBe("6000.00");
  });

  it("add up a computed value", () => {
    expect(worth(COMPUTED, [...FIRST_THREE, "deductive"])).toBe("1000.00");
  });

  it("come in their order; the fourth and the fifth change places when asked to", () => {
    expect(worth(COMPUTED, FIRST_THREE)).toEqual({ kind: "method_skipped", method: "deductive" });
    expect(worth(COMPUTED, FIRST_THREE, true)).toBe("1000.00");
    expect(worth(DEDUCTIVE, FIRST_THREE, true)).toEqual({ kind: "method_skipped", method: "computed" });
    expect(worth(DEDUCTIVE, [])).toEqual({ kind: "method_skipped", method: "transaction_value" });
  });

  it("refuse a comparison without goods, a fall-back without reasons and a value of nothing", () => {
    const none: ValuationBasis = { method: "similar_goods", quantity: "1", comparables: [] };
    expect(worth(none, ["transaction_value", "identical_goods"])).toEqual({ kind: "nothing_to_compare" });
    const all: readonly ValuationMethod[] = [...FIRST_THREE, "deductive", "computed"];
    expect(worth({ method: "fall_back", value: "10", reasoning: " " }, all)).toEqual({ kind: "reasoning_missing" });
    const gift: ValuationBasis = { method: "transaction_value", price: "0", additions: "0", deductions: "0" };
    expect(worth(gift)).toEqual({ kind: "value_not_positive", value: "0" });
  });
});

describe("a deduction", () => {
  it("is due only under terms by which the seller pays it", () => {
    expect(mayDeduct("import_taxes", "DDP")).toBe(true);
    expect(mayDeduct("import_taxes", "DAP")).toBe(false);
    expect(mayDeduct("after_entry_freight", "FOB")).toBe(false);
    expect(mayDeduct("buying_commission", "FOB")).toBe(true);
  });
});

describe("the day of a month's exchange rates", () => {
  const never = () => false;
  it.each([
    ["2026-11", "2026-10-21"],
    ["2026-12", "2026-11-18"],
    ["2026-01", "2025-12-17"],
    ["2024-03", "2024-02-21"],
  ])("for %s is the third Wednesday of the month before, %s", (month, day) => {
    expect(rateDayOf(month, never)).toBe(day);
  });

  it("is the fourth Wednesday where the third is a holiday", () => {
    expect(rateDayOf("2026-03", (day) => day === "2026-02-18")).toBe("2026-02-25");
  });

  it("counts for the whole month, leap years too", () => {
    expect(daysOfMonth("2028-02")).toEqual({ validFrom: "2028-02-01", validTo: "2028-02-29" });
  });
});

describe("a price beside the history of its kind", () => {
  it("lies so many deviations from the mean", () => {
    expect(comparePrice("16", ["8", "9", "10", "11", "12"])).toMatchObject({ count: 5, mean: "10.000000" });
    expect(comparePrice("16", ["8", "9", "10", "11", "12"]).deviations).toBeCloseTo(3.79, 2);
  });

  it("says nothing of deviations where the history is short or does not vary", () => {
    expect(comparePrice("16", ["8", "9", "10", "11"]).deviations).toBeNull();
    expect(comparePrice("16", ["10", "10", "10", "10", "10"]).deviations).toBeNull();
    expect(comparePrice("16", []).count).toBe(0);
  });
});
