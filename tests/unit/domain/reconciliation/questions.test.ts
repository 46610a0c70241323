import { describe, expect, it } from "vitest";
import { questionsOf, type ReadFact } from "@/domain/reconciliation/questions";

const fact = (documentId: string, name: string, value: string, more: Partial<ReadFact> = {}): ReadFact => ({
  id: `${documentId}.${name}.${more.line ?? ""}`,
  documentId,
  documentType: documentId === "i" ? "commercial_invoice" : "air_waybill",
  name,
  line: null,
  value,
  page: 1,
  box: null,
  confidence: 0.97,
  method: "ocr",
  status: "suggested",
  confirmedBy: null,
  precedence: null,
  otherReading: null,
  ...more,
});
const count = (facts: readonly ReadFact[]) => {
  const { total, ofDocument } = questionsOf(facts);
  return [total, ofDocument.get("i") ?? 0, ofDocument.get("w") ?? 0];
};

describe("what a person is asked", () => {
  const weights = [fact("i", "gross_weight_kg", "240"), fact("w", "gross_weight_kg", "311", { confidence: 0.7 })];

  it("is each unsure value, and each that was read in two ways", () => {
    expect(count([fact("i", "date", "2026-11-03", { confidence: 0.7 }), fact("i", "total", "3")])).toEqual([1, 1, 0]);
    expect(count([fact("w", "date", "2026-11-04", { otherReading: "2026-11-14", status: "confirmed" })])).toEqual([
      1, 0, 1,
    ]);
  });

  it("is a contradiction once, on whichever paper it is met, and its values not beside it", () => {
    expect(count(weights)).toEqual([1, 1, 1]);
  });

  it("is no contradiction with a paper of which nobody knows whether it belongs here", () => {
    expect(questionsOf(weights, new Set(["w"])).total).toBe(1);
    expect(questionsOf(weights, new Set(["w"])).ofDocument.get("i")).toBeUndefined();
  });

  it("is nothing of what was decided", () => {
    const ruled = weights.map((each) => ({
      ...each,
      precedence: each.documentId === "i" ? ("prevails" as const) : ("yields" as const),
    }));
    expect(count(ruled)).toEqual([0, 0, 0]);
  });

  it("is a sum that another paper denies once, and each of its lines that is unsure", () => {
    const lines = [2, 3].map((value, line) =>
      fact("i", "quantity", String(value), { line, confidence: line === 0 ? 0.6 : 0.97 }),
    );
    const other = { ...fact("p", "quantity", "9", { line: 0 }), documentType: "packing_list" as const };
    const { total, ofDocument } = questionsOf([...lines, other]);
    expect([total, ofDocument.get("i"), ofDocument.get("p")]).toEqual([2, 2, 1]);
  });
});
