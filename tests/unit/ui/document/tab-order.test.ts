import { describe, expect, it } from "vitest";
import { emptySlot } from "@/ui/document/slots";
import { tabStop } from "@/ui/document/tab-order";

const OPEN = ["date", "total"];
const ASKED = ["number", "weight"];
const order = ["number", "date", "seller", "total", "weight", "freight"].map((name) => ({
  ...emptySlot("d", name, null),
  id: name,
}));

/** The places that Tab stops at from one on, until it leaves the form. */
function walk(from: string, step: 1 | -1, stops: readonly string[] = [...OPEN, ...ASKED]): readonly string[] {
  const walked: string[] = [];
  for (let at: string | undefined = from; at !== undefined && walked.length < 9; ) {
    at = tabStop({ order, isStop: ({ id }) => stops.includes(id) }, at, step)?.id;
    if (at !== undefined) walked.push(at);
  }
  return walked;
}

describe("Tab", () => {
  it("goes from what asks to what asks in the order of the screen, and leaves behind the last", () => {
    expect(walk("number", 1)).toEqual(["date", "total", "weight"]);
    expect(walk("seller", 1)).toEqual(["total", "weight"]);
  });

  it("never goes round, also from a settled value behind the last that asks", () => {
    expect(walk("freight", 1)).toEqual([]);
    expect(walk("number", 1, [])).toEqual([]);
  });

  it("goes the same way back, and leaves before the first", () => {
    expect(walk("freight", -1)).toEqual(["weight", "total", "date", "number"]);
    expect(walk("number", -1)).toEqual([]);
  });

  it("knows where a cell stands that holds nothing yet", () => {
    const cells = [0, 2].map((line) => ({ ...emptySlot("d", "amount", line), id: `amount.${line}` }));
    const among = { order: [...order, ...cells], isStop: ({ line }: { line: number | null }) => line !== null };
    expect(tabStop(among, "cell:1:unit", 1)?.id).toBe("amount.2");
    expect(tabStop(among, "cell:1:unit", -1)?.id).toBe("amount.0");
    expect(tabStop(among, "cell:3:unit", 1)).toBeNull();
  });
});
