import { describe, expect, it } from "vitest";
import { decimal } from "@/domain/shared/decimal";
import { NO_CLAIMS, type RateAsked, rateCandidates } from "@/domain/tariff/choose-rate";
import { type Charge, plainRate } from "@/domain/tariff/duty-expression";
import type { Condition, MeasureKind, TariffMeasure } from "@/domain/tariff/measure";
import { DAY, REFERENCE } from "../fixtures";

function measure(
  kind: MeasureKind,
  rate: Partial<Charge>,
  given: Partial<TariffMeasure> & { area?: string; conditions?: readonly Condition[] } = {},
): TariffMeasure {
  const { area = "*", ...rest } = given;
  return {
    id: `${kind}:${rate.adValorem ?? rate.specific}:${given.conditions?.map((each) => JSON.stringify(each)) ?? ""}`,
    jurisdiction: "CN",
    code: "8518",
    geography: { area, except: [] },
    kind,
    rate: plainRate(rate),
    threshold: null,
    conditions: [],
    orderNumber: null,
    additionalUnits: [],
    validFrom: "2020-01-01",
    validTo: null,
    citation: "An example of this test",
    ...rest,
  };
}

const certificate = (agreement: string): Condition => ({ kind: "certificate", agreement });
const general = measure("general", { adValorem: "0.90" });
const mfn = measure("mfn", { adValorem: "0.10" });
const provisional = measure("provisional", { adValorem: "0.06" });
const rcep = (adValorem: string, area = "RCEP") =>
  measure("conventional", { adValorem }, { area, conditions: [certificate("RCEP")] });

function choose(measures: readonly TariffMeasure[], given: Partial<RateAsked> = {}) {
  return rateCandidates({
    tariff: { measures, areas: REFERENCE.areas },
    code: "8518302000",
    origin: "JP",
    day: DAY,
    claims: NO_CLAIMS,
    goods: {
      value: decimal("1000"),
      quantity: decimal("10"),
      unit: "kg",
      netWeightKg: null,
      litresPerTonne: null,
    },
    ...given,
  });
}

const withRcep = { claims: { ...NO_CLAIMS, agreement: "RCEP" } };
const reasons = (choice: ReturnType<typeof choose>) =>
  Object.fromEntries(choice.candidates.map((each) => [each.kind, `${each.applies ? "" : "not "}${each.reason}`]));

