import { describe, expect, it } from "vitest";
import { amount, documentNumber } from "@/domain/extraction/accept";
import { parseDate } from "@/domain/extraction/parse-value";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const linesOf = (...pages: readonly Rows[]) => {
  const read = readDocument(pages.map((rows, at) => ({ ...page(rows), number: at + 1 })));
  const lines: Record<string, string>[] = [];
  for (const { line, name, value } of read.fields) if (line !== null) lines[line] = { ...lines[line], [name]: value };
  return lines;
};
const head: Rows = [[[0.1, "Rechnung Nr. 90118437"]], [[0.1, "Datum 03.11.2026"]], null];
const columns = (price: string, sum: string): Rows[number] => [
  [0.1, "Bezeichnung"],
  [0.5, "Menge"],
  [0.65, price],
  [0.85, sum],
];
const goods = (name: string, quantity: string, price: string, sum: string): Rows[number] => [
  [0.1, name],
  [0.5, quantity],
  [0.65, price],
  [0.85, sum],
];

describe("the goods of an invoice between neighbours", () => {
  it("have gross prices, not gross weights, where all else is money", () => {
    expect(
      linesOf([...head, columns("Brutto/Stk.", "Brutto gesamt"), goods("Trinkflasche", "2", "24,90", "49,80")]),
    ).toEqual([expect.objectContaining({ quantity: "2", unit_price: "24.90", amount: "49.80" })]);
  });

  it("go on below what is carried over from the page before", () => {
    const first: Rows = [
      ...head,
      columns("Preis", "Gesamt"),
      goods("Kugellager", "40", "61,84", "2.473,60"),
      [
        [0.1, "Übertrag"],
        [0.85, "2.473,60"],
      ],
    ];
    const second: Rows = [
      columns("Preis", "Gesamt"),
      [
        [0.1, "Übertrag"],
        [0.85, "2.473,60"],
      ],
      goods("O-Ring", "100", "0,38", "38,00"),
      [
        [0.1, "Summe Positionen"],
        [0.85, "2.511,60"],
      ],
    ];
    expect(linesOf(first, second).map(({ amount: sum }) => sum)).toEqual(["2473.60", "38.00"]);
  });

  it.each(["Subtotaal", "21% btw over € 414,90", "Totaal inclusief btw", "Gesamtbetrag netto"])(
    "end where the sums begin: %s",
    (words) => {
      const rows: Rows = [
        ...head,
        columns("Preis", "Gesamt"),
        goods("Kugellager", "40", "61,84", "2.473,60"),
        [
          [0.1, words],
          [0.85, "2.473,60"],
        ],
      ];
      expect(linesOf(rows)).toHaveLength(1);
    },
  );

  it.each(["Statistische Warennummer: 84825000", "Tarif-Nr. 84825000", "GTIP: 84825000", "Code douanier 84825000"])(
    "are of the code that stands under their name: %s",
    (detail) => {
      const rows: Rows = [
        ...head,
        columns("Preis", "Gesamt"),
        goods("Zylinderrollenlager", "40", "61,84", "2.473,60"),
        [[0.1, detail]],
      ];
      expect(linesOf(rows)[0]).toMatchObject({ hs_code: "84825000", description: "Zylinderrollenlager" });
    },
  );
});

describe("how values are written", () => {
  it.each([
    ["19. října 2026", "2026-10-19"],
    ["5 listopada 2026", "2026-11-05"],
    ["3. července 2026", "2026-07-03"],
    ["3. června 2026", "2026-06-03"],
    ["17 Agustus 2026", "2026-08-17"],
    ["1 Kasım 2026", "2026-11-01"],
    ["12. maj 2026", "2026-05-12"],
    ["12. marraskuuta 2026", "2026-11-12"],
    ["4 mars 2026", "2026-03-04"],
  ])("a date with its month in words: %s", (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it("a number that begins like a date, or is set wide", () => {
    expect(documentNumber("2026-09-012")).toBe("2026-09-012");
    expect(documentNumber("H - 2 0 2 6 / 0 2 1 9")).toBe("H-2026/0219");
    expect(documentNumber("2026-09-01")).toBeNull();
  });

  it("a sum whose sign of the euro became a letter", () => {
    expect(amount("1.431,00e")).toBe("1431.00");
    expect(amount("-2.320,50")).toBe("-2320.50");
  });
});
