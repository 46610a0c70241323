import { describe, expect, it } from "vitest";
import { type ReadField, SURE } from "@/domain/extraction/field";
import { reconcile } from "@/domain/extraction/reconcile";
import { gapToTotal } from "@/domain/extraction/stated-total";
import { decimal, formatDecimal } from "@/domain/shared/decimal";

const gap = (goods: string, charges: readonly string[], total: string) => {
  const { difference, isWithCharges } = gapToTotal(decimal(goods), charges.map(decimal), decimal(total));
  return [formatDecimal(difference), isWithCharges];
};

describe("how far the lines are from the total that is stated", () => {
  it("is nothing when the total is that of the goods, or of the goods with every charge", () => {
    expect(gap("100.00", ["12.00", "3.00"], "100.00")).toEqual(["0.00", false]);
    expect(gap("100.00", ["12.00", "3.00"], "115.00")).toEqual(["0.00", true]);
  });

  it("counts the charges only if they explain the greater part of what is missing", () => {
    expect(gap("600.00", ["720.00"], "12990.00")).toEqual(["-12390.00", false]);
    expect(gap("100.00", ["12.00"], "101.00")).toEqual(["-1.00", false]);
    expect(gap("100.00", ["12.00"], "111.00")).toEqual(["1.00", true]);
    expect(gap("100.00", [], "101.00")).toEqual(["-1.00", false]);
  });

  it("is what the reader goes by as well", () => {
    const field = (name: ReadField["name"], value: string, line: number | null = null): ReadField => ({
      name,
      line,
      value,
      raw: value,
      page: 1,
      box: { x: 0, y: 0, width: 1, height: 1 },
      confidence: 0.8,
      method: "text_layer",
    });
    const total = (value: string) =>
      reconcile([
        field("total", value),
        field("freight", "12.00"),
        field("insurance", "3.00"),
        field("amount", "100.00", 0),
      ]).find(({ name }) => name === "total")?.confidence ?? 0;
    expect(total("115.00")).toBeGreaterThan(SURE);
    expect(total("112.00")).toBeLessThan(SURE);
  });
});
