import { describe, expect, it } from "vitest";
import { planFinish } from "@/ui/document/plan-finish";
import { emptySlot } from "@/ui/document/slots";

const field = (id: string, more: { isUnsure?: boolean; otherReading?: string } = {}) => ({
  ...emptySlot("d", id, null),
  id,
  value: "x",
  ...more,
});
const NOBODY = new Set<string>();

describe("the end of a paper", () => {
  const denied = field("consignee");
  const conflicts = new Map([["consignee", true]]);

  it("stops at what must be decided when only a typed value was confirmed with it", () => {
    const plan = planFinish({ fields: [field("packages"), denied], conflicts, isTyped: true, told: NOBODY });
    expect(plan).toEqual({ vouched: [], undecided: [denied], stop: denied });
  });

  it("stops there when nothing else was left at all, and lets go who was told", () => {
    expect(planFinish({ fields: [denied], conflicts, isTyped: false, told: NOBODY }).stop).toBe(denied);
    expect(planFinish({ fields: [denied], conflicts, isTyped: false, told: new Set(["consignee"]) }).stop).toBeNull();
    expect(planFinish({ fields: [denied], conflicts, isTyped: false, told: new Set(["total"]) }).stop).toBe(denied);
  });

  it("vouches for what is unsure, but for neither of two readings", () => {
    const unsure = field("date", { isUnsure: true });
    const changed = field("total", { isUnsure: true, otherReading: "12" });
    const plan = planFinish({ fields: [unsure, changed], conflicts: new Map(), isTyped: false, told: NOBODY });
    expect(plan).toEqual({ vouched: [unsure], undecided: [changed], stop: changed });
  });

  it("vouches for no value that another paper denies, however unsure it is, and says how many there are", () => {
    const unsure = field("date", { isUnsure: true });
    const disputed = field("consignee", { isUnsure: true });
    const plan = planFinish({ fields: [unsure, disputed, denied], conflicts, isTyped: false, told: NOBODY });
    expect(plan.vouched).toEqual([unsure]);
    expect(plan.undecided).toEqual([disputed, denied]);
    expect(plan.stop).toBe(disputed);
  });

  it("goes on when nothing is left", () => {
    expect(planFinish({ fields: [field("date")], conflicts: new Map(), isTyped: true, told: NOBODY }).stop).toBeNull();
  });
});
