import { describe, expect, it } from "vitest";
import { amount } from "@/domain/extraction/accept";
import { readDocument } from "@/domain/extraction/read-document";
import { taxPhraseAt } from "@/domain/extraction/tax-phrase";
import { decimalOfThousands } from "@/domain/extraction/till-home";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const factOf = (rows: Rows, name: string) =>
  readDocument([page(rows)]).fields.find((field) => field.line === null && field.name === name);

describe("sums", () => {
  it.each([
    ["-€5.00", "-5.00"],
    ["-EUR 5.00", "-5.00"],
    ["100,00-", "-100.00"],
    ["100,-", "100"],
    ["1.234,56 7.890,12", "7890.12"],
    ["0.00-", "0.00"],
  ])("are what they say with their sign: %s", (text, value) => {
    expect(amount(text)).toBe(value);
  });

  it("of moneys with three decimals are no thousands", () => {
    const till = (first: string) => page([[[0.1, "1.250"]], [[0.1, "25.000"]], [[0.1, "26.250"]], [[0.1, first]]]);
    expect(decimalOfThousands([till("3.500")])).toBe(",");
    expect(decimalOfThousands([till("0.250")])).toBeNull();
    expect(decimalOfThousands([till("KWD")])).toBeNull();
  });
});

describe("what is likely and not sure", () => {
  it("is the freight of an invoice as its tax", () => {
    const rows: Rows = [
      [[0.1, "INVOICE No. 4711"]],
      [[0.1, "VAT No. GB 123 4567 89"]],
      [
        [0.1, "Goods"],
        [0.3, "100.00"],
        [0.5, "Parcel"],
        [0.6, "15.00"],
      ],
      [
        [0.1, "Total"],
        [0.6, "115.00"],
      ],
    ];
    expect(factOf(rows, "tax")?.confidence ?? 0).toBeLessThan(0.9);
  });

  it("is the name of a money in that of a firm", () => {
    const rows: Rows = [[[0.1, "Euro Foods Ltd."]], [[0.1, "INVOICE No. 4711"]], [[0.1, "Total 115.00"]]];
    expect(factOf(rows, "currency")?.confidence ?? 0).toBeLessThan(0.9);
  });
});

describe("lines made to keep the reader busy", () => {
  it.each([
    ["the words for a tax", () => taxPhraseAt("darin enthalten ".repeat(60), 0)],
    [
      "a register's number",
      () => readDocument([page([[[0.1, `SHOP ${"no.".repeat(60)}x`]], [[0.1, "TOTAL 5.00"]], [[0.1, "CASH 5.00"]]])]),
    ],
    ["a sender's line", () => readDocument([page([[[0.1, "INVOICE No. 4711"]], [[0.1, "a·a1".repeat(400)]]])])],
    [
      "a route",
      () => readDocument([page([[[0.1, "PACKING LIST"]], [[0.1, "by sea from a to b ".repeat(120).trim()]]])]),
    ],
  ])("are done with at once: %s", (_what, read) => {
    const started = performance.now();
    read();
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
