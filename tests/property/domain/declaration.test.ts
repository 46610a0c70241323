import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess } from "@/domain/assessment/assess";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import { checkDeclaration, completeDeclaration, leavesOf } from "@/domain/declaration/check";
import type { Fact } from "@/domain/declaration/facts";
import { INCOTERMS } from "@/domain/valuation/adjustments";
import { customsValue } from "@/domain/valuation/customs-value";
import { DAY, fact, REFERENCE } from "../../unit/domain/fixtures";

const figure = fc.oneof(
  fc.constantFrom("100.00", "0", "12", "-4", "1,000.00", "", "1e3", "99999999999999999999.999"),
  fc.float({ noNaN: true, min: 0, max: 1000 }).map((value) => value.toFixed(2)),
);
const word = fc.oneof(fc.constantFrom("DE", "8518302000", "2026-11-09", "constructor", "__proto__"), fc.string());

/** What a careless reader or typist may state, beside values that are in order. */
const HEADER: Readonly<Record<string, fc.Arbitrary<string>>> = {
  invoice_number: word,
  date: fc.oneof(fc.constant("2026-11-09"), word),
  seller: word,
  buyer: word,
  currency: fc.oneof(fc.constantFrom("USD", "JPY", "CNY"), word),
  total: figure,
  incoterm: fc.oneof(fc.constantFrom(...Object.keys(INCOTERMS)), word),
  freight: figure,
  insurance: figure,
  transport_number: word,
  packages: figure,
  gross_weight_kg: figure,
  country_of_origin: fc.oneof(fc.constantFrom("DE", "JP"), word),
};
const LINE: Readonly<Record<string, fc.Arbitrary<string>>> = {
  description: word,
  hs_code: fc.oneof(fc.constantFrom("8518302000", "2208301000", "3304990000"), word),
  quantity: figure,
  unit: fc.constantFrom("PCS", "LTR"),
  unit_price: figure,
  amount: figure,
};

const SOUND: Readonly<Record<string, string>> = {
  invoice_number: "INV-1",
  date: "2026-11-09",
  seller: "Brightwell Audio GmbH",
  buyer: "Lingnan Electronics",
  currency: "USD",
  total: "100.00",
  incoterm: "FOB",
  freight: "10.00",
  transport_number: "180-12345675",
  packages: "4",
  gross_weight_kg: "12",
  country_of_origin: "DE",
};
const SOUND_LINE: Readonly<Record<string, string>> = {
  description: "Headphones",
  hs_code: "8518302000",
  quantity: "2",
  unit: "PCS",
  amount: "100.00",
};

const WAYBILL = { documentId: "waybill", documentType: "air_waybill" } as const;
const CARRIED = ["transport_number", "packages", "gross_weight_kg"];

/** A sound declaration of one line in which a few values are replaced: many come out complete, and many nearly so. */
const facts: fc.Arbitrary<readonly Fact[]> = fc
  .record({
    header: fc.record(HEADER),
    line: fc.record(LINE),
    replaced: fc.subarray(Object.keys(HEADER), { maxLength: 2 }),
    replacedOnLine: fc.subarray(Object.keys(LINE), { maxLength: 2 }),
  })
  .map(({ header, line, replaced, replacedOnLine }) => [
    ...replace(SOUND, header, replaced).map(([name, value]) =>
      fact(name, value, CARRIED.includes(name) ? WAYBILL : {}),
    ),
    ...replace(SOUND_LINE, line, replacedOnLine).map(([name, value]) => fact(name, value, { line: 0 })),
  ]);

type Values = Readonly<Record<string, string>>;

function replace(sound: Values, wrong: Values, names: readonly string[]): readonly (readonly [string, string])[] {
  return Object.entries({ ...sound, ...Object.fromEntries(names.map((name) => [name, wrong[name] ?? ""])) });
}

describe("whatever documents state", () => {
  // A value that slips through would throw in the arithmetic, in the middle of the transaction that lodges.
  it("is either named as an issue or can be valued and assessed", () => {
    let complete = 0;
    fc.assert(
      fc.property(facts, fc.constantFrom("0110", "1210"), (stated, regime) => {
        const consumer = { nameMasked: "W**", identityToken: "token", identityMasked: "1101****" };
        const draft = assembleDeclaration({ regime, facts: stated, consumer });
        const completed = completeDeclaration({ draft, facts: stated, reference: REFERENCE, day: DAY });
        if (!completed.ok) {
          expect(completed.error.length).toBeGreaterThan(0);
          return;
        }
        const value = customsValue(completed.value, REFERENCE, DAY);
        if (!value.ok) throw new Error(`Complete, yet without a value: ${value.error[0]?.code}`);
        complete += 1;
        assess({ content: completed.value, value: value.value, reference: REFERENCE, day: DAY });
      }),
      { numRuns: 500 },
    );
    // Else the property would hold of refusals alone.
    expect(complete).toBeGreaterThan(25);
  });

  it("stands in the declaration as it was stated, with its source, or not at all", () => {
    fc.assert(
      fc.property(facts, (stated) => {
        const draft = assembleDeclaration({ regime: "0110", facts: stated, consumer: null });
        const byId = new Map(stated.map((each) => [each.id, each.value]));
        for (const [path, leaf] of leavesOf(draft)) {
          if (!leaf) continue;
          const original = byId.get(leaf.source.fieldId ?? "");
          if (path.endsWith("commodityCode"))
            expect(original?.replace(/[.\s]/g, "")).toBe(leaf.value.replace(/[.\s]/g, ""));
          else expect(original).toBe(leaf.value);
        }
      }),
    );
  });

  it("makes issues whose every field and document exist", () => {
    fc.assert(
      fc.property(facts, (stated) => {
        const draft = assembleDeclaration({ regime: "0110", facts: stated, consumer: null });
        const paths = new Set([...leavesOf(draft).map(([path]) => path), "lines", "consumer"]);
        for (const issue of checkDeclaration({ draft, facts: stated, reference: REFERENCE, day: DAY }))
          expect(paths).toContain(issue.field);
      }),
    );
  });
});
