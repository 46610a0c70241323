import { describe, expect, it } from "vitest";
import { page, valuesOf } from "./pages";

describe("columns of goods that stand close", () => {
  it("have a code of the tax behind the sum that is no part of it, and origins on an invoice with tax make it none for customs", () => {
    const read = valuesOf(
      page([
        [[0.05, "FACTURE"]],
        [[0.05, "N° Facture : FC 118402"]],
        null,
        [
          [0.05, "Désignation"],
          [0.34, "Origine"],
          [0.46, "Colis"],
          [0.56, "Poids net"],
          [0.7, "P.U. H.T."],
          [0.84, "Montant H.T."],
        ],
        [
          [0.05, "POIRE COMICE"],
          [0.34, "France"],
          [0.46, "12"],
          [0.56, "150,0"],
          [0.7, "1,550"],
          [0.84, "232,50 1"],
        ],
        [
          [0.05, "TOMATE COEUR"],
          [0.34, "Maroc"],
          [0.46, "24"],
          [0.56, "100,0"],
          [0.7, "1,380"],
          [0.84, "138,00 1"],
        ],
        null,
        [
          [0.05, "T"],
          [0.15, "Base H.T."],
          [0.35, "Taux"],
          [0.5, "Montant T.V.A."],
        ],
        [
          [0.05, "1"],
          [0.15, "370,50"],
          [0.35, "5,50"],
          [0.5, "20,38"],
        ],
        null,
        [
          [0.6, "NET A PAYER EUR"],
          [0.84, "390,88"],
        ],
        [[0.05, "Poids brut : 260,0 KG"]],
      ]),
    );
    expect(read).toMatchObject({
      type: "invoice",
      "0.amount": "232.50",
      "0.quantity": "150.0",
      "1.amount": "138.00",
      "1.quantity": "100.0",
    });
  });

  it("may share a line of headings of which only one goes on below", () => {
    const read = valuesOf(
      page([
        [[0.05, "COMMERCIAL INVOICE"]],
        [[0.05, "Invoice No. SI-20931"]],
        null,
        [
          [0.05, "Quantity"],
          [0.16, "Product Code & Details"],
          [0.5, "Commodity C/O"],
          [0.68, "Unit Price"],
          [0.84, "Net Amt"],
        ],
        [[0.5, "code"]],
        [
          [0.05, "24.00"],
          [0.16, "TK-44 Bench plane"],
          [0.5, "8205.30.00"],
          [0.6, "GB"],
          [0.68, "86.50"],
          [0.84, "2,076.00"],
        ],
        [
          [0.05, "36.00"],
          [0.16, "TK-71 Spokeshave, boxed"],
          [0.5, "8205.59.80"],
          [0.6, "JP"],
          [0.68, "41.20"],
          [0.84, "1,483.20"],
        ],
      ]),
    );
    expect(read).toMatchObject({
      "0.hs_code": "82053000",
      "0.origin": "GB",
      "0.quantity": "24.00",
      "1.hs_code": "82055980",
      "1.description": "TK-71 Spokeshave, boxed",
    });
  });

  it("count in units that are written for one and for many", () => {
    const read = valuesOf(
      page([
        [[0.05, "Rechnung RE/2025/0417"]],
        null,
        [
          [0.05, "Beschreibung"],
          [0.5, "Menge"],
          [0.65, "Einzelpreis"],
          [0.84, "Betrag"],
        ],
        [
          [0.05, "Wartung der Anlage"],
          [0.47, "3,00 Monat(e)"],
          [0.65, "39,90"],
          [0.84, "119,70"],
        ],
        [
          [0.05, "Einsatz vor Ort"],
          [0.47, "1,75 Stunde(n)"],
          [0.65, "96,00"],
          [0.84, "168,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ "0.quantity": "3.00", "0.unit": "Monat", "1.quantity": "1.75", "1.unit": "Stunde" });
  });

  it("hold no shares: the rates of what is taken off below the goods make no lines of it", () => {
    const read = valuesOf(
      page([
        [[0.05, "Invoice MT-25/0041"]],
        null,
        [
          [0.05, "Item name"],
          [0.5, "Quantity"],
          [0.6, "Unit"],
          [0.7, "Net price"],
          [0.85, "Line amount"],
        ],
        [
          [0.05, "Bicycle rack, 5 places"],
          [0.5, "6.00"],
          [0.6, "C62"],
          [0.7, "214.00"],
          [0.85, "1,284.00"],
        ],
        [
          [0.05, "Ground anchor set"],
          [0.5, "24.00"],
          [0.6, "C62"],
          [0.7, "3.85"],
          [0.85, "92.40"],
        ],
        null,
        [
          [0.05, "Volume reduction"],
          [0.57, "21%"],
          [0.7, "-75.00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ "1.description": "Ground anchor set", "1.amount": "92.40" });
    expect(read).not.toHaveProperty("2.quantity");
  });
});
