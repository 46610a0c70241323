import { describe, expect, it } from "vitest";
import { type Assessment, assess } from "@/domain/assessment/assess";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Issue } from "@/domain/declaration/issue";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { type Money, toDecimal, toMoney } from "@/domain/shared/money";
import type { Result } from "@/domain/shared/result";
import { type Charge, plainRate } from "@/domain/tariff/duty-expression";
import type { TariffMeasure } from "@/domain/tariff/measure";
import type { Reference } from "@/domain/tariff/reference";
import { content, DAY, line, REFERENCE } from "../fixtures";

const yuan = (amount: string): Money => toMoney(decimal(amount), "CNY");
const show = (money: Money): string => formatDecimal(toDecimal(money));

/** Taxes a declaration whose lines are worth their amounts in CNY. */
function tax(declared: DeclarationContent, reference: Reference = REFERENCE, day = DAY) {
  const lines = declared.lines.map((each) => ({ number: each.number, value: yuan(each.amount.value) }));
  const total = { currency: "CNY", minor: lines.reduce((sum, each) => sum + each.value.minor, 0n) };
  return assess({ content: declared, value: { total, lines, steps: [] }, reference, day });
}

function amounts(result: Result<Assessment, readonly Issue[]>) {
  if (!result.ok) return result.error.map((issue) => issue.code);
  const { duty, consumptionTax, vat, total } = result.value;
  return [duty, consumptionTax, vat, total].map(show);
}

function retail(amount: string, given: Parameters<typeof line>[1] = {}) {
  return content({ regime: "1210", invoiceTotal: amount, lines: [line(1, { amount, ...given })] });
}

/** A tariff of one line, so that the figures of the law's examples can be put in. */
function tariffOf(duty: Partial<Charge>, vat: string, consumption: Partial<Charge> | null = null): Reference {
  const row = (kind: TariffMeasure["kind"], rate: Partial<Charge>): TariffMeasure => ({
    id: kind,
    code: "9999",
    jurisdiction: "CN",
    geography: { area: "*", except: [] },
    kind,
    rate: plainRate(rate),
    threshold: null,
    conditions: [],
    orderNumber: null,
    additionalUnits: [],
    validFrom: "2010-01-01",
    validTo: null,
    citation: "Example",
  });
  return {
    ...REFERENCE,
    measures: [
      row("mfn", duty),
      row("vat", { adValorem: vat }),
      ...(consumption ? [row("consumption_tax", consumption)] : []),
    ],
  };
}

const example = (amount: string, quantity = "1") =>
  content({ invoiceTotal: amount, lines: [line(1, { commodityCode: "9999000000", amount, quantity })] });

