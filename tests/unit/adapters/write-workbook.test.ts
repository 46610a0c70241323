import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { writeWorkbook } from "@/adapters/tables/write-workbook";
import type { Cell } from "@/domain/working-list/cell";

async function written(heading: readonly string[], rows: readonly (readonly Cell[])[]): Promise<Buffer> {
  const give = async function* () {
    yield* rows;
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(heading, give())) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const text = (value: string): Cell => ({ kind: "text", text: value });

describe("a workbook", () => {
  it("has every row under its heading: strings as strings, exact numbers, days and times as such", async () => {
    const bytes = await written(
      ["Reference", "Value", "Until", "Updated"],
      [
        [text("=cmd|' /C calc'!A0"), { kind: "number", text: "1234.50" }, { kind: "day", day: "2026-11-27" }, null],
        [
          text("名 <&> \u0000"),
          { kind: "number", text: "12345678901234567.89" },
          null,
          { kind: "time", local: "2026-11-27 15:40:30" },
        ],
      ],
    );
    const sheet = read(bytes, { cellFormula: true, cellDates: false, cellNF: true }).Sheets.List ?? {};
    expect(sheet.A1?.v).toBe("Reference");
    expect([sheet.A2?.t, sheet.A2?.v, sheet.A2?.f]).toEqual(["s", "=cmd|' /C calc'!A0", undefined]);
    expect([sheet.B2?.t, sheet.B2?.v, sheet.B2?.w]).toEqual(["n", 1234.5, "1234.50"]);
    expect(sheet.C2?.w).toBe("2026-11-27");
    expect(sheet.D2).toBeUndefined();
    expect(sheet.A3?.v).toBe("名 <&> \ufffd");
    expect([sheet.B3?.t, sheet.B3?.v]).toEqual(["s", "12345678901234567.89"]);
    expect(sheet.D3?.w).toBe("2026-11-27 15:40:30");
  });

  it("is the same bytes for the same rows, and as many rows as it was given", async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => Array.from({ length: 30 }, () => text(`row ${index}`)));
    const heading = Array.from({ length: 30 }, (_, column) => `column ${column}`);
    const bytes = await written(heading, rows);
    const sheet = read(bytes).Sheets.List ?? {};
    expect(utils.sheet_to_json(sheet)).toHaveLength(3_000);
    expect(sheet.AD3001?.v).toBe("row 2999");
    expect(bytes.equals(await written(heading, rows))).toBe(true);
  });
});
