import { describe, expect, it } from "vitest";
import { beginningOf, showsView, viewAddress, wholeAddress } from "@/contracts/view-address";
import type { SavedViewView } from "@/contracts/views/saved-view";

const VIEW: SavedViewView = {
  ...{ id: "v", list: "orders", name: "Red", query: { state: "mismatched", rule: "M04" }, columns: ["order", "value"] },
  ...{ isShared: false, isOwn: true, isDefault: true, isOutdated: false },
};
const ADDRESS = "/broker/orders?rule=M04&state=mismatched&columns=order,value&saved=v";

describe("the address of a saved view", () => {
  it("says filters and columns, so that it is the same in every browser", () => {
    expect(viewAddress(VIEW)).toBe(ADDRESS);
    expect(viewAddress({ ...VIEW, columns: [] })).toContain("columns=order,state,buyer");
  });

  it("is where a list begins that nothing is asked of, and nowhere else", () => {
    expect(beginningOf([VIEW], {})).toBe(ADDRESS);
    expect(beginningOf([VIEW], { state: "matched" })).toBeNull();
    expect(beginningOf([{ ...VIEW, isDefault: false }], {})).toBeNull();
    expect(wholeAddress("orders", {}, [VIEW])).toBe("/broker/orders?saved=none");
    expect(beginningOf([VIEW], { saved: "none" })).toBeNull();
    expect(wholeAddress("orders", {}, [])).toBe("/broker/orders");
  });

  it("shows the view while filters and columns are its own, in whatever order they are said", () => {
    expect(showsView(VIEW, { rule: "M04", state: "mismatched" }, ["order", "value"])).toBe(true);
    expect(showsView(VIEW, { state: "mismatched" }, ["order", "value"])).toBe(false);
    expect(showsView(VIEW, VIEW.query, ["order"])).toBe(false);
  });
});
