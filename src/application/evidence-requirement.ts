import type { Failure } from "@/contracts/problem";
import { isPaperNumber } from "@/domain/clearance/paper-number";
import { producerNumbers } from "@/domain/clearance/producer-number";
import { PRODUCER_ORIGINS } from "@/domain/clearance/requirements";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { standingOf } from "./permits-for";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { RequirementRecord } from "./records";

interface Evidence {
  readonly requirementId: string;
  readonly reference: string;
  readonly documentId: string | null;
}

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * The broker names the paper that meets a requirement; the gate that waited for it looks again. A number that is on record
 * as a permit counts only where it fits the goods and the day; one that is not is taken as it is stated.
 */
export function evidenceRequirement(
  { inTransaction, world }: Ports,
  actor: Actor,
  evidence: Evidence,
): Promise<Result<RequirementRecord, Failure>> {
  return inTransaction<RequirementRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "submit_requirement");
    if (!allowed.ok) return allowed;
    const loaded = await ownRequirement(tx, actor, evidence.requirementId);
    if (!loaded.ok) return loaded;
    const requirement = loaded.value;
    const fault = numberFault(requirement, evidence.reference);
    if (fault) return err({ kind: "invalid_input", pointer: "/reference", fault });
    const permitted = await takePermits(tx, world, requirement, evidence.reference);
    if (!permitted.ok) return permitted;
    const document = evidence.documentId ? await tx.documents.get(evidence.documentId) : null;
    if (evidence.documentId && document?.shipmentId !== requirement.shipmentId)
      return err({ kind: "not_found", what: "document" });
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

/** What is wrong with the number of the paper for this requirement; null where nothing is. */
function numberFault({ parameters }: RequirementRecord, reference: string) {
  if (!isPaperNumber(reference)) return "paper_number_form";
  const origins = parameters[PRODUCER_ORIGINS];
  if (origins === undefined) return null;
  const numbers = producerNumbers(reference, origins.split(", "));
  return numbers.ok ? null : numbers.error;
}

/** Takes the permits that have the numbers; refused where one that is on record does not fit the goods or the day. */
async function takePermits(
  tx: Transaction,
  world: World,
  requirement: RequirementRecord,
  reference: string,
): Promise<Result<void, Failure>> {
  const { code: kind, clearanceId, shipmentId, stage, parameters } = requirement;
  const permits = await tx.permits.ofKind(kind, clearanceId);
  const declaration = permits.length > 0 ? await tx.declarations.latest(shipmentId) : null;
  if (!declaration) return ok(undefined);
  const day = stage === "bonded_exit" ? declaration.lawDate : world.today();
  const { content } = declaration;
  const standing = standingOf(reference, { lines: parameters.lines, content, permits, day });
  if (standing.kind === "not_met") return err({ kind: "invalid_input", pointer: "/reference", ...standing.misfit });
  await tx.permits.take({ kind, clearanceId, shipmentId }, standing.kind === "met" ? standing.covers : []);
  return ok(undefined);
}

/** A requirement that waits for a paper, as it is once nobody else can change it. */
async function ownRequirement(tx: Transaction, actor: Actor, id: string): Promise<Result<RequirementRecord, Failure>> {
  const known = found(await tx.requirements.get(id), "requirement");
  if (!known.ok) return known;
  if (known.value.organisationId !== actor.organisationId) return err({ kind: "not_found", what: "requirement" });
  await tx.lockShipment(known.value.shipmentId);
  const current = found(await tx.requirements.get(id), "requirement");
  if (!current.ok) return current;
  // What is a match of facts, or failed (a suspended origin, say), is no matter of papers.
  const isAsked = current.value.state === "missing" && current.value.asksPaper;
  return isAsked ? current : err({ kind: "stale_version", what: "requirement" });
}

async function lookAgain(tx: Transaction, { organisationId, clearanceId, stage }: RequirementRecord): Promise<void> {
  const name = stage === "bonded_exit" ? "clearance.release" : "clearance.assess";
  await tx.outbox.put(organisationId, { name, payload: { organisationId, clearanceId } });
}
