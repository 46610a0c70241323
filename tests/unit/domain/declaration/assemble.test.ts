import { describe, expect, it } from "vitest";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import { leavesOf } from "@/domain/declaration/check";
import type { Fact } from "@/domain/declaration/facts";
import { fact } from "../fixtures";

const WAYBILL = { documentId: "waybill", documentType: "air_waybill" } as const;
const PACKING = { documentId: "packing", documentType: "packing_list" } as const;
const TYPED = {
  documentId: null,
  documentType: null,
  page: null,
  confidence: 1,
  method: "typed",
  status: "confirmed",
  confirmedBy: "broker-1",
} as const;

const assemble = (facts: readonly Fact[]) => assembleDeclaration({ regime: "0110", facts, consumer: null });

describe("whose word counts", () => {
  it("is the invoice's for the price and the waybill's for the carriage", () => {
    const draft = assemble([
      fact("total", "100.00"),
      fact("total", "999.00", WAYBILL),
      fact("gross_weight_kg", "12"),
      fact("gross_weight_kg", "12.5", WAYBILL),
      fact("gross_weight_kg", "12.4", PACKING),
    ]);
    expect(draft.invoiceTotal?.value).toBe("100.00");
    expect(draft.grossWeightKg?.value).toBe("12.5");
  });

  it("is the next document's where the first is silent", () => {
    const draft = assemble([fact("gross_weight_kg", "12"), fact("gross_weight_kg", "12.4", PACKING)]);
    expect(draft.grossWeightKg?.source.documentId).toBe("packing");
  });

  it("is what a person typed before any document", () => {
    const draft = assemble([fact("incoterm", "CIF"), fact("incoterm", "FOB", TYPED)]);
    expect(draft.incoterm).toMatchObject({ value: "FOB", source: { method: "typed", confirmedBy: "broker-1" } });
  });

  it("is a confirmed value before a surer one that nobody confirmed, and the surer among equals", () => {
    const confirmed = fact("invoice_number", "INV-1", { confidence: 0.4, status: "confirmed", confirmedBy: "b" });
    expect(assemble([fact("invoice_number", "INV-7"), confirmed]).invoiceNumber?.value).toBe("INV-1");
    const [weak, strong] = [fact("date", "2026-01-02", { confidence: 0.5 }), fact("date", "2026-02-01")];
    expect(assemble([strong, weak]).invoiceDate?.value).toBe("2026-02-01");
  });

  it("is nobody's for a value that was rejected", () => {
    expect(assemble([fact("freight", "10", { status: "rejected" })]).freight).toBeNull();
  });

  it("is the final invoice's before that of a pro forma one, which speaks where no other does", () => {
    const proForma = { documentId: "offer", documentType: "pro_forma_invoice" } as const;
    const offered = [fact("total", "90.00", proForma), fact("amount", "90.00", { ...proForma, line: 0 })];
    const invoiced = [fact("total", "100.00", { confidence: 0.6 }), fact("amount", "100.00", { line: 0 })];
    const draft = assemble([...offered, fact("incoterm", "FOB", proForma), ...invoiced]);
    expect(draft.invoiceTotal?.value).toBe("100.00");
    expect(draft.lines.map((line) => line.amount?.value)).toEqual(["100.00"]);
    expect(draft.incoterm?.source.documentId).toBe("offer");
    expect(assemble(offered).invoiceTotal?.value).toBe("90.00");
  });

  // Else the total of one invoice is held against the lines of another.
  it("is, among several invoices, that of the one whose lines are declared", () => {
    const second = { documentId: "second" };
    const draft = assemble([
      fact("total", "100.00", { confidence: 0.92 }),
      fact("amount", "100.00", { line: 0 }),
      fact("total", "70.00", { ...second, confidence: 0.99 }),
      fact("amount", "70.00", { ...second, line: 0 }),
    ]);
    expect(draft.invoiceTotal?.value).toBe("100.00");
    expect(draft.lines.map((line) => line.amount?.value)).toEqual(["100.00"]);
  });
});

describe("the goods lines", () => {
  const rows = [0, 1].flatMap((line) => [
    fact("description", `Goods ${line}`, { line }),
    fact("amount", "50.00", { line }),
  ]);

  it("are numbered from 1 and come from the priced document, not from the packing list", () => {
    const draft = assemble([...rows, fact("description", "Carton", { ...PACKING, line: 5 })]);
    expect(draft.lines.map((line) => [line.number, line.description?.value])).toEqual([
      [1, "Goods 0"],
      [2, "Goods 1"],
    ]);
  });

  it("are completed by what a person types", () => {
    const draft = assemble([...rows, fact("hs_code", "8518302000", { ...TYPED, line: 1 })]);
    expect(draft.lines.map((line) => line.commodityCode?.value)).toEqual([undefined, "8518302000"]);
  });

  it("take the header's origin, keeping where it stands, unless they state their own", () => {
    const origin = fact("country_of_origin", "DE");
    const draft = assemble([...rows, origin, fact("origin", "FR", { line: 1 })]);
    expect(draft.lines.map((line) => line.origin?.value)).toEqual(["DE", "FR"]);
    expect(draft.lines[0]?.origin?.source.fieldId).toBe(origin.id);
  });

  it("take the header's commodity code only while it is the only one", () => {
    const one = assemble([...rows, fact("hs_codes", "8518.30.2000")]);
    expect(one.lines.map((line) => line.commodityCode?.value)).toEqual(["8518302000", "8518302000"]);
    const two = assemble([...rows, fact("hs_codes", "8518302000"), fact("hs_codes", "8471300000")]);
    expect(two.lines.map((line) => line.commodityCode)).toEqual([null, null]);
  });

  it("take the header's net weight only when there is one line", () => {
    const weight = fact("net_weight_kg", "11", PACKING);
    expect(assemble([...rows, weight]).lines[0]?.netWeightKg).toBeNull();
    expect(assemble([...rows.slice(0, 2), weight]).lines[0]?.netWeightKg?.value).toBe("11");
  });
});

it("invents nothing: without facts every value is missing", () => {
  expect(leavesOf(assemble([])).every(([, leaf]) => leaf === null)).toBe(true);
});
