import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperTypeSchema } from "@/contracts/reference";
import { checkMessage } from "@/domain/message/check-message";
import { lineDuties } from "@/domain/message/line-duties";
import { supportingDocuments } from "@/domain/message/supporting-documents";
import types from "../../../../prisma/reference/paper-types.json";
import { declarationMessage } from "../../../support/message-values";

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

interface Met {
  readonly state: "missing" | "submitted" | "verified" | "waived" | "failed";
  readonly isOneNumber: boolean;
}

/** A requirement with what was given for it. */
const met = (code: string, evidenceReference: string | null, given: Partial<Met> = {}) => ({
  ...{ code, evidenceReference, state: "verified" as const, isOneNumber: false },
  ...given,
});

describe("the papers of a declaration in a message", () => {
  it("are invoice, transport document by its kind, and what met a requirement, each once", () => {
    const origin = met("origin_proof", "RCEP-1");
    const label = met("chinese_label", "L-1");
    const missing = met("health_certificate", null, { state: "missing" });
    expect(supportingDocuments(named("INV-1", "999-12345675"), [origin, origin, label, missing], TYPES)).toEqual([
      { type: "380", number: "INV-1" },
      { type: "740", number: "999-12345675" },
      { type: "861", number: "RCEP-1" },
    ]);
    expect(supportingDocuments(named("INV-1", "HLCU1234"), [], TYPES)[1]).toEqual({ type: "705", number: "HLCU1234" });
  });

  it("are one for each of the numbers that met a requirement, unless the whole is the number of one on record", () => {
    const licences = met("automatic_import_licence", " LIC-1  LIC-2\tLIC-1 ");
    const numbersOf = (each: ReturnType<typeof met>) =>
      supportingDocuments(named("INV-1", "HLCU1"), [each], TYPES).slice(2);
    expect(numbersOf(licences)).toEqual([
      { type: "911", number: "LIC-1" },
      { type: "911", number: "LIC-2" },
    ]);
    expect(numbersOf({ ...licences, evidenceReference: " LIC 1 ", isOneNumber: true })).toEqual([
      { type: "911", number: "LIC 1" },
    ]);
  });

  it("are only what was submitted or verified: a paper that failed or was waived is none", () => {
    const statesNamed = (["missing", "submitted", "verified", "waived", "failed"] as const).filter(
      (state) =>
        supportingDocuments(named("INV-1", "HLCU1"), [met("origin_proof", "R-1", { state })], TYPES).length === 3,
    );
    expect(statesNamed).toEqual(["submitted", "verified"]);
  });

  it("name a number that is longer than the form takes, and the form says so", () => {
    const number = "L".repeat(36);
    const documents = supportingDocuments(named("INV-1", "HLCU1"), [met("origin_proof", number)], TYPES);
    expect(documents.at(-1)).toEqual({ type: "861", number });
    const [message] = fc.sample(declarationMessage, { numRuns: 1, seed: 1 });
    if (!message) throw new Error("There is no message");
    expect(checkMessage("declaration", { ...message, documents })).toMatchObject([
      { code: "too_long", field: "documents/3/number", value: number, expected: "35" },
    ]);
  });
});
