import type { Failure } from "@/contracts/problem";
import { checkResult, type LineResult } from "@/domain/inspection/result";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { writeOutcomes } from "./inspection-outcomes";
import type { InspectionRecord, ResultRecord } from "./inspection-record";
import { found, lockedClearance } from "./load";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import { type ItemGiven, recordItems } from "./record-items";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Given {
  readonly lines: readonly LineResult[];
  readonly findings: string | null;
  /** Whether the goods are to be looked at again at the other gate. */
  readonly isFlagged: boolean;
  /** Seals and how long a check counts, for the items that have any. */
  readonly items?: readonly ItemGiven[] | undefined;
}

/** Records what an inspection found, line by line, and writes it into the authority's history. It decides nothing. */
export function recordInspection(
  { inTransaction, world }: Ports,
  actor: Actor,
  inspectionId: string,
  given: Given,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const inspection = found(await tx.inspections.get(inspectionId), "inspection");
    if (!inspection.ok) return inspection;
    await tx.lockShipment(inspection.value.shipmentId);
    return keepResult(tx, world, actor, inspection.value, given);
  });
}

/** Records what an audit of released goods found: goods of the blue lane are released first and looked at later. */
export function recordAudit(
  { inTransaction, world }: Ports,
  actor: Actor,
  clearanceId: string,
  given: Given,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const clearance = await lockedClearance(tx, clearanceId);
    if (!clearance.ok) return clearance;
    const { organisationId, shipmentId, stage, state, lane, declarationId } = clearance.value;
    const earlier = await tx.inspections.ofShipment(shipmentId);
    const isAudited = earlier.some((each) => each.clearanceId === clearanceId && each.kind === "audit");
    if (state !== "released" || lane !== "blue" || declarationId === null || isAudited)
      return err({ kind: "stale_version", what: "audit" });
    const declaration = found(await tx.declarations.get(declarationId), "declaration");
    if (!declaration.ok) return declaration;
    const audit: InspectionRecord = {
      organisationId: actor.organisationId,
      id: world.newId(),
      kind: "audit",
      sourceOrganisationId: organisationId,
      shipmentId,
      clearanceId,
      caseId: null,
      stage,
      lines: declaration.value.content.lines.map((line) => line.number),
      packages: null,
      reasons: ["blue_lane"],
      team: null,
      note: null,
      isFlagged: false,
      state: "ordered",
      orderedBy: actor.id,
      orderedByName: actor.name,
      orderedAt: world.now(),
      findings: null,
      recordedAt: null,
    };
    await tx.inspections.order(audit);
    const kept = await keepResult(tx, world, actor, audit, given);
    return kept.ok ? ok({ id: audit.id }) : kept;
  });
}

async function keepResult(
  tx: Transaction,
  world: World,
  actor: Actor,
  inspection: InspectionRecord,
  { lines, findings, isFlagged, items = [] }: Given,
): Promise<Result<void, Failure>> {
  const checked = checkResult(inspection.lines, lines);
  if (!checked.ok) return checked;
  const result: ResultRecord = { lines, findings, isFlagged, by: { id: actor.id, name: actor.name }, at: world.now() };
  if (!(await tx.inspections.record(inspection.id, result))) return err({ kind: "stale_version", what: "inspection" });
  const looked = await recordItems(tx, world, actor, inspection, { lines, items });
  if (!looked.ok) return looked;
  await writeOutcomes(tx, world, actor, {
    clearanceId: inspection.clearanceId,
    source: inspection.kind,
    of: (line) => lines.find((each) => each.line === line) ?? null,
  });
  await tx.evidence.append({
    organisationId: inspection.sourceOrganisationId,
    shipmentId: inspection.shipmentId,
    kind: "inspection_recorded",
    actor: actor.id,
    stage: inspection.stage,
    subject: inspection.id,
    facts: { irregular: String(lines.filter((line) => line.irregularity !== null).length) },
  });
  await tx.announce(inspection.sourceOrganisationId, inspection.shipmentId, {});
  return ok(undefined);
}

const PHOTO_BYTES = 20_000_000;
const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"];

interface Photo {
  readonly inspectionId: string;
  readonly line: number | null;
  readonly fileName: string;
  readonly mediaType: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Keeps a photo of an inspection, by the hash of its bytes. The same picture is kept once. */
export async function addInspectionPhoto(
  { inTransaction, world, files }: Ports & { readonly files: ObjectStore },
  actor: Actor,
  { inspectionId, line, fileName, mediaType, stream }: Photo,
): Promise<Result<{ sha256: string }, Failure>> {
  const known = await inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const inspection = found(await tx.inspections.get(inspectionId), "inspection");
    return inspection.ok ? ok(undefined) : inspection;
  });
  if (!known.ok) return known;
  if (!PHOTO_TYPES.includes(mediaType)) return err({ kind: "file_rejected", reason: "not_supported" });
  const stored = await files.put(stream, PHOTO_BYTES);
  if (!stored) return err({ kind: "too_long", limitBytes: String(PHOTO_BYTES) });
  if (stored.byteLength === 0) return err({ kind: "file_rejected", reason: "empty" });
  return inTransaction<{ sha256: string }, Failure>(actor, async (tx) => {
    await tx.inspections.addPhoto({
      organisationId: actor.organisationId,
      id: world.newId(),
      inspectionId,
      line,
      fileName: fileName.slice(0, 200),
      mediaType,
      sha256: stored.sha256,
      byteLength: stored.byteLength,
      takenBy: actor.id,
    });
    return ok({ sha256: stored.sha256 });
  });
}
