import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { INTAKE_LIMITS } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { addShipment } from "./open-shipment";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { FileInspector } from "./reading";
import type { DocumentRecord } from "./records";
import { storeDocument } from "./store-document";

interface Upload {
  /** Null when the file begins a shipment: one is opened for it, unless the file is here already. */
  readonly shipmentId: string | null;
  readonly fileName: string;
  readonly stream: AsyncIterable<Uint8Array>;
  /** What was dropped together has this in common, and begins one shipment until it is read. */
  readonly dropId?: string | null;
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
    const { document, isDuplicate } = await storeDocument(tx, ports.world, {
      organisationId: actor.organisationId,
      shipment: async () => upload.shipmentId ?? (await shipmentFor(ports.world, tx, actor, upload.dropId ?? null)),
      fileName: upload.fileName,
      stored,
      inspected,
      dropId: upload.dropId ?? null,
      isPlaced: upload.shipmentId !== null,
      uploadedBy: actor.id,
    });
    return ok({ document, isDuplicate, isOpen: await isOpen(tx, document.shipmentId) });
  });
}

/** The shipment that a file of the same drop began, or a new one. */
async function shipmentFor(world: World, tx: Transaction, actor: Actor, dropId: string | null): Promise<string> {
  const begun = dropId && (await tx.documents.shipmentOfDrop(dropId));
  return begun || (await addShipment(tx, world, actor, "0110")).id;
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
