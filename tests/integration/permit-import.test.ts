import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { importPermits, previewPermits } from "@/application/import-permits";
import { PERMIT_COLUMNS } from "@/domain/permit/import-permits";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const HEAD = PERMIT_COLUMNS.join(",");
const GOOD = "quarantine_permit,AP 2026 17,Holder,GACC,0805;0806,fresh,FR;DK,12.5,kg,2026-01-01,2027-01-01";
const OPEN = "quarantine_permit,AP 2026 18,Holder,GACC,,,,,,2026-01-01,";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const ports = () => ({ ...house, parseCsv });
const file = (...rows: string[]) => [HEAD, ...rows].join("\r\n");
const tried = async (...rows: string[]) => must(await previewPermits(ports(), house.broker, file(...rows)));
const onRecord = async () => must(await house.queries.listPermits(house.broker, { limit: 50, list: "on_record" })).rows;

describe("a file of permits", () => {
  it("is tried without recording anything: each fault with its row and column", async () => {
    const rows = await tried(
      GOOD,
      GOOD.replace("quarantine_permit", "fishing"),
      GOOD.replace("AP 2026 17", "ap-2026-17"),
      OPEN.replace("2026-01-01", "1.1.2026"),
      OPEN.replace(",,,,,,2026-01-01,", ",,,,5,,2026-01-01,"),
      OPEN.replace("18,Holder,GACC,,,,,,2026-01-01,", "19,Holder,GACC,,,,,,2026-01-01,2025-01-01"),
      OPEN.replace(",,,,,,2026-01-01,", ",,,fr,,,2026-01-01,"),
    );
    expect(rows.map(({ row, fault }) => [row, fault?.column ?? null, fault?.code ?? null])).toEqual([
      [2, null, null],
      [3, "kind", "permit_kind_unknown"],
      [4, "number", "permit_row_twice"],
      [5, "valid_from", "valid_from_form"],
      [6, "quantity", "permit_quantity_unit"],
      [7, "valid_to", "ends_before_it_begins"],
      [8, "origins", "origin_form"],
    ]);
    expect(await onRecord()).toEqual([]);
  });

  it("is told the kinds there are where a row has another, whatever else is wrong with the row", async () => {
    const [row] = await tried(OPEN.replace("quarantine_permit,AP 2026 18,Holder", "CCC certificate,,"));
    expect(row?.fault).toMatchObject({ code: "permit_kind_unknown", column: "kind" });
    const { value, kinds = "" } = row?.fault?.parameters ?? {};
    expect(value).toBe("CCC certificate");
    const known = must(await house.queries.listPermitKinds(house.broker)).map(({ code }) => code);
    expect(kinds.split(", ")).toEqual(known.toSorted());
    expect(kinds).toContain("compulsory_certificate");
  });

  it("with a row at fault records none of its rows", async () => {
    const refused = await importPermits(ports(), house.broker, file(GOOD, OPEN.replace("GACC", "")));
    expect(refused).toMatchObject({
      ok: false,
      error: { pointer: "/rows/3/issuer", fault: "permit_issuer_missing", parameters: { row: "3" } },
    });
    expect(await onRecord()).toEqual([]);
  });

  it("is recorded as a whole, and its numbers are on record once", async () => {
    expect(must(await importPermits(ports(), house.broker, file(GOOD, OPEN)))).toEqual({ recorded: 2 });
    expect(await onRecord()).toMatchObject([
      { number: "AP 2026 18", quantity: null, validTo: null },
      {
        ...{ number: "AP 2026 17", commodityPrefixes: ["0805", "0806"], origins: ["FR", "DK"], words: ["fresh"] },
        quantity: { granted: "12.5", unit: "kilogram" },
      },
    ]);
    expect((await tried(GOOD)).map(({ fault }) => fault?.code)).toEqual(["permit_number_taken"]);
  });

  it("is refused whole where its heading lacks a column, and by who keeps no permits", async () => {
    const rows = must(await previewPermits(ports(), house.broker, "kind,number\r\na,b"));
    expect(rows).toMatchObject([{ row: 1, fault: { code: "heading_lacks" } }]);
    expect(await previewPermits(ports(), house.officer, file(GOOD))).toMatchObject({
      error: { kind: "forbidden", permission: "keep_permits" },
    });
  });
});
