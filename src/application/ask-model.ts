import type { Failure } from "@/contracts/problem";
import type { HeaderField, ReadField } from "@/domain/extraction/field";
import { type ModelValue, suggestionsOf, unsureFacts } from "@/domain/extraction/model-values";
import { ok, type Result } from "@/domain/shared/result";
import type { Box } from "@/domain/shared/sourced";
import { type Actor, authorise } from "./actor";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord, FieldRecord, PageRecord } from "./records";
import type { ModelFault, SecondReader } from "./second-reader";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly files: ObjectStore;
  readonly world: World;
  /** Null where no model is configured: then nothing leaves the machine. */
  readonly secondReader: SecondReader | null;
}

/** The head of a document is on its first pages. */
const MOST_PAGES = 4;
/** A larger picture is not sent. */
const PICTURE_BYTES = 8 * 1024 * 1024;

/** What came of a page that was shown, for the chain of evidence; nothing of what was answered. */
interface Asked {
  readonly page: PageRecord;
  readonly outcome: "answered" | ModelFault;
}

/** A server that is not there, or that hangs, will be no better for the next page. */
const HOPELESS: readonly Asked["outcome"][] = ["timeout", "unreachable"];

/**
 * Shows the first pages of a document that was read to a model and keeps what it says of facts that were not read surely,
 * as suggestions that a person is asked about. What a person settled meanwhile stays, and what happened to the document
 * meanwhile counts: it may have been moved, divided or joined. That a model was asked, which, and of which picture, is
 * evidence before the picture leaves. A model that does not answer changes nothing.
 */
export async function askModel(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<void, Failure>> {
  const { inTransaction, secondReader } = ports;
  const begun = await inTransaction<Begun | null, Failure>(actor, (tx) => begin(tx, actor, messageId, documentId));
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(undefined);
  const { values, asked } = secondReader
    ? await askAll(ports, actor, secondReader, begun.value)
    : { values: [], asked: [] };
  return inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(messageId)) || !secondReader) return ok(undefined);
    const document = await lockedWhereItIs(tx, documentId);
    const kept = document ? await suggest(tx, ports.world, document, values) : [];
    const subject = document ?? begun.value?.document;
    if (!subject) return ok(undefined);
    for (const each of asked) await witnessAnswer(tx, subject, secondReader.model, each, kept);
    await tx.announce(subject.organisationId, subject.shipmentId, { documentId });
    return ok(undefined);
  });
}

interface Begun {
  readonly document: DocumentRecord;
  readonly pages: readonly PageRecord[];
  readonly names: readonly HeaderField[];
}

/** The document and what is to be asked of it; null when nothing is left to do. */
async function begin(
  tx: Transaction,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<Begun | null, Failure>> {
  const allowed = authorise(actor, "read_document");
  if (!allowed.ok) return allowed;
  const document = await tx.documents.get(documentId);
  const names = document?.state === "read" ? sought(document, await fieldsOf(tx, document)) : [];
  if (!document || names.length === 0) {
    // Joined with another, read anew, exact already, or sure throughout.
    await tx.outbox.complete(messageId);
    return ok(null);
  }
  return ok({ document, pages: await tx.documents.firstPages(documentId, MOST_PAGES), names });
}

/** The document as it is now, its shipment locked; null when it is gone, is being read, or moves at this very moment. */
async function lockedWhereItIs(tx: Transaction, documentId: string): Promise<DocumentRecord | null> {
  const before = await tx.documents.get(documentId);
  if (!before) return null;
  await tx.lockShipment(before.shipmentId);
  const now = await tx.documents.get(documentId);
  return now?.state === "read" && now.shipmentId === before.shipmentId ? now : null;
}

async function fieldsOf(tx: Transaction, document: DocumentRecord): Promise<readonly FieldRecord[]> {
  const all = await tx.fields.listOf(document.shipmentId);
  return all.filter((field) => field.documentId === document.id);
}

/** What was read as data is exact; nothing is asked of a document that bears it. */
function sought({ type }: DocumentRecord, fields: readonly FieldRecord[]): readonly HeaderField[] {
  if (type === null || fields.some((field) => field.method === "embedded_xml")) return [];
  const settled = fields.filter((field) => field.status !== "suggested" && field.line === null);
  return unsureFacts(
    type,
    fields.map(toRead),
    settled.map(({ name }) => name),
  );
}

/** Asks page by page for what is still missing. */
async function askAll(ports: Ports, actor: Actor, reader: SecondReader, { document, pages, names }: Begun) {
  const values: ModelValue[] = [];
  const asked: Asked[] = [];
  for (const page of pages) {
    const missing = names.filter((name) => !values.some((value) => value.name === name));
    if (missing.length === 0 || document.type === null) break;
    const picture = await pictureOf(ports.files, page.imageSha256);
    if (!picture) {
      asked.push({ page, outcome: "too_large" });
      continue;
    }
    await witnessQuestion(ports, actor, document, reader.model, page, missing);
    const answer = await reader.ask({ picture, type: document.type, names: missing });
    asked.push({ page, outcome: answer.ok ? "answered" : answer.error });
    if (answer.ok) values.push(...answer.value.map((each) => ({ ...each, page: page.number })));
    else if (HOPELESS.includes(answer.error)) break;
  }
  return { values, asked };
}

async function pictureOf(files: ObjectStore, sha256: string): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (await files.read(sha256)) ?? []) {
    bytes += part.byteLength;
    if (bytes > PICTURE_BYTES) return null;
    parts.push(part);
  }
  const picture = new Uint8Array(bytes);
  let at = 0;
  for (const part of parts) {
    picture.set(part, at);
    at += part.byteLength;
  }
  return bytes === 0 ? null : picture;
}