describe("the rate of duty", () => {
  it("is MFN for an origin that has it, and the general rate for one that has not", () => {
    expect(choose([general, mfn]).chosen).toBe(mfn);
    expect(choose([general, mfn, provisional], { origin: "AD" }).chosen).toBe(general);
    expect(reasons(choose([general, mfn, provisional], { origin: "AD" }))).toEqual({
      general: "no_mfn_treatment",
      mfn: "not no_mfn_treatment",
      provisional: "not provisional_not_with_general",
    });
  });

  it("is not guessed where the tariff has none", () => {
    const choice = choose([mfn], { origin: "AD" });
    expect(choice.chosen).toBeNull();
    expect(choice.questions).toEqual([{ kind: "rate_missing", missing: "general" }]);
    expect(choose([]).questions).toEqual([{ kind: "rate_missing", missing: "mfn" }]);
  });

  it("is the provisional one before MFN, be it lower or not", () => {
    expect(choose([mfn, provisional]).chosen).toBe(provisional);
  });

  it("is an agreement's only with its certificate, from its members, from the day on that they joined", () => {
    const japan = rcep("0.02");
    expect(choose([mfn, japan]).chosen).toBe(mfn);
    expect(reasons(choose([mfn, japan])).conventional).toBe("not certificate_not_claimed");
    expect(choose([mfn, japan], withRcep).chosen).toBe(japan);
    expect(choose([mfn, japan], { ...withRcep, origin: "DE" }).candidates.map((each) => each.kind)).toEqual(["mfn"]);
    expect(choose([mfn, japan], { ...withRcep, origin: "PH", day: "2023-06-01" }).candidates).toHaveLength(1);
    expect(choose([mfn, japan], { claims: { ...NO_CLAIMS, agreement: "ASEAN" } }).chosen).toBe(mfn);
  });

  it("with a certificate is the lower of agreement and provisional, else of agreement and MFN", () => {
    expect(choose([mfn, provisional, rcep("0.08")], withRcep).chosen).toBe(provisional);
    expect(choose([mfn, provisional, rcep("0.05")], withRcep).chosen?.kind).toBe("conventional");
    expect(choose([mfn, rcep("0.12")], withRcep).chosen).toBe(mfn);
  });

  it("compares rates of different forms by what they come to for the goods", () => {
    const perKilogram = measure(
      "conventional",
      { specific: "9", specificUnit: "kilogram" },
      { area: "RCEP", conditions: [certificate("RCEP")] },
    );
    const goods = (quantity: string, unit: string) => ({
      ...withRcep,
      goods: { value: decimal("1000"), quantity: decimal(quantity), unit, netWeightKg: null, litresPerTonne: null },
    });
    expect(choose([mfn, perKilogram], goods("10", "kg")).chosen).toBe(perKilogram);
    expect(choose([mfn, perKilogram], goods("0.02", "t")).chosen).toBe(mfn);
    const unclear = choose([mfn, perKilogram], goods("10", "pcs"));
    expect(unclear.chosen).toBeNull();
    expect(unclear.questions).toEqual([
      { kind: "not_comparable", problem: { kind: "unit_differs", declared: "pcs", expected: "kilogram" } },
    ]);
    expect(choose([mfn, perKilogram], { ...withRcep, goods: null }).questions).toEqual([{ kind: "goods_unknown" }]);
  });

  it("is the quota's only with its licence, and then a provisional one for the quota goes before it", () => {
    const quota = measure("quota", { adValorem: "0.01" }, { orderNumber: "CN-1" });
    const inQuota = measure(
      "provisional",
      { adValorem: "0.005" },
      { orderNumber: "CN-1", conditions: [{ kind: "quota_licence" }] },
    );
    const licence = (number: string) => ({ claims: { ...NO_CLAIMS, quota: number } });
    expect(choose([mfn, quota]).chosen).toBe(mfn);
    expect(choose([mfn, quota], licence("CN-2")).chosen).toBe(mfn);
    expect(choose([mfn, quota], licence("CN-1")).chosen).toBe(quota);
    expect(choose([mfn, provisional, quota, inQuota], licence("CN-1")).chosen).toBe(inQuota);
    expect(choose([mfn, provisional, quota, inQuota]).chosen).toBe(provisional);
  });

  it("leaves out origins that a measure excepts", () => {
    const excepted = { ...provisional, geography: { area: "*", except: ["JP"] } };
    expect(choose([mfn, excepted]).chosen).toBe(mfn);
  });
});

describe("trade remedies", () => {
  const remedy = (adValorem: string, producer: string | null, orderNumber = "AD-1") =>
    measure(
      "anti_dumping",
      { adValorem },
      { area: "JP", orderNumber, conditions: producer === null ? [] : [{ kind: "producer", producer }] },
    );
  const [acme, others] = [remedy("0.20", "ACME"), remedy("0.50", null)];

  it("come on top: the named producer's rate, else that of all others", () => {
    expect(choose([mfn, acme, others], { claims: { ...NO_CLAIMS, producer: "ACME" } }).onTop).toEqual([acme]);
    expect(choose([mfn, acme, others]).onTop).toEqual([others]);
    expect(choose([mfn, acme, others], { origin: "DE" }).onTop).toEqual([]);
    expect(choose([mfn, acme, others]).chosen).toBe(mfn);
  });

  it("ask for the producer where there is no rate for all others", () => {
    expect(choose([mfn, acme]).questions).toEqual([{ kind: "producer_asked", measure: acme }]);
  });

  it("of two cases both come on top", () => {
    const second = remedy("0.10", null, "AD-2");
    expect(choose([mfn, others, second]).onTop).toEqual([others, second]);
  });
});
