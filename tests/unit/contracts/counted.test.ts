import { describe, expect, it } from "vitest";
import { COUNTED_AT_MOST, counted, countWords } from "@/contracts/views/scalars";

describe("a count beside a list", () => {
  it("is shown to the last row up to 999, and as 999+ from there", () => {
    expect([0, 1, COUNTED_AT_MOST, COUNTED_AT_MOST + 1].map(countWords)).toEqual(["0", "1", "999", "999+"]);
  });

  it("is never more than one above what is counted, so that nobody takes it for how many there are", () => {
    expect(counted.safeParse(COUNTED_AT_MOST + 1).success).toBe(true);
    expect(counted.safeParse(COUNTED_AT_MOST + 2).success).toBe(false);
  });
});
