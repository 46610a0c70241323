import { isContainer, type MediaType, type RejectionReason } from "@/domain/document/document";
import type { Result } from "@/domain/shared/result";
import type { Transaction, World } from "./ports";
import type { DocumentRecord } from "./records";

/** A file that is in the store and was looked at. */
export interface StoredFile {
  readonly organisationId: string;
  /** Its shipment; asked for only when the file is new. */
  readonly shipment: () => Promise<string>;
  readonly fileName: string;
  readonly stored: { readonly sha256: string; readonly byteLength: number };
  readonly inspected: Result<MediaType, RejectionReason>;
  readonly dropId: string | null;
  readonly isPlaced: boolean;
  readonly uploadedBy: string;
}

/**
 * Records a file as a document, with its evidence and the work that reads or opens it. The same bytes are one document,
 * however often and at once they arrive, by themselves or inside an archive.
 */
export async function storeDocument(
  tx: Transaction,
  world: World,
  file: StoredFile,
): Promise<{ readonly document: DocumentRecord; readonly isDuplicate: boolean }> {
  // The same bytes that arrive at once wait for one another here, so that one document and one shipment come of them.
  await tx.documents.lockContent(file.stored.sha256);
  const known = await tx.documents.findByHash(file.stored.sha256);
  if (known) return { document: known, isDuplicate: true };
  const shipmentId = await file.shipment();
  await tx.lockShipment(shipmentId);
  const document = newDocument(world, file, shipmentId);
  await tx.documents.add(document);
  await record(tx, document);
  return { document, isDuplicate: false };
}

function newDocument(world: World, file: StoredFile, shipmentId: string): DocumentRecord {
  const { organisationId, stored, inspected, dropId, isPlaced, uploadedBy } = file;
  return {
    organisationId,
    id: world.newId(),
    shipmentId,
    fileName: safeName(file.fileName),
    mediaType: inspected.ok ? inspected.value : "application/octet-stream",
    byteLength: stored.byteLength,
    sha256: stored.sha256,
    state: inspected.ok ? "stored" : "rejected",
    type: null,
    typeConfidence: null,
    rejection: inspected.ok ? null : inspected.error,
    pageCount: null,
    attempts: 0,
    receivedAsId: null,
    firstPage: 1,
    lastPage: null,
    unreadScript: null,
    dropId,
    isPlaced,
    placement: null,
    proposal: null,
    copyOfId: null,
    copyReason: null,
    isNoCopy: false,
    uploadedBy,
    uploadedAt: world.now(),
  };
}

async function record(tx: Transaction, document: DocumentRecord): Promise<void> {
  const { organisationId, shipmentId } = document;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "document_received",
    actor: document.uploadedBy,
    stage: null,
    subject: document.id,
    facts: { sha256: document.sha256, bytes: String(document.byteLength), media_type: document.mediaType },
  });
  if (document.rejection) {
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "document_rejected",
      actor: "system",
      stage: null,
      subject: document.id,
      facts: { reason: document.rejection },
    });
  } else {
    await tx.outbox.put(organisationId, {
      name: isContainer(document.mediaType) ? "document.open" : "document.read",
      payload: { organisationId, documentId: document.id },
    });
  }
  await tx.announce(organisationId, shipmentId, { documentId: document.id });
}

/** A name to show, never a path: control and direction characters are dropped, and it is cut to a line. */
export function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return visible.slice(0, 200) || "document";
}
