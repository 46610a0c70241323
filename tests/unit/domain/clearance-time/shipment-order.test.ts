import { describe, expect, it } from "vitest";
import {
  cursorOf,
  inOrder,
  type Placed,
  parseCursor,
  parseUnderwayCursor,
  underwayCursorOf,
} from "@/domain/clearance-time/shipment-order";

const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;
const placed = (number: number, key: string | null): Placed => ({ id: id(number), key });
const sorted = (sort: "slack" | "value", rows: readonly Placed[]) =>
  [...rows].sort(inOrder(sort)).map((each) => Number(each.id.at(-1)));

describe("the order of the list of shipments", () => {
  const rows = [placed(1, null), placed(2, "9"), placed(3, "100"), placed(4, null), placed(5, "9"), placed(6, "-5")];

  it("has the least slack first, the newest of equals, and those without a clock last", () => {
    expect(sorted("slack", rows)).toEqual([6, 5, 2, 3, 4, 1]);
  });

  it("has the most at stake first, by number and not by letters", () => {
    expect(sorted("value", rows)).toEqual([3, 5, 2, 6, 4, 1]);
  });

  it("goes on behind a cursor, even where its row has moved away meanwhile", () => {
    const after = parseCursor(cursorOf(placed(5, "9")));
    if (!after) throw new Error("a cursor that was made is read");
    const compare = inOrder("slack");
    expect(rows.filter((row) => compare(row, after) > 0).map(({ id: each }) => each)).toEqual([1, 2, 3, 4].map(id));
  });

  it("reads an id alone, and nothing that is no cursor", () => {
    expect(parseCursor(id(1))).toEqual({ id: id(1), key: null });
    expect(parseCursor(cursorOf(placed(1, null)))).toEqual({ id: id(1), key: null });
    for (const text of ["", "x", `x~${id(1)}`, `1e9~${id(1)}`, "9~", `${id(1)}; drop`])
      expect(parseCursor(text)).toBeNull();
  });
});

describe("the pages of what is under way", () => {
  it("are cut where a cursor says, which is read as it was made, and nothing else is", () => {
    const cursor = { asOf: 1_790_000_000_000, dueAt: 1_780_000_000_000, id: id(3) };
    expect(parseUnderwayCursor(underwayCursorOf(cursor))).toEqual(cursor);
    for (const text of [
      "",
      id(3),
      `1~${id(3)}`,
      `1~-2~${id(3)}`,
      `1~${"9".repeat(15)}~${id(3)}`,
      `1~2~${id(3)} or 1=1`,
    ])
      expect(parseUnderwayCursor(text)).toBeNull();
  });
});
