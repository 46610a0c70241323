import { describe, expect, it } from "vitest";
import { toPrediction } from "@/cli/prediction";
import type { DocumentType } from "@/domain/document/document";
import type { ReadField } from "@/domain/extraction/field";

const total: ReadField = {
  name: "total",
  line: null,
  value: "90.00",
  raw: "90.00",
  page: 1,
  box: { x: 0, y: 0, width: 0.1, height: 0.01 },
  confidence: 0.9,
  method: "ocr",
};
const part = (type: DocumentType, firstPage = 1) => ({
  type,
  typeConfidence: 0.9,
  fields: [total],
  firstPage,
  lastPage: firstPage,
  unreadScript: null,
});

describe("a reading in the exchange format", () => {
  it("calls a pro forma invoice a commercial one, and papers that the format does not know another kind", () => {
    expect(toPrediction([part("pro_forma_invoice")])).toMatchObject({
      doc_type: "commercial_invoice",
      fields: { total: 90 },
    });
    for (const type of ["quality_report", "product_label", "payment_slip", "other"] as const)
      expect(toPrediction([part(type)])).toMatchObject({ doc_type: "other", fields: {} });
  });

  it("lists the documents of a packet with their pages, the first of them also by itself", () => {
    const read = toPrediction([part("packing_list"), part("commercial_invoice", 2)]);
    expect(read.doc_type).toBe("packing_list");
    expect(read.documents?.map(({ doc_type, pages }) => [doc_type, pages])).toEqual([
      ["packing_list", [1]],
      ["commercial_invoice", [2]],
    ]);
  });
});
