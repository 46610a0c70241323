import { z } from "zod";
import type { Comparison } from "@/domain/reconciliation/reconcile-documents";
import { RULE_IDS } from "@/domain/reconciliation/rules";
import { boxView } from "./document";
import { id } from "./scalars";

/** What one document says of a fact, with its place where it has one. */
const statementView = z.object({
  documentId: id,
  value: z.string(),
  fieldIds: z.array(id),
  page: z.number().int().nullable(),
  box: boxView.nullable(),
  precedence: z.enum(["prevails", "yields"]).nullable(),
});

/** One fact, held against what every document of the shipment says of it. */
export const comparisonView = z.object({
  rule: z.enum(RULE_IDS),
  name: z.string(),
  outcome: z.enum(["alone", "same", "tolerated", "conflicts", "ruled"]),
  statements: z.array(statementView),
});

export type ComparisonView = z.infer<typeof comparisonView>;

/** A comparison as screens and API show it. */
export function toComparisonView({ rule, name, outcome, statements }: Comparison): ComparisonView {
  return {
    rule,
    name,
    outcome,
    statements: statements.map(({ documentId, value, facts }) => ({
      documentId,
      value,
      fieldIds: facts.map((fact) => fact.id),
      page: facts[0]?.page ?? null,
      box: facts.length === 1 ? (facts[0]?.box ?? null) : null,
      precedence: facts[0]?.precedence ?? null,
    })),
  };
}
