import type { Failure } from "@/contracts/problem";
import type { RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { DependencyError, type Transaction, type UnitOfWork } from "./ports";
import type { DocumentRecord } from "./records";

/** After so many attempts that never ended (the reader took its worker down with it) a document is not tried again. */
const MAX_ATTEMPTS = 4;

/**
 * The document to read or to open; null when there is nothing left to do. The attempt is counted before it starts, so
 * that a file which kills its worker comes to an end.
 */
export function beginAttempt(
  inTransaction: UnitOfWork,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<DocumentRecord | null, Failure>> {
  return inTransaction<DocumentRecord | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read_document");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.documents.get(documentId), "document");
    if (!loaded.ok) return loaded;
    const document = loaded.value;
    if (document.state === "read" || document.state === "rejected") {
      await tx.outbox.complete(messageId);
      return ok(null);
    }
    if (document.attempts >= MAX_ATTEMPTS) {
      await tx.outbox.complete(messageId);
      await tx.documents.move(documentId, ["stored", "reading", "failed"], {
        state: "failed",
        rejection: "unreadable",
      });
      await tx.announce(document.organisationId, document.shipmentId, { documentId });
      return ok(null);
    }
    const attempts = document.attempts + 1;
    const moved = await tx.documents.move(documentId, ["stored", "reading", "failed"], { state: "reading", attempts });
    if (!moved) return err({ kind: "stale_version", what: "document" });
    await tx.announce(document.organisationId, document.shipmentId, { documentId });
    return ok({ ...document, state: "reading", attempts });
  });
}

/** Whether this is still the attempt that reads the document; its record is locked with its shipment. */
export async function isStillRead(tx: Transaction, { id, attempts }: DocumentRecord): Promise<boolean> {
  const now = await tx.documents.get(id);
  return now?.state === "reading" && now.attempts === attempts;
}

/** Does the work on the file. When the last try fails too, the person sees it on the document, and the job among the failed ones. */
export async function attempt<T>(
  inTransaction: UnitOfWork,
  actor: Actor,
  document: DocumentRecord,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isHopeless = error instanceof DependencyError && !error.retryable;
    if (isHopeless || document.attempts >= MAX_ATTEMPTS) await giveUp(inTransaction, actor, document);
    throw error;
  }
}

async function giveUp(
  inTransaction: UnitOfWork,
  actor: Actor,
  { id, organisationId, shipmentId }: DocumentRecord,
): Promise<void> {
  await inTransaction<void, Failure>(actor, async (tx) => {
    await tx.documents.move(id, ["reading"], { state: "failed" });
    await tx.announce(organisationId, shipmentId, { documentId: id });
    return ok(undefined);
  });
}

/** Refuses the file for good, with the reason that the person is told. */
export async function rejectDocument(
  tx: Transaction,
  document: DocumentRecord,
  reason: RejectionReason,
): Promise<void> {
  await tx.documents.move(document.id, ["reading"], { state: "rejected", rejection: reason });
  await tx.evidence.append({
    organisationId: document.organisationId,
    shipmentId: document.shipmentId,
    kind: "document_rejected",
    actor: "system",
    stage: null,
    subject: document.id,
    facts: { reason },
  });
}
