import { describe, expect, it } from "vitest";
import { readTariff } from "@/domain/tariff/import-lines";
import type { ImportAsked, TableRow } from "@/domain/tariff/import-table";
import { REFERENCE } from "../fixtures";

const KNOWN = {
  codes: new Set(["010121", "640110", "520100", "851713", "851714"]),
  successions: REFERENCE.successions,
};
const asked = (given: Partial<ImportAsked> = {}): ImportAsked => ({
  jurisdiction: "CN",
  profile: "standard",
  effective: "2027-01-01",
  edition: "2027",
  citation: "An edition of this test",
  isPartial: false,
  ...given,
});
const table = (...rows: (readonly string[])[]): readonly TableRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells, formulas: [], numbers: [] }));

function read(rows: readonly TableRow[], given: Partial<ImportAsked> = {}) {
  const result = readTariff(rows, asked(given), KNOWN);
  if ("faults" in result) throw new Error(JSON.stringify(result.faults));
  return result;
}

function faults(rows: readonly TableRow[], given: Partial<ImportAsked> = {}) {
  const result = readTariff(rows, asked(given), KNOWN);
  return "faults" in result ? result.faults.map(({ row, field, fault }) => `${row} ${field} ${fault}`) : [];
}

const HEADING = ["code", "description", "description_zh", "units", "mfn", "valid_from", "valid_to"];
const ROW = ["5201000080", "Cotton", "棉花", "kg", "40%", "", ""];
const changed = (at: number, value: string) => ROW.map((cell, index) => (index === at ? value : cell));

describe("the table of a tariff", () => {
  it("gives lines with their measures, in force from the day of the import", () => {
    const { lines, measures } = read(table(HEADING, ROW));
    expect(lines).toMatchObject([
      {
        code: "5201000080",
        description: "Cotton",
        descriptionZh: "棉花",
        units: ["kg"],
        duties: { mfn: "40%" },
        validFrom: "2027-01-01",
        validTo: null,
      },
    ]);
    expect(measures).toMatchObject([
      { kind: "mfn", code: "5201000080", rate: { adValorem: "0.40" }, additionalUnits: ["kilogram"] },
    ]);
  });

  it("names agreements, areas and quotas in its heading", () => {
    const { measures } = read(
      table(
        ["code", "description", "conventional:RCEP", "conventional:CN_KR@KR", "quota:CN-1", "vat", "general"],
        ["520100", "Cotton", "30%", "10%", "1%", "9%", "125%"],
      ),
    );
    expect(
      measures.map(({ kind, geography, orderNumber, conditions }) => [kind, geography.area, orderNumber, conditions]),
    ).toEqual([
      ["conventional", "RCEP", null, [{ kind: "certificate", agreement: "RCEP" }]],
      ["conventional", "KR", null, [{ kind: "certificate", agreement: "CN_KR" }]],
      ["quota", "*", "CN-1", []],
      ["vat", "*", null, []],
      ["general", "*", null, []],
    ]);
  });

  it("keeps a duty that it does not understand as text, and says so", () => {
    const { lines, measures, notes } = read(table(HEADING, changed(4, "the rate of heading 5202")));
    expect(measures).toEqual([]);
    expect(lines[0]?.duties.mfn).toBe("the rate of heading 5202");
    expect(notes).toEqual([{ row: 2, code: "5201000080", field: "mfn", text: "the rate of heading 5202" }]);
  });

  it("of the US has texts between the lines, which their context keeps", () => {
    const { lines, measures, notes } = read(
      table(
        [
          "HTS Number",
          "Indent",
          "Description",
          "Unit of Quantity",
          "General Rate of Duty",
          "Special Rate of Duty",
          "Column 2 Rate of Duty",
          "Quota Quantity",
          "Additional Duties",
        ],
        ["6401", "0", "Waterproof footwear:", "", "", "", "", "", ""],
        ["6401.10.00.00", "1", "With a toe-cap", '["prs."]', "37.5%", "Free (AU,KR) See 9822 (PA)", "75%", "", ""],
        ["", "1", "Horses:", "", "", "", "", "", ""],
        ["0101.21.00", "2", "Purebred", "", "Free", "", "20%", "", "1¢/kg"],
      ),
      { jurisdiction: "US", profile: "us_hts" },
    );
    expect(lines.map(({ code, context, units }) => [code, context, units])).toEqual([
      ["6401100000", "Waterproof footwear", ["prs."]],
      ["01012100", "Waterproof footwear › Horses", []],
    ]);
    expect(measures.map(({ kind, geography, conditions }) => [kind, geography.area, conditions.length])).toEqual([
      ["mfn", "*", 0],
      ["special_preferential", "*", 1],
      ["general", "US_COLUMN_2", 0],
      ["mfn", "*", 0],
      ["general", "US_COLUMN_2", 0],
    ]);
    expect(notes.map(({ text }) => text)).toEqual(["See 9822 (PA)", "1¢/kg"]);
  });
});

describe("a row at fault", () => {
  it.each([
    ["too few cells", ["520100"], "2  column_count"],
    ["no code of the tariff", changed(0, "52010"), "2 code code_form"],
    ["no description", changed(1, " "), "2 description description_missing"],
    ["a date that does not exist", changed(5, "2027-02-30"), "2 valid_from date_form"],
    ["an end before its beginning", changed(6, "2026-12-31"), "2 valid_to ends_before_it_begins"],
    ["a beginning before the import", changed(5, "2026-06-01"), "2 valid_from begins_before_effective"],
    ["a rate below zero", changed(4, "-5%"), "2 mfn rate_negative"],
    ["a subheading that does not exist", changed(0, "99999999"), ""],
    ["an unknown subheading", changed(0, "12345678"), "2 code subheading_unknown"],
    ["a subheading that ceased", changed(0, "85171200"), "2 code subheading_ceased"],
  ])("with %s is named with its field", (_what, row, expected) => {
    expect(faults(table(HEADING, row))).toEqual(expected === "" ? [] : [expected]);
  });

  it("with a formula, or a code that lost its zero as a number, is refused", () => {
    const [heading, row] = table(HEADING, changed(0, "101210000"));
    if (!heading || !row) throw new Error("There are two rows");
    expect(faults([heading, { ...row, formulas: [4] }])).toEqual(["2 mfn formula"]);
    expect(faults([heading, { ...row, numbers: [0] }])).toEqual(["2 code code_is_number"]);
  });

  it("that repeats a code on one day, or before it has ended, is named with the other", () => {
    const from = (validFrom: string, validTo = "") => [...ROW.slice(0, 5), validFrom, validTo];
    expect(faults(table(HEADING, ROW, ROW))).toEqual(["3 code code_twice"]);
    expect(faults(table(HEADING, ROW, from("2027-07-01")))).toEqual(["3 valid_from validity_overlaps"]);
    expect(faults(table(HEADING, from("2027-01-01", "2027-06-30"), from("2027-07-01")))).toEqual([]);
  });

  it("says nothing of the others: all faults come at once", () => {
    expect(faults(table(HEADING, changed(0, "x"), changed(4, "-1%"), changed(0, "520100")))).toHaveLength(2);
  });

  it("of a heading is named too", () => {
    expect(faults(table(["code", "description", "price"]))).toEqual(["1 price heading_unknown"]);
    expect(faults(table(["code", "conventional", "description"]))).toEqual(["1 conventional heading_unknown"]);
    expect(faults(table(["code"]))).toEqual(["1 description heading_lacks"]);
    expect(faults([])).toContain("1 code heading_lacks");
  });
});
