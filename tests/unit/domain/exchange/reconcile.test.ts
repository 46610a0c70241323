import { expect, it } from "vitest";
import { reconcileDay } from "@/domain/exchange/reconcile";

it("names each difference between our day and the authority's once, and nothing that is the same", () => {
  const ours = [
    { id: "1", guid: "A", status: "800" },
    { id: "2", guid: "B", status: null },
    { id: "3", guid: "C", status: "120" },
  ];
  const theirs = [
    { guid: "A", status: "800" },
    { guid: "C", status: "800" },
    { guid: "D", status: null },
  ];
  expect(reconcileDay(ours, theirs)).toEqual([
    { kind: "missing_there", id: "2", guid: "B", ours: null },
    { kind: "differing", id: "3", guid: "C", ours: "120", theirs: "800" },
    { kind: "missing_here", guid: "D", theirs: null },
  ]);
});
