import { describe, expect, it } from "vitest";
import { plainRate } from "@/domain/tariff/duty-expression";
import { parseDuty, parseSpecial } from "@/domain/tariff/duty-text";

const us = (text: string) => {
  const parsed = parseDuty(text, "US");
  return parsed.ok ? parsed.value : parsed.error;
};

describe("a printed duty", () => {
  it.each([
    ["Free", { adValorem: "0" }],
    ["4.2%", { adValorem: "0.042" }],
    ["100%", { adValorem: "1.00" }],
    ["1.2¢/kg + 3%", { adValorem: "0.03", specific: "0.012", specificUnit: "kilogram" }],
    ["40¢/kg +10.4%", { adValorem: "0.104", specific: "0.40", specificUnit: "kilogram" }],
    ["2.4¢ each", { specific: "0.024", specificUnit: "piece" }],
    ["68¢/head", { specific: "0.68", specificUnit: "piece" }],
    ["8.5% + 30¢/doz.pr", { adValorem: "0.085", specific: "0.30", specificUnit: "dozen_pairs" }],
    ["$1.646/kg", { specific: "1.646", specificUnit: "kilogram" }],
    ["89.6¢/1000", { specific: "0.896", specificUnit: "thousand" }],
    ["$1.32/pf. liter", { specific: "1.32", specificUnit: "proof_litre" }],
    ["2.8¢/doz.", { specific: "0.028", specificUnit: "dozen" }],
  ] as const)("%s is read exactly", (text, charge) => {
    expect(us(text)).toEqual(plainRate(charge));
  });

  it("has a floor and a ceiling", () => {
    expect(us("10% but not less than 2¢/kg")).toMatchObject({ adValorem: "0.10", minimum: { specific: "0.02" } });
    expect(parseDuty("10.2% MIN 3.2 EUR/100 kg MAX 20%", "EU")).toMatchObject({
      value: {
        adValorem: "0.102",
        minimum: { specific: "0.032", specificUnit: "kilogram" },
        maximum: { adValorem: "0.20" },
      },
    });
  });

  it.each([
    "The duty provided in the applicable subheading + 25%",
    "33 1/3%",
    "3.7¢/kg on drained weight",
    "3.9% on the movement and case + 5.3% on the battery",
    "30¢ each + 2¢/jewel",
    "8.8¢/kg on copper content + 3.3¢/kg on lead content",
    "3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees",
    "No change",
    "EUR 2/kg",
    "",
  ])("“%s” is refused as a whole", (text) => {
    expect(us(text)).toBe("not_understood");
  });

  it("is never below zero", () => {
    for (const text of ["-5%", "4% + -2¢/kg", "−3%", "-$1/kg"]) expect(us(text), text).toBe("rate_negative");
  });

  it("is in the currency of its tariff", () => {
    expect(parseDuty("CNY 0.280/kg", "CN")).toMatchObject({ value: { specific: "0.280", specificUnit: "kilogram" } });
    expect(parseDuty("5¢/kg", "CN")).toMatchObject({ error: "not_understood" });
  });
});

describe("a column of special rates", () => {
  it("gives each rate with its programmes, and what is left as text", () => {
    expect(parseSpecial("Free (A+,AU, BH) 2.8% (KR) See 9822.04.05 (PA)")).toEqual({
      rates: [
        { rate: plainRate({ adValorem: "0" }), programmes: ["A+", "AU", "BH"] },
        { rate: plainRate({ adValorem: "0.028" }), programmes: ["KR"] },
      ],
      rest: ["See 9822.04.05 (PA)"],
    });
  });

  it("takes no rate without a programme", () => {
    expect(parseSpecial("Free").rates).toEqual([]);
    expect(parseSpecial("No change").rest).toEqual(["No change"]);
  });
});
