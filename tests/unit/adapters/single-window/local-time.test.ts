import { describe, expect, it } from "vitest";
import { fromWireTime, toWireTime } from "@/adapters/single-window/local-time";

describe("times of the wire", () => {
  it("are those of Shanghai, over the end of a year as well", () => {
    expect(toWireTime("2026-12-31T16:00:00Z")).toBe("20270101000000");
    expect(fromWireTime("20270101000000", 14)).toBe("2026-12-31T16:00:00Z");
    expect(toWireTime("2026-11-27T02:15:00.001Z")).toBe("20261127101500001");
    expect(fromWireTime("20261127101500001", 17)).toBe("2026-11-27T02:15:00.001Z");
  });

  it.each(["20261131000000", "20260229000000", "20261127240000", "20261127106000", "2026112710", "2026112710000x"])(
    "%s is no time",
    (digits) => {
      expect(fromWireTime(digits, 14)).toBeNull();
    },
  );
});
