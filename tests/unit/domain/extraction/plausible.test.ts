import { describe, expect, it } from "vitest";
import { documentNumber } from "@/domain/extraction/accept";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const factOf = (rows: Rows, name: string) =>
  readDocument([page(rows)]).fields.find((field) => field.line === null && field.name === name);

describe("what cannot be as it was read", () => {
  const list = (gross: string, net: string): Rows => [
    [[0.3, "PACKING LIST"]],
    [[0.1, `Gross weight: ${gross}`]],
    [[0.1, `Net weight: ${net}`]],
  ];

  it("is asked: packing that weighs many times as much as the goods, or less than nothing", () => {
    expect(factOf(list("25,410,000 kg", "25,200.000 kg"), "gross_weight_kg")?.confidence).toBeLessThan(0.9);
    expect(factOf(list("240.00 kg", "250.00 kg"), "net_weight_kg")?.confidence).toBeLessThan(0.9);
    expect(factOf(list("25,410.000 kg", "25,200.000 kg"), "gross_weight_kg")?.confidence).toBeGreaterThan(0.9);
  });

  it("is no count of packages: how much one of them holds", () => {
    const rows: Rows = [[[0.3, "PACKING LIST"]], [[0.1, "Packed in 25 kgs net bags"]]];
    expect(factOf(rows, "packages")?.value).not.toBe("25");
  });

  it("is not the buyer: who gets the money on the slip for the payment", () => {
    const rows: Rows = [
      [[0.1, "Stadtwerke Süd GmbH"]],
      [[0.1, "Rechnung Nr. 7300 558 912"]],
      ...Array.from({ length: 26 }, () => null),
      [[0.1, "Empfänger: Stadtwerke Süd GmbH"]],
      [[0.1, "IBAN DE43 3700 0000 0012 3456 78"]],
      [[0.1, "Rechnungsbetrag 62,27 EUR"]],
    ];
    expect(factOf(rows, "buyer")).toBeUndefined();
    expect(factOf(rows, "seller")?.value).toBe("Stadtwerke Süd GmbH");
  });

  it("is one number, not its first figures", () => {
    expect(documentNumber("8871 2045 1180334")).toBe("8871 2045 1180334");
  });
});
