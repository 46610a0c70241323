import { describe, expect, it } from "vitest";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import type { Fact } from "@/domain/declaration/facts";
import { asNames, asPorts, asWeights } from "@/domain/reconciliation/likeness";
import { conflictsByField, reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { fact } from "../fixtures";

const waybill = { documentId: "waybill", documentType: "air_waybill" } as const;
const packing = { documentId: "packing", documentType: "packing_list" } as const;

const outcomes = (facts: readonly Fact[]) =>
  reconcileDocuments(facts).map(({ rule, name, outcome }) => `${rule} ${name} ${outcome}`);

describe("documents of one shipment", () => {
  it("conflict over packages that differ by one", () => {
    expect(outcomes([fact("packages", "12"), fact("packages", "13", waybill)])).toEqual([
      "R-PACKAGES packages conflicts",
    ]);
  });

  it("agree where nobody else states the fact, and where all say it in other digits", () => {
    expect(outcomes([fact("packages", "12")])).toEqual(["R-PACKAGES packages alone"]);
    const weights = [fact("gross_weight_kg", "12"), fact("gross_weight_kg", "12.00", waybill)];
    expect(outcomes(weights)).toEqual(["R-WEIGHT-GROSS gross_weight_kg same"]);
  });

  it("name the consignee where the invoice names the buyer", () => {
    const facts = [
      fact("buyer", "Lingnan Electronics Co., Ltd."),
      fact("consignee", "LINGNAN ELECTRONICS LTD", waybill),
    ];
    expect(outcomes(facts)).toEqual(["R-PARTIES consignee tolerated"]);
  });

  it("are held together by the sum of their lines where the header has none", () => {
    const lines = ["100", "50"].map((value, line) => fact("quantity", value, { line }));
    const others = ["100", "40"].map((value, line) => fact("quantity", value, { ...packing, line }));
    const [comparison] = reconcileDocuments([...lines, ...others]);
    expect(comparison).toMatchObject({ rule: "R-LINES", outcome: "conflicts" });
    expect(comparison?.statements.map((statement) => statement.value)).toEqual(["150", "140"]);
  });

  it("are not compared by a sum that lacks a line", () => {
    const lines = [fact("quantity", "100", { line: 0 }), fact("amount", "7", { line: 1 })];
    expect(outcomes(lines)).toEqual([]);
  });

  // The second invoice of a shipment is another sale; its total is no contradiction of the first one's.
  it("leave out a second invoice, and what refers to it", () => {
    const second = { documentId: "second" } as const;
    const facts = [
      fact("invoice_number", "INV-1"),
      fact("total", "10"),
      fact("invoice_number", "INV-2", second),
      fact("total", "20", second),
      fact("invoice_number", "INV 2", packing),
    ];
    expect(outcomes(facts)).toEqual(["R-INVOICE-NUMBER invoice_number alone", "R-CURRENCY-TOTAL total alone"]);
  });

  it("do not conflict over what was rejected", () => {
    expect(outcomes([fact("packages", "12"), fact("packages", "13", { ...waybill, status: "rejected" })])).toEqual([
      "R-PACKAGES packages alone",
    ]);
  });
});

describe("a ruling", () => {
  const prevails = fact("packages", "13", { ...waybill, precedence: "prevails" });
  const yields = fact("packages", "12", { precedence: "yields" });

  it("settles the conflict, until a third document says something else", () => {
    expect(outcomes([yields, prevails])).toEqual(["R-PACKAGES packages ruled"]);
    expect(outcomes([yields, prevails, fact("packages", "14", packing)])).toEqual(["R-PACKAGES packages conflicts"]);
  });

  it("decides what is declared, against the order of authority", () => {
    const ruled = [
      fact("packages", "13", { ...waybill, precedence: "yields" }),
      fact("packages", "12", { precedence: "prevails" }),
    ];
    expect(assembleDeclaration({ regime: "0110", facts: ruled, consumer: null }).packages?.value).toBe("12");
  });
});

it("finds the conflict of a field by its id", () => {
  const mine = fact("packages", "12");
  expect(conflictsByField(reconcileDocuments([mine, fact("packages", "13", waybill)])).get(mine.id)?.rule).toBe(
    "R-PACKAGES",
  );
});

describe("tolerances", () => {
  it.each([
    ["1000", "1005", "tolerated"],
    ["1000", "1006", "different"],
    ["186.4", "186.5", "tolerated"],
    ["14.6", "15", "tolerated"],
    ["14.6", "15.5", "different"],
    ["0.9", "1", "tolerated"],
  ])("of weights: %s and %s are %s", (a, b, likeness) => {
    expect(asWeights(a, b)).toBe(likeness);
  });

  it.each([
    ["Douro Textiles Lda.", "Douro Textiles, Lda", "tolerated"],
    ["Brightwell Audio GmbH", "Brightwel Audio GmbH", "tolerated"],
    ["Suzhou Precision Assembly", "Kunshan Warehouse Services", "different"],
  ])("of names: %s and %s are %s", (a, b, likeness) => {
    expect(asNames(a, b)).toBe(likeness);
  });

  it.each([
    ["Shanghai", "Shanghai Pudong", "tolerated"],
    ["CNSHA", "Shanghai", "tolerated"],
    ["Hamburg", "Shanghai", "different"],
  ])("of ports: %s and %s are %s", (a, b, likeness) => {
    expect(asPorts(a, b)).toBe(likeness);
  });
});
