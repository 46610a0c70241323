import { bandsOf, gateAt, thresholdFor } from "@tests/bench/evaluation/calibration";
import { isRight, likeness } from "@tests/bench/evaluation/equal";
import { judge } from "@tests/bench/evaluation/judge";
import type { Truth } from "@tests/bench/evaluation/paper";
import { report } from "@tests/bench/evaluation/report";
import { alignRows } from "@tests/bench/evaluation/rows";
import { summarise } from "@tests/bench/evaluation/summary";
import { describe, expect, it } from "vitest";

const TRUTH: Truth = {
  id: "paper",
  modality: "scan",
  doc_type: ["commercial_invoice", "invoice"],
  labelled_fields: ["invoice_number", "date", "total", "tax", "incoterm"],
  fields: { invoice_number: "A-17", date: "2026-03-04", total: 120.5 },
  line_items: [
    { description: "Electric kettle 1.7 L", quantity: 10, amount: 100 },
    { description: "Lid", quantity: 5, amount: 20.5 },
  ],
};

describe("a value and its truth", () => {
  it.each([
    ["invoice_number", "INV/2024-7", "inv 2024 7", true],
    ["invoice_number", "INV-7", "INV-1", false],
    ["total", 1250, "1,250.00", true],
    ["total", 1250, 1250.01, false],
    ["date", "2026-03-04", "4 March 2026", true],
    ["country_of_origin", "CN", "China", true],
    ["port_of_loading", ["Nagoya", "JPNGO"], "NAGOYA", true],
    ["hs_codes", ["8516.79", "691110"], ["691110", "851679"], true],
    ["hs_codes", ["851679", "691110"], ["691110"], false],
    ["description", "Electric kettle 1.7 L", "Electric kettle 1.7L,", true],
    ["description", "Electric kettle", "Electric lamp", false],
  ] as const)("%s: %j and %j", (name, truth, read, same) => {
    expect(isRight(name, truth, read)).toBe(same);
  });

  it("is like another by the letters that need not be changed", () => {
    expect(likeness("KETTLE", "KETTLE")).toBe(1);
    expect(likeness("KETTLE", "KETLE")).toBeCloseTo(5 / 6);
    expect(likeness("", "")).toBe(1);
  });
});

describe("rows", () => {
  it("are laid on each other so that most cells agree, past one that was invented and one that was missed", () => {
    const truth = ["a", "b", "c"];
    const read = ["x", "b", "c"];
    expect(alignRows(3, 3, (at, other) => (truth[at] === read[other] ? 2 : 0))).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe("a reading", () => {
  it("without a fault needs no correction", () => {
    const { fields, line_items = [] } = TRUTH;
    const verdict = judge(TRUTH, { doc_type: "invoice", fields, line_items });
    expect(verdict.isPerfect).toBe(true);
    expect(verdict.errors).toEqual([]);
  });

  it("is judged by what was missed, wrong, invented or filled in where nothing stands", () => {
    const verdict = judge(TRUTH, {
      doc_type: "packing_list",
      fields: { invoice_number: "A-11", total: 120.5, tax: 3, incoterm: "0", buyer: "not judged" },
      line_items: [
        { description: "Electric kettle 1.7 L", quantity: 1, amount: 100 },
        { description: "Lid", quantity: 5, amount: 20.5 },
        { description: "Carriage", amount: 7 },
      ],
      confidence: { fields: { total: 0.99, tax: 0.6 }, line_items: [{ quantity: 0.7 }] },
    });
    expect(verdict.isTypeRight).toBe(false);
    expect(verdict.header).toEqual({ stated: 3, right: 1, wrong: 2 });
    expect(verdict.empty).toEqual({ fields: 2, filled: 1 });
    expect(verdict.cells).toEqual({ stated: 6, right: 5, wrong: 3 });
    expect(verdict.headerValues).toContainEqual({ isRight: false, confidence: 0.6 });
    expect(verdict.isPerfect).toBe(false);
    const sum = summarise([verdict]);
    expect(sum).toMatchObject({ papers: 1, type: 0, emptyFilled: 0.5, perfect: 0 });
    expect(sum.headerExact).toBeCloseTo(1 / 3);
    expect(sum.precision).toBeCloseTo(1 / 3);
    expect(sum.cellsF1).toBeCloseTo(10 / 14);
  });

  it("that is not there was missed as a whole", () => {
    const verdict = judge(TRUTH, {});
    expect(verdict.header).toEqual({ stated: 3, right: 0, wrong: 0 });
    expect(verdict.cells).toEqual({ stated: 6, right: 0, wrong: 0 });
  });
});

describe("how sure a reader is", () => {
  const values = [
    { confidence: 0.99, isRight: true },
    { confidence: 0.96, isRight: true },
    { confidence: 0.92, isRight: false },
    { confidence: 0.4, isRight: true },
  ];

  it("is set against how often it is right", () => {
    expect(bandsOf(values)).toEqual([
      { from: 0, count: 1, right: 1 },
      { from: 0.9, count: 1, right: 0 },
      { from: 0.95, count: 1, right: 1 },
      { from: 0.98, count: 1, right: 1 },
    ]);
  });

  it("tells what a threshold lets through, and which one lets through hardly anything wrong", () => {
    expect(gateAt(0.9, values)).toEqual({ threshold: 0.9, passed: 3, precision: 2 / 3, coverage: 2 / 3 });
    expect(thresholdFor(0.01, values)).toBe(0.96);
    expect(thresholdFor(0.01, [{ confidence: 1, isRight: false }])).toBeNull();
  });

  it("is left out where no reading says it", () => {
    const verdict = judge(TRUTH, { doc_type: "invoice", fields: TRUTH.fields });
    expect(report([verdict], false)).not.toContain("threshold");
    expect(report([judge(TRUTH, { fields: { total: 1 }, confidence: { fields: { total: 0.9 } } })], true)).toContain(
      "paper total: 120.5 <> 1",
    );
  });
});
