import { describe, expect, it } from "vitest";
import { isDescribedAsUsed } from "@/domain/clearance/used-goods";

describe("a description", () => {
  it.each([
    "Used laptop computers",
    "Second-hand washing machine",
    "REFURBISHED phones",
    "pre-owned scanner",
    "旧复印机",
    "二手手机",
  ])("says that the goods are used: %s", (text) => {
    expect(isDescribedAsUsed(text)).toBe(true);
  });

  // A false alarm would stop new goods at the first gate.
  it.each([
    "Adapter used for laptops",
    "Cleaning brush, used with vacuum cleaners",
    "Filter to be used in dryers",
    "Not used, new in box",
    "Fused quartz tube",
    "Reusable bottle",
    "做旧实木桌",
    "Wireless headphones",
  ])("says nothing of the kind: %s", (text) => {
    expect(isDescribedAsUsed(text)).toBe(false);
  });

  it("says so where one word means the use and another the age", () => {
    expect(isDescribedAsUsed("Used pump, used for water")).toBe(true);
  });
});