/** Keeps the model's values beside what was read; those that were kept. */
async function suggest(
  tx: Transaction,
  world: World,
  document: DocumentRecord,
  values: readonly ModelValue[],
): Promise<readonly ReadField[]> {
  if (document.type === null || values.length === 0) return [];
  const pages = await tx.documents.firstPages(document.id, MOST_PAGES);
  const own = values.filter((value) => pages.some((page) => page.number === value.page));
  const fields = await fieldsOf(tx, document);
  const made = suggestionsOf(own, document.type, pages, fields.map(toRead), sought(document, fields));
  if (made.length === 0) return made;
  const others = fields.filter(
    (field) => field.status === "suggested" && (field.line !== null || !made.some((each) => each.name === field.name)),
  );
  await tx.fields.replaceSuggestions(document.id, [...others, ...made.map((each) => toRecord(world, document, each))]);
  return made;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A value that the pages do not show is known all the same. */
function toRead({ name, line, value, raw, page, box, confidence, method }: FieldRecord): ReadField {
  return {
    name: name as ReadField["name"],
    line,
    value,
    raw,
    page: page ?? 1,
    box: box ?? NOWHERE,
    confidence,
    method,
  };
}

function toRecord(world: World, document: DocumentRecord, field: ReadField): FieldRecord {
  return {
    ...field,
    organisationId: document.organisationId,
    id: world.newId(),
    shipmentId: document.shipmentId,
    documentId: document.id,
    machineValue: null,
    status: "suggested",
    typedAtStage: null,
    confirmedBy: null,
    confirmedByName: null,
    confirmedAt: null,
    otherReading: null,
    precedence: null,
  };
}

/** Kept before the picture leaves, so that no picture is shown without a trace. */
async function witnessQuestion(
  { inTransaction }: Ports,
  actor: Actor,
  document: DocumentRecord,
  model: string,
  page: PageRecord,
  names: readonly HeaderField[],
): Promise<void> {
  const kept = await inTransaction<void, Failure>(actor, async (tx) => {
    const { id: subject, shipmentId } = (await tx.documents.get(document.id)) ?? document;
    await tx.lockShipment(shipmentId);
    await tx.evidence.append({
      organisationId: document.organisationId,
      shipmentId,
      kind: "model_asked",
      actor: "system",
      stage: null,
      subject,
      facts: { model, page: String(page.number), picture: page.imageSha256, fields: names.join(" ") },
    });
    return ok(undefined);
  });
  if (!kept.ok) throw new Error(`What is to be shown of document ${document.id} was not witnessed: ${kept.error.kind}`);
}

async function witnessAnswer(
  tx: Transaction,
  { organisationId, shipmentId, id }: DocumentRecord,
  model: string,
  { page, outcome }: Asked,
  kept: readonly ReadField[],
): Promise<void> {
  const fields = kept.filter((field) => field.page === page.number).map((field) => field.name);
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "model_answered",
    actor: "system",
    stage: null,
    subject: id,
    facts: { model, page: String(page.number), outcome, fields: fields.join(" ") },
  });
}
