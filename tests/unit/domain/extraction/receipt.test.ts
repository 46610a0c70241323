import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

function read(...rows: Parameters<typeof page>[0]) {
  const { type, fields } = readDocument([{ ...page(rows), aspect: 0.45 }]);
  return { type, ...Object.fromEntries(fields.map(({ name, value }) => [name, value])) };
}

describe("a receipt", () => {
  it("states several sums, of which the one was paid that is cash less change", () => {
    const values = read(
      [[0.3, "KEDAI MAKAN SELERA"]],
      [[0.4, "TRADING"]],
      [[0.3, "(218345-K)"]],
      [[0.1, "NO. 4, JALAN SS 15/4, 47500 SUBANG JAYA"]],
      [[0.3, "TAX INVOICE"]],
      [[0.1, "Doc No. : #778845"]],
      [[0.1, "29/06/2018 11:15 AM"]],
      [
        [0.1, "NASI LEMAK"],
        [0.8, "41.20"],
      ],
      [
        [0.1, "Total Sales (Inclusive of GST)"],
        [0.8, "41.22"],
      ],
      [
        [0.1, "Rounding Adj"],
        [0.8, "-0.02"],
      ],
      [
        [0.1, "Total RM"],
        [0.8, "41.20"],
      ],
      [
        [0.1, "CASH"],
        [0.8, "50.00"],
      ],
      [
        [0.1, "CHANGE"],
        [0.8, "8.80"],
      ],
      [[0.3, "THANK YOU, PLEASE COME AGAIN"]],
    );
    expect(values).toMatchObject({
      type: "receipt",
      seller: "KEDAI MAKAN SELERA TRADING",
      date: "2018-06-29",
      total: "41.20",
      invoice_number: "778845",
    });
  });

  it("may be set so wide that every figure of its date is a word, and its rules are no words", () => {
    const rule = Array.from({ length: 60 }, (_, index) => [0.05 + index * 0.015, "-"] as const);
    const values = read(
      [
        [0.1, "WAH"],
        [0.25, "SENG"],
        [0.4, "HARDWARE"],
        [0.65, "SDN"],
        [0.8, "BHD"],
      ],
      rule,
      [[0.3, "TAX INVOICE"]],
      [[0.1, "Date : 1 6 / 0 8 / 1 8"]],
      rule,
      [
        [0.1, "Total"],
        [0.8, "12.00"],
      ],
      [
        [0.1, "Cash"],
        [0.8, "20.00"],
      ],
      [
        [0.1, "Change"],
        [0.8, "8.00"],
      ],
      [[0.1, "Cashier : MEI"]],
      rule,
    );
    expect(values).toMatchObject({ type: "receipt", seller: "WAH SENG HARDWARE SDN BHD", date: "2018-08-16" });
  });

  it("calls what is paid the nett total, which is net of tax elsewhere", () => {
    const values = read(
      [[0.3, "LIM BROTHERS BAKERY SDN BHD"]],
      [[0.3, "TAX INVOICE"]],
      [[0.1, "Date : 12-11-2018"]],
      [
        [0.1, "ROUNDING ADJ"],
        [0.8, "0.02"],
      ],
      [
        [0.1, "Total Sales Inclusive GST"],
        [0.8, "54.38"],
      ],
      [
        [0.1, "NET TOTAL"],
        [0.8, "MYR 54.40"],
      ],
      [
        [0.1, "Cash"],
        [0.8, "54.40"],
      ],
      [
        [0.1, "Change"],
        [0.8, "0.00"],
      ],
    );
    expect(values).toMatchObject({ type: "receipt", total: "54.40", currency: "MYR" });
  });
});
