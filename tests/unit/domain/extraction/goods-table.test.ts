import { describe, expect, it } from "vitest";
import { readGoodsTable } from "@/domain/extraction/goods-table";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

function linesOf(...pages: readonly Rows[]) {
  const { lines } = readGoodsTable(
    pages.map((rows, at) => ({ ...page(rows), number: at + 1 })),
    "text_layer",
  );
  const count = Math.max(-1, ...lines.map((field) => field.line ?? 0)) + 1;
  return Array.from({ length: count }, (_, line) =>
    Object.fromEntries(lines.filter((field) => field.line === line).map((field) => [field.name, field.value])),
  );
}

const HEADINGS: Rows[number] = [
  [0.05, "Pos"],
  [0.12, "Beschreibung"],
  [0.5, "Einzelpreis"],
  [0.65, "Menge"],
  [0.85, "Betrag"],
];

function line(at: number, name: string, quantity: string, price: string, amount: string): NonNullable<Rows[number]> {
  return [
    [0.05, String(at)],
    [0.12, name],
    [0.5, price],
    [0.65, quantity],
    [0.85, amount],
  ];
}

describe("a line of goods", () => {
  it("is not what a price is made of, nor a remark below it", () => {
    expect(
      linesOf([
        HEADINGS,
        line(1, "Trennfolie A3", "20 Stk", "4,50", "90,00"),
        [[0.12, "Bruttopreis: 5,00"]],
        [
          [0.12, "Grundpreis :"],
          [0.5, "5,00"],
        ],
        null,
        line(2, "Hefter", "10 Stk", "2,00", "20,00"),
      ]),
    ).toEqual([
      expect.objectContaining({ description: "Trennfolie A3", quantity: "20", unit_price: "4.50", amount: "90.00" }),
      expect.objectContaining({ description: "Hefter", quantity: "10", unit_price: "2.00", amount: "20.00" }),
    ]);
  });

  it("may stand far below the one before, if it has all its figures", () => {
    const read = linesOf([
      HEADINGS,
      line(1, "Hefter", "10 Stk", "2,00", "20,00"),
      null,
      null,
      null,
      line(2, "Locher", "5 Stk", "3,00", "15,00"),
    ]);
    expect(read.map(({ description }) => description)).toEqual(["Hefter", "Locher"]);
  });

  it.each(["Notebook computer", "Cashmere scarf", "Sealing ring", "Summer dress"])(
    "is not the end of the table though its name begins like one: %s",
    (name) => {
      const read = linesOf([
        HEADINGS,
        [[0.12, "笔记本"], ...line(1, "", "10", "2,00", "20,00").filter(([x]) => x !== 0.12)],
        [[0.12, name]],
        line(2, name, "5", "3,00", "15,00"),
      ]);
      expect(read.map(({ description }) => description)).toEqual([`笔记本 ${name}`, name]);
    },
  );

  it("ends before a sum, whatever that is called", () => {
    const read = linesOf([
      HEADINGS,
      line(1, "Hefter", "10 Stk", "2,00", "20,00"),
      [
        [0.5, "Warensumme"],
        [0.85, "20,00"],
      ],
      [
        [0.5, "Frachtanteil"],
        [0.85, "5,00"],
      ],
    ]);
    expect(read).toHaveLength(1);
    expect(read[0]).toMatchObject({ description: "Hefter", amount: "20.00" });
  });

  it("is looked for overleaf only if the goods have not ended", () => {
    const first: Rows = [HEADINGS, line(1, "Hefter", "10 Stk", "2,00", "20,00"), [[0.12, "Zahlungsbedingungen"]]];
    expect(linesOf(first, [line(2, "Locher", "5 Stk", "3,00", "15,00")])).toHaveLength(1);
    expect(linesOf(first.slice(0, 2), [line(2, "Locher", "5 Stk", "3,00", "15,00")])).toHaveLength(2);
  });

  it("keeps the details below its name for itself, and out of the name", () => {
    const details = (code: string): Rows => [[[0.12, `HS Code: ${code}`]], [[0.12, "Origin: Germany"]]];
    const read = linesOf([
      HEADINGS,
      line(1, "Glass bottle 750 ml with stopper", "10", "2,00", "20,00"),
      ...details("70109043"),
      line(2, "Camera", "5", "3,00", "15,00"),
      ...details("85258900"),
    ]);
    expect(read).toEqual([
      expect.objectContaining({
        description: "Glass bottle 750 ml with stopper",
        hs_code: "70109043",
        origin: "DE",
      }),
      expect.objectContaining({ description: "Camera", hs_code: "85258900", origin: "DE" }),
    ]);
  });

  it("has the figure at the end of its name in the name, not in the price beside it", () => {
    const [read] = linesOf([
      HEADINGS,
      [
        [0.05, "1"],
        [0.12, "Mixed"],
        [0.25, "pallet"],
        [0.43, "3"],
        [0.5, "29,10"],
        [0.65, "2 Stk"],
        [0.85, "58,20"],
      ],
    ]);
    expect(read).toMatchObject({ unit_price: "29.10", quantity: "2", amount: "58.20" });
    expect(read?.description).toContain("3");
  });
});

