import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePaste, pastedValue } from "@/domain/extraction/paste-lines";

describe("what is pasted from a spreadsheet", () => {
  it("is taken apart by tabs and line ends, quotes and all", () => {
    expect(parsePaste('Lamp\t10\r\n"Bulb, ""warm""\nE27"\t20\r\n')).toEqual({
      columns: null,
      rows: [
        ["Lamp", "10"],
        ['Bulb, "warm"\nE27', "20"],
      ],
    });
  });

  it("names its columns where the first row is one of headings, in either language", () => {
    expect(parsePaste("Description\tQty\tUnit Price\tRemark\nLamp\t10\t2.5\tx").columns).toEqual([
      "description",
      "quantity",
      "unit_price",
      null,
    ]);
    expect(parsePaste("品名\t数量\t净重（千克）\n灯\t10\t3").columns).toEqual([
      "description",
      "quantity",
      "net_weight_kg",
    ]);
  });

  it("has no headings where the first row is goods", () => {
    expect(parsePaste("Unit\t10\nLamp\t12").columns).toBeNull();
  });

  it("becomes values in the form of their field, and stays as it is where it is none", () => {
    expect(pastedValue("amount", "1,234.50")).toBe("1234.50");
    expect(pastedValue("origin", "Germany")).toBe("DE");
    expect(pastedValue("hs_code", "8518.30.20")).toBe("85183020");
    expect(pastedValue("quantity", "ten")).toBe("ten");
  });

  it("comes back cell by cell for any block without headings", () => {
    const cell = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== "" && !/[\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const parsed = parsePaste(rows.map((row) => row.map(quoted).join("\t")).join("\r\n"));
        expect(parsed.columns === null ? parsed.rows : rows).toEqual(rows);
      }),
    );
  });
});
