import { type Comparable, findCopy } from "@/domain/document/copies";
import { shinglesOf, similarity } from "@/domain/extraction/similarity";
import type { Transaction } from "./ports";
import type { DocumentRecord, FieldRecord } from "./records";

/**
 * Links a document to the earlier one of its shipment that it says again, if there is one. Its values are then neither
 * asked nor declared a second time, until a person says that it is another paper.
 */
export async function linkCopy(tx: Transaction, document: DocumentRecord): Promise<void> {
  if (document.isNoCopy) return;
  const others = await tx.documents.listOf(document.shipmentId);
  const earlier = others.filter(
    (each) => each.id !== document.id && each.type === document.type && each.state === "read" && !isCopy(each),
  );
  if (earlier.length === 0) return;
  const fields = await tx.fields.listOf(document.shipmentId);
  const likeness = await likenessOf(tx, document, earlier);
  const found = findCopy(
    toComparable(document, fields, likeness),
    earlier.map((each) => toComparable(each, fields, likeness)),
  );
  if (!found) return;
  await tx.documents.change(document.id, { copyOfId: found.copyOfId, copyReason: found.reason });
  await tx.evidence.append({
    organisationId: document.organisationId,
    shipmentId: document.shipmentId,
    kind: "document_copy_suspected",
    actor: "system",
    stage: null,
    subject: document.id,
    facts: { copy_of: found.copyOfId, because: found.reason.reason },
  });
}

/** Whether the values of the document are those of another, and so neither asked nor declared. */
export function isCopy({ copyOfId, isNoCopy }: Pick<DocumentRecord, "copyOfId" | "isNoCopy">): boolean {
  return copyOfId !== null && !isNoCopy;
}

/** How much of the document's words each of the others says. */
async function likenessOf(
  tx: Transaction,
  document: DocumentRecord,
  others: readonly DocumentRecord[],
): Promise<ReadonlyMap<string, number>> {
  const own = shinglesOf(await tx.documents.pagesOf(document.id));
  const likeness = new Map<string, number>();
  for (const { id } of others) likeness.set(id, similarity(own, shinglesOf(await tx.documents.pagesOf(id))));
  return likeness;
}

function toComparable(
  { id, type }: DocumentRecord,
  fields: readonly FieldRecord[],
  likeness: ReadonlyMap<string, number>,
): Comparable {
  const own = fields.filter((field) => field.documentId === id && field.line === null && field.status !== "rejected");
  return {
    id,
    type,
    values: new Map(own.map((field) => [field.name, field.value])),
    likeness: (other) => likeness.get(other) ?? 0,
  };
}