describe("the headings", () => {
  it("go on in a second language, which is no goods, and are wide enough for what stands under them", () => {
    const read = linesOf([
      [
        [0.05, "唛头"],
        [0.3, "货物名称及规格"],
        [0.5, "数量"],
        [0.65, "单价"],
        [0.85, "金额"],
      ],
      [
        [0.05, "Marks"],
        [0.28, "Description of Goods"],
        [0.5, "Quantity"],
        [0.65, "Unit Price"],
        [0.85, "Amount"],
      ],
      [
        [0.65, "CFR GENOA"],
        [0.85, "USD"],
      ],
      [
        [0.05, "N/M"],
        [0.12, "Digital multimeter"],
        [0.5, "43 PCS"],
        [0.65, "46.20"],
        [0.85, "1,986.60"],
      ],
      [
        [0.12, "Cotton towels"],
        [0.5, "22 PCS"],
        [0.65, "12.80"],
        [0.85, "281.60"],
      ],
    ]);
    expect(read.map(({ description }) => description)).toEqual(["Digital multimeter", "Cotton towels"]);
  });

  it("may be illegible over the amounts: in most lines these are quantity times price", () => {
    const read = linesOf([
      [...(HEADINGS?.slice(0, 4) ?? []), [0.85, "8etrqg"]],
      line(1, "Glass bottle", "10", "2,50", "25,00"),
      line(2, "Camera", "4", "31,10", "124,40"),
    ]);
    expect(read.map(({ amount }) => amount)).toEqual(["25.00", "124.40"]);
  });

  it("may be illegible over prices, codes and origins, which are known by what they hold", () => {
    const read = linesOf([
      [
        [0.01, "Pos"],
        [0.06, "Beschreibung"],
        [0.3, "Zx8qw"],
        [0.45, "Lvmp"],
        [0.58, "Menge"],
        [0.65, "ME"],
        [0.72, "Prz"],
        [0.85, "Betrag"],
      ],
      [
        [0.01, "1"],
        [0.06, "Glass bottle"],
        [0.3, "70109043"],
        [0.45, "Germany"],
        [0.58, "10"],
        [0.72, "2,50"],
        [0.85, "25,00"],
      ],
      [
        [0.01, "2"],
        [0.06, "Camera"],
        [0.3, "85258900"],
        [0.45, "Japan"],
        [0.58, "4"],
        [0.72, "31,10"],
        [0.85, "124,40"],
      ],
    ]);
    expect(read).toEqual([
      expect.objectContaining({ hs_code: "70109043", origin: "DE", unit_price: "2.50" }),
      expect.objectContaining({ hs_code: "85258900", origin: "JP", unit_price: "31.10" }),
    ]);
  });
});
