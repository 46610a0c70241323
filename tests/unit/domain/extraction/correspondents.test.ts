import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function partiesOf(...rows: Parameters<typeof page>[0]) {
  const { fields } = readDocument([page(rows)]);
  return Object.fromEntries(fields.filter(({ line }) => line === null).map(({ name, value }) => [name, value]));
}

const TABLE: Parameters<typeof page>[0] = [
  [
    [0.1, "Pos."],
    [0.2, "Bezeichnung"],
    [0.6, "Menge"],
    [0.8, "Betrag"],
  ],
  [
    [0.1, "1"],
    [0.2, "Kabelkanal grau"],
    [0.6, "4"],
    [0.8, "48,00"],
  ],
];

describe("who writes and who is written to, without a label", () => {
  it("is told by the small line over the window: the sender in it, the addressee under it", () => {
    const read = partiesOf(
      [[0.1, "Ahlers Metallbau GmbH · Kanalweg 12 · 26121 Oldenburg"]],
      [
        [0.1, "Wiebke Janssen"],
        [0.6, "Rechnungsnummer: 20417"],
      ],
      [
        [0.1, "Hafenstr. 3"],
        [0.6, "Datum: 04.02.2025"],
      ],
      [[0.1, "26789 Leer"]],
      [[0.1, "Rechnung"]],
      ...TABLE,
    );
    expect(read).toMatchObject({ seller: "Ahlers Metallbau GmbH", buyer: "Wiebke Janssen", invoice_number: "20417" });
  });

  it("is told by what stands under a name: a telephone is the sender's, an address alone the addressee's", () => {
    const read = partiesOf(
      [
        [0.1, "Delacroix Literie SARL"],
        [0.55, "Corbin Textiles EURL"],
      ],
      [
        [0.1, "4 rue des Lilas"],
        [0.55, "18 quai Perrache"],
      ],
      [
        [0.1, "76000 Rouen"],
        [0.55, "69002 Lyon"],
      ],
      [[0.1, "Tél. 02 35 00 11 22 contact@delacroix.example"]],
      [[0.1, "FACTURE N° 8814"]],
      [[0.1, "Date de facturation : 12/09/2024"]],
      ...TABLE,
    );
    expect(read).toMatchObject({ seller: "Delacroix Literie SARL", buyer: "Corbin Textiles EURL", date: "2024-09-12" });
  });

  it("takes the name in its fullest form, and no town, street or term of delivery for one", () => {
    const read = partiesOf(
      [[0.6, "Bellini Industries"]],
      [[0.1, "Bellini Industries S.n.c. · Via Roma 4 · 20121 Milano"]],
      [
        [0.1, "Viale Europa 364"],
        [0.6, "Fattura n. 771/24"],
      ],
      [
        [0.1, "CFR Livorno"],
        [0.6, "Data 03.05.2024"],
      ],
      ...TABLE,
    );
    expect(read.seller).toBe("Bellini Industries S.n.c.");
    expect(read.buyer).toBeUndefined();
  });
});

describe("a label that goes on", () => {
  it("is another label", () => {
    const read = partiesOf(
      [[0.1, "RECHNUNG"]],
      [[0.1, "Rechnungswährung: GBP"]],
      [[0.1, "Währung der Umsatzsteuerbuchung: EUR"]],
      [[0.1, "Rechnungsnummer: 88017"]],
      [[0.1, "Gesamtbetrag 1.200,00"]],
      ...TABLE,
    );
    expect(read.currency).toBe("GBP");
  });
});

describe("a date of a paper", () => {
  it("is no period in running text", () => {
    const read = partiesOf(
      [[0.1, "Handelsrechnung Nr. 4711 vom 31.10.2018"]],
      [[0.1, "Vom 17. Dezember 2018 bis 6. Januar 2019 haben wir Betriebsferien."]],
      [[0.1, "Umsatzsteuer 19,00"]],
      [[0.1, "Gesamtbetrag 119,00 EUR"]],
    );
    expect(read.date).toBe("2018-10-31");
  });
});
