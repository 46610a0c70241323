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

  it("headed netto beside brutto is one of weights where no money is spoken of", () => {
    const value = read(
      [[0.3, "LISTA PAKOWA / PACKING LIST"]],
      [
        [0.1, "Case no."],
        [0.3, "Contents"],
        [0.7, "Netto"],
        [0.85, "Brutto"],
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
