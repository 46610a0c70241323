import { describe, expect, it } from "vitest";
import { SURE } from "@/domain/extraction/field";
import { readDocument } from "@/domain/extraction/read-document";
import { page } from "./pages";

/** The freight as it is read from an invoice in EUR. */
function freightOf(label: string, value: string) {
  const { fields } = readDocument([
    page([
      [[0.36, "COMMERCIAL INVOICE"]],
      [[0.06, "Invoice No.: CI3194649"]],
      [[0.06, "Currency: EUR"]],
      [
        [0.06, label],
        [0.4, value],
      ],
    ]),
  ]);
  return fields.find((field) => field.name === "freight");
}

describe("a freight", () => {
  it.each([
    ["Freight (USD):", "410.00"],
    ["Freight USD:", "410.00"],
    ["Freight:", "USD 410.00"],
  ])("in another currency than the invoice's is asked for: %s %s", (label, value) => {
    const freight = freightOf(label, value);
    expect(freight?.value).toBe("410.00");
    expect(freight?.confidence).toBeLessThan(SURE);
    expect(freight).not.toHaveProperty("label");
  });

  it.each([
    ["Freight (EUR):", "410.00"],
    ["Freight:", "€ 410.00"],
    ["Freight:", "410.00"],
  ])("in the invoice's currency is sure: %s %s", (label, value) => {
    expect(freightOf(label, value)?.confidence).toBeGreaterThanOrEqual(SURE);
  });
});
