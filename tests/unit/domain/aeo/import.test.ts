import { describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { COLUMNS, compareWhitelist, type WhitelistEntry } from "@/domain/aeo/import";

const HEADING = COLUMNS.join(",");
const ROW =
  'AEOCN3100000001,"Lingnan Electronics, Ltd.",certified,importer,8518;8471,DE,1000000,2026-04-01,2027-03-31,GACC list';

const ENTRY: WhitelistEntry = {
  aeoCode: "AEOCN3100000001",
  holder: "Lingnan Electronics, Ltd.",
  tier: "certified",
  roles: ["importer"],
  commodityPrefixes: ["8518", "8471"],
  origins: ["DE"],
  regimes: [],
  valueCap: "1000000.00",
  validFrom: "2026-04-01",
  validTo: "2027-03-31",
  source: "GACC list",
};

const compare = (rows: readonly string[], inForce: readonly WhitelistEntry[] = []) =>
  compareWhitelist(rowsOf([HEADING, ...rows].join("\r\n")), inForce);

function rowsOf(text: string) {
  const parsed = parseCsv(text);
  if (!parsed.ok) throw new Error(`Line ${parsed.error.line} is no CSV`);
  return parsed.value;
}

describe("a whitelist file", () => {
  it("tells new rows from changed and unchanged ones, column by column", () => {
    expect(compare([ROW])[0]).toMatchObject({ row: 2, change: "new", fault: null });
    expect(compare([ROW], [ENTRY])[0]).toMatchObject({ change: "unchanged", differences: [] });
    expect(compare([ROW], [{ ...ENTRY, tier: "regular", origins: [] }])[0]).toMatchObject({
      change: "changed",
      differences: [
        { column: "tier", before: "regular", after: "certified" },
        { column: "origins", before: "", after: "DE" },
      ],
    });
  });

  it.each<[string, string, string]>([
    ["a code in small letters", ROW.replace("AEOCN", "aeocn"), "aeo_code_form"],
    ["an unknown tier", ROW.replace("certified", "gold"), "tier_unknown"],
    ["a commodity prefix of letters", ROW.replace("8471", "84A1"), "prefix_form"],
    ["an origin that is spelt out", ROW.replace(",DE,", ",Germany,"), "origin_form"],
    ["a cap with grouping marks", ROW.replace(",1000000,", ',"1,000,000",'), "value_cap_form"],
    ["a day that does not exist", ROW.replace("2026-04-01", "2026-02-30"), "valid_from_form"],
    ["an end before the beginning", ROW.replace("2027-03-31", "2026-03-31"), "ends_before_it_begins"],
    ["no source", ROW.replace("GACC list", ""), "source_missing"],
  ])("refuses %s and says why, without stopping other rows", (_what, row, code) => {
    const [faulty, good] = compare([row, ROW.replace("0001,", "0002,")]);
    expect(faulty).toMatchObject({ row: 2, change: "invalid", entry: null, fault: { code } });
    expect(good).toMatchObject({ row: 3, change: "new" });
  });

  it("refuses the second row of one code", () => {
    expect(compare([ROW, ROW]).map((row) => row.change)).toEqual(["new", "invalid"]);
  });

  it("names the columns that its heading lacks", () => {
    expect(compareWhitelist(rowsOf("aeo_code,holder\nA,B"), [])).toMatchObject([{ row: 1, change: "invalid" }]);
    expect(compareWhitelist([], [])[0]?.fault?.parameters.columns).toContain("tier");
  });

  it("takes its columns in any order", () => {
    const turned = [...COLUMNS].reverse().join(",");
    const row = "1210,list,,2026-04-01,,DE,8518,importer,certified,Some Firm,AEOCN3100000009";
    expect(compareWhitelist(rowsOf(`${turned}\n${row}`), [])[0]).toMatchObject({ change: "new", holder: "Some Firm" });
  });
});
