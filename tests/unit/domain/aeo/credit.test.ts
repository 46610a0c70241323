import { describe, expect, it } from "vitest";
import type { AeoAuthorisation } from "@/domain/aeo/authorisation";
import { type BenefitPolicy, checkBenefits, policyOn, waivedAfter, waivedOf } from "@/domain/aeo/benefits";
import { type AeoCriterion, gapOf, isMeasureMet, shareOf } from "@/domain/aeo/criterion";
import { faultOfCode, partnerOf } from "@/domain/aeo/partner";
import { schemeOn, tierUnder } from "@/domain/aeo/scheme";
import { isLess, standingOf } from "@/domain/aeo/standing";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { CRITERIA, SHIPPED_CREDIT } from "../../../support/credit-law";

const { schemes, partners } = SHIPPED_CREDIT;
const DAY = "2026-11-27";

describe("the scheme of credit", () => {
  it("is Order 251 with three classes until 2026-03-31 and Order 282 with five tiers from the day after", () => {
    expect(schemeOn(schemes, "2026-03-31")).toMatchObject({ code: "gacc_251", tiers: { length: 3 } });
    expect(schemeOn(schemes, "2026-04-01")).toMatchObject({ code: "gacc_282", tiers: { length: 5 } });
    expect(schemeOn(schemes, "2021-10-31")).toBeNull();
  });

  it("maps the tiers that it has not to those that it has, and what it knows nothing of to regular", () => {
    const [old, now] = [schemeOn(schemes, "2026-03-31"), schemeOn(schemes, DAY)];
    if (!old || !now) throw new Error("no scheme");
    expect(tierUnder(old, "certified")).toBe("regular");
    expect(tierUnder(old, "seriously_dishonest")).toBe("dishonest");
    expect(tierUnder(now, "certified")).toBe("certified");
    expect(tierUnder({ ...old, maps: {} }, "certified")).toBe("regular");
  });
});

describe("the code of an operator", () => {
  it.each([
    ["AEOCN1234567890", null],
    ["AEOCN123456789", "AEOCN1234567890"],
    ["AEOCN12345678901", "AEOCN1234567890"],
    ["AEOCN12345678AB", "AEOCN1234567890"],
    ["DEAEOF000000123456", null],
    ["DEAEOX000000123456", "DEAEOF000000123456"],
    ["DE123456789", "DEAEOF000000123456"],
    ["SGAEO12345678", null],
    ["sgaeo12345678", "AEOCN1234567890"],
  ])("%s has the form of its country, or an example says which", (code, example) => {
    expect(faultOfCode(code, partners, DAY)?.example ?? null).toBe(example);
  });

  it("is of a partner from the day on which the arrangement applied", () => {
    expect(partnerOf("JPAEO12345", partners, "2019-06-01")?.code).toBe("JP");
    expect(partnerOf("JPAEO12345", partners, "2019-05-31")).toBeNull();
    expect(partnerOf("PTAEOF12345", partners, DAY)).toMatchObject({ code: "EU", isMutual: true });
    expect(partnerOf("AEOCN1234567890", partners, DAY)).toMatchObject({ code: "CN", isMutual: false });
  });
});

const [shipped] = SHIPPED_CREDIT.policies.filter(({ effectiveFrom }) => effectiveFrom === "2026-04-01");
if (!shipped) throw new Error("no benefits ship");
const policy = shipped.policy;
const changed = (tier: keyof BenefitPolicy["tiers"], given: Partial<BenefitPolicy["tiers"]["regular"]>) =>
  checkBenefits({ ...policy, tiers: { ...policy.tiers, [tier]: { ...policy.tiers[tier], ...given } } });

describe("a policy of benefits", () => {
  it("passes as it ships, for both schemes", () => {
    for (const each of SHIPPED_CREDIT.policies) expect(checkBenefits(each.policy).ok).toBe(true);
  });

  it.each([
    ["stops chance", "advanced_certified", { inspectionMultiplier: 0 }, "benefit_range"],
    ["secures more than all", "certified", { guaranteeShare: "1.1" }, "benefit_range"],
    ["has a share of five digits", "certified", { guaranteeShare: "0.12345" }, "benefit_range"],
    ["moves the measure", "regular", { priority: 1 }, "benefit_regular"],
    ["gives the certified more than the advanced", "certified", { priority: 3 }, "benefit_order"],
    ["gives a dishonest firm more than a regular one", "dishonest", { inspectionMultiplier: 0.9 }, "benefit_order"],
    ["lets a dishonest firm go without a guarantee", "dishonest", { guaranteeShare: "0.5" }, "benefit_order"],
  ] as const)("is refused where it %s", (_what, tier, given, fault) => {
    const checked = changed(tier, given);
    expect(checked.ok ? null : checked.error[0]?.fault).toBe(fault);
  });

  it("is refused where mutual recognition makes control stricter", () => {
    expect(checkBenefits({ ...policy, mutual: { counts: true, inspectionMultiplier: 1.5 } }).ok).toBe(false);
  });

  it("is of its day: the one that took effect last, the later version where two begin on a day", () => {
    const at = (effectiveFrom: string, version: number) => ({ effectiveFrom, policy: { ...policy, version } });
    const all = [at("2026-04-01", 0), at("2026-12-01", 1), at("2026-12-01", 2), at("2027-01-01", 3)];
    expect(policyOn(all, "2026-03-31")).toBeNull();
    expect(policyOn(all, "2026-11-30")?.version).toBe(0);
    expect(policyOn(all, "2026-12-01")?.version).toBe(2);
    expect(policyOn(all, "2027-01-01")?.version).toBe(3);
  });
});

