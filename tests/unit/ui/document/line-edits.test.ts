import { describe, expect, it } from "vitest";
import { emptySlot } from "@/ui/document/slots";
import { backTo } from "@/ui/document/use-line-edits";

describe("what takes a typed cell back", () => {
  const cell = { ...emptySlot("d", "amount", 2), id: "c", value: "3.00" };

  it("is the machine's suggestion, or the empty cell, that stood there", () => {
    expect(backTo(cell)).toEqual({ kind: "reopen", line: 2, name: "amount" });
    expect(backTo(emptySlot("d", "amount", 2))).toEqual({ kind: "reopen", line: 2, name: "amount" });
  });

  it("is what a person had said before", () => {
    expect(backTo({ ...cell, status: "corrected" })).toEqual({ kind: "set", line: 2, name: "amount", value: "3.00" });
    expect(backTo({ ...cell, status: "rejected" })).toEqual({ kind: "set", line: 2, name: "amount", value: "" });
  });
});
