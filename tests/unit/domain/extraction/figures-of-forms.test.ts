import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { fields } = readDocument([page(rows)]);
  return (name: string) => fields.find((field) => field.name === name && field.line === null)?.value;
}

describe("the column of a form that states weights", () => {
  const head: Rows = [
    [[0.3, "HOUSE AIR WAYBILL"]],
    [
      [0.1, "MARKS"],
      [0.35, "NO. AND KIND OF PACKAGES"],
      [0.7, "GROSS WEIGHT"],
    ],
    [
      [0.1, "DM 1/3"],
      [0.35, "3 CARTONS"],
      [0.7, "61.400 KG"],
    ],
  ];

  it("states another weight where a caption within it says so", () => {
    const value = read(
      ...head,
      [
        [0.35, "BRASS CASTINGS"],
        [0.7, "CHARGEABLE WT"],
      ],
      [[0.7, "72.000 KG"]],
      [[0.7, "NET WT"]],
      [[0.7, "54.250 KG"]],
    );
    expect(value("gross_weight_kg")).toBe("61.400");
  });

  it("states no weight in pieces", () => {
    const value = read(
      [[0.3, "CERTIFICATE OF ORIGIN"]],
      [
        [0.1, "6. Marks and numbers"],
        [0.3, "7. Number and kind of packages; description of goods"],
        [0.75, "9. Gross weight or other quantity"],
      ],
      [
        [0.3, "620 CTNS BICYCLES"],
        [0.75, "10,230.0 KGS"],
      ],
      [[0.75, "620 PCS"]],
      [
        [0.3, "140 CTNS FRAMES"],
        [0.75, "1,288.0 KGS"],
      ],
      [[0.75, "560 PCS"]],
      [
        [0.3, "TOTAL: 760 CTNS"],
        [0.75, "11,518.0 KGS"],
      ],
    );
    expect(value("gross_weight_kg")).toBe("11518.0");
    expect(value("packages")).toBe("760");
  });

  it("is known though the form numbers its columns", () => {
    const value = read(
      [[0.3, "VETERINARY HEALTH CERTIFICATE"]],
      [
        [0.1, "13. Description of goods"],
        [0.45, "14. HS code"],
        [0.6, "17. Cartons"],
        [0.8, "18. Peso neto / Net (kg)"],
      ],
      [
        [0.1, "Chilled boneless beef"],
        [0.45, "0201.30"],
        [0.6, "412"],
        [0.8, "7416.20"],
      ],
      [
        [0.1, "Frozen boneless beef"],
        [0.45, "0202.30"],
        [0.6, "338"],
        [0.8, "8450.00"],
      ],
      [
        [0.45, "TOTAL"],
        [0.6, "750"],
        [0.8, "15866.20"],
      ],
    );
    expect(value("net_weight_kg")).toBe("15866.20");
  });

  it("headed netto beside brutto is one of weights where kilograms stand over it", () => {
    const value = read(
      [[0.3, "LISTA PAKOWA / PACKING LIST"]],
      [
        [0.1, "Case no."],
        [0.3, "Contents"],
        [0.7, "Netto"],
        [0.85, "Brutto"],
      ],
      [
        [0.7, "(kg)"],
        [0.85, "(kg)"],
      ],
      [
        [0.1, "1/2"],
        [0.3, "Filter press frame"],
        [0.7, "5240"],
        [0.85, "5710"],
      ],
      [
        [0.1, "2/2"],
        [0.3, "Filter plates"],
        [0.7, "1364"],
        [0.85, "1530"],
      ],
      [
        [0.3, "RAZEM / TOTAL"],
        [0.7, "6604"],
        [0.85, "7240"],
      ],
    );
    expect([value("net_weight_kg"), value("gross_weight_kg")]).toEqual(["6604", "7240"]);
  });
});

describe("the day of a paper", () => {
  it("is not that of a contract or of a proforma that it names", () => {
    const value = read(
      [[0.4, "COMMERCIAL INVOICE"]],
      [
        [0.1, "Date 日期:"],
        [0.4, "NOV.06, 2026"],
      ],
      [[0.1, "We certify that the goods are as per our offer 19 DATED AUG.17, 2026"]],
      [[0.1, "Umowa / Contract: FM/07/2026 dnia 03.04.2026"]],
    );
    expect(value("date")).toBe("2026-11-06");
  });
});

describe("the number of a certificate", () => {
  it.each(["E 418 2207", "N° A 0 884 213"])("may stand by itself: %s", (printed) => {
    const value = read(
      [
        [0.6, printed],
        [0.8, "ORIGINAL"],
      ],
      [[0.6, "CERTIFICATE OF ORIGIN"]],
      [[0.1, "1 Consignor"]],
      [[0.1, "Kestrel Armaturen GmbH"]],
    );
    expect(value("certificate_number")).toBe(printed.replace("N° ", ""));
  });
});