describe("general trade", () => {
  it.each([
    ["duty 10 %, VAT 13 %", tariffOf({ adValorem: "0.10" }, "0.13"), ["10000.00", "0.00", "14300.00", "24300.00"]],
    [
      "consumption tax of 15 % inside its own price",
      tariffOf({ adValorem: "0.10" }, "0.13", { adValorem: "0.15" }),
      ["10000.00", "19411.76", "16823.53", "46235.29"],
    ],
    [
      "wine: duty 14 %, consumption tax 10 %",
      tariffOf({ adValorem: "0.14" }, "0.13", { adValorem: "0.10" }),
      ["14000.00", "12666.67", "16466.67", "43133.34"],
    ],
    [
      "compound consumption tax of 20 % and CNY 500",
      tariffOf({ adValorem: "0.10" }, "0.13", { adValorem: "0.20", specific: "500" }),
      ["10000.00", "28125.00", "17956.25", "56081.25"],
    ],
  ])("taxes CNY 100,000 to the fen: %s", (_name, reference, expected) => {
    expect(amounts(tax(example("100000.00"), reference))).toEqual(expected);
  });

  it("levies a specific duty by quantity and a compound one by both", () => {
    expect(amounts(tax(example("1000.00", "30"), tariffOf({ specific: "2.5" }, "0.13")))[0]).toBe("75.00");
    const compound = tariffOf({ adValorem: "0.05", specific: "2.5" }, "0.13");
    expect(amounts(tax(example("1000.00", "30"), compound))[0]).toBe("125.00");
  });

  it("taxes the wine of the tariff in force", () => {
    const wine = content({
      invoiceTotal: "100000.00",
      lines: [line(1, { commodityCode: "2204210000", amount: "100000.00", origin: "FR" })],
    });
    expect(amounts(tax(wine))).toEqual(["14000.00", "12666.67", "16466.67", "43133.34"]);
  });

  it("puts a provisional rate before the MFN rate", () => {
    const cheese = content({ lines: [line(1, { commodityCode: "0406900000" })] });
    const result = tax(cheese);
    expect(result.ok && result.value.steps.find((step) => step.kind === "duty")?.rate).toBe("8 %");
  });

  it("charges no consumption tax on a watch below the price of high-end ones, and 20 % from it on", () => {
    const watch = (amount: string) =>
      content({ invoiceTotal: amount, lines: [line(1, { commodityCode: "9102110000", amount })] });
    expect(amounts(tax(watch("9999.99")))[1]).toBe("0.00");
    expect(amounts(tax(watch("10000.00")))[1]).toBe("2700.00");
  });

  it("does not let a watch escape the tax by being counted in grams", () => {
    const watch = (unit: string) =>
      content({
        invoiceTotal: "60000.00",
        lines: [line(1, { commodityCode: "9102110000", amount: "60000.00", quantity: "120", unit })],
      });
    expect(amounts(tax(watch("PCS")))[1]).toBe("0.00");
    expect(amounts(tax(watch("G")))[1]).toBe("16200.00");
  });

  // Below CNY 50 the consignment's duty is let off, so the VAT falls with it; at 50 it is due in full.
  it("lets off the duty of a consignment that stays below CNY 50, and says by which fact", () => {
    const shirts = (amount: string) =>
      content({ invoiceTotal: amount, lines: [line(1, { commodityCode: "6109100021", amount })] });
    const result = tax(shirts("833.00"));
    expect(amounts(result)).toEqual(["0.00", "0.00", "108.29", "108.29"]);
    expect(result.ok && result.value.steps.find((step) => step.kind === "duty")?.factId).toContain("duty_free_below");
    expect(amounts(tax(shirts("833.34")))[0]).toBe("50.00");
  });

  it("lets off each tax of its own, and what is not levied is in no base", () => {
    const small = content({
      invoiceTotal: "300.00",
      lines: [line(1, { amount: "300.00", commodityCode: "2204210000", origin: "FR" })],
    });
    const result = tax(small);
    expect(amounts(result)).toEqual(["0.00", "0.00", "0.00", "0.00"]);
    const vat = result.ok ? result.value.steps.find((step) => step.kind === "vat") : null;
    expect(vat?.formula).toBe("300.00 × 13 % = 39.00 → 0; Σ 39.00 < 50");
    expect(vat?.citation).toContain("CNY 50");
  });

  it("levies remedies on top of the duty, and other taxes on both", () => {
    const tariff = tariffOf({ adValorem: "0.05" }, "0.13");
    const [duty] = tariff.measures;
    if (!duty) throw new Error("No measure");
    const remedy: TariffMeasure = {
      ...duty,
      id: "ad",
      kind: "anti_dumping",
      orderNumber: "AD-1",
      rate: plainRate({ adValorem: "0.20" }),
    };
    const goods = content({
      invoiceTotal: "100000.00",
      lines: [line(1, { amount: "100000.00", commodityCode: "99990000" })],
    });
    const result = tax(goods, { ...tariff, measures: [...tariff.measures, remedy] });
    expect(amounts(result)).toEqual(["25000.00", "0.00", "16250.00", "41250.00"]);
    expect(result.ok && result.value.steps.map((step) => step.kind)).toEqual(["duty", "trade_remedy", "vat"]);
  });

  it("refuses a code without a measure, naming the line, the kind and the day", () => {
    const result = tax(content({ lines: [line(1), line(2, { commodityCode: "2207000000" })] }));
    expect(result.ok ? [] : result.error).toMatchObject([
      { code: "measure_missing", field: "lines.2.commodityCode", parameters: { kind: "mfn", day: DAY } },
    ]);
  });

  it("refuses a day for which the law's tables have no row, instead of taking another day's", () => {
    expect(amounts(tax(content(), { ...REFERENCE, parameters: [] }))).toEqual([
      "parameter_missing",
      "parameter_missing",
      "parameter_missing",
    ]);
    expect(amounts(tax(content(), REFERENCE, "2025-06-01"))).toEqual(["measure_missing"]);
  });

  it("gives every amount its base, rate, formula, source and first day", () => {
    const result = tax(content({ lines: [line(1, { commodityCode: "2204210000", origin: "FR" })] }));
    const steps = result.ok ? result.value.steps : [];
    expect(steps.map((step) => [step.kind, step.rate, step.formula])).toEqual([
      ["duty", "14 %", "1000.00 × 14 %"],
      ["consumption_tax", "10 %", "(1140.00) ÷ (1 − 10 %) = 1266.67; × 10 %"],
      ["vat", "13 %", "1266.67 × 13 %"],
    ]);
    for (const step of steps) {
      expect(step.citation.length).toBeGreaterThan(10);
      expect(step.validFrom <= DAY).toBe(true);
      expect(step.factId).not.toBeNull();
    }
  });
});

