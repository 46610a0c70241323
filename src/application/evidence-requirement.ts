import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { Transaction, UnitOfWork } from "./ports";
import type { RequirementRecord } from "./records";

interface Evidence {
  readonly requirementId: string;
  readonly reference: string;
  readonly documentId: string | null;
}

/** The broker names the paper that meets a requirement; the gate that waited for it looks again. */
export function evidenceRequirement(
  inTransaction: UnitOfWork,
  actor: Actor,
  evidence: Evidence,
): Promise<Result<RequirementRecord, Failure>> {
  return inTransaction<RequirementRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "submit_requirement");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.requirements.get(evidence.requirementId), "requirement");
    if (!loaded.ok) return loaded;
    const requirement = loaded.value;
    if (requirement.organisationId !== actor.organisationId) return err({ kind: "not_found", what: "requirement" });
    // What failed (a suspended origin, say) is no matter of papers.
    if (requirement.state !== "missing") return err({ kind: "stale_version", what: "requirement" });
    const document = evidence.documentId ? await tx.documents.get(evidence.documentId) : null;
    if (evidence.documentId && document?.shipmentId !== requirement.shipmentId)
      return err({ kind: "not_found", what: "document" });
    await tx.lockShipment(requirement.shipmentId);
    await tx.requirements.evidence(requirement.id, evidence.reference, evidence.documentId);
    await tx.evidence.append({
      organisationId: requirement.organisationId,
      shipmentId: requirement.shipmentId,
      kind: "requirement_evidenced",
      actor: actor.id,
      stage: requirement.stage,
      subject: requirement.id,
      facts: { requirement: requirement.code, reference: evidence.reference },
    });
    await lookAgain(tx, requirement);
    await tx.announce(requirement.organisationId, requirement.shipmentId, {});
    return ok({
      ...requirement,
      state: "verified",
      evidenceReference: evidence.reference,
      evidenceDocumentId: evidence.documentId,
    });
  });
}

async function lookAgain(tx: Transaction, { organisationId, clearanceId, stage }: RequirementRecord): Promise<void> {
  const name = stage === "bonded_exit" ? "clearance.release" : "clearance.assess";
  await tx.outbox.put(organisationId, { name, payload: { organisationId, clearanceId } });
}
