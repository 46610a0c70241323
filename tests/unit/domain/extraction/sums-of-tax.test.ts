import { describe, expect, it } from "vitest";
import { documentNumber, looksLikeParty, party } from "@/domain/extraction/accept";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const fieldsOf = (rows: Rows) => readDocument([page(rows)]).fields.filter(({ line }) => line === null);
const factOf = (rows: Rows, name: string) => fieldsOf(rows).find((field) => field.name === name);

/** An invoice that sums up in a table of its rates with no word over it, in which the last row is that of all. */
const summed = (last: readonly [string, string, string]): Rows => [
  [[0.1, "Marini Gastro Service GmbH"]],
  null,
  [[0.1, "Rechnung Nr. 5520916"]],
  [[0.1, "Datum: 21.10.2026"]],
  null,
  [
    [0.1, "1"],
    [0.3, "1.012,43"],
    [0.5, "70,87"],
    [0.7, "1.083,30"],
  ],
  [
    [0.1, "2"],
    [0.3, "654,48"],
    [0.5, "124,35"],
    [0.7, "778,83"],
  ],
  [
    [0.3, last[0]],
    [0.5, last[1]],
    [0.7, last[2]],
  ],
];

describe("the total and the tax of an invoice that sums up in a table", () => {
  it("are those of the row that adds up and is the largest; a person is asked", () => {
    const rows = summed(["1.666,91", "195,22", "1.862,13"]);
    expect(factOf(rows, "total")).toMatchObject({ value: "1862.13" });
    expect(factOf(rows, "tax")).toMatchObject({ value: "195.22" });
    expect(factOf(rows, "total")?.confidence).toBeLessThan(0.9);
  });

  it("are not taken from a row that does not add up", () => {
    expect(factOf(summed(["1.666,91", "195,22", "1.862,14"]), "total")?.value).not.toBe("1862.14");
  });

  it("are not two goods and their sum", () => {
    const rows: Rows = [
      [[0.1, "INVOICE"]],
      [[0.1, "Invoice No. 4711"]],
      null,
      [
        [0.1, "Table"],
        [0.8, "400.00"],
      ],
      [
        [0.1, "Chair"],
        [0.8, "80.00"],
      ],
      [
        [0.5, "Total"],
        [0.8, "480.00"],
      ],
    ];
    expect(factOf(rows, "tax")).toBeUndefined();
  });
});

describe("names and numbers that look like something else", () => {
  it.each(["VvE Merwekade 12-48", "SVJ Družstevní 1214"])(
    "%s is an organisation with the street of its house",
    (name) => {
      expect(party(name)).toBe(name);
      expect(looksLikeParty(name)).toBeGreaterThan(0.8);
    },
  );

  it.each(["PR 1180, AG Jena", "HRB 710438", "FN 241188k"])("%s is the number of a register", (text) => {
    expect(party(text)).toBeNull();
  });

  it("figures in groups are one number", () => {
    expect(documentNumber("78 2140 6693")).toBe("78 2140 6693");
    expect(documentNumber("10882 55218")).not.toBe("10882 55218");
  });

  it("the code of a country before a number of tax says not from whom a paper comes", () => {
    const rows: Rows = [
      [[0.1, "Rechnung Nr. 4711"]],
      [[0.1, "DE 262 419 083"]],
      [[0.1, "Klaus Weber"]],
      [[0.1, "Total 20,00 EUR"]],
    ];
    expect(factOf(rows, "seller")?.value).not.toBe("Klaus Weber");
  });

  it("what stands in brackets does not part a name from its number", () => {
    const rows: Rows = [
      [[0.1, "Handelsrechnung (380) Nr. 471102 vom 05.03.2018"]],
      [[0.1, "Nummer: 549910"]],
      [[0.1, "Endbetrag 20,00 EUR"]],
    ];
    expect(factOf(rows, "invoice_number")?.value).toBe("471102");
  });
});
