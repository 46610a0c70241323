import { describe, expect, it } from "vitest";
import { outstanding, securedBy } from "@/domain/release/security";

const paid = (amount: string) => ({ kind: "payment" as const, amount });
const reserved = (amount: string) => ({ kind: "guarantee" as const, amount });

describe("the security of a tax", () => {
  it.each([
    ["100.00", [], "none", "100.00"],
    ["100.00", [paid("0.01")], "none", "99.99"],
    ["100.00", [paid("60.00"), paid("40.00")], "payment", "0.00"],
    ["100.00", [paid("160.00")], "payment", "0.00"],
    ["100.00", [reserved("100.00")], "guarantee", "0.00"],
    ["100.00", [paid("60.00"), reserved("40.00")], "guarantee", "0.00"],
    ["0.00", [], "payment", "0.00"],
  ] as const)("of %s by %j is %s, and %s is open", (total, held, by, open) => {
    expect(securedBy(total, held)).toBe(by);
    expect(outstanding(total, held)).toBe(open);
  });
});
