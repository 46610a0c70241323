import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPaperNumber } from "@/domain/clearance/paper-number";

describe("the number of a paper", () => {
  it.each(["CCC-2026", "2026011608000001", "GACC 2026/123", "No. 12.4", "国妆网备进字2026000123", "A1"])(
    "is %s",
    (text) => {
      expect(isPaperNumber(text)).toBe(true);
    },
  );

  it.each([
    "",
    " 12",
    "Wang Xiaoming",
    "王小明",
    "Wang Xiaoming 12",
    "11010519491231002X",
    "ID 110105 19491231 002X",
    "110105-19491231-002x",
    "none",
    "1@example.com",
    "1".repeat(61),
  ])("is not %j", (text) => {
    expect(isPaperNumber(text)).toBe(false);
  });

  it("never has the shape of a person's number, wherever that stands", () => {
    const digits = fc.stringMatching(/^\d{17}[\dX]$/);
    const around = fc.stringMatching(/^[A-Z0-9 /-]{0,10}$/);
    fc.assert(
      fc.property(around, digits, around, (before, number, after) => {
        expect(isPaperNumber(`${before}${number}${after}`)).toBe(false);
      }),
    );
  });
});
