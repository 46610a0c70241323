import { describe, expect, it } from "vitest";
import { withLikelyLetters } from "@/adapters/reading/letters";
import { readDocument } from "@/domain/extraction/read-document";
import { taxPhraseAt } from "@/domain/extraction/tax-phrase";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const read = (rows: Rows) =>
  Object.fromEntries(
    readDocument([page(rows)]).fields.flatMap(({ name, line, value }) => (line === null ? [[name, value]] : [])),
  );

/** An invoice as a craftsman writes it: a letter, in which hardly anything has a label. */
const letter = (more: { addressee?: Rows; dated?: string; tax?: string } = {}): Rows => [
  [[0.1, "Brunner Fensterbau GmbH"]],
  null,
  [[0.1, "Brunner Fensterbau GmbH · Ziegeleiweg 9 · 84028 Landshut"]],
  ...(more.addressee ?? [[[0.1, "Hotel Waldfrieden"]]]),
  [[0.1, "Uferstr. 22"]],
  [[0.1, "84034 Landshut"]],
  null,
  [[0.6, more.dated ?? "Landshut, den 14.10.2026"]],
  null,
  [[0.1, "Rechnung Nr. 26-0118"]],
  null,
  [
    [0.1, "Bezeichnung"],
    [0.5, "Menge"],
    [0.65, "Einzelpreis"],
    [0.85, "Gesamt"],
  ],
  [
    [0.1, "Fenster zweiflügelig"],
    [0.5, "2"],
    [0.65, "250,00"],
    [0.85, "500,00"],
  ],
  null,
  [
    [0.5, "Nettobetrag"],
    [0.85, "500,00"],
  ],
  [
    [0.5, more.tax ?? "zzgl. 19 % MwSt."],
    [0.85, "95,00"],
  ],
  [
    [0.5, "Rechnungsbetrag EUR"],
    [0.85, "595,00"],
  ],
  null,
  [
    [0.1, "VR-Bank Landshut"],
    [0.5, "HRB 4711, AG Landshut"],
  ],
];

describe("an invoice that is a letter", () => {
  it("says by its places who writes to whom, and when", () => {
    expect(read(letter())).toMatchObject({
      seller: "Brunner Fensterbau GmbH",
      buyer: "Hotel Waldfrieden",
      date: "2026-10-14",
      invoice_number: "26-0118",
      tax: "95.00",
      total: "595.00",
    });
  });

  it.each(["Visp, 14. Oktober 2026", "Lézignan, le 14 octobre 2026", "Kraków, dnia 14.10.2026"])(
    "is dated: %s",
    (dated) => {
      expect(read(letter({ dated })).date).toBe("2026-10-14");
    },
  );

  it.each(["Herrn", "Familie", "Firma", "Monsieur"])("calls upon %s before the name", (called) => {
    const addressee: Rows = [[[0.1, called]], [[0.1, "Matthias Wolpert"]]];
    expect(read(letter({ addressee })).buyer).toBe("Matthias Wolpert");
  });

  it("joins the word that was broken in a name", () => {
    const addressee: Rows = [[[0.1, "Stockwerkeigentümer-"]], [[0.1, "gemeinschaft Lärchenhof"]]];
    expect(read(letter({ addressee })).buyer).toBe("Stockwerkeigentümergemeinschaft Lärchenhof");
  });

  it.each(["darin enthalten 19 % USt", "19% Mehrwertsteuer", "zuzügl. 19,00 % Umsatzsteuer", "MwSt. (19%)"])(
    "states its tax: %s",
    (tax) => {
      expect(read(letter({ tax })).tax).toBe("95.00");
    },
  );
});

describe("what an engine read of a letter", () => {
  it("is as sure as its words, whatever mark stands between them", () => {
    const scanned = page(letter(), 0.95);
    const words = scanned.words.map((word) => (word.text === "·" ? { ...word, confidence: 0.4 } : word));
    const { fields } = readDocument([{ ...scanned, method: "ocr", words }]);
    expect(fields.find(({ name }) => name === "seller")).toMatchObject({ value: "Brunner Fensterbau GmbH" });
  });

  it("takes no street for the one who writes", () => {
    const rows: Rows = [
      [[0.1, "Dr. med. Wiebke Oltmanns"]],
      [[0.1, "Fachärztin für Innere Medizin"]],
      [[0.1, "Neuer Wall 5 · 26721 Emden · Tel. (04921) 33 08 1"]],
      null,
      [[0.1, "Herrn"]],
      [[0.1, "Gernot Pfannschmidt"]],
      [[0.1, "Ringstr. 61"]],
      [[0.1, "26725 Emden"]],
      null,
      [[0.1, "Rechnungs-Nr. 26/08833"]],
      [
        [0.1, "Zu zahlender Betrag EUR"],
        [0.8, "112,01"],
      ],
    ];
    expect(read(rows)).toMatchObject({ seller: "Dr. med. Wiebke Oltmanns", buyer: "Gernot Pfannschmidt" });
  });
});

describe("the tax of several rates", () => {
  it("is their sum, where that bears out the total", () => {
    const rows = (total: string): Rows => [
      [[0.1, "Factuur 20260388"]],
      null,
      [
        [0.5, "Subtotaal"],
        [0.85, "665,40"],
      ],
      [
        [0.5, "9% btw over € 250,50"],
        [0.85, "22,55"],
      ],
      [
        [0.5, "21% btw over € 414,90"],
        [0.85, "87,13"],
      ],
      [
        [0.5, "Totaal te voldoen"],
        [0.85, total],
      ],
    ];
    expect(read(rows("775,08")).tax).toBe("109.68");
    expect(read(rows("775,00")).tax).not.toBe("109.68");
  });
});

describe("a credit note", () => {
  it("has its own number, not that of the invoice it is about", () => {
    const rows: Rows = [
      [[0.1, "CARRELAGES MONTBRUN SAS"]],
      null,
      [[0.1, "AVOIR N° AV-260077"]],
      [[0.1, "sur facture FC-261893 du 28/09/2026"]],
      null,
      [
        [0.5, "TOTAL TTC"],
        [0.85, "463,68 €"],
      ],
    ];
    expect(read(rows).invoice_number).toBe("AV-260077");
  });
});

describe("the words for a tax with its rate", () => {
  it.each([
    ["dont TVA 20% : 12,00", null],
    ["21% btw", 7],
    ["VAT - Norway (25% on $136.00)", 29],
    ["20 % Rabatt", null],
    ["incl. 8.1% MWST", 15],
    ["19 % MwSt. auf 495,50 EUR", 25],
  ])("end where they end: %s", (text, end) => {
    expect(taxPhraseAt(text, 0)?.end ?? null).toBe(end);
  });
});

describe("the sharp s that an engine lacks", () => {
  it.each([
    ["KirchstraBe", "Kirchstraße"],
    ["SandvoB", "Sandvoß"],
    ["gemaB", "gemaß"],
    ["eBay", "eBay"],
    ["McBride", "McBride"],
    ["MacBook", "MacBook"],
  ])("is told in %s", (given, wanted) => {
    expect(withLikelyLetters(given)).toBe(wanted);
  });
});
