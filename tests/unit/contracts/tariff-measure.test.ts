import { describe, expect, it } from "vitest";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";

const measure = {
  id: "m",
  code: "520100",
  geography: { area: "*" },
  kind: "mfn",
  rate: { adValorem: "0.40" },
  threshold: null,
  validFrom: "2026-01-01",
  validTo: null,
  citation: "An example of this test",
};
const accepts = (given: object) => tariffMeasureSchema.safeParse({ ...measure, ...given }).success;

describe("the border for measures", () => {
  it("fills in what is left out", () => {
    expect(tariffMeasureSchema.parse(measure)).toMatchObject({
      jurisdiction: "CN",
      geography: { area: "*", except: [] },
      rate: { adValorem: "0.40", specific: null, specificUnit: null, sliding: null, minimum: null, maximum: null },
      conditions: [],
      orderNumber: null,
      additionalUnits: [],
    });
  });

  it.each([
    ["a rate below zero", { rate: { adValorem: "-0.10" } }],
    ["an amount below zero", { rate: { specific: "-1", specificUnit: "kilogram" } }],
    ["no rate", { rate: {} }],
    ["a list that charges", { kind: "positive_list" }],
    ["a quota without a number", { kind: "quota" }],
    ["an agreement without a certificate", { kind: "conventional" }],
    ["an area that is neither a country nor a group", { geography: { area: "Europe" } }],
    ["a sliding VAT", { kind: "vat", rate: { sliding: { per: "kilogram", bands: [] } } }],
    ["a VAT with a minimum", { kind: "vat", rate: { adValorem: "0.13", minimum: { adValorem: "0.1" } } }],
    [
      "a formula that falls below zero",
      {
        rate: {
          sliding: {
            per: "kilogram",
            bands: [{ below: null, formula: { a: "1", b: "0", c: "-1", cap: null, places: 3 } }],
          },
        },
      },
    ],
    ["a scale beside a rate", { rate: { adValorem: "0.1", sliding: { per: "kilogram", bands: [] } } }],
    ["a condition that nobody knows", { conditions: [{ kind: "weather" }] }],
    ["the origin of the format before", { origin: null }],
  ])("refuses %s", (_what, given) => {
    expect(accepts(given)).toBe(false);
  });

  it.each([
    [
      "a note of the positive list",
      { kind: "positive_list", rate: {}, conditions: [{ kind: "mode_only", modes: ["1210"] }] },
    ],
    [
      "a cap for one person",
      {
        kind: "positive_list",
        rate: {},
        conditions: [{ kind: "per_person_cap", quantity: "20", unit: "kilogram" }],
      },
    ],
    [
      "an agreement with its certificate",
      { kind: "conventional", conditions: [{ kind: "certificate", agreement: "RCEP" }] },
    ],
    ["a line of thirteen digits of another tariff", { code: "1234567890123", jurisdiction: "SG" }],
  ])("accepts %s", (_what, given) => {
    expect(accepts(given)).toBe(true);
  });
});