describe("what is let go of a guarantee", () => {
  it.each([
    ["1000.00", "1", "0.00"],
    ["1000.00", "0", "1000.00"],
    ["1000.00", "0.5", "500.00"],
    ["0.01", "0.5", "0.00"],
    ["33.33", "0.3333", "22.22"],
  ])("of %s with a share of %s is %s: to the fen, and never too much", (amount, share, waived) => {
    expect(waivedOf(amount, share)).toBe(waived);
  });

  it("shrinks when the share grows, and does not grow when it shrinks", () => {
    expect(waivedAfter("500.00", "500.00", "1")).toBe("0.00");
    expect(waivedAfter("800.00", "200.00", "0.5")).toBe("500.00");
    expect(waivedAfter("500.00", "500.00", "0")).toBe("500.00");
  });
});

function entry(given: Partial<AeoAuthorisation> = {}): AeoAuthorisation {
  return {
    ...{ id: "own", aeoCode: "AEOCN3100000001", holder: "Importer Co., Ltd.", tier: "certified" },
    ...{ roles: [], commodityPrefixes: [], origins: [], regimes: [], valueCap: null },
    ...{ validFrom: "2026-01-01", validTo: null },
    ...given,
  };
}
const QUESTION = {
  ...{ buyer: "Importer Co., Ltd.", seller: "Seller GmbH", commodityCodes: ["9503"], origins: ["DE"], regime: "0110" },
  ...{ valueCny: decimal("1000"), day: DAY },
};
const standing = (entries: readonly AeoAuthorisation[], given: Partial<typeof QUESTION> = {}) =>
  standingOf(entries, SHIPPED_CREDIT, { ...QUESTION, ...given });

describe("the standing of an importer", () => {
  it("is under the scheme of the day: certified is no class of Order 251", () => {
    expect(standing([entry()])).toMatchObject({ tier: "certified", scheme: "gacc_282", authorisation: "own" });
    expect(standing([entry()], { day: "2026-03-31" })).toMatchObject({ tier: "regular", scheme: "gacc_251" });
    expect(standing([entry()], { day: "2026-03-31" }).benefit.inspectionMultiplier).toBe(1);
  });

  it("counts within the regimes of the entry alone", () => {
    expect(standing([entry({ regimes: ["1210"] })]).tier).toBe("regular");
    expect(standing([entry({ regimes: ["0110", "1210"] })]).tier).toBe("certified");
  });

  it("gains by a seller who is authorised where recognition is mutual, and by no other", () => {
    const seller = { id: "seller", holder: "Seller GmbH", aeoCode: "DEAEOF000000123456" };
    expect(standing([entry(seller)])).toMatchObject({
      tier: "regular",
      mutual: { authorisation: "seller", partner: "EU" },
      benefit: { inspectionMultiplier: 0.5, guaranteeShare: "1", priority: 0 },
    });
    expect(standing([entry({ ...seller, aeoCode: "USAEO000000123456" })]).mutual).toBeNull();
    expect(standing([entry({ ...seller, aeoCode: "AEOCN3100000009" })]).mutual).toBeNull();
    expect(standing([entry(seller), entry({ id: "bad", tier: "dishonest" })])).toMatchObject({
      tier: "dishonest",
      mutual: null,
      benefit: { inspectionMultiplier: 2 },
    });
  });

  it("is less where anything of it is, and not where it only wins", () => {
    const [regular, certified] = [standing([]), standing([entry()])];
    expect(isLess(certified, regular)).toBe(true);
    expect(isLess(regular, certified)).toBe(false);
    expect(isLess(certified, certified)).toBe(false);
    expect(isLess(regular, standing([entry({ tier: "dishonest" })]))).toBe(true);
  });
});

describe("the criteria of a certificate", () => {
  const measured = CRITERIA.find(({ measure }) => measure === "error_rate") as AeoCriterion;
  const asked = CRITERIA.find(({ measure }) => measure === null) as AeoCriterion;
  const measures = { lodged: 100, faulty: 5, due: 10, onTime: 9 };

  it("cover all four areas, and say of each source that it was not checked at it", () => {
    expect(new Set(CRITERIA.map(({ area }) => area)).size).toBe(4);
    for (const { citation } of CRITERIA) expect(citation).toContain("not checked at source");
  });

  it("are met by what was measured, to the limit, and judged by nothing where nothing was", () => {
    expect(isMeasureMet(measured, measures)).toBe(true);
    expect(isMeasureMet(measured, { ...measures, faulty: 6 })).toBe(false);
    expect(isMeasureMet(measured, { ...measures, lodged: 0, faulty: 0 })).toBeNull();
    expect(formatDecimal(shareOf("timeliness", measures) ?? decimal("0"))).toBe("0.9000");
  });

  it.each([
    [null, 0, "unanswered"],
    ["not_met", 1, "not_met"],
    ["partly", 1, "partly_met"],
    ["met", 0, "without_evidence"],
    ["met", 1, null],
    ["not_applicable", 0, null],
  ] as const)("with the answer %s and %i files are a gap: %s", (state, files, gap) => {
    expect(gapOf(asked, { state, files }, measures)).toBe(gap);
  });

  it("believe what was measured before what a firm says of itself", () => {
    expect(gapOf(measured, { state: "met", files: 3 }, { ...measures, faulty: 50 })).toBe("measured_short");
    expect(gapOf(measured, { state: null, files: 0 }, measures)).toBeNull();
  });
});
