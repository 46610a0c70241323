import { describe, expect, it } from "vitest";
import { type Comparable, findCopy } from "@/domain/document/copies";
import type { DocumentType } from "@/domain/document/document";
import { shinglesOf, similarity } from "@/domain/extraction/similarity";

function document(id: string, type: DocumentType, values: Record<string, string>, likeness = 0): Comparable {
  return { id, type, values: new Map(Object.entries(values)), likeness: () => likeness };
}

const first = document("a", "commercial_invoice", { invoice_number: "INV-1", total: "100.00" });

describe("a document that looks like a copy", () => {
  it("is one by its number and its figures, however they are written", () => {
    const again = document("b", "commercial_invoice", { invoice_number: "inv 1", total: "100" });
    expect(findCopy(again, [first])).toEqual({ copyOfId: "a", reason: { reason: "same_figures", value: "inv 1" } });
  });

  it("is one by its words where it bears no number", () => {
    const again = document("b", "other", {}, 0.93);
    const other = document("a", "other", {});
    expect(findCopy(again, [other])?.reason).toEqual({ reason: "same_words", value: "93" });
    expect(findCopy(document("b", "other", {}, 0.8), [other])).toBeNull();
  });

  it.each([
    [
      "of another number, however alike",
      document("b", "commercial_invoice", { invoice_number: "INV-2", total: "100.00" }, 0.99),
    ],
    [
      "of the same number that was amended",
      document("b", "commercial_invoice", { invoice_number: "INV-1", total: "120.00" }, 0.5),
    ],
    ["of another kind", document("b", "packing_list", { invoice_number: "INV-1", total: "100.00" }, 0.95)],
  ])("is none %s", (_what, again) => {
    expect(findCopy(again, [first])).toBeNull();
  });
});

describe("the likeness of words", () => {
  const pageOf = (text: string) => [
    { words: text.split(" ").map((part) => ({ text: part, box: { x: 0, y: 0, width: 1, height: 1 }, confidence: 1 })) },
  ];

  it("is whole for the same, nothing for nothing, and the same both ways", () => {
    const [a, b] = [shinglesOf(pageOf("one two three four five")), shinglesOf(pageOf("one two three four six"))];
    expect(similarity(a, a)).toBe(1);
    expect(similarity(a, shinglesOf([]))).toBe(0);
    expect(similarity(a, b)).toBe(similarity(b, a));
    expect(similarity(a, b)).toBe(0.5);
  });
});
