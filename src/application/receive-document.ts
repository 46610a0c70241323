import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { addShipment } from "./open-shipment";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { FileInspector } from "./reading";
import type { DocumentRecord } from "./records";

interface Upload {
  /** Null when the file begins a shipment: one is opened for it, unless the file is here already. */
  readonly shipmentId: string | null;
  readonly fileName: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

export interface Received {
  readonly document: DocumentRecord;
  /** The organisation has this very file already; the document is that one. */
  readonly isDuplicate: boolean;
  /** Whether its shipment still takes a declaration, so that more files may join it. */
  readonly isOpen: boolean;
}

/**
 * Takes a file in: streams it to the store, looks at its bytes, and records the document with the work that reads it.
 * A file that can never be read is recorded as rejected with its reason, so that the person sees what became of it.
 * The same bytes are one document, however often and at once they arrive.
 */
export async function receiveDocument(
  ports: { inTransaction: UnitOfWork; files: ObjectStore; inspector: FileInspector; world: World },
  actor: Actor,
  upload: Upload,
): Promise<Result<Received, Failure>> {
  const allowed = await ports.inTransaction<void, Failure>(actor, (tx) => mayUpload(tx, actor, upload.shipmentId));
  if (!allowed.ok) return allowed;
  const stored = await ports.files.put(upload.stream, INTAKE_LIMITS.fileBytes);
  if (!stored) return err({ kind: "file_rejected", reason: "too_large" });
  const inspected = await ports.files.withLocalFile(stored.sha256, (path) => ports.inspector.inspect(path));
  return ports.inTransaction<Received, Failure>(actor, async (tx) => {
    // The same bytes that arrive at once wait for one another here, so that one document and one shipment come of them.
    await tx.documents.lockContent(stored.sha256);
    const known = await tx.documents.findByHash(stored.sha256);
    if (known) return ok({ document: known, isDuplicate: true, isOpen: await isOpen(tx, known.shipmentId) });
    const shipmentId = upload.shipmentId ?? (await addShipment(tx, ports.world, actor, "0110")).id;
    await tx.lockShipment(shipmentId);
    const document = newDocument(ports.world, actor, { ...upload, shipmentId }, stored, inspected);
    await tx.documents.add(document);
    await record(tx, actor, document);
    return ok({ document, isDuplicate: false, isOpen: await isOpen(tx, shipmentId) });
  });
}

async function isOpen(tx: Transaction, shipmentId: string): Promise<boolean> {
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  return exit !== null && takesDeclaration(exit.state);
}

async function mayUpload(tx: Transaction, actor: Actor, shipmentId: string | null): Promise<Result<void, Failure>> {
  const allowed = authorise(actor, "upload_document");
  if (!allowed.ok || shipmentId === null) return allowed;
  const shipment = found(await tx.shipments.get(shipmentId), "shipment");
  return shipment.ok ? ok(undefined) : shipment;
}

function newDocument(
  world: World,
  actor: Actor,
  upload: Upload & { readonly shipmentId: string },
  stored: { readonly sha256: string; readonly byteLength: number },
  inspected: Result<MediaType, RejectionReason>,
): DocumentRecord {
  return {
    organisationId: actor.organisationId,
    id: world.newId(),
    shipmentId: upload.shipmentId,
    fileName: safeName(upload.fileName),
    mediaType: inspected.ok ? inspected.value : "application/octet-stream",
    byteLength: stored.byteLength,
    sha256: stored.sha256,
    state: inspected.ok ? "stored" : "rejected",
    type: null,
    typeConfidence: null,
    rejection: inspected.ok ? null : inspected.error,
    pageCount: null,
    attempts: 0,
    uploadedBy: actor.id,
    uploadedAt: world.now(),
  };
}

async function record(tx: Transaction, actor: Actor, document: DocumentRecord): Promise<void> {
  const { organisationId, shipmentId } = document;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "document_received",
    actor: actor.id,
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
      name: "document.read",
      payload: { organisationId, documentId: document.id },
    });
  }
  await tx.announce(organisationId, shipmentId, { documentId: document.id });
}

/** A name to show, never a path: control and direction characters are dropped, and it is cut to a line. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return visible.slice(0, 200) || "document";
}
