import { describe, expect, it } from "vitest";
import { classify } from "@/domain/extraction/classify";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { type, fields } = readDocument([page(rows)]);
  const all = fields.filter(({ line }) => line === null);
  return {
    type,
    values: (name: string) => all.filter((field) => field.name === name).map(({ value }) => value),
    confidence: (name: string) => all.find((field) => field.name === name)?.confidence,
  };
}

describe("the type of a paper", () => {
  it("without a title is told by what it states, and asked", () => {
    const rows: Rows = [
      [[0.1, "Numéro de facture"]],
      [[0.1, "MDBQ-EXP-550"]],
      [
        [0.1, "Montant TTC:"],
        [0.3, "18 657,63"],
      ],
    ];
    expect(classify([page(rows)])).toEqual({ type: "invoice", confidence: 0.7 });
  });

  it("without a title is that of a parcel's label where one sends and one receives", () => {
    const rows: Rows = [[[0.1, "FROM:"]], [[0.1, "TO:"]], [[0.1, "Weight"]], [[0.1, "Customs Value"]]];
    expect(classify([page(rows)]).type).toBe("express_waybill");
  });

  it("is not that of a paper whose number it names", () => {
    const rows: Rows = [
      [[0.1, "PACKING LIST / WEIGHT NOTE"]],
      [
        [0.5, "Commercial Invoice No."],
        [0.8, "24ACD-4138"],
      ],
      [[0.5, "Country of origin: Spain"]],
      [[0.5, "Port of loading: Algeciras"]],
      [[0.5, "HS code: 340111"]],
    ];
    expect(classify([page(rows)]).type).toBe("packing_list");
  });

  it("may be said in two languages on one line", () => {
    const rows: Rows = [[[0.4, "INVOICE 发票"]], [[0.1, "Purchase Order 订单号:"]], [[0.1, "Incoterms 2020: CIF"]]];
    expect(classify([page(rows)]).type).not.toBe("other");
  });
});

describe("a receipt", () => {
  const head: Rows = [[[0.3, "SINAR JAYA BAKERY"]], [[0.3, "50350 KUALA LUMPUR"]], [[0.3, "Receipt No: 1925836"]]];

  it("states what was paid after rounding, though net and tax come to another sum", () => {
    const { values } = read(
      ...head,
      [
        [0.1, "Sub total"],
        [0.8, "16.80"],
      ],
      [
        [0.1, "Add GST"],
        [0.8, "1.01"],
      ],
      [
        [0.1, "Total Incl. GST"],
        [0.8, "17.81"],
      ],
      [
        [0.1, "Total"],
        [0.8, "17.80"],
      ],
      [
        [0.1, "CASH"],
        [0.8, "20.00"],
      ],
      [
        [0.1, "Change Due"],
        [0.8, "2.20"],
      ],
    );
    expect(values("total")).toEqual(["17.80"]);
  });

  it("without a sign of its currency is in that of its country, and asked", () => {
    const { values, confidence } = read(
      ...head,
      [
        [0.1, "Total"],
        [0.8, "17.80"],
      ],
      [[0.1, "CASH 17.80"]],
      [[0.1, "Thank you"]],
    );
    expect(values("currency")).toEqual(["MYR"]);
    expect(confidence("currency")).toBeLessThan(0.9);
  });
});

describe("the number of the invoice on a packing list", () => {
  it("is not that of the list where another number stands beside it", () => {
    const { values } = read(
      [[0.4, "PACKING LIST"]],
      [
        [0.1, "PL#"],
        [0.5, "No."],
      ],
      [
        [0.1, "PL747598"],
        [0.5, "CH2525197"],
      ],
    );
    expect(values("invoice_number")).toEqual(["CH2525197"]);
  });
});

describe("what no label announces", () => {
  it("is a currency by a sign of its own at a figure", () => {
    const { values } = read([[0.4, "COMMERCIAL INVOICE"]], [[0.1, "Invoice No. 778-12"]], [[0.8, "45536,27 €"]]);
    expect(values("currency")).toEqual(["EUR"]);
  });

  it("is a commodity code behind words that are broken over two lines", () => {
    const { values } = read(
      [[0.4, "CERTIFICATE OF ORIGIN"]],
      [[0.25, "115 DRUMS OF UPHOLSTERED ARMCHAIR HS"]],
      [[0.25, "CODE 94016133"]],
    );
    expect(values("hs_codes")).toEqual(["94016133"]);
  });
});

describe("the total weight of a parcel", () => {
  it("is no net weight, though it stands under net weights", () => {
    const { values } = read(
      [[0.1, "CUSTOMS DECLARATION CN 22"]],
      [[0.1, "May be opened officially"]],
      [
        [0.1, "Description of contents"],
        [0.4, "Net weight (kg)"],
        [0.6, "Value (USD)"],
        [0.8, "HS tariff number"],
      ],
      [
        [0.1, "3 x Wireless headphones"],
        [0.4, "0.9"],
        [0.6, "71.82"],
        [0.8, "851830"],
      ],
      [
        [0.1, "2 x Battery pack"],
        [0.4, "4"],
        [0.6, "300.00"],
        [0.8, "850760"],
      ],
      [
        [0.1, "Total weight"],
        [0.4, "10.02"],
        [0.6, "371.82"],
      ],
    );
    expect(values("net_weight_kg")).toEqual([]);
  });
});
