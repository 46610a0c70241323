import { expect, it } from "vitest";
import { changesBetween } from "@/application/audit-changes";

it("keeps the value before and after of each field that differs, and nothing of the others", () => {
  const before = { holder: "Old Firm", validTo: null, origins: ["DE"], secret: "a" };
  const after = { holder: "New Firm", validTo: "2027-01-31", origins: ["DE"], secret: "b" };
  expect(changesBetween(before, after, ["holder", "validTo", "origins"])).toEqual({
    holder_before: "Old Firm",
    holder_after: "New Firm",
    validTo_before: "-",
    validTo_after: "2027-01-31",
  });
});

it("takes a field that nobody named anew for unchanged", () => {
  expect(changesBetween({ state: "in_force" }, {}, ["state"])).toEqual({});
});
