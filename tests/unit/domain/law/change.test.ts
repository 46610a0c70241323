import { describe, expect, it } from "vitest";
import { differencesOf, idOf, type LawChange, subjectOf, topicOf, withChanges } from "@/domain/law/change";
import type { TariffMeasure } from "@/domain/tariff/measure";
import { parameterOn, rateOn } from "@/domain/tariff/reference";
import { REFERENCE } from "../fixtures";

const DAY = "2027-01-01";
const found = REFERENCE.measures.find((each) => each.id === "mfn:220421:*@2026-01-01");
if (!found) throw new Error("There is a rate for wine");
const wine: TariffMeasure = found;
const dearer: TariffMeasure = {
  ...wine,
  id: `mfn:220421:*@${DAY}`,
  rate: { ...wine.rate, adValorem: "0.20" },
  validFrom: DAY,
};
const change: LawChange = { kind: "measure", before: wine, after: dearer, citation: "An act of this test" };

describe("a change of the law", () => {
  it("puts the new in the place of the old, and leaves everything else", () => {
    const after = withChanges(REFERENCE, [change]);
    expect(after.measures).toContain(dearer);
    expect(after.measures).not.toContain(wine);
    expect(after.measures).toHaveLength(REFERENCE.measures.length);
    expect(after.parameters).toBe(REFERENCE.parameters);
    expect(REFERENCE.measures).toContain(wine);
  });

  it("only ends, or only begins, where nothing stands at the other side", () => {
    expect(withChanges(REFERENCE, [{ ...change, after: null }]).measures).toHaveLength(REFERENCE.measures.length - 1);
    const rate = { id: "rate:XAU:CNY@2027-01-01", currency: "XAU", home: "CNY", cny: "1", per: "1", citation: "x" };
    const begun = { ...rate, validFrom: DAY, validTo: null };
    const after = withChanges(REFERENCE, [{ kind: "exchange_rate", before: null, after: begun, citation: "x" }]);
    expect(rateOn(after, "XAU", DAY)).toBe(begun);
    expect(rateOn(REFERENCE, "XAU", DAY)).toBeNull();
  });

  it("reaches the lookups that the rules make", () => {
    const limit = REFERENCE.parameters.find((each) => each.id === "cbec_single_limit_cny@2019-01-01");
    if (!limit) throw new Error("There is a limit");
    const raised = { ...limit, id: `cbec_single_limit_cny@${DAY}`, value: "6000", validFrom: DAY };
    const after = withChanges(REFERENCE, [
      { kind: "legal_parameter", before: limit, after: raised, citation: "An act of this test" },
    ]);
    expect(parameterOn(after, "cbec_single_limit_cny", DAY)?.value).toBe("6000");
  });

  it("tells every value that differs, and not that its day and its source do", () => {
    expect(differencesOf(change)).toEqual([{ field: "rate.adValorem", before: "0.14", after: "0.20" }]);
    expect(differencesOf({ ...change, after: null }).map(({ field }) => field)).toContain("code");
    expect(differencesOf({ ...change, after: { ...wine, additionalUnits: ["litre", "piece"] } })).toEqual([
      { field: "additionalUnits", before: "", after: "litre, piece" },
    ]);
  });

  it("takes the id of what it replaces with its own day, or one of its subject", () => {
    expect(idOf("measure", dearer, wine.id, DAY)).toBe(`mfn:220421:*@${DAY}`);
    expect(idOf("measure", dearer, null, DAY)).toBe(`CN:mfn:220421:*@${DAY}`);
    const quota = { ...dearer, kind: "quota" as const, orderNumber: "CN-1" };
    expect(idOf("measure", quota, null, DAY)).toBe(`CN:quota:220421:*:CN-1@${DAY}`);
  });

  it("knows one subject whatever is said of it, and the month's rate of exchange from the standing one", () => {
    expect(subjectOf("measure", wine)).toBe(subjectOf("measure", dearer));
    expect(subjectOf("measure", wine)).not.toBe(subjectOf("measure", { ...wine, code: "220422" }));
    const rate = REFERENCE.exchangeRates.find((each) => each.validTo === null);
    if (!rate) throw new Error("There is a standing rate");
    expect(subjectOf("exchange_rate", rate)).not.toBe(subjectOf("exchange_rate", { ...rate, validTo: "2027-01-31" }));
    expect(topicOf("measure", wine)).toBe("CN mfn 220421 *");
  });
});
