import { describe, expect, it } from "vitest";
import type { Stage } from "@/domain/clearance/lifecycle";
import { normaliseName, resolveRequirements } from "@/domain/clearance/requirements";
import type { Regime } from "@/domain/declaration/declaration";
import { DAY, REFERENCE } from "../fixtures";

type Question = Parameters<typeof resolveRequirements>[0];

const KNOWN: Question["known"] = {
  hasInvoice: true,
  hasTransportDocument: true,
  preference: null,
  declaredBuyer: "Pudong Fine Wines Co., Ltd.",
  consigneeOnTransport: "PUDONG FINE WINES CO LTD",
  consumerName: "Pudong Fine Wines Co., Ltd.",
  suspendedLines: [],
};

function ask(code: string, regime: Regime, given: Partial<Question> & { origin?: string; description?: string } = {}) {
  const { origin = "FR", description = "Goods", ...rest } = given;
  return resolveRequirements({
    stage: "domestic_distribution",
    regime,
    lines: [{ number: 1, description, commodityCode: code, origin }],
    day: DAY,
    rules: REFERENCE.requirementRules,
    known: KNOWN,
    ...rest,
  });
}

function states(...question: Parameters<typeof ask>) {
  return Object.fromEntries(ask(...question).map((each) => [each.code, each.state]));
}

const ALWAYS = { consumer_match: "verified", origin_not_suspended: "verified" };

describe("what the second gate asks for", () => {
  it.each<[string, string, Regime, Record<string, string>]>([
    [
      "wine in general trade",
      "2204210000",
      "0110",
      { producer_registration: "missing", chinese_label: "missing", food_inspection: "missing" },
    ],
    [
      "the same wine in retail",
      "2204210000",
      "1210",
      { producer_registration: "waived", chinese_label: "waived", food_inspection: "waived" },
    ],
    [
      "biscuits in general trade",
      "1905310000",
      "0110",
      { producer_registration: "missing", chinese_label: "missing", food_inspection: "missing" },
    ],
    [
      "cheese in general trade",
      "0406900000",
      "0110",
      {
        producer_registration: "missing",
        chinese_label: "missing",
        food_inspection: "missing",
        health_certificate: "missing",
      },
    ],
    [
      "the same cheese in retail",
      "0406900000",
      "1210",
      {
        producer_registration: "waived",
        chinese_label: "waived",
        food_inspection: "waived",
        health_certificate: "waived",
      },
    ],
    [
      "beef in retail, which stays under quarantine",
      "0202300000",
      "1210",
      {
        producer_registration: "waived",
        food_inspection: "waived",
        veterinary_certificate: "missing",
        quarantine_permit: "missing",
      },
    ],
    [
      "kiwis in general trade",
      "0810500000",
      "0110",
      {
        producer_registration: "missing",
        chinese_label: "missing",
        food_inspection: "missing",
        phytosanitary_certificate: "missing",
        quarantine_permit: "missing",
      },
    ],
    [
      "infant formula in general trade",
      "1901101000",
      "0110",
      {
        producer_registration: "missing",
        chinese_label: "missing",
        food_inspection: "missing",
        formula_registration: "missing",
      },
    ],
    ["a cream in general trade", "3304990000", "0110", { cosmetic_filing: "missing", cosmetic_label: "missing" }],
    ["the same cream in retail", "3304990000", "1210", { cosmetic_filing: "waived", cosmetic_label: "waived" }],
    ["a laptop in general trade", "8471300000", "0110", { compulsory_certificate: "missing" }],
    ["the same laptop in retail", "8471300000", "1210", { compulsory_certificate: "waived" }],
    ["a medicine in retail", "3004900000", "1210", { drug_import_note: "missing" }],
    ["a vaccine", "3002410000", "0110", { health_quarantine: "missing", drug_import_note: "missing" }],
    ["worked ivory in retail", "9601100000", "1210", { cites_permit: "missing" }],
    ["headphones in general trade", "8518302000", "0110", { commodity_registration: "waived" }],
    ["headphones in retail", "8518302000", "1210", { commodity_registration: "waived" }],
    ["T-shirts in general trade", "6109100021", "0110", { commodity_registration: "waived" }],
  ])("%s", (_goods, code, regime, expected) => {
    expect(states(code, regime)).toEqual({ ...ALWAYS, ...expected });
  });

  it.each([
    ["2021-12-31", "Order 145"],
    ["2026-05-31", "Decree 248"],
    ["2026-06-01", "Decree 280"],
    [DAY, "Decree 280"],
  ])("asks on %s for the producer's registration under %s", (day, decree) => {
    const registration = ask("1905310000", "0110", { day }).filter((each) => each.code === "producer_registration");
    expect(registration).toHaveLength(1);
    expect(registration[0]?.citation).toContain(decree);
  });

  it("says by which announcement retail is spared a registration", () => {
    const spared = ask("0406900000", "1210").find((each) => each.code === "producer_registration");
    expect(spared).toMatchObject({ state: "waived", reason: "retail_personal_use" });
    expect(spared?.citation).toContain("194 of 2018");
  });

  it("names the lines, the codes and the inspection class", () => {
    const lines = [
      { number: 1, description: "Goods", commodityCode: "8518302000", origin: "DE" },
      { number: 2, description: "Goods", commodityCode: "0406900000", origin: "FR" },
      { number: 3, description: "Goods", commodityCode: "0406100000", origin: "FR" },
    ];
    const registration = ask("", "0110", { lines }).find((each) => each.code === "producer_registration");
    expect(registration?.parameters).toEqual({
      lines: "2, 3",
      codes: "0406900000, 0406100000",
      ciq: "R",
      producerOrigins: "FR",
    });
  });

  it("gives every answer a reason and a source", () => {
    for (const each of [...ask("0202300000", "1210"), ...ask("8518302000", "0110")]) {
      expect(each.reason).not.toBe("");
      expect(each.citation.length).toBeGreaterThan(10);
    }
  });
});

