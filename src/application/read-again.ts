import type { Failure } from "@/contracts/problem";
import { isContainer } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

/**
 * Puts a document whose reading failed, or that a person wants read once more, back to the start of its tries. What was
 * settled stays; what the new reading says differently is asked.
 */
export function readAgain(inTransaction: UnitOfWork, actor: Actor, documentId: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "upload_document");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.documents.get(documentId), "document");
    if (!loaded.ok) return loaded;
    const { organisationId, shipmentId } = loaded.value;
    const moved = await tx.documents.move(documentId, ["failed", "read"], {
      state: "stored",
      attempts: 0,
      rejection: null,
    });
    if (!moved) return err({ kind: "stale_version", what: "document" });
    await tx.outbox.put(organisationId, {
      name: isContainer(loaded.value.mediaType) ? "document.open" : "document.read",
      payload: { organisationId, documentId },
    });
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(undefined);
  });
}
