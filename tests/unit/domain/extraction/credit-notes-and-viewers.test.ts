import { describe, expect, it } from "vitest";
import { page, valuesOf } from "./pages";

describe("a credit note", () => {
  it("has a day of its own, says what is refunded with all its taxes, and names the price of all behind that of one", () => {
    const read = valuesOf(
      page([
        [[0.05, "Stornorechnung / Gutschrift"]],
        [[0.6, "Gutschrift-Nr.: GS-240056"]],
        [[0.6, "Gutschriftdatum: 02.01.2025"]],
        [[0.6, "zu Rechnung: RE-248813"]],
        [[0.6, "Rechnungsdatum: 12.12.2024"]],
        null,
        [
          [0.05, "Produkt"],
          [0.5, "Menge"],
          [0.6, "Einzelpreis"],
          [0.75, "MwSt."],
          [0.86, "Preis"],
        ],
        [
          [0.05, "Lindenhonig 500 g"],
          [0.5, "3"],
          [0.6, "8,90 €"],
          [0.75, "7 %"],
          [0.86, "26,70 €"],
        ],
        [
          [0.05, "Schleuder mit Handbetrieb"],
          [0.5, "1"],
          [0.6, "289,00 €"],
          [0.75, "19 %"],
          [0.86, "289,00 €"],
        ],
        null,
        [
          [0.5, "enthaltene MwSt. 7 %"],
          [0.86, "1,75 €"],
        ],
        [
          [0.5, "enthaltene MwSt. 19 %"],
          [0.86, "46,14 €"],
        ],
        [
          [0.5, "Netto gesamt"],
          [0.86, "267,81 €"],
        ],
        [
          [0.5, "Erstattungsbetrag (brutto)"],
          [0.86, "315,70 €"],
        ],
      ]),
    );
    expect(read).toMatchObject({
      date: "2025-01-02",
      total: "315.70",
      tax: "47.89",
      "0.amount": "26.70",
      "1.amount": "289.00",
    });
  });
});

describe("the sums of an invoice", () => {
  it("may share their word and be told apart by the one beside it", () => {
    const read = valuesOf(
      page([
        [[0.05, "Rechnung"]],
        [[0.05, "Rechnungsnummer: 24-R-30417"]],
        null,
        [
          [0.05, "Gesamtsumme"],
          [0.35, "netto"],
          [0.8, "3.517,53"],
        ],
        [
          [0.05, "Summe Umsatzsteuer"],
          [0.8, "668,33"],
        ],
        [
          [0.05, "Gesamtsumme"],
          [0.35, "brutto"],
          [0.8, "4.185,86"],
        ],
      ]),
    );
    expect(read).toMatchObject({ total: "4185.86", tax: "668.33" });
  });

  it("may be told apart by letters that are no label", () => {
    const read = valuesOf(
      page([
        [[0.05, "FACTURE"]],
        [[0.05, "Facture N° 20417"]],
        null,
        [
          [0.05, "Total"],
          [0.35, "H.T."],
          [0.8, "100,00"],
        ],
        [
          [0.05, "Total"],
          [0.35, "T.T.C."],
          [0.8, "120,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ total: "120.00" });
  });

  it("state no tax where it is owed by who receives the goods", () => {
    const read = valuesOf(
      page([
        [[0.05, "FACTUUR"]],
        [[0.05, "Factuurnummer : 2024.119"]],
        null,
        [
          [0.6, "Subtotaal excl. BTW"],
          [0.84, "5.044,46"],
        ],
        [
          [0.6, "BTW verlegd"],
          [0.84, "0,00"],
        ],
        [
          [0.6, "Totaal te voldoen"],
          [0.84, "5.044,46"],
        ],
      ]),
    );
    expect(read).toMatchObject({ total: "5044.46", tax: "0.00" });
  });
});
