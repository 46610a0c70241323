import { describe, expect, it } from "vitest";
import type { LawFactView } from "@/contracts/views/law";
import { plainRate } from "@/domain/tariff/duty-expression";
import { type ChangeDraft, EMPTY_CHANGE, isFault, toChange } from "@/ui/law/change-draft";

const draft = (given: Partial<ChangeDraft>): ChangeDraft => ({
  ...EMPTY_CHANGE,
  citation: "Announcement of this test",
  ...given,
});

const watches: LawFactView = {
  id: "consumption_tax:9102:*@2006-04-01",
  topic: "CN consumption_tax 9102 *",
  validFrom: "2006-04-01",
  validTo: null,
  citation: "Cai Shui [2006] 33",
  fact: {
    jurisdiction: "CN",
    code: "9102",
    kind: "consumption_tax",
    geography: { area: "*", except: [] },
    rate: plainRate({ adValorem: "0.20" }),
    threshold: { cny: "10000", per: "unit" },
    conditions: [],
  },
};

describe("a change that is typed", () => {
  it("keeps of what it replaces all that nobody changed", () => {
    expect(toChange(draft({ rate: "25%", code: "ignored", area: "DE" }), watches)).toEqual({
      kind: "measure",
      replaces: watches.id,
      fact: { ...watches.fact, rate: plainRate({ adValorem: "0.25" }), validTo: null },
      citation: "Announcement of this test",
    });
  });

  it("says everything of what is new", () => {
    const change = toChange(draft({ rate: "CNY 2/kg", code: "5201.00", area: "RCEP", validTo: "2027-12-31" }), null);
    expect(change).toMatchObject({
      replaces: null,
      fact: {
        code: "520100",
        kind: "mfn",
        geography: { area: "RCEP" },
        rate: { specific: "2", specificUnit: "kilogram" },
        validTo: "2027-12-31",
      },
    });
  });

  it("can only end what it names", () => {
    expect(toChange(draft({ onlyEnds: true }), watches)).toMatchObject({ replaces: watches.id, fact: null });
    expect(toChange(draft({ onlyEnds: true }), null)).toEqual({ field: "replaces", message: "required" });
  });

  it.each([
    ["no source", { rate: "5%", citation: "short" }, "citation"],
    ["no rate", { rate: "five" }, "rate"],
    ["a rate below zero", { rate: "-5%" }, "rate"],
    ["a parameter that is no figure", { kind: "legal_parameter", value: "much" }, "value"],
    ["a rate of exchange that is no figure", { kind: "exchange_rate", amount: "7,1" }, "amount"],
    ["a rule that is no JSON", { kind: "requirement_rule", json: "{" }, "json"],
    ["a rule that is a list", { kind: "requirement_rule", json: "[]" }, "json"],
  ] as const)("with %s is named at its field", (_what, given, field) => {
    const change = toChange(draft(given), null);
    expect(isFault(change) && change.field).toBe(field);
  });
});
