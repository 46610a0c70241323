import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import { FIELD_KIND, type FieldKind } from "@/domain/extraction/field";
import { parseDecimal } from "@/domain/shared/decimal";
import { isLocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { EvidenceKind, FieldRecord } from "./records";

/** A person vouches for a value as read, or corrects it; what the machine read is kept beside it. */
export function confirmField(
  inTransaction: UnitOfWork,
  actor: Actor,
  fieldId: string,
  correction: string | null,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const loaded = await ownField(tx, actor, fieldId);
    if (!loaded.ok) return loaded;
    const field = loaded.value;
    const value = correction?.trim() ?? field.value;
    const wellFormed = checkForm(field.name, value);
    if (!wellFormed.ok) return wellFormed;
    const isCorrected = value !== (field.machineValue ?? field.value);
    const settled: FieldRecord = {
      ...field,
      value,
      machineValue: isCorrected ? (field.machineValue ?? field.value) : null,
      status: isCorrected ? "corrected" : "confirmed",
      confirmedBy: actor.id,
    };
    return settle(tx, actor, settled, isCorrected ? "field_corrected" : "field_confirmed");
  });
}

/** A person says that the value is not on the document. */
export function rejectField(
  inTransaction: UnitOfWork,
  actor: Actor,
  fieldId: string,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const loaded = await ownField(tx, actor, fieldId);
    if (!loaded.ok) return loaded;
    return settle(tx, actor, { ...loaded.value, status: "rejected", confirmedBy: actor.id }, "field_rejected");
  });
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
    };
    await tx.fields.add(field);
    await witness(tx, actor, field, "field_typed");
    return ok(field);
  });
}

async function ownField(tx: Transaction, actor: Actor, fieldId: string): Promise<Result<FieldRecord, Failure>> {
  const allowed = authorise(actor, "confirm_field");
  if (!allowed.ok) return allowed;
  const field = await tx.fields.get(fieldId);
  return found(field?.organisationId === actor.organisationId ? field : null, "field");
}

async function settle(
  tx: Transaction,
  actor: Actor,
  field: FieldRecord,
  kind: EvidenceKind,
): Promise<Result<FieldRecord, Failure>> {
  await tx.lockShipment(field.shipmentId);
  const typedAtStage = kind === "field_corrected" ? await stageOf(tx, field.shipmentId) : field.typedAtStage;
  await tx.fields.settle({ ...field, typedAtStage });
  await witness(tx, actor, field, kind);
  return ok({ ...field, typedAtStage });
}

async function witness(tx: Transaction, actor: Actor, field: FieldRecord, kind: EvidenceKind): Promise<void> {
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

async function stageOf(tx: Transaction, shipmentId: string): Promise<Stage> {
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  return exit?.state === "released" ? "domestic_distribution" : "bonded_exit";
}

const FORMS: Readonly<Record<FieldKind, (value: string) => boolean>> = {
  text: (value) => value.length > 0 && value.length <= 2_000,
  date: isLocalDate,
  decimal: (value) => parseDecimal(value).ok,
  integer: (value) => /^\d{1,9}$/.test(value),
  currency: (value) => /^[A-Z]{3}$/.test(value),
  country: (value) => /^[A-Z]{2}$/.test(value),
  incoterm: (value) => /^[A-Z]{3}$/.test(value),
  commodity_code: (value) => /^\d{6}(\d{2}(\d{2})?)?$/.test(value),
};

function checkForm(name: string, value: string): Result<void, Failure> {
  const kind = (FIELD_KIND as Readonly<Record<string, FieldKind>>)[name] ?? "text";
  return FORMS[kind](value) ? ok(undefined) : err({ kind: "invalid_input", pointer: "/value", fault: `form_${kind}` });
}
