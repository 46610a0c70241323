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

describe("goods on a till's roll", () => {
  it.each<[string, Parameters<typeof page>[0], readonly Record<string, string>[]]>([
    [
      "a price with and one without tax, under a numbered name",
      [
        [[0.1, "1024 PAINT BRUSH (RED)"]],
        [
          [0.1, "2"],
          [0.3, "11.79"],
          [0.5, "12.50"],
          [0.7, "25.00"],
          [0.8, "SR"],
        ],
        [[0.1, "0773 PRIMER 1L WHITE"]],
        [
          [0.1, "3"],
          [0.3, "4.00"],
          [0.5, "4.24"],
          [0.7, "12.72"],
          [0.8, "SR"],
        ],
        [
          [0.1, "Total"],
          [0.7, "37.72"],
        ],
      ],
      [
        { description: "PAINT BRUSH (RED)", quantity: "2", unit_price: "12.50", amount: "25.00" },
        { description: "PRIMER 1L WHITE", quantity: "3", unit_price: "4.24", amount: "12.72" },
      ],
    ],
    [
      "names over amounts, weights with their units and a discount",
      [
        [[0.1, "FRESH MILK 950ML"]],
        [[0.8, "3.45"]],
        [[0.1, "CHICKEN THIGH"]],
        [
          [0.1, "0.486kg @ $12.90/kg"],
          [0.8, "6.27"],
        ],
        [[0.1, "PROMO DISC"]],
        [[0.8, "-0.80"]],
        [
          [0.1, "ITEMS 2 TTL"],
          [0.8, "8.92"],
        ],
      ],
      [
        { description: "FRESH MILK 950ML", amount: "3.45" },
        { description: "CHICKEN THIGH", quantity: "0.486", unit_price: "12.90", amount: "6.27" },
        { description: "PROMO DISC", amount: "-0.80" },
      ],
    ],
    [
      "fuel, priced in hundredths and by the litre",
      [
        [[0.1, "PUMP 06 UNLEADED E10"]],
        [
          [0.1, "38.42 L @ 143.9 p/L"],
          [0.8, "55.29 *"],
        ],
        [[0.1, "Zapfsaeule 3 PRIMAX 95"]],
        [
          [0.1, "22.73 litre @ RM 2.200/L"],
          [0.8, "50.01"],
        ],
        [
          [0.1, "TOTAL"],
          [0.8, "105.30"],
        ],
      ],
      [
        { description: "UNLEADED E10", quantity: "38.42", unit_price: "1.439", amount: "55.29" },
        { description: "PRIMAX 95", quantity: "22.73", unit_price: "2.200", amount: "50.01" },
      ],
    ],
    [
      "a count before the name of a bill that is filled in by hand",
      [
        [[0.1, "CASH BILL No. 18442"]],
        [
          [0.1, "12 A4 paper 70gsm"],
          [0.5, "14.50"],
          [0.8, "174.00"],
        ],
        [
          [0.1, "3 Stapler No. 10"],
          [0.5, "8.90"],
          [0.8, "26.70"],
        ],
        [[0.6, "TOTAL"]],
        [[0.8, "200.70"]],
      ],
      [
        { description: "A4 paper 70gsm", quantity: "12", unit_price: "14.50", amount: "174.00" },
        { description: "Stapler No. 10", quantity: "3", unit_price: "8.90", amount: "26.70" },
      ],
    ],
    [
      "codes and letters of tax behind names, a price per pound and what costs nothing",
      [
        [
          [0.1, "GV 2% MILK 007874215196 F"],
          [0.8, "3.48 N"],
        ],
        [[0.1, "BANANAS LB 000000004011KF"]],
        [
          [0.1, "2.50 lb @ 1 lb /1.00"],
          [0.8, "2.50 N"],
        ],
        [
          [0.12, "+ Oat milk"],
          [0.8, "(0.00)"],
        ],
        [
          [0.1, "5014957 BOOK: DIY MANUAL"],
          [0.8, "f8.99 Z"],
        ],
        [
          [0.1, "SUBTOTAL"],
          [0.8, "14.97"],
        ],
      ],
      [
        { description: "GV 2% MILK", amount: "3.48" },
        { description: "BANANAS LB", quantity: "2.50", unit_price: "1.00", amount: "2.50" },
        { description: "BOOK: DIY MANUAL", amount: "8.99" },
      ],
    ],
    [
      "the price of one, or the count and the price, under or over the amount",
      [
        [
          [0.1, "2 Nasi Lemak Ayam"],
          [0.8, "29.80"],
        ],
        [[0.12, "@ 14.90"]],
        [
          [0.1, "Coffee - Bottomless"],
          [0.8, "9.75"],
        ],
        [[0.12, "3 x 3.25"]],
        [
          [0.1, "TOTAL"],
          [0.8, "39.55"],
        ],
      ],
      [
        { description: "Nasi Lemak Ayam", quantity: "2", unit_price: "14.90", amount: "29.80" },
        { description: "Coffee - Bottomless", quantity: "3", unit_price: "3.25", amount: "9.75" },
      ],
    ],
  ])("may have %s", (_, rows, goods) => {
    expect(boughtOf(rows)).toEqual(goods);
  });
});

