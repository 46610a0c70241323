import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWeightKg } from "@/domain/extraction/parse-value";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function read(...rows: Rows) {
  const { type, fields } = readDocument([page(rows)]);
  return {
    type,
    value: (name: string, line: number | null = null) =>
      fields.find((field) => field.name === name && field.line === line)?.value,
  };
}

const HEAD: Rows = [
  [[0.1, "WESTERING VALVE WORKS LLC"]],
  [[0.1, "18 Canal Street, Dayton OH 45402 USA"]],
  [[0.4, "PACKING LIST"]],
];

describe("pounds", () => {
  it("are kilograms by the factor of 1959, to the gram", () => {
    expect(parseWeightKg("1,124.0 lbs", false)).toBe("509.838");
    expect(parseWeightKg("1 lb", false)).toBe("0.454");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (pounds) => {
        const kilograms = Number(parseWeightKg(`${pounds} lbs`, false));
        expect(Math.abs(kilograms - pounds * 0.45359237)).toBeLessThanOrEqual(0.0005001);
      }),
    );
  });

  it("beside the same weight in kilograms are not converted", () => {
    expect(parseWeightKg("1,148 LBS (520.7 KGS)", false)).toBe("520.7");
    const paper = read(
      ...HEAD,
      [
        [0.1, "Gross weight"],
        [0.4, "846.00 KG"],
      ],
      [[0.4, "1,865.11 LB"]],
    );
    expect(paper.value("gross_weight_kg")).toBe("846.00");
  });

  it("are what a heading or a label says that figures are in", () => {
    const paper = read(...HEAD, [
      [0.1, "Gross weight (lbs):"],
      [0.4, "2,000"],
    ]);
    expect(paper.value("gross_weight_kg")).toBe("907.185");
  });

  it("are marked by a letter on air waybills", () => {
    const paper = read(
      [[0.3, "HOUSE AIR WAYBILL"]],
      [[0.1, "Shipper's name and address"]],
      [[0.1, "WESTERING VALVE WORKS LLC"]],
      [
        [0.05, "No. of Pieces"],
        [0.2, "Gross Weight"],
        [0.32, "kg lb"],
        [0.5, "Nature and Quantity of Goods"],
      ],
      [
        [0.06, "5"],
        [0.21, "300.0"],
        [0.33, "L"],
        [0.5, "BRASS VALVES"],
      ],
    );
    expect(paper.value("gross_weight_kg")).toBe("136.078");
  });
});

describe("the consignee of a packing list", () => {
  it("is not the half of a label that is in another language", () => {
    const paper = read(
      ...HEAD,
      [
        [0.1, "Odbiorca / Consignee:"],
        [0.5, "Dotyczy / Ref.:"],
      ],
      [
        [0.1, "Al Safwa Minerals LLC"],
        [0.5, "Umowa / Contract: FM/07/2026"],
      ],
    );
    expect(paper.value("consignee")).toBe("Al Safwa Minerals LLC");
  });
});

describe("the term of delivery", () => {
  it("is read on the list of the goods and on the papers of their carriage", () => {
    expect(
      read(...HEAD, [
        [0.1, "Freight"],
        [0.3, "Collect / FCA Dayton"],
      ]).value("incoterm"),
    ).toBe("FCA");
    const waybill = read(
      [[0.3, "HOUSE AIR WAYBILL"]],
      [[0.1, "Shipper's name and address"]],
      [[0.1, "WESTERING VALVE WORKS LLC"]],
      [[0.5, "TERMS: DAP STUTTGART"]],
    );
    expect(waybill.value("incoterm")).toBe("DAP");
  });
});

describe("the consignee of an invoice", () => {
  const invoice: Rows = [
    [[0.1, "WESTERING VALVE WORKS LLC"]],
    [[0.4, "COMMERCIAL INVOICE"]],
    [[0.1, "Invoice no. WV-20931"]],
    [[0.1, "Country of origin: US"]],
    [
      [0.1, "Bill to"],
      [0.5, "Ship to"],
    ],
    [
      [0.1, "Minera Cerro Azul S.A."],
      [0.5, "Sonora Border Forwarding Inc."],
    ],
  ];

  it("is who the goods are shipped to where that is not the buyer", () => {
    const paper = read(...invoice);
    expect(paper.value("buyer")).toBe("Minera Cerro Azul S.A.");
    expect(paper.value("consignee")).toBe("Sonora Border Forwarding Inc.");
  });

  it("is not guessed where nothing names him", () => {
    const paper = read(...invoice.slice(0, 4), [[0.1, "Bill to"]], [[0.1, "Minera Cerro Azul S.A."]]);
    expect(paper.value("buyer")).toBe("Minera Cerro Azul S.A.");
    expect(paper.value("consignee")).toBeUndefined();
  });
});

describe("a count of packages", () => {
  it("may be said in the language of the paper", () => {
    const paper = read(
      [[0.4, "FATURA COMERCIAL / COMMERCIAL INVOICE"]],
      [[0.1, "EXPORTADORA SERRA ALTA LTDA"]],
      [[0.1, "VOLUMES: 640 SACAS DE JUTA 60 KG"]],
    );
    expect(paper.value("packages")).toBe("640");
  });
});
