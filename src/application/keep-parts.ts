import { isSomewhere, type ReadField } from "@/domain/extraction/field";
import type { PartReading } from "@/domain/extraction/packet";
import { linkCopy } from "./link-copies";
import type { Transaction, World } from "./ports";
import type { PartlyRead, ReadDocument } from "./reading";
import type { DocumentRecord, FieldRecord } from "./records";

/**
 * Keeps what a file says. Its first document is the one as which it was received; each further one is a document of its
 * own, with its own pages and values, of the same stored bytes. Answers with all of them.
 */
export async function keepParts(
  tx: Transaction,
  world: World,
  document: DocumentRecord,
  { parts }: ReadDocument,
): Promise<readonly DocumentRecord[]> {
  const kept: DocumentRecord[] = [];
  for (const [index, part] of parts.entries()) {
    const own = index === 0 ? document : partOf(world, document, part);
    if (index > 0) {
      await tx.documents.add(own);
      await tx.documents.movePages(document.id, own.id, part);
    }
    await suggest(tx, world, own, part);
    await tx.documents.move(own.id, ["reading"], { ...rangeOf(part), state: "read", unreadScript: part.unreadScript });
    await witnessRead(tx, own, part);
    await linkCopy(tx, { ...own, type: part.type });
    kept.push(own);
  }
  // What came with others is grouped once all of them are read.
  const { organisationId, shipmentId, isPlaced } = document;
  if (!isPlaced)
    await tx.outbox.put(organisationId, { name: "shipment.group", payload: { organisationId, shipmentId } });
  return kept;
}

/** The pages of a document, for its record. */
export function rangeOf({ firstPage, lastPage }: Pick<PartReading, "firstPage" | "lastPage">) {
  return { firstPage, lastPage, pageCount: lastPage - firstPage + 1 };
}

/** A further document of a received file, before it has its values. */
export function partOf(
  world: World,
  document: DocumentRecord,
  part: Pick<PartReading, "firstPage" | "lastPage">,
): DocumentRecord {
  return {
    ...document,
    ...rangeOf(part),
    id: world.newId(),
    state: "reading",
    type: null,
    typeConfidence: null,
    receivedAsId: document.receivedAsId ?? document.id,
    copyOfId: null,
    copyReason: null,
    isNoCopy: false,
  };
}

/** Keeps the type and the values that the pages tell so far; what a person settled meanwhile stays. */
export async function suggest(
  tx: Transaction,
  world: World,
  document: DocumentRecord,
  read: PartlyRead,
): Promise<void> {
  const isReadAgain = await tx.documents.wasRead(document.id);
  const fields = read.fields.map((field) => toRecord(world, document, field));
  await tx.fields.replaceSuggestions(document.id, fields, isReadAgain);
  await tx.documents.change(document.id, { type: read.type, typeConfidence: read.typeConfidence });
}

async function witnessRead(tx: Transaction, document: DocumentRecord, part: PartReading): Promise<void> {
  const { pageCount, firstPage, lastPage } = rangeOf(part);
  await tx.evidence.append({
    organisationId: document.organisationId,
    shipmentId: document.shipmentId,
    kind: "document_read",
    actor: "system",
    stage: null,
    subject: document.id,
    facts: {
      type: part.type,
      pages: String(pageCount),
      fields: String(part.fields.length),
      ...(document.receivedAsId
        ? { file: document.receivedAsId, from_page: `${firstPage}`, to_page: `${lastPage}` }
        : {}),
    },
  });
}

function toRecord(world: World, document: DocumentRecord, field: ReadField): FieldRecord {
  const hasPlace = isSomewhere(field.box);
  return {
    organisationId: document.organisationId,
    id: world.newId(),
    shipmentId: document.shipmentId,
    documentId: document.id,
    name: field.name,
    line: field.line,
    value: field.value,
    machineValue: null,
    raw: field.raw,
    page: hasPlace ? field.page : null,
    box: hasPlace ? field.box : null,
    confidence: field.confidence,
    method: field.method,
    status: "suggested",
    typedAtStage: null,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
    otherReading: field.otherReading ?? null,
    precedence: null,
  };
}
