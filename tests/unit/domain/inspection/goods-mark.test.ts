import { describe, expect, it } from "vitest";
import { type DescribedGoods, goodsMark } from "@/domain/inspection/goods-mark";

const GOODS: DescribedGoods = {
  description: "Headphones, brand Ohr, model H-2",
  commodityCode: "8518302000",
  quantity: "12",
  unit: "pcs",
  origin: "DE",
};

describe("the mark of goods", () => {
  it.each([
    ["code", { commodityCode: "8518309000" }],
    ["quantity", { quantity: "13" }],
    ["unit", { unit: "kg" }],
    ["origin", { origin: "FR" }],
    ["model", { description: "Headphones, brand Ohr, model H-3" }],
  ])("is another when the %s is", (_what, part) => {
    expect(goodsMark({ ...GOODS, ...part })).not.toBe(goodsMark(GOODS));
  });

  it("is the same however numbers, units and words are written", () => {
    const written = { quantity: "12.00000", unit: "PCS", description: " headphones,  brand OHR, model H-2" };
    expect(goodsMark({ ...GOODS, ...written })).toBe(goodsMark(GOODS));
  });
});
