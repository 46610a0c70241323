import type { DocumentView, FieldView } from "@/contracts/views/document";
import { conflictsByField, reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { toFacts } from "./slots";

type Paper = Pick<DocumentView, "id" | "type"> & { readonly fields: readonly FieldView[] };

/** Whether a person must look at a value: it is unsure, was read in two ways, or another paper denies it. */
export function isOpenField(field: FieldView, conflicts: Pick<ReadonlyMap<string, unknown>, "has">): boolean {
  return field.isUnsure || field.otherReading !== null || conflicts.has(field.id);
}

/** How many values of each paper of a shipment a person must look at, by the paper's id; every screen counts so. */
export function openCounts(papers: readonly Paper[]): ReadonlyMap<string, number> {
  const conflicts = conflictsByField(reconcileDocuments(papers.flatMap((paper) => toFacts(paper, paper.fields))));
  return new Map(
    papers.map(({ id, fields }) => [id, fields.filter((field) => isOpenField(field, conflicts)).length] as const),
  );
}
