import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { UnitOfWork } from "./ports";

/** A person says that a document is no copy but another paper; its values count from then on. */
export function denyCopy(inTransaction: UnitOfWork, actor: Actor, documentId: string): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "upload_document");
    if (!allowed.ok) return allowed;
    const loaded = await tx.documents.get(documentId);
    const own = found(loaded?.organisationId === actor.organisationId ? loaded : null, "document");
    if (!own.ok) return own;
    const { organisationId, shipmentId, copyOfId, isNoCopy } = own.value;
    if (isNoCopy) return ok(undefined);
    if (copyOfId === null) return err({ kind: "stale_version", what: "document" });
    await tx.lockShipment(shipmentId);
    await tx.documents.change(documentId, { isNoCopy: true });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "document_copy_denied",
      actor: actor.id,
      stage: null,
      subject: documentId,
      facts: { copy_of: copyOfId },
    });
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(undefined);
  });
}
