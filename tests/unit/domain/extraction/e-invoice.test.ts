import { describe, expect, it } from "vitest";
import { parseXml } from "@/adapters/reading/xml";
import { readEInvoice } from "@/domain/extraction/e-invoice";
import { placeOnPages } from "@/domain/extraction/e-invoice-place";
import { priceForOne } from "@/domain/extraction/e-invoice-values";
import { isSomewhere } from "@/domain/extraction/field";
import { crossIndustryInvoice, firstEditionInvoice, universalInvoice } from "../../../support/e-invoices";
import { page } from "./pages";

function fieldsOf(xml: string) {
  const parsed = parseXml(Buffer.from(xml));
  if (!parsed.ok) throw new Error(parsed.error);
  return readEInvoice(parsed.value) ?? [];
}

function valuesOf(xml: string): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(xml).map(({ name, line, value }) => [line === null ? name : `${line}.${name}`, value]),
  );
}

describe("a structured invoice", () => {
  it("in the Cross Industry syntax states its values exactly, and nothing else", () => {
    expect(valuesOf(crossIndustryInvoice())).toEqual({
      invoice_number: "RE-7001",
      date: "2026-11-03",
      seller: "Schreibwaren Müller & Söhne GmbH",
      buyer: "Pudong Office Supply Co., Ltd.",
      consignee: "Pudong Office Supply Bonded Store",
      currency: "GBP",
      // The grand total, not what is left to pay; the tax in the invoice's currency, not in that of the books.
      total: "1130.50",
      tax: "180.50",
      incoterm: "FCA",
      freight: "40.00",
      hs_codes: "96081010",
      "0.description": "Kugelschreiber, blau",
      "0.quantity": "2000",
      "0.unit": "C62",
      // 45.50 for a hundred.
      "0.unit_price": "0.455",
      "0.amount": "910.00",
      "0.hs_code": "96081010",
      "0.origin": "DE",
      "0.net_weight_kg": "14.000",
    });
  });

  it("of the first edition is read by its own names, and a line that is a note is none", () => {
    expect(valuesOf(firstEditionInvoice())).toEqual({
      invoice_number: "RE-14",
      date: "2014-09-23",
      seller: "Alte Ware KG",
      buyer: "Neue Kunden AG",
      currency: "EUR",
      total: "119.00",
      tax: "19.00",
      "0.description": "Schrauben",
      "0.quantity": "10.0000",
      "0.unit": "C62",
      "0.unit_price": "10.0000",
      "0.amount": "100.00",
    });
  });

  it.each(["Invoice", "CreditNote"] as const)("in the Universal Business Language: %s", (root) => {
    expect(valuesOf(universalInvoice(root))).toEqual({
      invoice_number: "UB-55",
      date: "2026-10-31",
      seller: "Coil Works Ltd.",
      buyer: "Ningbo Metal Trading",
      consignee: "Ningbo Metal Yard 3",
      currency: "EUR",
      total: "2000.00",
      tax: "0",
      freight: "50",
      hs_codes: "720851",
      "0.description": "Steel coil",
      "0.quantity": "10",
      "0.unit": "KGM",
      "0.unit_price": "195",
      "0.amount": "1950",
      "0.hs_code": "720851",
      "0.origin": "SE",
    });
  });

  it("is none when another standard calls its root so", () => {
    const parsed = parseXml(Buffer.from("<Invoice><Number>1</Number></Invoice>"));
    expect(parsed.ok && readEInvoice(parsed.value)).toBeNull();
  });

  it("leaves out a price that cannot be written exactly for one", () => {
    expect(priceForOne("10.00", "3")).toBeNull();
    expect(priceForOne("10.00", "4")).toBe("2.5");
    expect(priceForOne("10.00", "0")).toBe("10.00");
  });

  it("points at the places at which its pages say the same, and at none where they do not", () => {
    const fields = fieldsOf(crossIndustryInvoice());
    const drawn = page([
      [[0.1, "RECHNUNG Nr. RE-7001"]],
      [[0.1, "Schreibwaren Muller & Sohne GmbH"]],
      [[0.1, "Datum 03.11.2026"]],
      [
        [0.1, "Kugelschreiber, blau"],
        [0.6, "2.000"],
        [0.8, "910,00"],
      ],
      [[0.6, "Summe 910,00"]],
      [[0.6, "Gesamt 1.130,50 GBP"]],
    ]);
    const placed = placeOnPages(fields, [drawn], []);
    const rowOf = (name: string, line: number | null = null) => {
      const field = placed.find((each) => each.name === name && each.line === line);
      return field && isSomewhere(field.box) ? Math.round((field.box.y - 0.05) / 0.02) : null;
    };
    expect(rowOf("invoice_number")).toBe(0);
    expect(rowOf("seller")).toBe(1);
    expect(rowOf("date")).toBe(2);
    expect(rowOf("total")).toBe(5);
    // The amount stands on the height of its line, not in the sum below.
    expect([rowOf("description", 0), rowOf("quantity", 0), rowOf("amount", 0)]).toEqual([3, 3, 3]);
    expect(rowOf("consignee")).toBeNull();
    expect(placed.map(({ name, value }) => [name, value]).sort()).toEqual(
      fields.map(({ name, value }) => [name, value]).sort(),
    );
  });
});
