import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import reasonsEn from "@/contracts/messages/reasons.en.json";
import reasonsZh from "@/contracts/messages/reasons.zh.json";
import { PRODUCT_CLASSES, type ProductClass, productClasses } from "@/domain/clearance/product-class";
import { concerns } from "@/domain/clearance/requirements";
import { holdsOn } from "@/domain/shared/local-date";
import { DAY, REFERENCE } from "../fixtures";

/** Every subheading of the Harmonized System. */
const SUBHEADINGS = readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8")
  .split("\n")
  .map((row) => row.split("\t")[0] ?? "")
  .filter((code) => /^\d{6}$/.test(code));

describe("the product class", () => {
  it.each<[string, string, readonly ProductClass[]]>([
    ["wine", "2204210000", ["food", "alcohol"]],
    ["infant formula", "1901101000", ["food", "infant_formula"]],
    ["food supplements", "2106909090", ["food", "health_food"]],
    ["beef", "0202300000", ["food", "animals"]],
    ["maize for sowing", "1005100000", ["plants", "seeds"]],
    ["a cream", "3304990000", ["cosmetics"]],
    ["a vaccine", "3002410000", ["medicines", "special_articles"]],
    ["a veterinary vaccine", "3002420000", ["veterinary_medicines", "special_articles"]],
    ["a smartphone", "8517130000", ["compulsory_certification", "radio_equipment"]],
    ["a refrigerator", "8418102000", ["compulsory_certification", "energy_label"]],
    ["headphones", "8518302000", []],
    ["gear boxes", "8483409000", []],
  ])("of %s follows from the code", (_goods, code, classes) => {
    expect(productClasses(code)).toEqual(classes);
  });

  it("has goods of the nomenclature in every class, and words in both languages", () => {
    const found = new Set(SUBHEADINGS.flatMap(productClasses));
    // Subheadings of an earlier edition stand beside those of this one.
    expect([...found].sort()).toEqual([...PRODUCT_CLASSES].sort());
    for (const words of [reasonsEn, reasonsZh])
      expect(Object.keys(words.product_class).sort()).toEqual([...PRODUCT_CLASSES].sort());
  });

  // Else a broker would read that nothing is to be registered beside the paper that is asked, or would read neither.
  it.each(["2022-01-01", "2023-11-30", "2023-12-01", "2024-07-31", "2024-08-01", "2026-06-01", DAY])(
    "on %s: whatever a list of the market names is asked for a paper, and only what none names needs no registration",
    (day) => {
      const due = REFERENCE.requirementRules.filter(
        (rule) => rule.stage === "domestic_distribution" && rule.condition === null && holdsOn(rule, day),
      );
      const isList = (rule: (typeof due)[number]) => rule.commodityPrefixes.length > 0 || rule.productClass !== null;
      for (const commodityCode of SUBHEADINGS) {
        const about = due.filter((rule) => concerns(rule, { number: 1, description: "", commodityCode, origin: "FR" }));
        const isPlain = about.some((rule) => rule.code === "commodity_registration");
        expect(isPlain, commodityCode).toBe(!about.some(isList));
      }
    },
  );
});
