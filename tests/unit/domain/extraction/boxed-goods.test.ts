import { describe, expect, it } from "vitest";
import { page, valuesOf } from "./pages";

type Rows = Parameters<typeof page>[0];
const HEAD: Rows = [[[0.1, "Nordlicht Technik GmbH"]], [[0.1, "Rechnung Nr. RE-2026-4417"]], null];

describe("goods of invoices", () => {
  it.each<[string, Rows]>([
    [
      "the boxes of a German viewer",
      [
        [[0.1, "Position 1"]],
        [
          [0.1, "Bezeichnung:"],
          [0.3, "Wartung Aufzug"],
          [0.55, "Preis pro Einheit (netto):"],
          [0.85, "1.480,00"],
        ],
        [
          [0.1, "Menge:"],
          [0.3, "1"],
          [0.55, "Gesamtpreis (netto):"],
          [0.85, "1.480,00"],
        ],
        [[0.1, "Position 2"]],
        [
          [0.1, "Bezeichnung:"],
          [0.3, "Rolle 48 mm"],
          [0.55, "Preis pro Einheit (netto):"],
          [0.85, "36,50"],
        ],
        [
          [0.1, "Menge:"],
          [0.3, "8"],
          [0.55, "Gesamtpreis (netto):"],
          [0.85, "292,00"],
        ],
      ],
    ],
    [
      "the list of an Italian one",
      [
        [[0.1, "Nr. linea: 1"]],
        [[0.1, "Descrizione bene/servizio: Wartung Aufzug"]],
        [[0.1, "Quantità: 1,00"]],
        [[0.1, "Valore unitario: 1.480,00"]],
        [[0.1, "Valore totale: 1.480,00"]],
        [[0.1, "Nr. linea: 2"]],
        [[0.1, "Descrizione bene/servizio: Rolle 48 mm"]],
        [[0.1, "Quantità: 8,00"]],
        [[0.1, "Valore unitario: 36,50"]],
        [[0.1, "Valore totale: 292,00"]],
      ],
    ],
  ])("may stand in %s", (_, rows) => {
    const read = valuesOf(page([...HEAD, ...rows])) as Record<string, string>;
    expect(read).toMatchObject({ "0.description": "Wartung Aufzug", "1.description": "Rolle 48 mm" });
    expect([read["0.amount"], read["1.unit_price"], read["1.amount"]].map(Number)).toEqual([1480, 36.5, 292]);
    expect(Number(read["1.quantity"])).toBe(8);
  });

  it.each(["Zwischensumme Titel 1", "Sous-total lot 1", "Subtotaal"])("go on behind a part's sum: %s", (part) => {
    const line = (name: string, quantity: string, price: string, amount: string): Rows[number] => [
      [0.1, name],
      [0.5, quantity],
      [0.65, price],
      [0.8, amount],
    ];
    const read = valuesOf(
      page([
        ...HEAD,
        line("Bezeichnung", "Menge", "Einzelpreis", "Gesamtpreis"),
        line("Baustelleneinrichtung", "1,00", "185,00", "185,00"),
        [
          [0.1, part],
          [0.8, "185,00"],
        ],
        line("Glasfasertapete mittel", "62,50", "7,80", "487,50"),
        [
          [0.1, part.replace("1", "2")],
          [0.8, "487,50"],
        ],
        [
          [0.1, "Gesamt netto"],
          [0.8, "672,50"],
        ],
      ]),
    ) as Record<string, string>;
    expect(read).toMatchObject({
      "0.amount": "185.00",
      "1.description": "Glasfasertapete mittel",
      "1.amount": "487.50",
    });
    expect(read["2.amount"]).toBeUndefined();
  });

  it("are given back in counts below nought, of one figure too, and name no delivery notes", () => {
    const read = valuesOf(
      page([
        ...HEAD,
        [
          [0.1, "Omschrijving"],
          [0.5, "Aantal"],
          [0.65, "Prijs"],
          [0.8, "Bedrag"],
        ],
        [
          [0.1, "Rif. DDT 902 del 30-10-2026"],
          [0.65, "0,00"],
          [0.8, "0,00"],
        ],
        [
          [0.1, "Serveerplateau acacia"],
          [0.5, "-6"],
          [0.65, "34,50"],
          [0.8, "−207,00"],
        ],
      ]),
    ) as Record<string, string>;
    expect(read).toMatchObject({ "0.description": "Serveerplateau acacia", "0.quantity": "-6", "0.amount": "-207.00" });
  });
});

describe("boxes without numbers", () => {
  const said = (...rows: readonly string[]) =>
    valuesOf(page([...HEAD, ...rows.map((row): Rows[number] => (row === "" ? null : [[0.1, row]]))])) as Record<
      string,
      string
    >;

  it("begin again with a field that was stated, though the quantity comes first", () => {
    const read = said(
      "Menge: 2",
      "Bezeichnung: Schraube",
      "Gesamtpreis: 10,00",
      "",
      "Menge: 3",
      "Bezeichnung: Mutter",
      "Gesamtpreis: 21,00",
    );
    expect(read).toMatchObject({
      "0.description": "Schraube",
      "0.quantity": "2",
      "0.amount": "10.00",
      "1.description": "Mutter",
      "1.quantity": "3",
      "1.amount": "21.00",
    });
    expect(read).not.toHaveProperty("2.description");
  });

  it("end at a sum, which is no amount of a line", () => {
    const read = said(
      "Item name: Steel screw",
      "Quantity: 2",
      "Unit price: 5,00",
      "Total price: 10,00",
      "Item name: Steel nut",
      "Quantity: 3",
      "Unit price: 7,00",
      "Subtotal: 31,00",
      "Amount due: 36,89",
      "Total: 36,89",
    );
    expect(read).toMatchObject({ "0.description": "Steel screw", "0.amount": "10.00" });
    expect(read["1.amount"]).toBeUndefined();
  });

  it("are called by their name and not by what else a box says of them, though the name takes two lines", () => {
    const box = (position: number, name: string, rest: string, more: string, price: string): Rows => [
      [[0.05, `Position ${position}`]],
      [
        [0.05, "Objektkennung:"],
        [0.5, "Bezeichnung:"],
        [0.7, name],
      ],
      rest === "" ? null : [[0.7, rest]],
      [
        [0.5, "Beschreibung:"],
        [0.7, more],
      ],
      [
        [0.05, "Menge:"],
        [0.25, "4"],
      ],
      [
        [0.05, "Preis pro Einheit (netto):"],
        [0.35, price],
      ],
      [
        [0.05, "Gesamtpreis (netto):"],
        [0.35, `${Number(price.slice(0, -3)) * 4},00`],
      ],
    ];
    const read = valuesOf(
      page([
        ...HEAD,
        ...box(1, "Kehricht, Container 7", "m3", "Abholung mit Gestellung", "100,00"),
        ...box(2, "Anfahrt", "", "pauschal nach Aufwand", "45,00"),
      ]),
    );
    expect(read).toMatchObject({ "0.description": "Kehricht, Container 7 m3", "1.description": "Anfahrt" });
  });
});
