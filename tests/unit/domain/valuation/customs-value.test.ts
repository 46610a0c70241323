import { describe, expect, it } from "vitest";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { toDecimal } from "@/domain/shared/money";
import { INCOTERMS } from "@/domain/valuation/adjustments";
import { apportion } from "@/domain/valuation/apportion";
import { customsValue } from "@/domain/valuation/customs-value";
import { includedCharges } from "@/domain/valuation/included-charges";
import { content, DAY, line, REFERENCE } from "../fixtures";

function worth(given: Parameters<typeof content>[0], day = DAY) {
  const result = customsValue(content(given), REFERENCE, day);
  return result.ok ? formatDecimal(toDecimal(result.value.total)) : result.error.map((issue) => issue.code);
}

const goods = { invoiceTotal: "10000.00", freight: "800.00" };

describe("the build-up to CIF by the terms of delivery", () => {
  it.each([
    ["EXW", "10832.40"],
    ["FCA", "10832.40"],
    ["FAS", "10832.40"],
    ["FOB", "10832.40"],
    ["CFR", "10030.00"],
    ["CPT", "10030.00"],
    ["CIF", "10000.00"],
    ["CIP", "10000.00"],
    ["DAP", "10000.00"],
    ["DPU", "10000.00"],
    ["DDP", "10000.00"],
  ])("%s: CNY 10,000 and a freight of 800 come to %s", (incoterm, expected) => {
    expect(worth({ ...goods, incoterm })).toBe(expected);
  });

  it("covers every Incoterm of 2020", () => {
    expect(Object.keys(INCOTERMS)).toHaveLength(11);
  });

  it("takes the insurance that was paid before the law's 3 per mille", () => {
    expect(worth({ ...goods, incoterm: "FOB", insurance: "55.00" })).toBe("10855.00");
  });

  // An FOB invoice that shows the freight inside its total would else be taxed on the freight twice.
  it("does not add a freight that the invoice's total holds already", () => {
    const lines = [line(1, { amount: "10000.00" })];
    expect(worth({ invoiceTotal: "10800.00", freight: "800.00", incoterm: "FOB", lines })).toBe("10832.40");
    const both = { invoiceTotal: "10855.00", freight: "800.00", insurance: "55.00", lines };
    expect(worth({ ...both, incoterm: "FOB" })).toBe("10855.00");
    expect(worth({ ...both, incoterm: "CIF" })).toBe("10855.00");
  });

  it("asks the broker for a freight that must be added and is not known", () => {
    const result = customsValue(content({ incoterm: "FOB" }), REFERENCE, DAY);
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: "freight_missing", field: "freight", owner: "broker", parameters: { incoterm: "FOB" } },
    ]);
  });

  it.each(["XYZ", "constructor", "toString"])("refuses %s, which is no Incoterm", (incoterm) => {
    expect(worth({ incoterm })).toEqual(["incoterm_unknown"]);
  });
});

describe("the exchange rate", () => {
  it("is that of the month, and the one until further notice only where no month is named", () => {
    expect(worth({ currency: "USD" }, "2026-10-15")).toBe("7108.50");
    expect(worth({ currency: "USD" }, "2026-11-01")).toBe("7115.00");
    expect(worth({ currency: "USD" }, "2026-12-31")).toBe("7099.50");
    expect(worth({ currency: "USD" }, "2027-02-01")).toBe("7115.00");
  });

  it("counts the yen in whole yen", () => {
    const yen = { currency: "JPY", invoiceTotal: "12345", lines: [line(1, { amount: "12345" })] };
    expect(worth(yen)).toBe("572.19");
  });

  it("is refused for a currency without one, and the admin is asked to load it", () => {
    const result = customsValue(content({ currency: "XAU" }), REFERENCE, DAY);
    expect(result.ok ? [] : result.error).toMatchObject([{ code: "rate_missing", owner: "admin" }]);
  });

  it("is refused for a day before any was published", () => {
    expect(worth({ currency: "EUR" }, "2025-12-31")).toEqual(["rate_missing"]);
  });
});

describe("the lines", () => {
  it("share freight and insurance by value, to the last fen", () => {
    const lines = [line(1, { amount: "3333.33" }), line(2, { amount: "3333.33" }), line(3, { amount: "3333.34" })];
    const result = customsValue(content({ ...goods, incoterm: "FOB", lines }), REFERENCE, DAY);
    const values = result.ok ? result.value.lines.map((each) => each.value.minor) : [];
    expect(values).toEqual([361_080n, 361_079n, 361_081n]);
  });

  it("share what is left over among the largest remainders", () => {
    expect(apportion({ currency: "CNY", minor: 100n }, [1n, 1n, 1n]).map((part) => part.minor)).toEqual([
      34n,
      33n,
      33n,
    ]);
    expect(apportion({ currency: "CNY", minor: 5n }, [0n, 0n]).map((part) => part.minor)).toEqual([5n, 0n]);
  });
});

describe("charges inside an invoice's total", () => {
  const read = (total: string, freight: string | null, insurance: string | null) =>
    includedCharges({
      total: decimal(total),
      goods: decimal("100"),
      freight: freight === null ? null : decimal(freight),
      insurance: insurance === null ? null : decimal(insurance),
    });

  it("are found by the only sum that comes out", () => {
    expect(read("100.00", "8", "2")).toEqual({ freight: false, insurance: false });
    expect(read("110", "8", "2")).toEqual({ freight: true, insurance: true });
    expect(read("108", "8", null)).toEqual({ freight: true, insurance: false });
    expect(read("102", "8", "2")).toEqual({ freight: false, insurance: true });
    expect(read("105", "8", "2")).toBeNull();
  });
});

describe("adjustments of the price", () => {
  it("add royalties and assists, and take off what is paid behind the entry", () => {
    const adjustments = { royalties: "500.00", assists: "100.00", after_entry_freight: "200.00" };
    expect(worth({ invoiceTotal: "10000.00", incoterm: "DAP", adjustments })).toBe("10400.00");
  });

  it("show each figure in the formula, with what the step starts from", () => {
    const result = customsValue(
      content({ invoiceTotal: "10000.00", incoterm: "DDP", adjustments: { import_taxes: "900.00" } }),
      REFERENCE,
      DAY,
    );
    expect(result.ok && result.value.steps[0]).toMatchObject({
      base: { currency: "CNY", minor: 1_000_000n },
      formula: "10000.00 + 0.00 + 0.00 − 900.00 = 9100.00 CNY",
    });
  });

  it("are refused where they leave nothing", () => {
    expect(worth({ invoiceTotal: "100.00", incoterm: "DDP", adjustments: { import_taxes: "100.00" } })).toEqual([
      "value_not_positive",
    ]);
  });
});
