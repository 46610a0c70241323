import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STAGES } from "@/domain/clearance/lifecycle";
import { concerns, resolveRequirements } from "@/domain/clearance/requirements";
import { REGIMES } from "@/domain/declaration/declaration";
import { holdsOn } from "@/domain/shared/local-date";
import { REFERENCE } from "../../unit/domain/fixtures";

const { requirementRules } = REFERENCE;
const SUBHEADINGS = readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8")
  .split("\n")
  .map((row) => row.split("\t")[0] ?? "")
  .filter((code) => /^\d{6}$/.test(code));
/** Codes that the rules name, filled up, beside any of the nomenclature: most rules are about few goods. */
const NAMED = requirementRules.flatMap(({ commodityPrefixes }) =>
  commodityPrefixes.map((code) => code.padEnd(10, "0")),
);

const goods = fc.record({
  number: fc.constant(1),
  description: fc.constantFrom("Goods", "Used goods"),
  commodityCode: fc.oneof(
    fc.constantFrom(...NAMED),
    fc.tuple(fc.constantFrom(...SUBHEADINGS), fc.stringMatching(/^\d{4}$/)).map((parts) => parts.join("")),
  ),
  origin: fc.constantFrom("FR", "JP", "KP", "CN", "US"),
});
/** The days on which a rule begins or ends are where two of them could meet. */
const TURNS = requirementRules.flatMap(({ validFrom, validTo }) => (validTo ? [validFrom, validTo] : [validFrom]));
const day = fc.oneof(
  fc.constantFrom(...TURNS),
  fc
    .date({ min: new Date("2010-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
);

describe("the rules of what is asked", () => {
  it("are never two of one code and stage for the same goods on one day", () => {
    fc.assert(
      fc.property(goods, fc.constantFrom(...REGIMES), day, (line, regime, on) => {
        const due = requirementRules
          .filter((rule) => rule.regimes.includes(regime) && holdsOn(rule, on) && concerns(rule, line))
          .map(({ stage, code }) => `${stage}:${code}`);
        expect(new Set(due).size, due.join()).toBe(due.length);
      }),
      { numRuns: 2000 },
    );
  });

  // A requirement is kept by its code: two answers of one code for two lines would overwrite each other.
  it("give one answer for each code, however many lines the shipment has, and each with its reason and source", () => {
    const known = {
      hasInvoice: true,
      hasTransportDocument: true,
      preference: null,
      declaredBuyer: "A",
      consigneeOnTransport: "A",
      consumerName: "A",
      suspendedLines: [],
    };
    fc.assert(
      fc.property(
        fc.array(goods, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...STAGES),
        fc.constantFrom(...REGIMES),
        day,
        (lines, stage, regime, on) => {
          const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
          const asked = resolveRequirements({
            stage,
            regime,
            lines: numbered,
            day: on,
            rules: requirementRules,
            known,
          });
          const codes = asked.map(({ code }) => code);
          expect(new Set(codes).size, codes.join()).toBe(codes.length);
          for (const each of asked) {
            expect(each.reason).not.toBe("");
            expect(each.citation.length).toBeGreaterThan(10);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("leave no day without one where an act follows another: what ends is followed the next day, or never again", () => {
    const familyOf = ({ stage, code, regimes }: (typeof requirementRules)[number]) =>
      `${stage}:${code}:${regimes.join()}`;
    const families = new Set(requirementRules.map(familyOf));
    expect(families.size).toBeLessThan(requirementRules.length);
    for (const family of families) {
      const rules = requirementRules.filter((rule) => familyOf(rule) === family);
      const sorted = rules.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
      for (const [index, { validTo }] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next) expect(nextDay(validTo), family).toBe(next.validFrom);
      }
    }
  });
});

function nextDay(last: string | null): string | null {
  if (last === null) return null;
  return new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