describe("figures on a till's roll", () => {
  const sold = (...rows: readonly (readonly [string, string?])[]) =>
    boughtOf(rows.map(([name, figures]) => [[0.1, name], ...(figures ? ([[0.6, figures]] as const) : [])]));

  it("say which of them is the price, though it comes first", () => {
    expect(sold(["PEARS"], ["3.00/kg", "2.00 6.00"], ["TOTAL", "6.00"])).toEqual([
      { description: "PEARS", quantity: "2.00", unit_price: "3.00", amount: "6.00" },
    ]);
  });

  it("are prices in hundredths only where something is sold by the litre or kilowatt-hour, or in pence", () => {
    for (const name of ["HIRE 10 DAYS", "Delivery 10 %"])
      expect(sold([name, "50.00 5.00"], ["TOTAL", "5.00"])[0] ?? {}, name).not.toHaveProperty("unit_price");
    expect(sold(["CHARGING"], ["20.00 kWh 45.0", "9.00"], ["TOTAL", "9.00"])).toEqual([
      { description: "CHARGING", quantity: "20.00", unit_price: "0.450", amount: "9.00" },
    ]);
  });

  it("under who served or at which table are no goods", () => {
    for (const name of ["CASHIER ANNA", "TABLE FIVE"])
      expect(sold([name], ["12.00"], ["TOTAL", "12.00"]), name).toEqual([]);
    expect(sold(["TABLE CLOTH"], ["12.00"], ["TOTAL", "12.00"])).toEqual([
      { description: "TABLE CLOTH", amount: "12.00" },
    ]);
  });

  it("begin names too", () => {
    const names = sold(["2 Crisps", "3.00"], ["7Up", "2.50"], ["TOTAL", "5.50"]).map(({ description }) => description);
    expect(names).toEqual(["Crisps", "7Up"]);
  });

  it("in the codes of parts stay figures where an engine read them", () => {
    const paper = page([
      [
        [0.1, "FILTER TYP0A SIZE0"],
        [0.8, "4.00"],
      ],
      [
        [0.1, "MIL0 CHOC0LATE W00D"],
        [0.8, "2.00"],
      ],
      [
        [0.1, "TOTAL"],
        [0.8, "6.00"],
      ],
    ]);
    const names = readReceiptLines([paper], "ocr").filter(({ name }) => name === "description");
    expect(names.map(({ value }) => value)).toEqual(["FILTER TYP0A SIZE0", "MILO CHOCOLATE WOOD"]);
  });

  it("of which there is one have a price that is their amount, though their count was not read", () => {
    const rows: Parameters<typeof page>[0] = [
      [
        [0.1, "2"],
        [0.15, "Tarte"],
        [0.6, "4,10"],
        [0.8, "8,20"],
      ],
      [
        [0.15, "Expresso"],
        [0.6, "2,20"],
        [0.8, "2,20"],
      ],
      [
        [0.1, "TOTAL TTC"],
        [0.8, "10,40"],
      ],
    ];
    expect(boughtOf(rows)).toEqual([
      { description: "Tarte", quantity: "2", unit_price: "4.10", amount: "8.20" },
      { description: "Expresso", unit_price: "2.20", amount: "2.20" },
    ]);
  });
});
