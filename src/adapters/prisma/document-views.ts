import type { DocumentView, FieldView } from "@/contracts/views/document";
import type { DocumentType, RejectionReason } from "@/domain/document/document";
import { SURE } from "@/domain/extraction/field";
import type { Box, Method } from "@/domain/shared/sourced";
import type { Document, ExtractedField, Page, Prisma } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";
import { type OpenedField, openField } from "./sealed";

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
    fields: row.fields.map((field) => toFieldView(openField(scope, field))),
    uploadedAt: row.uploadedAt.toISOString(),
  };
}

/** A field as screens and API show it. */
export function toFieldView(row: OpenedField): FieldView {
  return {
    id: row.id,
    documentId: row.documentId,
    name: row.name,
    line: row.line,
    value: row.value,
    raw: row.raw,
    page: row.page,
    box: row.box as Box | null,
    confidence: row.confidence,
    method: row.method as Method,
    status: row.status,
    isUnsure: row.status === "suggested" && row.confidence < SURE,
    confirmedBy: row.confirmedBy,
  };
}
