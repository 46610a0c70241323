import { describe, expect, it } from "vitest";
import { runsOf } from "@/domain/extraction/find-labels";
import { segmentsOf } from "@/domain/extraction/layout";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function labelsOf(...rows: Rows) {
  return runsOf(segmentsOf(page(rows)), false)
    .filter(({ concepts }) => concepts.length > 0)
    .map(({ text, concepts }) => [text, concepts[0]]);
}

function fieldOf(name: string, ...rows: Rows) {
  return readDocument([page(rows)]).fields.find((field) => field.name === name && field.line === null);
}

describe("a label", () => {
  it("may stand behind the number of a box in a part of the form", () => {
    expect(labelsOf([[0.1, "I.5 Consignee"]], [[0.1, "I.22 Number of packages"]])).toEqual([
      ["Consignee", "consignee"],
      ["Number of packages", "packages"],
    ]);
  });

  it("may go on over several lines of its box", () => {
    const labels = labelsOf(
      [[0.5, "4. Country, group of countries or"]],
      [[0.5, "territory in which the products are"]],
      [[0.5, "considered as originating"]],
      [[0.5, "POLAND"]],
    );
    expect(labels).toEqual([
      ["Country, group of countries or territory in which the products are considered as originating", "origin"],
    ]);
  });

  it("announces a number of several parts", () => {
    expect(labelsOf([[0.8, "No. TR/23/351302"]])).toEqual([["No.", "bare_number"]]);
  });

  it("is none where it says whose something is", () => {
    expect(labelsOf([[0.1, "Shipper's authorisation"]])).toEqual([]);
  });

  it("of a tax may name its rate", () => {
    expect(labelsOf([[0.1, "GST @6%"]])).toEqual([["GST", "tax"]]);
  });
});

describe("a value below a label", () => {
  it("is not taken from another label that it stands behind", () => {
    const number = fieldOf(
      "invoice_number",
      [[0.77, "INVOICE"]],
      null,
      [
        [0.7, "Your order:"],
        [0.8, "4500067318"],
      ],
      [
        [0.7, "Invoice number:"],
        [0.85, "FXWA-752"],
      ],
    );
    expect(number?.value).toBe("FXWA-752");
  });

  it("is not taken from another label that stands closer above it", () => {
    const number = fieldOf(
      "invoice_number",
      [[0.46, "INVOICE"]],
      [
        [0.51, "Contract No."],
        [0.74, "Invoice Ref."],
      ],
      [
        [0.51, "4500068330"],
        [0.74, "5471743722"],
      ],
    );
    expect(number?.value).toBe("5471743722");
  });
});

describe("the row of a total", () => {
  it("states the currency at its last figure", () => {
    const currency = fieldOf(
      "currency",
      [[0.3, "COMMERCIAL INVOICE"]],
      [[0.1, "Invoice No.: 7781-A"]],
      [
        [0.1, "Amount due"],
        [0.45, "1.240"],
        [0.85, "US$ 8.430,69"],
      ],
    );
    expect(currency).toMatchObject({ value: "USD" });
  });

  it("may set its figure under its currency", () => {
    const total = fieldOf(
      "total",
      [[0.3, "COMMERCIAL INVOICE"]],
      [[0.1, "Invoice No.: 7781-A"]],
      [
        [0.6, "TOTAL INVOICE AMOUNT"],
        [0.8745, "USD"],
      ],
      [[0.823, "29,446.60"]],
    );
    expect(total?.value).toBe("29446.60");
  });
});

describe("a date", () => {
  it("that could be two is asked, though the place is American", () => {
    const date = fieldOf(
      "date",
      [[0.3, "COMMERCIAL INVOICE"]],
      [[0.1, "Newark, NJ 07114"]],
      [[0.1, "Invoice Date: 09/06/2024"]],
      [[0.1, "Total USD 48653.77"]],
    );
    expect(date?.confidence).toBeLessThan(0.9);
  });

  it("is none of a year before there was such trade", () => {
    const date = fieldOf("date", [[0.3, "COMMERCIAL INVOICE"]], [[0.1, "Fresh oranges 0805.10.19"]]);
    expect(date).toBeUndefined();
  });
});
