import { describe, expect, it } from "vitest";
import { dayIn, dayWords, lookOf } from "@/ui/time/day-words";

const TODAY = "2026-11-27";

describe("the days of clocks", () => {
  it("say their year where it is not the one of today, in both languages", () => {
    expect(dayWords("2026-12-28", TODAY, "en")).toBe("28 Dec");
    expect(dayWords("2029-11-28", TODAY, "en")).toBe("28 Nov 2029");
    expect(dayWords("2026-12-28", TODAY, "zh")).toBe("12月28日");
    expect(dayWords("2029-11-28", TODAY, "zh")).toBe("2029年11月28日");
  });

  it("turn the year where the office is, for moments as well", () => {
    const newYear = dayIn("Asia/Shanghai", new Date("2026-12-31T16:00:00Z"));
    expect(newYear).toBe("2027-01-01");
    expect(lookOf(newYear, TODAY)).toBe("dated");
    expect(lookOf(dayIn("Asia/Shanghai", new Date("2026-12-31T15:59:59Z")), TODAY)).toBe("short");
  });
});
