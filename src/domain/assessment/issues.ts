import type { DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import type { ChargeProblem } from "../tariff/charge";
import type { RateQuestion } from "../tariff/choose-rate";
import type { MeasureKind } from "../tariff/measure";
import { UNIT_CODE } from "../tariff/unit";
import type { AssessmentInput } from "./step";

/** An issue of the whole consignment, pointing at the page of the invoice total. */
export function consignmentIssue(
  code: string,
  field: string,
  { content }: Pick<AssessmentInput, "content">,
  parameters: Record<string, string>,
  owner: Issue["owner"] = "broker",
): Issue {
  const { documentId, fieldId } = content.invoiceTotal.source;
  return { code, severity: "error", field, documentId, fieldId, owner, parameters };
}

/** The issue of a line for which the tariff has no measure of a kind. */
export function missingMeasure(line: DeclarationLine, kind: MeasureKind, day: string): Issue {
  return lineIssue("measure_missing", line, { code: line.commodityCode.value, kind, day });
}

/** What stands in the way of choosing a rate for a line. */
export function questionIssue(line: DeclarationLine, question: RateQuestion, day: string): Issue {
  if (question.kind === "not_comparable") return chargeIssue(line, question.problem);
  if (question.kind === "rate_missing") return missingMeasure(line, question.missing, day);
  // The goods of a complete declaration are known; what is left is the producer.
  const code = line.commodityCode.value;
  return lineIssue("producer_asked", line, { code, day, origin: line.origin.value });
}

/** Why a rate cannot be charged on a line: its quantity is the broker's to mend, a faulty tariff an admin's. */
export function chargeIssue(line: DeclarationLine, problem: ChargeProblem): Issue {
  const code = line.commodityCode.value;
  if (problem.kind === "rate_negative")
    return { ...lineIssue("rate_negative", line, { code, rate: problem.rate }), owner: "admin" };
  const { documentId, fieldId } = (line.unit ?? line.quantity).source;
  const at = { documentId, fieldId };
  if (problem.kind === "quantity_zero")
    return { ...lineIssue("quantity_zero", line, { code }), ...at, field: `lines.${line.number}.quantity` };
  const parameters = { unit: problem.declared ?? "–", expected: UNIT_CODE[problem.expected] };
  return { ...lineIssue("unit_differs", line, parameters), ...at, field: `lines.${line.number}.unit` };
}

/** An issue about the commodity code of a line. */
export function lineIssue(code: string, line: DeclarationLine, parameters: Record<string, string>): Issue {
  const { documentId, fieldId } = line.commodityCode.source;
  return {
    code,
    severity: "error",
    field: `lines.${line.number}.commodityCode`,
    documentId,
    fieldId,
    owner: "broker",
    parameters: { ...parameters, line: String(line.number) },
  };
}
