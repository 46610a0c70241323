import { describe, expect, it } from "vitest";
import { doubtLists } from "@/domain/extraction/doubt-lists";
import { NOWHERE, type ReadField } from "@/domain/extraction/field";

function field(name: ReadField["name"], value: string, line: number | null = null): ReadField {
  return { name, line, value, raw: value, page: 1, box: NOWHERE, confidence: 0.98, method: "ocr" };
}

const LINES = [
  field("amount", "40.00", 0),
  field("hs_code", "842139", 0),
  field("amount", "60.00", 1),
  field("hs_code", "848180", 1),
];
const CODES = [field("hs_codes", "842139"), field("hs_codes", "848180")];

function surenessOf(fields: readonly ReadField[]): number | undefined {
  return doubtLists(fields).find(({ name }) => name === "hs_codes")?.confidence;
}

describe("a list of commodity codes", () => {
  it("is asked where nothing shows that it is whole", () => {
    expect(surenessOf(CODES)).toBeLessThan(0.9);
    expect(surenessOf([...LINES, ...CODES, field("total", "130.00")])).toBeLessThan(0.9);
    expect(surenessOf([...LINES.slice(0, 3), ...CODES, field("total", "100.00")])).toBeLessThan(0.9);
  });

  it("is as sure as it was read where every line has its code and the lines add up", () => {
    expect(surenessOf([...LINES, ...CODES, field("total", "100.00")])).toBe(0.98);
  });
});
