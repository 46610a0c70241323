import { describe, expect, it } from "vitest";
import { nextPaper } from "@/ui/document/next-paper";
import { emptySlot, type Sibling } from "@/ui/document/slots";

const paper = (id: string, isUnsure: boolean) =>
  ({ id, fields: [{ ...emptySlot(id, "date", null), id: `${id}.date`, isUnsure }] }) as unknown as Sibling;

describe("the paper behind this one", () => {
  it("is the next that asks, round past the last", () => {
    expect(nextPaper("b", [paper("a", true), paper("b", true), paper("c", false)])?.id).toBe("a");
    expect(nextPaper("a", [paper("a", true), paper("b", false)])).toBeNull();
  });

  it("is not one whose last question was answered from here", () => {
    const [first, second] = [paper("a", false), paper("b", true)];
    const ruled = { ...second, fields: second?.fields.map((field) => ({ ...field, isUnsure: false })) } as Sibling;
    expect(first && nextPaper("a", [first, ruled])).toBeNull();
  });
});
