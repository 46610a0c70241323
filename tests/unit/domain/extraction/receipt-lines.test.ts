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
});