describe("retail import (1210)", () => {
  it.each([
    ["279.00", "2017-06-01", "33.20"],
    ["546.00", "2017-06-01", "64.97"],
    ["558.00", "2017-06-01", "66.40"],
    ["279.00", DAY, "25.39"],
    ["5000.00", DAY, "455.00"],
  ])("taxes CNY %s by the law of %s: %s", (amount, day, expected) => {
    expect(amounts(tax(retail(amount), REFERENCE, day))).toEqual(["0.00", "0.00", expected, expected]);
  });

  it("taxes food of the lower VAT rate at 6.3 %", () => {
    const nuts = retail("1000.00", { commodityCode: "0802320000", origin: "US" });
    expect(amounts(tax(nuts))).toEqual(["0.00", "0.00", "63.00", "63.00"]);
  });

  it("takes the statutory consumption tax, not the reduced one, into the VAT base", () => {
    expect(amounts(tax(retail("1000.00", { commodityCode: "2204210000", origin: "FR" })))).toEqual([
      "0.00",
      "77.78",
      "101.11",
      "178.89",
    ]);
  });

  it("taxes a cream of CNY 21.25 a gram as high-end cosmetics, and one of 8.50 not", () => {
    const cream = (netWeightKg: string) => retail("425.00", { commodityCode: "3304990000", origin: "FR", netWeightKg });
    expect(amounts(tax(cream("0.020")))).toEqual(["0.00", "52.50", "45.50", "98.00"]);
    expect(amounts(tax(cream("0.050")))[1]).toBe("0.00");
  });

  it("refuses an order over the limit that is not one single item; two pieces of one article are two items", () => {
    expect(amounts(tax(retail("5000.01", { quantity: "2" })))).toEqual(["retail_limit_exceeded"]);
    const two = content({ regime: "1210", lines: [line(1, { amount: "2500.01" }), line(2, { amount: "2500.00" })] });
    expect(amounts(tax(two))).toEqual(["retail_limit_exceeded"]);
  });

  it("taxes a single item over the limit in full", () => {
    const bag = retail("5000.01", { commodityCode: "4202210000", origin: "IT" });
    expect(amounts(tax(bag))).toEqual(["300.00", "0.00", "689.00", "989.00"]);
  });

  it("refuses a single item that alone is worth more than a person's year", () => {
    expect(amounts(tax(retail("26000.01")))).toEqual(["retail_year_exceeded"]);
  });

  it("knows that the limit of one order was CNY 2,000 before 2019", () => {
    expect(amounts(tax(retail("2000.01", { quantity: "2" }), REFERENCE, "2018-12-31"))).toEqual([
      "retail_limit_exceeded",
    ]);
    expect(amounts(tax(retail("2000.01", { quantity: "2" }), REFERENCE, "2019-01-01"))[0]).toBe("0.00");
  });

  it("refuses goods that are not on the positive list, every line at once", () => {
    const lines = [
      line(1, { commodityCode: "8703800000" }),
      line(2),
      line(3, { commodityCode: "9401300000", amount: "10.00" }),
    ];
    const result = tax(content({ regime: "1210", lines }));
    expect(result.ok ? [] : result.error.map((issue) => `${issue.code} ${issue.field}`)).toEqual([
      "not_on_positive_list lines.1.commodityCode",
      "not_on_positive_list lines.3.commodityCode",
    ]);
  });
});
