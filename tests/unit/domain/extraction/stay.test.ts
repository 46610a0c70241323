import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function read(...rows: Parameters<typeof page>[0]) {
  const { type, fields } = readDocument([page(rows)]);
  const header = fields.filter(({ line }) => line === null);
  return { type, ...Object.fromEntries(header.map(({ name, value }) => [name, value])) };
}

describe("the bill of a hotel", () => {
  const night = (day: string, what: string, amount: string): readonly (readonly [number, string])[] => [
    [0.1, day],
    [0.25, what],
    [0.8, amount],
  ];

  it("is dated where it was written and not as its nights are, and its table of taxes tells the tax", () => {
    expect(
      read(
        [[0.1, "HOTEL AN DER MUEHLE GMBH"]],
        [[0.1, "Mühlgasse 4 · 96047 Bamberg · Tel +49 951 220 10"]],
        null,
        [
          [0.1, "Frau"],
          [0.6, "Rechnung R-55201"],
        ],
        [[0.1, "Ines Vollrath"]],
        [[0.1, "Gartenweg 9"]],
        [[0.1, "50670 Köln"]],
        null,
        [[0.6, "Bamberg, 14.10.26"]],
        [
          [0.1, "Datum"],
          [0.25, "Leistung"],
          [0.8, "EUR"],
        ],
        night("12.10.26", "Übernachtung", "107,00"),
        night("13.10.26", "Übernachtung", "107,00"),
        night("14.10.26", "Parken", "11,90"),
        [
          [0.1, "Gesamtbetrag"],
          [0.8, "225,90 EUR"],
        ],
        null,
        [
          [0.1, "7 %"],
          [0.4, "200,00"],
          [0.6, "14,00"],
          [0.8, "214,00"],
        ],
        [
          [0.1, "19 %"],
          [0.4, "10,00"],
          [0.6, "1,90"],
          [0.8, "11,90"],
        ],
        [
          [0.1, "zusammen"],
          [0.4, "210,00"],
          [0.6, "15,90"],
          [0.8, "225,90"],
        ],
      ),
    ).toMatchObject({ type: "invoice", date: "2026-10-14", total: "225.90", tax: "15.90", buyer: "Ines Vollrath" });
  });
});

describe("the bill of an American utility", () => {
  it("is in the dollars of the country in which it was written", () => {
    expect(
      read(
        [[0.1, "MAPLE RIVER POWER COOP"]],
        [[0.1, "PO Box 12, Ames, IA 50010"]],
        [
          [0.1, "Invoice No."],
          [0.4, "77-120934"],
        ],
        [
          [0.1, "Bill Date"],
          [0.4, "Oct 2, 2026"],
        ],
        [
          [0.1, "Local option tax"],
          [0.8, "1.12"],
        ],
        [
          [0.1, "Total Amount Due"],
          [0.8, "$91.12"],
        ],
      ),
    ).toMatchObject({ type: "invoice", currency: "USD", tax: "1.12", total: "91.12" });
  });
});
