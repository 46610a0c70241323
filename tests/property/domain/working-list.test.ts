import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, LIST_NAMES, LISTS, parseFilter, queryOf } from "@/contracts/lists";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import { csvLine, isExactInSheet, sheetSerial } from "@/domain/working-list/cell";
import { defaultColumns, readColumns, writeColumns } from "@/domain/working-list/columns";
import { holdsIdentityNumber } from "@/domain/working-list/names-person";
import { parseCsv } from "../../../src/adapters/csv/parse-csv";

const list = fc.constantFrom(...LIST_NAMES);
const words = fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }).filter((text) => text.trim() === text);

describe("the address of a list", () => {
  it("says the columns that are shown, and nothing where they are those of the default", () => {
    fc.assert(
      fc.property(list, fc.array(fc.nat(20)), (name, picks) => {
        const stated = LISTS[name];
        const shown = picks.flatMap((pick) => stated.columns[pick] ?? []);
        const read = readColumns(stated, shown.join(","));
        expect(readColumns(stated, writeColumns(stated, read))).toEqual(read);
        expect(writeColumns(stated, defaultColumns(stated))).toBeNull();
        expect(read).toContain(stated.fixed);
      }),
    );
  });

  it("gives back what a saved view holds, whatever its words are", () => {
    const filters = fc.record({
      book: fc.uuid(),
      search: words,
      expiry: fc.constantFrom(...EXPIRY_BANDS),
      inStock: fc.constant("true"),
    });
    fc.assert(
      fc.property(filters, (query) => {
        expect(parseFilter("items", query)).toEqual(query);
        const address = new URL(addressOf("items", query, ["goods"]), "https://here");
        const asked = { book: address.pathname.split("/").at(-1), ...Object.fromEntries(address.searchParams) };
        expect(queryOf("items", asked)).toEqual(query);
        expect(address.searchParams.get("columns")).toBe("goods");
      }),
    );
  });
});

describe("a cell of an export", () => {
  const text = fc.string({ unit: "binary" }).map((value) => ({ kind: "text" as const, text: value }));

  it("is no formula in CSV, and reads as what it was but for the mark before one", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (cells) => {
        const read = parseCsv(csvLine([{ kind: "text", text: "first" }, ...cells]));
        const [, ...values] = (read.ok ? read.value[0] : undefined) ?? [];
        expect(values.some((value) => /^[=+\-@\t\r]/.test(value))).toBe(false);
        expect(values.map((value) => value.replace(/^'(?=[=+\-@\t\r])/, ""))).toEqual(
          cells.map((cell) => cell.text.replace(/^'(?=[=+\-@\t\r])/, "")),
        );
      }),
    );
  });

  it("is a number of a workbook only where that keeps every digit", () => {
    const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.nat(6)).map(([whole, places]) => {
      const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, "0");
      const point = digits.length - places;
      return `${whole < 0n ? "-" : ""}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ""}`;
    });
    fc.assert(
      fc.property(decimals, (decimal) => {
        if (!isExactInSheet(decimal)) return;
        const places = decimal.split(".")[1]?.length ?? 0;
        expect(Number(decimal).toFixed(places)).toBe(
          /^-0(\.0+)?$/.test(decimal) ? Number(decimal).toFixed(places) : decimal,
        );
      }),
    );
    expect(isExactInSheet("1234567890123456")).toBe(false);
    expect(isExactInSheet("=1")).toBe(false);
  });

  it("counts days as a spreadsheet does", () => {
    expect(sheetSerial("1970-01-01")).toBe(25_569);
    expect(sheetSerial("2026-11-27 12:00:00")).toBe(46_353.5);
    expect(sheetSerial("27.11.2026")).toBeNull();
  });
});

describe("an identity number", () => {
  it("is found among other words, and however it is spaced", () => {
    fc.assert(
      fc.property(fc.constantFrom("", " ", "-", "  "), fc.stringMatching(/^[a-z ]{0,20}$/), (gap, before) => {
        const spaced = `11010519491231${gap}002${gap}x`;
        expect(holdsIdentityNumber(`${before}${spaced}.`)).toBe(true);
      }),
    );
    expect(holdsIdentityNumber("110105194912310021")).toBe(false);
    expect(holdsIdentityNumber("TG-2026-000123")).toBe(false);
  });
});
