import { describe, expect, it } from "vitest";
import { paperTypeSchema } from "@/contracts/reference";
import { lineDuties } from "@/domain/message/line-duties";
import { supportingDocuments } from "@/domain/message/supporting-documents";
import types from "../../../../prisma/reference/paper-types.json";

const TYPES = paperTypeSchema.array().parse(types);
const named = (invoice: string, transport: string) =>
  ({ invoiceNumber: { value: invoice }, transportNumber: { value: transport } }) as Parameters<
    typeof supportingDocuments
  >[0];

describe("the taxes of a line in a message", () => {
  const step = { line: 1, base: "1000.00", amount: "130.00" };

  it("are those of this line, each kind by its code, and steps of the consignment are on no line", () => {
    const steps = [
      { ...step, kind: "duty", rate: "8.5 %" },
      { ...step, kind: "trade_remedy", rate: "20 %" },
      { ...step, kind: "consumption_tax", rate: "20 % + CNY 0.912/litre" },
      { ...step, kind: "vat", rate: "13 %" },
      { ...step, kind: "customs_value", rate: "" },
      { ...step, line: 2, kind: "vat", rate: "13 %" },
      { ...step, line: null, kind: "fee", rate: "" },
    ];
    expect(lineDuties(steps, 1).map(({ tax, rate }) => [tax, rate])).toEqual([
      ["CUD", "8.5"],
      ["ADD", "20"],
      // A rate of two parts is no percentage.
      ["EXC", null],
      ["VAT", "13"],
    ]);
  });
});

describe("the papers of a declaration in a message", () => {
  it("are invoice, transport document by its kind, and what met a requirement, each once", () => {
    const origin = { code: "origin_proof", evidenceReference: "RCEP-1" };
    const label = { code: "chinese_label", evidenceReference: "L-1" };
    const missing = { code: "health_certificate", evidenceReference: null };
    expect(supportingDocuments(named("INV-1", "999-12345675"), [origin, origin, label, missing], TYPES)).toEqual([
      { type: "380", number: "INV-1" },
      { type: "740", number: "999-12345675" },
      { type: "861", number: "RCEP-1" },
    ]);
    expect(supportingDocuments(named("INV-1", "HLCU1234"), [], TYPES)[1]).toEqual({ type: "705", number: "HLCU1234" });
  });

  it("leave out a number that is longer than the form takes", () => {
    expect(supportingDocuments(named("I".repeat(36), "HLCU1"), [], TYPES)).toEqual([{ type: "705", number: "HLCU1" }]);
  });
});
