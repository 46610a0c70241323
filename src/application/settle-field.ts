import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import { FIELD_KIND } from "@/domain/extraction/field";
import { reconcileDocuments } from "@/domain/reconciliation/reconcile-documents";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Box, Method } from "@/domain/shared/sourced";
import { type Actor, authorise } from "./actor";
import { toFacts } from "./dossier";
import type { EvidenceKind } from "./evidence-record";
import { checkForm } from "./field-form";
import { learnFrom } from "./learn-layout";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { FieldRecord } from "./records";
import { rememberCode } from "./remember-code";

/** Where on the page a person found the value, and by which way it was read there. */
export interface Place {
  readonly page: number;
  readonly box: Box;
  readonly method: Method;
  /** The characters on the page. */
  readonly raw: string;
}

/** How a field stood on the screen of whoever acts on it. */
export interface Seen {
  readonly status: FieldRecord["status"];
  readonly value?: string | undefined;
}

/**
 * A person vouches for a value as read, or corrects it; what the machine read is kept beside it. Whoever acts on a value
 * that somebody else settled meanwhile is told so; to vouch for what is vouched for already does nothing.
 */
export function confirmField(
  inTransaction: UnitOfWork,
  actor: Actor,
  fieldId: string,
  correction: string | null,
  seen?: Seen,
  place?: Place,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const loaded = await ownField(tx, actor, fieldId);
    if (!loaded.ok) return loaded;
    const field = loaded.value;
    const value = correction?.trim() ?? field.value;
    if (isVouchedFor(field, value, correction, seen)) return ok(field);
    if (isChanged(field, seen) || (correction === null && !seen && isOthers(field, actor))) return err(STALE);
    const wellFormed = checkForm(field.name, value);
    if (!wellFormed.ok) return wellFormed;
    return settleAs(tx, actor, place ? { ...field, ...place } : field, value);
  });
}

/** Writes the value that a person vouches for, with what the machine had read kept beside it. */
export function settleAs(
  tx: Transaction,
  actor: Actor,
  field: FieldRecord,
  value: string,
): Promise<Result<FieldRecord, Failure>> {
  const asRead = field.machineValue ?? field.value;
  const isCorrected = value !== asRead;
  const settled: FieldRecord = {
    ...field,
    value,
    machineValue: isCorrected ? asRead : null,
    status: isCorrected ? "corrected" : "confirmed",
    confirmedBy: actor.id,
  };
  return settle(tx, actor, field, settled, isCorrected ? "field_corrected" : "field_confirmed");
}

/** A person says that the value is not on the document. */
export function rejectField(
  inTransaction: UnitOfWork,
  actor: Actor,
  fieldId: string,
  seen?: Seen,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const loaded = await ownField(tx, actor, fieldId);
    if (!loaded.ok) return loaded;
    if (loaded.value.status === "rejected") return loaded;
    if (isChanged(loaded.value, seen)) return err(STALE);
    return settleAsAbsent(tx, actor, loaded.value);
  });
}

/** Keeps that the value is not on the document. */
export function settleAsAbsent(
  tx: Transaction,
  actor: Actor,
  field: FieldRecord,
): Promise<Result<FieldRecord, Failure>> {
  return settle(tx, actor, field, { ...field, status: "rejected", confirmedBy: actor.id }, "field_rejected");
}

interface TypedValue {
  readonly shipmentId: string;
  readonly name: string;
  readonly line: number | null;
  readonly value: string;
  readonly documentId: string | null;
}

/** A person types a value that no document gave. At the second gate this counts as re-keying. */
export function typeField(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  typed: TypedValue,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "confirm_field");
    if (!allowed.ok) return allowed;
    const shipment = found(await tx.shipments.get(typed.shipmentId), "shipment");
    if (!shipment.ok) return shipment;
    if (!Object.hasOwn(FIELD_KIND, typed.name))
      return err({ kind: "invalid_input", pointer: "/name", fault: "no_such_field" });
    const value = typed.value.trim();
    const wellFormed = checkForm(typed.name, value);
    if (!wellFormed.ok) return wellFormed;
    await tx.lockShipment(typed.shipmentId);
    const document = typed.documentId ? await tx.documents.get(typed.documentId) : null;
    if (typed.documentId && document?.shipmentId !== typed.shipmentId)
      return err({ kind: "not_found", what: "document" });
    const field: FieldRecord = {
      organisationId: actor.organisationId,
      id: world.newId(),
      shipmentId: typed.shipmentId,
      documentId: typed.documentId,
      name: typed.name,
      line: typed.line,
      value,
      machineValue: null,
      raw: typed.value,
      page: null,
      box: null,
      confidence: 1,
      method: "typed",
      status: "confirmed",
      typedAtStage: await stageOf(tx, typed.shipmentId),
      confirmedBy: actor.id,
      confirmedByName: actor.name,
      confirmedAt: world.now(),
      otherReading: null,
      precedence: null,
    };
    await tx.fields.add(field);
    await witness(tx, actor, field, "field_typed");
    await matchAgain(tx, field);
    await learnFrom(tx, [field], true);
    await rememberCode(tx, field);
    return ok(field);
  });
}

