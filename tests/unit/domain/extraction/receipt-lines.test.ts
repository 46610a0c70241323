import { describe, expect, it } from "vitest";
import { readReceiptLines } from "@/domain/extraction/receipt-lines";
import { page } from "./pages";

function boughtOf(rows: Parameters<typeof page>[0]) {
  const fields = readReceiptLines([page(rows)], "text_layer");
  const count = new Set(fields.map((field) => field.line)).size;
  return Array.from({ length: count }, (_, line) =>
    Object.fromEntries(fields.filter((field) => field.line === line).map((field) => [field.name, field.value])),
  );
}

describe("what was bought", () => {
  it("is a count, a price and their product, named on the row above, past a code", () => {
    expect(
      boughtOf([
        [[0.1, "Date: 16/05/2019 08:48"]],
        [[0.1, "4785412"]],
        [[0.1, "LED BULB 9W"]],
        [
          [0.12, "2 X RM1.56"],
          [0.8, "3.12 SR"],
        ],
        [[0.1, "ROTI CANAI"]],
        [[0.1, "9556939040118"]],
        [
          [0.12, "3 PCS @ 1.25"],
          [0.8, "3.75*"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "6.87"],
        ],
        [
          [0.1, "CASH 1 x"],
          [0.4, "10.00"],
          [0.8, "10.00"],
        ],
      ]),
    ).toEqual([
      { description: "LED BULB 9W", quantity: "2", unit_price: "1.56", amount: "3.12" },
      { description: "ROTI CANAI", quantity: "3", unit_price: "1.25", amount: "3.75" },
    ]);
  });

  it("may stand on one row, its figures printed wide", () => {
    expect(
      boughtOf([
        [
          [0.1, "CAKE 1KG"],
          [0.5, "1 0"],
          [0.6, "4.5 9"],
          [0.8, "4 5.9 0"],
        ],
      ]),
    ).toEqual([{ description: "CAKE 1KG", quantity: "10", unit_price: "4.59", amount: "45.90" }]);
  });

  it("may be priced without being counted, if it adds up to a sum below", () => {
    const rows = (total: string): Parameters<typeof page>[0] => [
      [
        [0.1, "KOPI O"],
        [0.8, "1.80"],
      ],
      [
        [0.1, "NASI LEMAK"],
        [0.8, "5.50"],
      ],
      [
        [0.1, "TOTAL"],
        [0.8, total],
      ],
    ];
    expect(boughtOf(rows("7.30"))).toEqual([
      { description: "KOPI O", amount: "1.80" },
      { description: "NASI LEMAK", amount: "5.50" },
    ]);
    expect(boughtOf(rows("9.30"))).toEqual([]);
  });

  it("may be counted before its name, in money without decimals or with a comma", () => {
    expect(
      boughtOf([
        [
          [0.1, "2 GUDEG KOMPLIT"],
          [0.8, "76.000"],
        ],
        [
          [0.1, "3 ES JERUK"],
          [0.8, "36.000"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "112.000"],
        ],
      ]),
    ).toEqual([
      { description: "GUDEG KOMPLIT", quantity: "2", amount: "76000" },
      { description: "ES JERUK", quantity: "3", amount: "36000" },
    ]);
    expect(
      boughtOf([
        [
          [0.1, "Kaffee 3 x"],
          [0.5, "1,40"],
          [0.8, "4,20 A"],
        ],
        [
          [0.1, "SUMME"],
          [0.8, "4,20"],
        ],
      ]),
    ).toEqual([{ description: "Kaffee", quantity: "3", unit_price: "1.40", amount: "4.20" }]);
  });

  it.each<[string, Parameters<typeof page>[0], readonly Record<string, string>[]]>([
    [
      "signs before prices, under the name",
      [
        [[0.1, "KOPI SUSU"]],
        [
          [0.1, "2 x @24.000"],
          [0.8, "48.000"],
        ],
        [[0.1, "TEH"]],
        [
          [0.1, "3 x @6.000"],
          [0.8, "18.000"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "66.000"],
        ],
      ],
      [
        { description: "KOPI SUSU", quantity: "2", unit_price: "24000", amount: "48000" },
        { description: "TEH", quantity: "3", unit_price: "6000", amount: "18000" },
      ],
    ],
    [
      "the number of a tax class behind the amount",
      [
        [
          [0.1, "Hafermilch 1l 3 x 1,15"],
          [0.8, "3,45 2"],
        ],
        [
          [0.1, "Brot"],
          [0.8, "1,95 1"],
        ],
        [
          [0.1, "SUMME EUR"],
          [0.8, "5,40"],
        ],
      ],
      [
        { description: "Hafermilch 1l", quantity: "3", unit_price: "1.15", amount: "3.45" },
        { description: "Brot", amount: "1.95" },
      ],
    ],
    [
      "a count close to its price",
      [
        [
          [0.1, "PLASTERS 20S"],
          [0.6, "2"],
          [0.625, "5.45"],
          [0.8, "10.90"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "10.90"],
        ],
      ],
      [{ description: "PLASTERS 20S", quantity: "2", unit_price: "5.45", amount: "10.90" }],
    ],
    [
      "what is taken off, a measure in the name and a counted sum",
      [
        [[0.1, "VAT No 417 8830 29"]],
        [
          [0.1, "MILK 2.27 L"],
          [0.8, "1.65 Z"],
        ],
        [
          [0.1, "CAPS"],
          [0.8, "9.50 A"],
        ],
        [
          [0.1, "CAPS OFFER"],
          [0.77, "-"],
          [0.785, "1.50 A"],
        ],
        [
          [0.1, "2 BALANCE DUE"],
          [0.8, "9.65"],
        ],
      ],
      [
        { description: "MILK 2.27 L", amount: "1.65" },
        { description: "CAPS", amount: "9.50" },
        { description: "CAPS OFFER", amount: "-1.50" },
      ],
    ],
    [
      "a discount that the amount above is already without",
      [
        [[0.1, "EX BOOK F5"]],
        [
          [0.1, "5 PC @ 2.90"],
          [0.8, "14.40 Z"],
        ],
        [
          [0.15, "DISC"],
          [0.8, "(-0.10)"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "14.40"],
        ],
      ],
      [{ description: "EX BOOK F5", quantity: "5", unit_price: "2.90", amount: "14.40" }],
    ],
  ])("may have %s", (_, rows, goods) => {
    expect(boughtOf(rows)).toEqual(goods);
  });
});
