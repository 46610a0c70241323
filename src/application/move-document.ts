import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { linkCopy } from "./link-copies";
import { found } from "./load";
import { addShipment } from "./open-shipment";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord } from "./records";

/**
 * A person says to which shipment a document belongs: the proposed one, another that is open, a new one (null), or,
 * with its own, that it stays.
 */
export function placeDocument(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  documentId: string,
  target: string | null,
): Promise<Result<DocumentRecord, Failure>> {
  return ports.inTransaction<DocumentRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "upload_document");
    if (!allowed.ok) return allowed;
    const loaded = await tx.documents.get(documentId);
    const own = found(loaded?.organisationId === actor.organisationId ? loaded : null, "document");
    if (!own.ok) return own;
    const { shipmentId } = own.value;
    const settled = { isPlaced: true, proposal: null, placement: null };
    if (target === shipmentId) {
      await tx.documents.change(documentId, settled);
      await tx.announce(actor.organisationId, shipmentId, { documentId });
      return ok({ ...own.value, ...settled });
    }
    const movable = await mayMove(tx, own.value);
    if (!movable.ok) return movable;
    const goal = target ?? (await addShipment(tx, ports.world, actor, "0110")).id;
    const open = await openShipmentOf(tx, actor, goal);
    if (!open.ok) return open;
    // Both are held in one order, so that two who move papers the other way round do not wait for one another.
    for (const id of [shipmentId, goal].sort()) await tx.lockShipment(id);
    await moveDocument(tx, actor, documentId, goal);
    await tx.documents.change(documentId, settled);
    return ok({ ...own.value, ...settled, shipmentId: goal });
  });
}

/** What is evidence of a requirement, or was declared, stays where it is; so does what is being read. */
async function mayMove(tx: Transaction, document: DocumentRecord): Promise<Result<void, Failure>> {
  if (document.state === "reading" || document.state === "stored")
    return err({ kind: "stale_version", what: "document" });
  const open = await isOpen(tx, document.shipmentId);
  if (!open.ok) return open;
  if (await tx.documents.isEvidence(document.id)) return err({ kind: "document_bound" });
  return ok(undefined);
}

async function openShipmentOf(tx: Transaction, actor: Actor, shipmentId: string): Promise<Result<void, Failure>> {
  const shipment = await tx.shipments.get(shipmentId);
  const own = found(shipment?.organisationId === actor.organisationId ? shipment : null, "shipment");
  return own.ok ? isOpen(tx, shipmentId) : own;
}

async function isOpen(tx: Transaction, shipmentId: string): Promise<Result<void, Failure>> {
  const exit = found(await tx.clearances.ofStage(shipmentId, "bonded_exit"), "clearance");
  if (!exit.ok) return exit;
  const { state } = exit.value;
  return takesDeclaration(state)
    ? ok(undefined)
    : err({ kind: "illegal_transition", state, event: "declaration_amended" });
}

/** The move itself, told in the evidence of both shipments. Whether it is a copy is asked anew among its new neighbours. */
export async function moveDocument(
  tx: Transaction,
  actor: Actor,
  documentId: string,
  shipmentId: string,
): Promise<void> {
  const document = await tx.documents.get(documentId);
  if (!document) return;
  await tx.documents.moveToShipment(documentId, shipmentId);
  await tx.documents.change(documentId, { copyOfId: null, copyReason: null });
  await linkCopy(tx, { ...document, shipmentId });
  for (const id of [document.shipmentId, shipmentId]) {
    await tx.evidence.append({
      organisationId: document.organisationId,
      shipmentId: id,
      kind: "document_moved",
      actor: actor.id,
      stage: null,
      subject: documentId,
      facts: { from: document.shipmentId, to: shipmentId, sha256: document.sha256 },
    });
    await tx.announce(document.organisationId, id, { documentId });
  }
}