export const STALE = { kind: "stale_version", what: "field" } as const;

/** Whether the value stands already that is vouched for: the one that was typed or seen, or else the one that was read. */
function isVouchedFor(field: FieldRecord, value: string, correction: string | null, seen: Seen | undefined): boolean {
  if (value !== field.value || (field.status !== "confirmed" && field.status !== "corrected")) return false;
  return correction !== null || (seen ? seen.value === field.value : field.status === "confirmed");
}

/** Whether a field stands otherwise than whoever acts on it saw it. */
export function isChanged({ status, value }: FieldRecord, seen: Seen | undefined): boolean {
  return seen !== undefined && (seen.status !== status || (seen.value !== undefined && seen.value !== value));
}

function isOthers({ status, confirmedBy }: FieldRecord, actor: Actor): boolean {
  return status !== "suggested" && confirmedBy !== actor.id;
}

/** The field as it is once nobody else can change it; a page that is read again may have taken it away meanwhile. */
export async function ownField(tx: Transaction, actor: Actor, fieldId: string): Promise<Result<FieldRecord, Failure>> {
  const allowed = authorise(actor, "confirm_field");
  if (!allowed.ok) return allowed;
  const field = await tx.fields.get(fieldId);
  const own = found(field?.organisationId === actor.organisationId ? field : null, "field");
  if (!own.ok) return own;
  await tx.lockShipment(own.value.shipmentId);
  const current = await tx.fields.get(fieldId);
  return current ? ok(current) : err(STALE);
}

/** Keeps what became of a field by an act of a person, with all that follows from it. */
export async function settle(
  tx: Transaction,
  actor: Actor,
  before: FieldRecord,
  field: FieldRecord,
  kind: EvidenceKind,
): Promise<Result<FieldRecord, Failure>> {
  const typedAtStage = kind === "field_corrected" ? await stageOf(tx, field.shipmentId) : field.typedAtStage;
  const isOtherNow = before.precedence !== null && (before.value !== field.value || field.status === "rejected");
  if (isOtherNow) await forgetRuling(tx, before);
  const precedence = isOtherNow ? null : field.precedence;
  const kept = await tx.fields.settle({
    ...field,
    typedAtStage,
    precedence,
    otherReading: null,
    confirmedByName: field.status === "suggested" ? null : actor.name,
  });
  await witness(tx, actor, kept, kind);
  await matchAgain(tx, kept);
  // Who takes a word back teaches nothing by it.
  if (kept.status !== "suggested") await learnFrom(tx, [kept]);
  if (kept.status === "confirmed" || kept.status === "corrected") await rememberCode(tx, kept);
  return ok(kept);
}

/** Takes a value away that a person had added to a document. */
export async function settleAsRemoved(tx: Transaction, actor: Actor, field: FieldRecord): Promise<void> {
  if (field.precedence !== null) await forgetRuling(tx, field);
  await tx.fields.remove([field.id]);
  await witness(tx, actor, field, "field_reopened");
  await matchAgain(tx, field);
}

/** A ruling was about values that stood then; when one of them changes, it is asked again. */
async function forgetRuling(tx: Transaction, { id, shipmentId }: FieldRecord): Promise<void> {
  const facts = toFacts(await tx.documents.listOf(shipmentId), await tx.fields.listOf(shipmentId));
  const ruled = reconcileDocuments(facts)
    .map(({ statements }) => statements.flatMap((statement) => statement.facts.map((fact) => fact.id)))
    .filter((ids) => ids.includes(id));
  await tx.fields.rule(ruled.flat(), null);
}

/** The second gate, while it waits, matches the consignee whenever a person settles who that is. */
export async function matchAgain(tx: Transaction, { name, organisationId, shipmentId }: FieldRecord): Promise<void> {
  if (name !== "consignee") return;
  const gate = await tx.clearances.ofStage(shipmentId, "domestic_distribution");
  if (gate?.state === "opened" && gate.openedAt !== null)
    await tx.outbox.put(organisationId, {
      name: "clearance.assess",
      payload: { organisationId, clearanceId: gate.id },
    });
}

/** Puts what became of a field into the evidence, and tells the screens. */
export async function witness(tx: Transaction, actor: Actor, field: FieldRecord, kind: EvidenceKind): Promise<void> {
  await tx.evidence.append({
    organisationId: field.organisationId,
    shipmentId: field.shipmentId,
    kind,
    actor: actor.id,
    stage: null,
    subject: field.id,
    facts: {
      field: field.line === null ? field.name : `lines.${field.line + 1}.${field.name}`,
      ...(field.documentId ? { document: field.documentId } : {}),
    },
  });
  await tx.announce(field.organisationId, field.shipmentId, field.documentId ? { documentId: field.documentId } : {});
}

/** The stage at which the shipment is; what a person types is typed there. */
export async function stageOf(tx: Transaction, shipmentId: string): Promise<Stage> {
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  return exit?.state === "released" ? "domestic_distribution" : "bonded_exit";
}
