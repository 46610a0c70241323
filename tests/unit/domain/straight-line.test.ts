import { describe, expect, it } from "vitest";
import { assess } from "@/domain/assessment/assess";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import { completeDeclaration } from "@/domain/declaration/check";
import type { Fact } from "@/domain/declaration/facts";
import { hardRules } from "@/domain/selectivity/hard-rules";
import { chooseLane } from "@/domain/selectivity/lane";
import { riskFacts } from "@/domain/selectivity/risk-facts";
import { score } from "@/domain/selectivity/score";
import { formatDecimal } from "@/domain/shared/decimal";
import { type Money, toDecimal } from "@/domain/shared/money";
import { customsValue } from "@/domain/valuation/customs-value";
import { DAY, fact, REFERENCE } from "./fixtures";

interface Sample {
  readonly regime?: "0110" | "1210";
  readonly header: Readonly<Record<string, string>>;
  readonly waybill: Readonly<Record<string, string>>;
  readonly lines: readonly Readonly<Record<string, string>>[];
}

/** What an invoice and a waybill state, as the reader hands it over. */
function factsOf({ header, waybill, lines }: Sample): readonly Fact[] {
  const carriage = { documentId: "waybill", documentType: "air_waybill" } as const;
  return [
    ...Object.entries(header).map(([name, value]) => fact(name, value)),
    ...Object.entries(waybill).map(([name, value]) => fact(name, value, carriage)),
    ...lines.flatMap((line, index) => Object.entries(line).map(([name, value]) => fact(name, value, { line: index }))),
  ];
}

/** Assemble, value, assess, score, choose: what lodging does, without anything kept. */
function clear(sample: Sample) {
  const regime = sample.regime ?? "0110";
  const facts = factsOf(sample);
  const consumer = regime === "1210" ? { nameMasked: "W**", identityToken: "t", identityMasked: "1101***" } : null;
  const draft = assembleDeclaration({ regime, facts, consumer });
  const content = completeDeclaration({ draft, facts, reference: REFERENCE, day: DAY });
  if (!content.ok) throw new Error(content.error.map((issue) => `${issue.code} ${issue.field}`).join(", "));
  const value = customsValue(content.value, REFERENCE, DAY);
  if (!value.ok) throw new Error(value.error.map((issue) => issue.code).join(", "));
  const tax = assess({ content: content.value, value: value.value, reference: REFERENCE, day: DAY });
  if (!tax.ok) throw new Error(tax.error.map((issue) => issue.code).join(", "));
  const [card] = REFERENCE.scorecards;
  if (!card) throw new Error("There is no scorecard");
  const known = riskFacts({
    content: content.value,
    value: value.value,
    facts,
    earlierShipmentsOfBuyer: 0,
    credit: { tier: "regular", authorisation: null },
    isReviewedBefore: false,
  });
  const rules = hardRules(known, REFERENCE.controlProfiles, DAY);
  const choice = chooseLane(score(known, card).score, rules, card.randomShare, card);
  const { customsValue: worth, duty, consumptionTax, vat, total } = tax.value;
  return { ...choice, tax: [worth, duty, consumptionTax, vat, total].map(show).join(" ") };
}

const show = (money: Money) => formatDecimal(toDecimal(money));

const HEADER = {
  invoice_number: "INV-2026-0417",
  date: "2026-11-09",
  seller: "Brightwell Audio GmbH",
  buyer: "Lingnan Electronics Trading Co., Ltd.",
  currency: "USD",
  incoterm: "CIF",
  country_of_origin: "DE",
};
const WAYBILL = {
  transport_number: "180-12345675",
  consignee: "Lingnan Electronics Trading Co., Ltd.",
  packages: "24",
  gross_weight_kg: "186.4",
};

const EARPHONES: Sample = {
  header: { ...HEADER, total: "19500.00", gross_weight_kg: "186.4", packages: "24" },
  waybill: WAYBILL,
  lines: [
    {
      description: "Bluetooth earphones",
      hs_code: "8518302000",
      quantity: "600",
      amount: "11100.00",
      net_weight_kg: "96",
    },
    {
      description: "Over-ear headphones",
      hs_code: "8518302000",
      quantity: "200",
      amount: "8400.00",
      net_weight_kg: "66",
    },
  ],
};

describe("from what documents state to a lane", () => {
  it("releases plain goods of a first-time importer at once", () => {
    expect(clear(EARPHONES)).toEqual({
      lane: "green",
      cause: "score",
      needsTwoOfficers: false,
      tax: "138742.50 0.00 0.00 18036.53 18036.53",
    });
  });

  it("adds freight and insurance under FOB and taxes shirts at 6 %", () => {
    const shirts: Sample = {
      header: {
        ...HEADER,
        currency: "EUR",
        incoterm: "FOB",
        total: "18420.00",
        freight: "640.00",
        country_of_origin: "PT",
      },
      waybill: WAYBILL,
      lines: [
        { description: "Cotton T-shirts, men's", hs_code: "6109100021", quantity: "1800", amount: "11520.00" },
        { description: "Cotton T-shirts, women's", hs_code: "6109100022", quantity: "1000", amount: "6900.00" },
      ],
    };
    // (18,420 + 640) × 1.003 = 19,117.18 EUR at 824.30 for 100.
    expect(clear(shirts)).toMatchObject({ lane: "green", tax: "157582.91 9454.98 0.00 21714.93 31169.91" });
  });

  it("sends vague goods with contradicting papers to review", () => {
    const parts: Sample = {
      header: { ...HEADER, total: "3900.00", gross_weight_kg: "240", packages: "12", country_of_origin: "JP" },
      waybill: {
        ...WAYBILL,
        consignee: "Kunshan Warehouse Services Co., Ltd.",
        packages: "14",
        gross_weight_kg: "311",
      },
      lines: [{ description: "Parts", hs_code: "8483409000", quantity: "400", amount: "3900.00" }],
    };
    expect(["yellow", "red"]).toContain(clear(parts).lane);
  });

  it("brings high-end watches to an examination by two officers, with consumption tax", () => {
    const watches: Sample = {
      header: { ...HEADER, currency: "CHF", total: "98000.00", country_of_origin: "CH" },
      waybill: WAYBILL,
      lines: [{ description: "Wrist watches, automatic", hs_code: "9102210000", quantity: "40", amount: "98000.00" }],
    };
    expect(clear(watches)).toMatchObject({
      lane: "red",
      cause: "hard_rule:high_value_watches",
      needsTwoOfficers: true,
    });
  });

  it("taxes one pair of headphones in retail at 9.1 %", () => {
    const retail: Sample = {
      regime: "1210",
      header: { ...HEADER, currency: "CNY", total: "858.00", buyer: "Wang Xiaoming" },
      waybill: { ...WAYBILL, consignee: "Wang Xiaoming", packages: "1", gross_weight_kg: "0.9" },
      lines: [{ description: "Over-ear headphones", hs_code: "8518302000", quantity: "1", amount: "858.00" }],
    };
    expect(clear(retail)).toMatchObject({ lane: "green", tax: "858.00 0.00 0.00 78.08 78.08" });
  });
});
