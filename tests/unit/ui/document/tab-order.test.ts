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
function walk(from: string, step: 1 | -1, open: readonly string[] = OPEN): readonly string[] {
  const stops: string[] = [];
  for (let at: string | undefined = from; at !== undefined && stops.length < 9; ) {
    at = tabStop(
      { order, isOpen: ({ id }) => open.includes(id), isAsked: ({ id }) => ASKED.includes(id) },
      at,
      step,
    )?.id;
    if (at !== undefined) stops.push(at);
  }
  return stops;
}

describe("Tab", () => {
  it("goes behind the last unsure value to what was not found, also where that stands above, and then leaves", () => {
    expect(walk("date", 1)).toEqual(["total", "number", "weight"]);
  });

  it("leads from a settled value behind the last unsure one round to what is open", () => {
    expect(walk("freight", 1)).toEqual(["date", "total", "number", "weight"]);
    expect(walk("freight", 1, [])).toEqual(["number", "weight"]);
  });

  it("goes the same way back, and leaves before the first", () => {
    expect(walk("weight", -1)).toEqual(["number", "total", "date"]);
    expect(walk("seller", -1)).toEqual(["date"]);
  });
});
