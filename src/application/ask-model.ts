import type { Failure } from "@/contracts/problem";
import type { HeaderField, ReadField } from "@/domain/extraction/field";
import { type ModelValue, suggestionsOf, unsureFacts } from "@/domain/extraction/model-values";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
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

/** What was asked about a page, for the chain of evidence; nothing of what was answered. */
interface Asked {
  readonly page: PageRecord;
  readonly outcome: "answered" | ModelFault;
}

/**
 * Shows the first pages of a document that was read to a model and keeps what it says of facts that were not read surely,
 * as suggestions that a person is asked about. What a person settled meanwhile stays. That a model was asked, which, and
 * of which picture, is evidence. A model that does not answer changes nothing.
 */
export async function askModel(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<void, Failure>> {
  const { inTransaction, secondReader } = ports;
  const begun = await inTransaction<Begun, Failure>(actor, (tx) => begin(tx, actor, documentId));
  if (!begun.ok) return begun;
  const { pages } = begun.value;
  const { values, asked } = secondReader ? await askAll(ports, secondReader, begun.value) : { values: [], asked: [] };
  return inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(messageId)) || !secondReader) return ok(undefined);
    const document = begun.value.document;
    await tx.lockShipment(document.shipmentId);
    const kept = await suggest(tx, ports.world, document, pages, values);
    for (const each of asked) await witness(tx, document, secondReader.model, each, kept);
    await tx.announce(document.organisationId, document.shipmentId, { documentId });
    return ok(undefined);
  });
}

interface Begun {
  readonly document: DocumentRecord;
  readonly pages: readonly PageRecord[];
  readonly names: readonly HeaderField[];
}

async function begin(tx: Transaction, actor: Actor, documentId: string): Promise<Result<Begun, Failure>> {
  const allowed = authorise(actor, "read_document");
  if (!allowed.ok) return allowed;
  const loaded = found(await tx.documents.get(documentId), "document");
  if (!loaded.ok) return loaded;
  const document = loaded.value;
  if (document.state !== "read") return err({ kind: "stale_version", what: "document" });
  const pages = await tx.documents.firstPages(documentId, MOST_PAGES);
  const names = sought(document, await fieldsOf(tx, document));
  return ok({ document, pages, names });
}

async function fieldsOf(tx: Transaction, document: DocumentRecord): Promise<readonly FieldRecord[]> {
  const all = await tx.fields.listOf(document.shipmentId);
  return all.filter((field) => field.documentId === document.id);
}

function sought({ type }: DocumentRecord, fields: readonly FieldRecord[]): readonly HeaderField[] {
  const settled = fields.filter((field) => field.status !== "suggested" && field.line === null);
  return type === null
    ? []
    : unsureFacts(
        type,
        fields.flatMap((field) => toRead(field) ?? []),
        settled.map(({ name }) => name),
      );
}

/** Asks page by page for what is still missing. */
async function askAll({ files }: Ports, reader: SecondReader, { document, pages, names }: Begun) {
  const values: ModelValue[] = [];
  const asked: Asked[] = [];
  for (const page of pages) {
    const missing = names.filter((name) => !values.some((value) => value.name === name));
    if (missing.length === 0 || document.type === null) break;
    const picture = await pictureOf(files, page.imageSha256);
    const answer = picture
      ? await reader.ask({ picture, type: document.type, names: missing })
      : err<ModelFault>("too_large");
    asked.push({ page, outcome: answer.ok ? "answered" : answer.error });
    if (answer.ok) values.push(...answer.value.map((each) => ({ ...each, page: page.number })));
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

/** Keeps the model's values beside what was read; the names of those that were kept. */
async function suggest(
  tx: Transaction,
  world: World,
  document: DocumentRecord,
  pages: readonly PageRecord[],
  values: readonly ModelValue[],
): Promise<readonly ReadField[]> {
  if (document.type === null || values.length === 0) return [];
  const fields = await fieldsOf(tx, document);
  const read = fields.flatMap((field) => toRead(field) ?? []);
  const made = suggestionsOf(values, document.type, pages, read, sought(document, fields));
  if (made.length === 0) return made;
  const others = fields.filter(
    (field) => field.status === "suggested" && (field.line !== null || !made.some((each) => each.name === field.name)),
  );
  await tx.fields.replaceSuggestions(document.id, [...others, ...made.map((each) => toRecord(world, document, each))]);
  return made;
}

function toRead({ name, line, value, raw, page, box, confidence, method }: FieldRecord): ReadField | null {
  return page === null || box === null
    ? null
    : { name: name as ReadField["name"], line, value, raw, page, box, confidence, method };
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

async function witness(
  tx: Transaction,
  { organisationId, shipmentId, id }: DocumentRecord,
  model: string,
  { page, outcome }: Asked,
  kept: readonly ReadField[],
): Promise<void> {
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "model_asked",
    actor: "system",
    stage: null,
    subject: id,
    facts: {
      model,
      page: String(page.number),
      picture: page.imageSha256,
      outcome,
      fields: kept
        .filter((field) => field.page === page.number)
        .map((field) => field.name)
        .join(" "),
    },
  });
}
