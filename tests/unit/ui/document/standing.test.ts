import { describe, expect, it } from "vitest";
import { emptySlot } from "@/ui/document/slots";
import { standingOf } from "@/ui/document/standing";

describe("how a value stands", () => {
  const value = { ...emptySlot("d", "gross_weight_kg", null), id: "w", value: "311", confidence: 0.97 };

  it("says on its own row that another paper was held right", () => {
    expect(standingOf({ ...value, precedence: "yields" }, false)).toBe("overruled");
    expect(standingOf({ ...value, precedence: "yields", status: "confirmed" }, false)).toBe("overruled");
    expect(standingOf({ ...value, precedence: "prevails", status: "confirmed" }, false)).toBe("confirmed");
  });

  it("asks what is unsure, in conflict or changed before that", () => {
    const ruled = { ...value, precedence: "yields" as const };
    expect(standingOf({ ...ruled, isUnsure: true, confidence: 0.7 }, false)).toBe("check");
    expect(standingOf(ruled, true)).toBe("conflict");
    expect(standingOf({ ...ruled, otherReading: "312" }, false)).toBe("changed");
    expect(standingOf({ ...ruled, status: "rejected" }, false)).toBe("rejected");
  });
});
