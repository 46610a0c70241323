import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import { FIELD_KIND, SEVERAL } from "@/domain/extraction/field";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { checkForm } from "./field-form";
import { learnFrom } from "./learn-layout";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord, FieldRecord } from "./records";
import { matchAgain, type Place, stageOf, witness } from "./settle-field";

/** What a person says of a fact that the reader did not find. */
export interface Addition {
  readonly documentId: string;
  readonly name: string;
  readonly line: number | null;
  /** Null when the fact is not on the document either. */
  readonly value: string | null;
  /** Where on the page it stands; null when it was typed. */
  readonly place: Place | null;
}

/**
 * A person gives the value that the reader did not find on a document, or states that it is not there. A fact that the
 * document has by now is not added twice; whoever tries is told to look again.
 */
export function addField(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  addition: Addition,
): Promise<Result<FieldRecord, Failure>> {
  return inTransaction<FieldRecord, Failure>(actor, async (tx) => {
    const loaded = await lockedDocument(tx, actor, addition.documentId);
    if (!loaded.ok) return loaded;
    const value = addition.value?.trim() ?? null;
    const wellFormed = checkAddition(addition.name, value);
    if (!wellFormed.ok) return wellFormed;
    if (await isThere(tx, loaded.value, addition)) return err({ kind: "stale_version", what: "field" });
    const stage = await stageOf(tx, loaded.value.shipmentId);
    const field = newField(world, actor, loaded.value, stage, { ...addition, value });
    await tx.fields.add(field);
    await witness(tx, actor, field, value === null ? "field_absent" : "field_typed");
    await matchAgain(tx, field);
    await learnFrom(tx, [field], true);
    return ok(field);
  });
}

/** The organisation's own document, with its shipment held until the transaction ends. */
export async function lockedDocument(
  tx: Transaction,
  actor: Actor,
  documentId: string,
): Promise<Result<DocumentRecord, Failure>> {
  const allowed = authorise(actor, "confirm_field");
  if (!allowed.ok) return allowed;
  const document = await tx.documents.get(documentId);
  const own = found(document?.organisationId === actor.organisationId ? document : null, "document");
  if (own.ok) await tx.lockShipment(own.value.shipmentId);
  return own;
}

function checkAddition(name: string, value: string | null): Result<void, Failure> {
  if (!Object.hasOwn(FIELD_KIND, name)) return err({ kind: "invalid_input", pointer: "/name", fault: "no_such_field" });
  return value === null ? ok(undefined) : checkForm(name, value);
}

async function isThere(tx: Transaction, document: DocumentRecord, { name, line }: Addition): Promise<boolean> {
  if (SEVERAL.includes(name)) return false;
  const fields = await tx.fields.listOf(document.shipmentId);
  return fields.some((field) => field.documentId === document.id && field.name === name && field.line === line);
}

/** A field that a person adds to a document: typed, or read where they pointed. */
export function newField(
  world: World,
  actor: Actor,
  document: DocumentRecord,
  stage: Stage,
  { name, line, value, place }: Omit<Addition, "documentId">,
): FieldRecord {
  return {
    organisationId: document.organisationId,
    id: world.newId(),
    shipmentId: document.shipmentId,
    documentId: document.id,
    name,
    line,
    value: value ?? "",
    machineValue: null,
    raw: place?.raw ?? value ?? "",
    page: place?.page ?? null,
    box: place?.box ?? null,
    confidence: 1,
    method: place?.method ?? "typed",
    status: value === null ? "rejected" : "confirmed",
    typedAtStage: value === null ? null : stage,
    confirmedBy: actor.id,
    confirmedByName: actor.name,
    confirmedAt: world.now(),
    otherReading: null,
    precedence: null,
  };
}
