import { describe, expect, it } from "vitest";
import type { FieldView } from "@/contracts/views/document";
import { isOlderDrawing } from "@/ui/document/older-drawing";
import { emptySlot } from "@/ui/document/slots";

const field = (id: string, status: FieldView["status"]): FieldView => ({
  ...emptySlot("d", "gross_weight_kg", null),
  id,
  value: "311",
  status,
});

describe("whether a drawing of the server is older than what was settled here", () => {
  it("is when a settled value stands open in it, or is not there yet", () => {
    expect(isOlderDrawing([field("w", "confirmed")], [field("w", "suggested")])).toBe(true);
    expect(isOlderDrawing([field("w", "rejected")], [field("w", "suggested")])).toBe(true);
    expect(isOlderDrawing([field("w", "corrected")], [])).toBe(true);
  });

  it("is not when it says the same, or settles more", () => {
    expect(isOlderDrawing([field("w", "confirmed")], [field("w", "confirmed"), field("d", "suggested")])).toBe(false);
    expect(isOlderDrawing([field("w", "suggested")], [field("w", "confirmed")])).toBe(false);
    expect(isOlderDrawing([field("w", "suggested")], [])).toBe(false);
  });
});
