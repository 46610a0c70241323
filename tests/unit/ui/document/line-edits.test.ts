import { describe, expect, it } from "vitest";
import { reopened } from "@/ui/document/settle";
import { emptySlot } from "@/ui/document/slots";
import { backTo, inverse, shownAtOnce } from "@/ui/document/use-line-edits";

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

describe("what takes back an act on the lines", () => {
  const read = { ...emptySlot("d", "amount", 0), id: "a", value: "3.00", method: "ocr" as const, confidence: 0.95 };
  const fields = [read];

  it("empties the cells again that were empty before a block was pasted, and their count goes back", () => {
    const pasted = [
      { kind: "set", line: 0, name: "amount", value: "9.00" },
      { kind: "set", line: 0, name: "quantity", value: "2" },
      { kind: "set", line: 1, name: "quantity", value: "4" },
    ] as const;
    const shown = shownAtOnce(fields, pasted, "d");
    expect(shown).toHaveLength(3);
    const back = pasted.flatMap((edit) => inverse(edit, fields)).reverse();
    expect(shownAtOnce(shown, back, "d")).toEqual([{ ...read, machineValue: null }]);
  });

  it("gives a line back cell by cell as it stood, and closes the gap of one that was inserted", () => {
    const corrected = { ...read, id: "q", name: "quantity", value: "5", status: "corrected" as const };
    expect(inverse({ kind: "remove", line: 0 }, [read, corrected])).toEqual([
      { kind: "reopen", line: 0, name: "amount" },
      { kind: "set", line: 0, name: "quantity", value: "5" },
    ]);
    expect(inverse({ kind: "insert", line: 1 }, fields)).toEqual([{ kind: "close", line: 1 }]);
  });
});

describe("a value of which a person takes their word back", () => {
  const denied = {
    ...emptySlot("d", "packages", null),
    id: "p",
    value: "12",
    method: "ocr" as const,
    confidence: 0.7,
    status: "rejected" as const,
  };

  it("is what the machine read, and is asked as before", () => {
    expect(reopened(denied)).toMatchObject({ value: "12", status: "suggested", isUnsure: true, confirmedBy: null });
    expect(
      reopened({ ...denied, value: "99", machineValue: "12", status: "corrected", confidence: 0.95 }),
    ).toMatchObject({ value: "12", machineValue: null, status: "suggested", isUnsure: false });
  });

  it("is nothing where the machine had read nothing", () => {
    expect(reopened({ ...denied, method: "typed" })).toBeNull();
  });
});
