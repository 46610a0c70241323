import { describe, expect, it } from "vitest";
import type { DocumentView, FieldView } from "@/contracts/views/document";
import { openCounts } from "@/ui/document/open-fields";
import { emptySlot, toSibling } from "@/ui/document/slots";

const value = (id: string, name: string, text: string, more: Partial<FieldView> = {}): FieldView => ({
  ...emptySlot(id.slice(0, 1), name, null),
  id,
  value: text,
  confidence: 0.97,
  ...more,
});
const paper = (id: string, type: DocumentView["type"], fields: readonly FieldView[]) => ({ id, type, fields });

describe("how many values a paper asks for", () => {
  const invoice = paper("i", "commercial_invoice", [
    value("i.weight", "gross_weight_kg", "240"),
    value("i.date", "date", "2026-11-03", { isUnsure: true, confidence: 0.7 }),
  ]);
  const waybill = paper("w", "air_waybill", [value("w.weight", "gross_weight_kg", "311")]);

  it("counts what is unsure, what was read in two ways and what another paper denies, each once", () => {
    expect([...openCounts([invoice, waybill]).ofDocument]).toEqual([
      ["i", 2],
      ["w", 1],
    ]);
    // The contradiction is one question, although it stands on both papers.
    expect(openCounts([invoice, waybill]).total).toBe(2);
    const copy = { ...waybill, copy: { ofId: "x", ofName: "x.pdf", reason: "same_words" as const, value: "99" } };
    expect(openCounts([invoice, copy]).total).toBe(1);
    expect(openCounts([invoice]).ofDocument.get("i")).toBe(1);
    const changed = paper("w", "air_waybill", [value("w.date", "date", "2026-11-04", { otherReading: "2026-11-14" })]);
    expect(openCounts([changed]).ofDocument.get("w")).toBe(1);
  });

  it("knows the open cells of the lines of the other papers too", () => {
    const cell = value("i.origin", "origin", "IT", { line: 3, isUnsure: true });
    const whole = { ...paper("i", "commercial_invoice", [cell]), pages: [], state: "read", fileName: "i.pdf" };
    expect(toSibling(whole as unknown as DocumentView).fields).toEqual([cell]);
  });
});
