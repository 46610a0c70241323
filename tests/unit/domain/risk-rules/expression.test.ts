import { describe, expect, it } from "vitest";
import { evaluateRule, type Subject } from "@/domain/risk-rules/evaluate-rule";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { printRule } from "@/domain/risk-rules/print-rule";

function parsed(text: string) {
  const result = parseRule(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const evaluated = (text: string, subject: Subject, lists: Record<string, string[]> = {}) =>
  evaluateRule(parsed(text), subject, new Map(Object.entries(lists).map(([name, list]) => [name, new Set(list)])));

describe("the language of rules", () => {
  it.each([
    ["priceRatio < 0.5 and not isVague", { priceRatio: 0.4, isVague: false }, true],
    ["priceRatio < 0.5 or isVague", { priceRatio: null, isVague: true }, true],
    ['commodityCode under "9503"', { commodityCode: "9503004900" }, true],
    ['commodityCode under ("61", "62")', { commodityCode: "9503004900" }, false],
    ['origin in ("CN", "HK")', { origin: "HK" }, true],
    ['origin not in ("CN", "HK")', { origin: "DE" }, true],
    ["grossKg / packages between 1 and 2 * 3", { grossKg: 12, packages: 4 }, true],
    ["importerAgeWeeks is missing", { importerAgeWeeks: null }, true],
    ["importerAgeWeeks is not missing", {}, false],
    ['day >= "2026-01-01"', { day: "2026-11-27" }, true],
    ['exporter startsWith "Bund"', { exporter: "Bund Trading" }, true],
    ["(grossKg - netKg) / grossKg > -0.5", { grossKg: 10, netKg: 8 }, true],
    ["not (duty > 5 and vat > 5)", { duty: 9, vat: 1 }, true],
  ] as const)("%s", (text, subject, hit) => {
    expect(evaluated(text, subject).hit).toBe(hit);
  });

  it("asks named lists, for a code by all of its beginnings", () => {
    const lists = { watched: ["9503", "851830"] };
    expect(evaluated('commodityCode under list("watched")', { commodityCode: "8518300090" }, lists).hit).toBe(true);
    expect(evaluated('commodityCode in list("watched")', { commodityCode: "8518300090" }, lists).hit).toBe(false);
    expect(evaluated('importer in list("gone")', { importer: "x" }).fault).toEqual({
      kind: "list_unknown",
      name: "gone",
    });
  });

  it("takes what is not known for neither true nor false, and names it", () => {
    const { hit, missing } = evaluated("duty > 5 and vat > 5", { duty: 9, vat: null });
    expect([hit, missing]).toEqual([false, ["vat"]]);
    expect(evaluated("not (duty > 5)", { duty: null }).hit).toBe(false);
    expect(evaluated("duty / vat > 5", { duty: 9, vat: 0 }).hit).toBe(false);
  });

  it("names the facts that made a hit, and no other", () => {
    const { reasons } = evaluated('(duty > 5 or vat > 100) and not origin = "DE"', { duty: 9, vat: 3, origin: "CN" });
    expect(reasons).toEqual([
      { field: "duty", value: 9, comparison: "duty > 5" },
      { field: "origin", value: "CN", comparison: 'not origin = "DE"' },
    ]);
  });

  it("is printed in one way", () => {
    expect(printRule(parsed('((duty>1)and(vat>2 or (isVague)))and origin="DE"'))).toBe(
      'duty > 1 and (vat > 2 or isVague) and origin = "DE"',
    );
  });
});

describe("what is wrong with a text", () => {
  it.each([
    ["", "empty", 0, null],
    ["dutty > 5", "field_unknown", 0, "duty"],
    ["duty > ", "expected", 7, null],
    ['duty > "5"', "type_mismatch", 7, null],
    ["origin < 5", "type_mismatch", 9, null],
    ["duty", "not_a_condition", 0, null],
    ["duty > 5 vat", "expected", 9, null],
    ['origin = "DE', "text_unclosed", 9, null],
    ["duty > 5 & vat > 1", "unknown_character", 9, null],
    ["duty > 1e9", "number_malformed", 7, null],
    ['commodityCode under "95x"', "code_malformed", 20, null],
    ['day > "2026-02-30"', "date_malformed", 6, null],
    [`${"(".repeat(40)}isVague${")".repeat(40)}`, "too_deep", null, null],
    [Array.from({ length: 450 }, () => "isVague").join(" or "), "too_long", null, null],
    [Array.from({ length: 150 }, () => "duty<1").join(" or "), "too_many_parts", null, null],
    [`duty in (${Array.from({ length: 201 }, () => "1").join(",")})`, "too_many_values", null, null],
  ] as const)("%.30s", (text, kind, at, nearest) => {
    const result = parseRule(text);
    expect(result).toMatchObject({ ok: false, error: { kind, nearest, ...(at === null ? {} : { at }) } });
  });
});
