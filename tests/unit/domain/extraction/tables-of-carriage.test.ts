import { describe, expect, it } from "vitest";
import { parseAmount, parseIncoterm } from "@/domain/extraction/parse-value";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { fields } = readDocument([page(rows)]);
  const find = (name: string, line: number | null = null) =>
    fields.find((field) => field.name === name && field.line === line);
  return {
    value: (name: string, line: number | null = null) => find(name, line)?.value,
    confidence: (name: string) => find(name)?.confidence ?? 0,
  };
}

describe("a weight with its unit", () => {
  it("is that of the only column of weights, though it stands beside its heading", () => {
    const { value } = read(
      [[0.3, "HOUSE BILL OF LADING"]],
      [
        [0.06, "Marks and numbers"],
        [0.22, "Number and kind of packages"],
        [0.45, "Description of goods"],
        [0.69, "Gross weight"],
        [0.85, "Measurement"],
      ],
      [
        [0.06, "CHG"],
        [0.24, "7 PALLETS"],
        [0.45, "BAMBOO TRAYS"],
        [0.76, "2,947.60 KGS"],
        [0.88, "16.482 CBM"],
      ],
    );
    expect(value("gross_weight_kg")).toBe("2947.60");
  });

  it("may say its unit first", () => {
    const { value } = read(
      [[0.3, "CERTIFICATE OF ORIGIN"]],
      [
        [0.6, "gross"],
        [0.7, "kg 2,091.0"],
      ],
    );
    expect(value("gross_weight_kg")).toBe("2091.0");
  });

  it("is in pounds where the line below the headings says so", () => {
    const { value } = read(
      [[0.3, "FACTURA COMERCIAL / COMMERCIAL INVOICE"]],
      [
        [0.05, "Producto"],
        [0.4, "Fraccion"],
        [0.55, "Peso neto"],
        [0.68, "Peso bruto"],
        [0.8, "P.Unit."],
        [0.9, "Importe"],
      ],
      [
        [0.4, "HTS"],
        [0.55, "Net LBS"],
        [0.68, "Gross LBS"],
        [0.8, "USD"],
        [0.9, "USD"],
      ],
      [
        [0.05, "Jitomate Roma"],
        [0.4, "0702.00.99"],
        [0.55, "24,000"],
        [0.68, "26,160"],
        [0.8, "9.50"],
        [0.9, "9,120.00"],
      ],
    );
    expect([value("net_weight_kg", 0), value("gross_weight_kg", 0)]).toEqual(["10886.217", "11865.976"]);
  });
});

describe("a figure", () => {
  it("is none where two of two columns ran together", () => {
    expect(parseAmount("11,808.00 13,488.00")).toBeNull();
    expect(parseAmount("11 808,00")).toBe("11808.00");
  });
});

describe("a term of delivery", () => {
  it("may have points between its letters", () => {
    expect(parseIncoterm("C.I.F. HAMBURG (INCOTERMS 2020)")).toBe("CIF");
    expect(parseIncoterm("F. O. B. Santos")).toBe("FOB");
    expect(parseIncoterm("made in the U.S.A.")).toBeNull();
  });
});

describe("the transport number of an invoice", () => {
  it("is told by a label alone: other numbers have the form of an air waybill's too", () => {
    const rows: Rows = [[[0.4, "COMMERCIAL INVOICE"]], [[0.1, "Country of origin: MX"]]];
    expect(
      read(...rows, [[0.1, "R.F.C. AVE 040617 FDA Reg. 184 4772 0116"]]).value("transport_number"),
    ).toBeUndefined();
    expect(read(...rows, [[0.1, "AWB No.: 184-47720116"]]).value("transport_number")).toBe("184-47720116");
  });
});

describe("packages", () => {
  it("may be written out, and stand behind a sum of the kinds", () => {
    const rows: Rows = [[[0.4, "COMMERCIAL INVOICE"]], [[0.1, "Country of origin: JP"]]];
    expect(read(...rows, [[0.1, "TOTAL: THREE (3) WOODEN CASES ONLY."]]).value("packages")).toBe("3");
    expect(read(...rows, [[0.1, "Packages: 3 crates, 1 pallet = 4 colli"]]).value("packages")).toBe("4");
  });

  it("that stand on others are asked: one law counts these and another those", () => {
    const { value, confidence } = read(
      [[0.4, "PACKING LIST"]],
      [[0.1, "Total packages: 1,240 CARTONS ON 31 WOODEN PALLETS"]],
    );
    expect(value("packages")).toBe("1240");
    expect(confidence("packages")).toBeLessThan(0.9);
  });
});

describe("the total of an invoice", () => {
  it("stands behind the count of what it is for", () => {
    const { value } = read(
      [[0.4, "COMMERCIAL INVOICE"]],
      [[0.1, "Country of origin: CN"]],
      [
        [0.1, "TOTAL: 520"],
        [0.3, "CTNS"],
        [0.8, "28,458.00"],
      ],
    );
    expect(value("total")).toBe("28458.00");
  });
});

describe("a party", () => {
  it("is no way from place to place, and goes without the number of its register", () => {
    const { value } = read(
      [[0.1, "PERAK LATEX INDUSTRIES SDN. BHD. 19940101187(296188-K)"]],
      [[0.1, "Kamunting, 34600 Taiping, Malaysia"]],
      [[0.4, "PACKING LIST"]],
      [[0.1, "Sold to: CAREWELL CLINICAL SUPPLY CO."]],
      [[0.1, "FROM: PENANG, MALAYSIA / NORFOLK, U.S.A."]],
    );
    expect(value("seller")).toBe("PERAK LATEX INDUSTRIES SDN. BHD.");
    expect(value("buyer")).toBe("CAREWELL CLINICAL SUPPLY CO.");
  });

  it("is no number of the house and no clerk", () => {
    const { value } = read(
      [[0.4, "COMMERCIAL INVOICE"]],
      [[0.1, "Country of origin: DE"]],
      [[0.1, "Customer"]],
      [[0.1, "Unsere USt-IdNr."]],
      [[0.1, "Ship to:"]],
      [[0.1, "Sachb. / Contact"]],
    );
    expect([value("buyer"), value("consignee")]).toEqual([undefined, undefined]);
  });

  it("may be called by its trade, and may be an order", () => {
    const { value } = read(
      [[0.3, "BILL OF LADING"]],
      [[0.1, "Shipper"]],
      [[0.1, "EXPORTADORA FRUTOS DEL VALLE SPA"]],
      [[0.1, "Rancagua, Chile"]],
      [[0.1, "Consignee"]],
      [[0.1, "TO THE ORDER OF BANCA DEL LEVANTE S.P.A."]],
    );
    expect(value("shipper")).toBe("EXPORTADORA FRUTOS DEL VALLE SPA");
    expect(value("consignee")).toBe("TO THE ORDER OF BANCA DEL LEVANTE S.P.A.");
  });
});