describe("a slip of what was packed", () => {
  it("is read by what was shipped, in pounds, and counts its crates", () => {
    const { type, fields } = readDocument([
      page([
        [[0.1, "WESTERING VALVE WORKS LLC"]],
        [[0.6, "PACKING SLIP"]],
        [
          [0.08, "LN."],
          [0.14, "PART NO."],
          [0.3, "DESCRIPTION"],
          [0.6, "ORD"],
          [0.68, "SHIP"],
          [0.76, "B/O"],
          [0.85, "NET LBS"],
        ],
        [
          [0.08, "010"],
          [0.14, "WV-3X4"],
          [0.3, "GATE VALVE 3 IN"],
          [0.6, "6"],
          [0.68, "4"],
          [0.76, "2"],
          [0.85, "620.0"],
        ],
        [
          [0.08, "020"],
          [0.14, "WV-KIT"],
          [0.3, "SEAL KIT"],
          [0.6, "12"],
          [0.68, "12"],
          [0.85, "21.6"],
        ],
        [
          [0.5, "TOTAL CRATES (WOOD)"],
          [0.85, "3"],
        ],
        [
          [0.5, "TOTAL NET WT"],
          [0.85, "641.6 LBS"],
        ],
      ]),
    ]);
    const value = (name: string, line: number | null = null) =>
      fields.find((field) => field.name === name && field.line === line)?.value;
    expect(type).toBe("packing_list");
    expect([value("quantity", 0), value("quantity", 1), value("packages")]).toEqual(["4", "12", "3"]);
    expect([value("net_weight_kg", 0), value("net_weight_kg")]).toEqual(["281.227", "291.025"]);
  });
});

describe("what a narrow box holds", () => {
  it("goes on below where the next line begins with a stroke", () => {
    const value = read(
      [[0.3, "CERTIFICATE OF ORIGIN"]],
      [
        [0.1, "7. Number and kind of packages; description of goods"],
        [0.75, "10. Number and date of invoices"],
      ],
      [
        [0.1, "620 CTNS BICYCLES"],
        [0.75, "MBK/EX/2026"],
      ],
      [[0.75, "/0931"]],
    );
    expect(value("invoice_number")).toBe("MBK/EX/2026/0931");
  });
});

describe("a certificate of origin", () => {
  it("is the exporter's whose name stands in its first box, though the caption was not read", () => {
    const value = read(
      [[0.3, "CERTIFICATE OF ORIGIN"]],
      [
        [0.06, "1. Goods onsiged frm Exporer busines ame"],
        [0.5, "Reference No. KPB/DHK/GSP 118427"],
      ],
      [[0.06, "MEGHNA BICYCLE INDUSTRIES LTD."]],
      [[0.06, "2. Goods consigned to (Consignee's name)"]],
      [[0.06, "RADHUIS FIETSEN B.V."]],
      [[0.06, "3. Means of transport and route"]],
      [[0.06, "B/L NO. KSL26CGP77102"]],
      [[0.06, "6. Marks and numbers"]],
    );
    expect(value("shipper")).toBe("MEGHNA BICYCLE INDUSTRIES LTD.");
    expect(value("consignee")).toBe("RADHUIS FIETSEN B.V.");
    expect(value("certificate_number")).toBe("KPB/DHK/GSP 118427");
    expect(value("transport_number")).toBe("KSL26CGP77102");
  });
});

describe("a house waybill", () => {
  it("is not known by the number of its master", () => {
    const value = read([[0.3, "HOUSE AIR WAYBILL"]], [[0.5, "MAWB: 618-77025185"]]);
    expect(value("master_number")).toBe("618-77025185");
    expect(value("transport_number")).toBeUndefined();
  });

  it("counts pieces under a heading that goes on beside the first figures", () => {
    const value = read(
      [[0.3, "HOUSE AIR WAYBILL"]],
      [
        [0.05, "No. of"],
        [0.2, "Gross Weight"],
        [0.32, "kg lb"],
        [0.5, "Nature and Quantity of Goods"],
      ],
      [
        [0.05, "Pieces"],
        [0.21, "300.0"],
        [0.33, "K"],
        [0.5, "BRASS VALVES"],
      ],
      [[0.06, "5"]],
    );
    expect(value("packages")).toBe("5");
  });
});

describe("containers", () => {
  it("are known though a point parts their figures", () => {
    const value = read([[0.3, "BILL OF LADING"]], [[0.1, "CONTAINERS: SUDU 700.418-3"]]);
    expect(value("container_numbers")).toBe("SUDU7004183");
  });
});
