import type { DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import type { MeasureKind } from "../tariff/measure";
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
