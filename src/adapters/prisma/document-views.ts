import { toFieldView } from "@/application/field-view";
import { isCopy } from "@/application/link-copies";
import type { DocumentRecord } from "@/application/records";
import type { DocumentView, WordView } from "@/contracts/views/document";
import { type DocumentType, isContainer, type RejectionReason } from "@/domain/document/document";
import { toDocument } from "./document-parts";
import type { ContainerEntry, Document, ExtractedField, Page, Prisma } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";
import { openField, openJson, toField } from "./sealed";

type Loaded = Document & {
  pages: Pick<Page, "number" | "aspect" | "method" | "confidence">[];
  fields: ExtractedField[];
  entries: ContainerEntry[];
};

/** What a document view names of others: the document that it is a copy of, the shipment that is proposed. */
interface Named {
  readonly documents: ReadonlyMap<string, string>;
  readonly shipments: ReadonlyMap<string, string>;
}

/** What a document view reads of a document. */
export const WITH_PAGES_AND_FIELDS = {
  pages: { select: { number: true, aspect: true, method: true, confidence: true }, orderBy: { number: "asc" } },
  fields: { orderBy: [{ line: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
  entries: { orderBy: { position: "asc" } },
} satisfies Prisma.DocumentInclude;

/** A document with its pages and fields. */
export async function document(scope: Scope, id: string): Promise<DocumentView | null> {
  const row = await scope.db.document.findFirst({
    where: { id, ...ofVisibleShipment(scope) },
    include: WITH_PAGES_AND_FIELDS,
  });
  return row && toDocumentView(scope, row, await namesOf(scope, [row]));
}

/** The names of what the documents refer to. */
export async function namesOf({ db }: Scope, rows: readonly Document[]): Promise<Named> {
  const documentIds = rows.flatMap((row) => row.copyOfId ?? []);
  const shipmentIds = rows.flatMap((row) => toDocument(row).proposal?.shipmentId ?? []);
  // Most documents refer to nothing, and then nothing is asked.
  const documents =
    documentIds.length === 0
      ? []
      : await db.document.findMany({ where: { id: { in: documentIds } }, select: { id: true, fileName: true } });
  const shipments =
    shipmentIds.length === 0
      ? []
      : await db.shipment.findMany({ where: { id: { in: shipmentIds } }, select: { id: true, reference: true } });
  return {
    documents: new Map(documents.map((each) => [each.id, each.fileName])),
    shipments: new Map(shipments.map((each) => [each.id, each.reference])),
  };
}

/** The hash under which the picture of a page is kept. */
export async function pageImage(scope: Scope, documentId: string, number: number): Promise<string | null> {
  const visible = await scope.db.document.findFirst({
    where: { id: documentId, ...ofVisibleShipment(scope) },
    select: { organisationId: true },
  });
  if (!visible) return null;
  const row = await scope.db.page.findUnique({
    where: { organisationId_documentId_number: { organisationId: visible.organisationId, documentId, number } },
    select: { imageSha256: true },
  });
  return row?.imageSha256 ?? null;
}

/** The words of a page, opened for whoever may see the document. */
export async function pageWords(scope: Scope, documentId: string, number: number): Promise<readonly WordView[] | null> {
  const row = await scope.db.page.findFirst({
    where: { documentId, number, document: ofVisibleShipment(scope) },
    select: { organisationId: true, words: true },
  });
  return row && openJson<readonly WordView[]>(scope, row.organisationId, row.words);
}

/** A document as screens and API show it. */
export function toDocumentView(scope: Scope, row: Loaded, named: Named): DocumentView {
  const record = toDocument(row);
  const isRepeated = isCopy(record);
  return {
    id: row.id,
    shipmentId: row.shipmentId,
    fileName: row.fileName,
    mediaType: row.mediaType,
    byteLength: Number(row.byteLength),
    sha256: row.sha256,
    state: row.state,
    type: row.type as DocumentType | null,
    typeConfidence: row.typeConfidence,
    rejection: row.rejection as RejectionReason | null,
    pagesRead: row.pages.length,
    pageCount: row.pageCount,
    attempts: row.attempts,
    receivedAsId: record.receivedAsId ?? record.id,
    firstPage: record.firstPage,
    lastPage: record.lastPage,
    unreadScript: record.unreadScript,
    copy: copyView(record, named),
    placement: record.isPlaced ? null : record.placement,
    proposal: proposalView(record, named),
    contents: isContainer(row.mediaType)
      ? row.entries.map(({ path, documentId, isDuplicate, reason }) => ({
          path,
          documentId,
          isDuplicate,
          reason: reason as RejectionReason | null,
        }))
      : null,
    pages: row.pages.map((page) => ({
      number: page.number,
      aspect: page.aspect,
      method: page.method as "text_layer" | "ocr",
      confidence: page.confidence,
    })),
    fields: row.fields.map((field) => {
      const view = toFieldView(toField(openField(scope, field)));
      // Nobody is asked twice for what stands on two copies.
      return isRepeated ? { ...view, isUnsure: false } : view;
    }),
    uploadedAt: row.uploadedAt.toISOString(),
  };
}

function copyView(record: DocumentRecord, { documents }: Named): DocumentView["copy"] {
  const { copyOfId, copyReason } = record;
  if (!isCopy(record) || !copyOfId || !copyReason) return null;
  return { ofId: copyOfId, ofName: documents.get(copyOfId) ?? "", ...copyReason };
}

function proposalView({ proposal }: DocumentRecord, { shipments }: Named): DocumentView["proposal"] {
  const reference = proposal && shipments.get(proposal.shipmentId);
  return proposal && reference ? { ...proposal, reference } : null;
}
