import { describe, expect, it } from "vitest";
import { toPrediction } from "@/cli/prediction";
import type { DocumentType } from "@/domain/document/document";
import type { ReadField } from "@/domain/extraction/field";

const box = { x: 0, y: 0, width: 0.1, height: 0.1 };

function field(name: ReadField["name"], value: string, confidence: number, line: number | null = null): ReadField {
  return { name, value, line, raw: value, page: 1, box, confidence, method: "ocr" };
}

const part = (type: DocumentType, firstPage = 1) => ({
  type,
  typeConfidence: 0.9,
  fields: [field("total", "90.00", 0.9)],
  firstPage,
  lastPage: firstPage,
  unreadScript: null,
});

describe("what the command line writes", () => {
  it("calls a pro forma invoice a commercial one, and papers that the format does not know another kind", () => {
    expect(toPrediction([part("pro_forma_invoice")])).toMatchObject({
      doc_type: "commercial_invoice",
      fields: { total: 90 },
    });
    for (const type of ["quality_report", "product_label", "payment_slip", "other"] as const)
      expect(toPrediction([part(type)])).toMatchObject({ doc_type: "other", fields: {} });
  });

  it("names who writes a packing list as the one who sends it too, where it names no other", () => {
    const list = { ...part("packing_list"), fields: [field("seller", "Western Valve LLC", 0.8)] };
    expect(toPrediction([list])).toMatchObject({
      fields: { seller: "Western Valve LLC", shipper: "Western Valve LLC" },
      confidence: { fields: { shipper: 0.8 } },
    });
    const sent = { ...list, fields: [...list.fields, field("shipper", "Harbor Packing Co.", 0.9)] };
    expect(toPrediction([sent])).toMatchObject({ fields: { shipper: "Harbor Packing Co." } });
    expect(toPrediction([{ ...list, type: "commercial_invoice" }]).fields).not.toHaveProperty("shipper");
  });

  it("lists the documents of a packet with their pages, the first of them also by itself", () => {
    const read = toPrediction([part("packing_list"), part("commercial_invoice", 2)]);
    expect(read.doc_type).toBe("packing_list");
    expect(read.documents?.map(({ doc_type, pages }) => [doc_type, pages])).toEqual([
      ["packing_list", [1]],
      ["commercial_invoice", [2]],
    ]);
  });

  it("says beside each value how sure it is, of a list how sure its least sure member is", () => {
    const invoice = {
      ...part("commercial_invoice"),
      fields: [
        field("total", "12.50", 0.95),
        field("hs_codes", "851679", 0.96),
        field("hs_codes", "691110", 0.7),
        field("freight", "3", 0.9),
        field("quantity", "5", 0.8, 0),
      ],
    };
    expect(toPrediction([invoice])).toEqual({
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
