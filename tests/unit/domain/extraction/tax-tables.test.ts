import { describe, expect, it } from "vitest";
import { page, valuesOf } from "./pages";

type Rows = Parameters<typeof page>[0];

const HEAD: Rows = [[[0.1, "Hebewerk Aufzugstechnik GmbH"]], [[0.1, "Industriestr. 88, 90441 Nürnberg"]], null];
const facts = (rows: Rows) => valuesOf(page([...HEAD, ...rows]));

describe("the sums of an invoice", () => {
  it.each<[string, Rows, string, string]>([
    [
      "taxes at two rates, and what was paid already taken off",
      [
        [[0.1, "Facture FAC/2026/11/0042"]],
        [
          [0.5, "TVA 6% sur 168,00 €"],
          [0.8, "10,08 €"],
        ],
        [
          [0.5, "TVA 21% sur 936,00 €"],
          [0.8, "196,56 €"],
        ],
        [
          [0.5, "Total"],
          [0.8, "1.310,64 €"],
        ],
        [
          [0.5, "Payé le 12/11/2026"],
          [0.8, "310,64 €"],
        ],
        [
          [0.5, "Montant dû"],
          [0.8, "1.000,00 €"],
        ],
      ],
      "1310.64",
      "206.64",
    ],
    [
      "a table whose rate stands behind the sum, without signs",
      [
        [[0.1, "Fattura 1187/A"]],
        [
          [0.3, "Totale imponibile"],
          [0.5, "%IVA"],
          [0.7, "Totale imposta"],
        ],
        [
          [0.3, "1.074,60"],
          [0.5, "22,00"],
          [0.7, "236,41"],
        ],
        [
          [0.3, "19,00"],
          [0.5, "4,00"],
          [0.7, "0,76"],
        ],
        [[0.6, "Totale documento"]],
        [[0.6, "1.330,77"]],
      ],
      "1330.77",
      "237.17",
    ],
    [
      "a surcharge for retailers beside the tax",
      [
        [[0.1, "Factura 2026/118"]],
        [
          [0.1, "217,80"],
          [0.3, "10,00"],
          [0.4, "21,78"],
          [0.5, "1,40"],
          [0.6, "3,05"],
        ],
        [
          [0.1, "170,10"],
          [0.3, "21,00"],
          [0.4, "35,72"],
          [0.5, "5,20"],
          [0.6, "8,85"],
        ],
        [
          [0.5, "TOTAL FACTURA"],
          [0.8, "457,30"],
        ],
      ],
      "457.30",
      "69.40",
    ],
    [
      "a credit note that is negative",
      [
        [[0.1, "CREDITFACTUUR"]],
        [
          [0.1, "H"],
          [0.2, "21%"],
          [0.3, "-207,00"],
          [0.5, "-43,47"],
        ],
        [
          [0.1, "L"],
          [0.2, "9%"],
          [0.3, "-48,00"],
          [0.5, "-4,32"],
        ],
        [
          [0.6, "Totaal te crediteren"],
          [0.85, "€ -302,79"],
        ],
      ],
      "-302.79",
      "-47.79",
    ],
  ])("are borne out by %s", (_, rows, total, tax) => {
    expect(facts(rows)).toMatchObject({ type: "invoice", total, tax });
  });

  it("do not add up goods whose figures are like those of taxes", () => {
    const { tax } = facts([
      [[0.1, "Rechnung Nr. 2026-118"]],
      [
        [0.5, "100,00"],
        [0.6, "5,00"],
        [0.8, "5,00"],
      ],
      [
        [0.5, "Gesamtbetrag"],
        [0.8, "110,00"],
      ],
    ]) as { tax?: string };
    expect(tax).toBeUndefined();
  });
});

describe("what an invoice refers to", () => {
  it("has numbers and dates of its own", () => {
    expect(
      facts([
        [[0.1, "CREDITFACTUUR"]],
        [
          [0.1, "Creditnummer"],
          [0.35, "Datum"],
          [0.55, "Betreft factuur"],
        ],
        [
          [0.1, "C26-00388"],
          [0.35, "18-11-2026"],
          [0.55, "F26-09214 d.d. 11-11-2026"],
        ],
        [
          [0.6, "Totaal te crediteren"],
          [0.85, "€ -302,79"],
        ],
      ]),
    ).toMatchObject({ invoice_number: "C26-00388", date: "2026-11-18", total: "-302.79" });
  });

  it.each<[string, Rows[number]]>([
    [
      "a date apart from its town",
      [
        [0.6, "Erfurt, den"],
        [0.8, "03.11.26"],
      ],
    ],
    ["a date behind its town", [[0.6, "Erfurt, den 03.11.26"]]],
  ])("is not its own day, which is %s", (_, dated) => {
    expect(
      facts([
        [
          [0.6, "Auftrag vom"],
          [0.8, "28.10.2026"],
        ],
        dated,
        [[0.1, "Rechnung Nr. 2611-0093"]],
      ]),
    ).toMatchObject({ date: "2026-11-03" });
  });

  it.each([
    ["A/26 02915", "A/26 02915"],
    ["FV/2026 118", "FV/2026 118"],
  ])("may have a series before its number: %s", (said, number) => {
    expect(
      facts([
        [
          [0.1, "FACTURA"],
          [0.4, "FECHA"],
          [0.6, "CLIENTE"],
          [0.8, "AGENTE"],
        ],
        [
          [0.1, said],
          [0.4, "23/10/26"],
          [0.6, "00871"],
          [0.8, "04"],
        ],
        [[0.1, "TOTAL FACTURA 457,30 €"]],
      ]),
    ).toMatchObject({ invoice_number: number });
  });

  it("is not bought by whom a sentence or another column names, nor by a person behind the firm", () => {
    const rows = (buyer: string): Rows => [
      [[0.1, "Invoice No 48817"]],
      [[0.1, `Bill to: ${buyer}`]],
      [[0.1, "Station Yard, 10200 Skipton"]],
      null,
      [
        [0.1, "Title to goods shall not pass to the"],
        [0.6, "customer until paid for in full."],
        [0.9, "Carriage Net"],
      ],
    ];
    expect(facts(rows("Les Halles du Terroir SA, Marc Dewit"))).toMatchObject({ buyer: "Les Halles du Terroir SA" });
    expect(facts(rows("Dunmore Engineers Ltd"))).toMatchObject({ buyer: "Dunmore Engineers Ltd" });
  });
});