describe("a suspended origin", () => {
  it.each<[Regime, Stage]>([
    ["1210", "bonded_exit"],
    ["1210", "domestic_distribution"],
    ["0110", "bonded_exit"],
    ["0110", "domestic_distribution"],
  ])("stops the goods in %s at the %s", (regime, stage) => {
    const found = ask("0306170000", regime, { stage, origin: "JP", known: { ...KNOWN, suspendedLines: [1] } });
    expect(found.find((each) => each.code === "origin_not_suspended")).toMatchObject({
      state: "failed",
      reason: "origin_suspended",
      parameters: { suspended: "JP" },
    });
  });
});

describe("the consumer match", () => {
  const match = (known: Partial<Question["known"]>, regime: Regime = "0110") =>
    ask("8518302000", regime, { known: { ...KNOWN, ...known } }).find((each) => each.code === "consumer_match");

  it("is verified when the waybill's consignee is the declared buyer, however it is spelt", () => {
    expect(match({ consigneeOnTransport: "Pudong Fine-Wines Company Limited" })).toMatchObject({
      state: "verified",
      reason: "consumer_matches",
    });
  });

  it("is missing with both names when they differ, and a contract may explain it", () => {
    expect(match({ consigneeOnTransport: "Kunshan Warehouse Services" })).toMatchObject({
      state: "missing",
      reason: "consignee_differs",
      asksPaper: true,
      parameters: { declared: "Pudong Fine Wines Co., Ltd.", transport: "Kunshan Warehouse Services" },
    });
  });

  it("keeps the name of a private person out of what is stored", () => {
    for (const consumerName of ["Wang Xiaoming", null]) {
      const differs = match({ consumerName, declaredBuyer: "Zhang San", consigneeOnTransport: "Li Hua" }, "1210");
      expect(differs?.asksPaper).toBe(false);
      expect(differs?.state).toBe("missing");
      expect(JSON.stringify(differs)).not.toMatch(/Wang|Zhang|Li Hua/);
    }
  });

  it("is the consumer's in retail and the buyer's in general trade, whoever else is named", () => {
    expect(
      match({ consumerName: null, declaredBuyer: "Li Hua", consigneeOnTransport: "Li Hua" }, "1210"),
    ).toMatchObject({
      state: "missing",
      reason: "consumer_changed",
    });
    expect(match({ consumerName: "Li Hua", consigneeOnTransport: "Li Hua" })?.reason).toBe("consignee_differs");
  });

  it("is a match of facts that no paper settles where the facts agree, as a suspended origin is none", () => {
    const papers = ask("2204210000", "0110").filter((each) => each.asksPaper);
    expect(papers.map((each) => each.code)).not.toContain("consumer_match");
    expect(papers.map((each) => each.code)).not.toContain("origin_not_suspended");
    expect(papers.map((each) => each.code)).toContain("producer_registration");
  });

  it("is missing when the waybill names nobody", () => {
    expect(match({ consigneeOnTransport: null })).toMatchObject({ state: "missing", reason: "consumer_unknown" });
  });
});

describe("the first gate", () => {
  it("has the invoice and the waybill verified by what was lodged", () => {
    const exit = (known: Partial<Question["known"]>) =>
      states("8518302000", "0110", { stage: "bonded_exit", known: { ...KNOWN, ...known } });
    expect(exit({})).toEqual({
      invoice_lodged: "verified",
      transport_lodged: "verified",
      origin_not_suspended: "verified",
    });
    expect(exit({ hasTransportDocument: false }).transport_lodged).toBe("missing");
  });
});

describe("names", () => {
  it("compare without case, punctuation, width and the kind of company", () => {
    expect(normaliseName("Ｌingnan Electronics Co., Ltd.")).toBe(normaliseName("LINGNAN  ELECTRONICS COMPANY LIMITED"));
    expect(normaliseName("杭州亚麻屋有限公司")).toBe(normaliseName("杭州亚麻屋"));
  });

  it("do not vanish when they are made of such words alone", () => {
    expect(normaliseName("Limited Co.")).not.toBe(normaliseName("Inc. Corp."));
  });
});
