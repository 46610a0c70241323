import { describe, expect, it } from "vitest";
import { toPrediction } from "@/cli/prediction";
import type { ReadField } from "@/domain/extraction/field";

const box = { x: 0, y: 0, width: 0.1, height: 0.1 };

function field(name: ReadField["name"], value: string, confidence: number, line: number | null = null): ReadField {
  return { name, value, line, raw: value, page: 1, box, confidence, method: "ocr" };
}

describe("what the command line writes", () => {
  it("says beside each value how sure it is, of a list how sure its least sure member is", () => {
    const part = {
      firstPage: 1,
      lastPage: 1,
      unreadScript: null,
      type: "commercial_invoice",
      typeConfidence: 0.9,
      fields: [
        field("total", "12.50", 0.95),
        field("hs_codes", "851679", 0.96),
        field("hs_codes", "691110", 0.7),
        field("freight", "3", 0.9),
        field("quantity", "5", 0.8, 0),
      ],
    } as const;
    expect(toPrediction([part])).toEqual({
      doc_type: "commercial_invoice",
      fields: { total: 12.5, hs_codes: ["851679", "691110"] },
      line_items: [{ quantity: 5 }],
      confidence: {
        doc_type: 0.9,
        fields: { total: 0.95, hs_codes: 0.7 },
        line_items: [{ quantity: 0.8 }],
      },
    });
  });
});
