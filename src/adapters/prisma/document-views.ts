import { toFieldView } from "@/application/field-view";
import type { DocumentView, WordView } from "@/contracts/views/document";
import type { DocumentType, RejectionReason } from "@/domain/document/document";
import type { Document, ExtractedField, Page, Prisma } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";
import { openField, openJson, toField } from "./sealed";

type Loaded = Document & {
  pages: Pick<Page, "number" | "aspect" | "method" | "confidence">[];
  fields: ExtractedField[];
};

/** What a document view reads of a document. */
export const WITH_PAGES_AND_FIELDS = {
  pages: { select: { number: true, aspect: true, method: true, confidence: true }, orderBy: { number: "asc" } },
  fields: { orderBy: [{ line: { sort: "asc", nulls: "first" } }, { id: "asc" }] },
} satisfies Prisma.DocumentInclude;

/** A document with its pages and fields. */
export async function document(scope: Scope, id: string): Promise<DocumentView | null> {
  const row = await scope.db.document.findFirst({
    where: { id, ...ofVisibleShipment(scope) },
    include: WITH_PAGES_AND_FIELDS,
  });
  return row && toDocumentView(scope, row);
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
export function toDocumentView(scope: Scope, row: Loaded): DocumentView {
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
    pages: row.pages.map((page) => ({
      number: page.number,
      aspect: page.aspect,
      method: page.method as "text_layer" | "ocr",
      confidence: page.confidence,
    })),
    fields: row.fields.map((field) => toFieldView(toField(openField(scope, field)))),
    uploadedAt: row.uploadedAt.toISOString(),
  };
}
