import type { DocumentView, FieldView } from "@/contracts/views/document";
import { questionsOf } from "@/domain/reconciliation/questions";
import { isUnplaced, toFacts } from "./slots";

/** A document with what of it is needed to say what it asks. */
export type Paper = Pick<DocumentView, "id" | "type"> &
  Partial<Pick<DocumentView, "copy" | "placement">> & { readonly fields: readonly FieldView[] };

/** Whether a person must look at a value: it is unsure, was read in two ways, or another paper denies it. */
export function isOpenField(field: FieldView, conflicts: Pick<ReadonlyMap<string, unknown>, "has">): boolean {
  return field.isUnsure || field.otherReading !== null || conflicts.has(field.id);
}

/** How much the papers of a shipment ask a person, in all and by the paper's id; every screen counts so. */
export function openCounts(papers: readonly Paper[]): ReturnType<typeof questionsOf> {
  const unplaced = new Set(papers.filter(isUnplaced).map(({ id }) => id));
  return questionsOf(
    papers.flatMap((paper) => toFacts(paper, paper.fields)),
    unplaced,
  );
}
