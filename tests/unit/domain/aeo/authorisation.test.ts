import { describe, expect, it } from "vitest";
import { type AeoAuthorisation, creditOf } from "@/domain/aeo/authorisation";
import { decimal } from "@/domain/shared/decimal";
import { DAY } from "../fixtures";

function entry(given: Partial<AeoAuthorisation> = {}): AeoAuthorisation {
  return {
    id: "entry",
    aeoCode: "AEOCN3100000001",
    holder: "Lingnan Electronics Trading Co., Ltd.",
    tier: "advanced_certified",
    roles: ["importer"],
    commodityPrefixes: ["8518", "8471"],
    origins: ["DE", "PT"],
    regimes: ["0110"],
    valueCap: "1000000",
    validFrom: "2026-04-01",
    validTo: "2027-03-31",
    ...given,
  };
}

const CONSIGNMENT: Parameters<typeof creditOf>[1] = {
  holder: "LINGNAN ELECTRONICS TRADING COMPANY LIMITED",
  role: "importer",
  commodityCodes: ["8518302000"],
  origins: ["DE"],
  regime: "0110",
  valueCny: decimal("1000000.00"),
  day: DAY,
};

const tier = (entries: readonly AeoAuthorisation[], given: Partial<typeof CONSIGNMENT> = {}) =>
  creditOf(entries, { ...CONSIGNMENT, ...given }).tier;

describe("a good credit class", () => {
  it("counts within its scope, up to its cap and on its days", () => {
    expect(creditOf([entry()], CONSIGNMENT)).toEqual({ tier: "advanced_certified", authorisation: "entry" });
  });

  it.each<[string, Partial<typeof CONSIGNMENT>]>([
    ["another role", { role: "carrier" }],
    ["one line of other goods", { commodityCodes: ["8518302000", "2204210000"] }],
    ["one line of another origin", { origins: ["DE", "KP"] }],
    ["a fen over the cap", { valueCny: decimal("1000000.01") }],
    ["the day before", { day: "2026-03-31" }],
    ["the day after", { day: "2027-04-01" }],
    ["another firm", { holder: "Suzhou Precision Assembly" }],
    ["a firm of another kind under the same name", { holder: "Lingnan Electronics Trading Inc." }],
  ])("does not count for %s", (_what, given) => {
    expect(creditOf([entry()], { ...CONSIGNMENT, ...given })).toEqual({ tier: "regular", authorisation: null });
  });

  it("covers everything where its scope names nothing", () => {
    const open = entry({ roles: [], commodityPrefixes: [], origins: [], valueCap: null });
    expect(tier([open], { origins: ["KP"], commodityCodes: ["2204210000"], role: "carrier" })).toBe(
      "advanced_certified",
    );
  });

  it("is the best of those that cover the consignment", () => {
    expect(tier([entry({ id: "b", tier: "certified" }), entry()])).toBe("advanced_certified");
  });
});

describe("a bad credit class", () => {
  const bad = entry({ id: "bad", tier: "dishonest" });

  it("counts outside any scope, and before a good one", () => {
    expect(tier([entry(), bad], { role: "carrier", commodityCodes: ["2204210000"] })).toBe("dishonest");
    expect(tier([bad, entry({ tier: "seriously_dishonest" })])).toBe("seriously_dishonest");
  });

  it("is not shaken off by writing the name otherwise", () => {
    expect(tier([bad], { holder: "Lingnan-Electronics Trading, Inc." })).toBe("dishonest");
  });
});
