import type { Failure } from "@/contracts/problem";
import type { RejectionReason } from "@/domain/document/document";
import type { ReadField } from "@/domain/extraction/field";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { DependencyError, type ObjectStore, type Transaction, type UnitOfWork, type World } from "./ports";
import type { DocumentReader, PartlyRead, ReadDocument, ReadPage } from "./reading";
import type { DocumentRecord, FieldRecord } from "./records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly files: ObjectStore;
  readonly reader: DocumentReader;
  readonly world: World;
  /** Stores the picture of a page and gives its hash. */
  readonly keepImage: (path: string) => Promise<string>;
  /** Whether a model is to be asked about what was not read surely. */
  readonly isModelAsked?: boolean;
}

/** After so many attempts that never ended (the reader took its worker down with it) a document is not tried again. */
const MAX_ATTEMPTS = 4;

/**
 * Reads one document: every page is kept and announced as it comes, then the fields replace what the machine had
 * suggested before. What a person confirmed or corrected stays. The attempt is counted before the reading starts,
 * so that a file which kills its worker comes to an end.
 */
export async function readDocument(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<void, Failure>> {
  const begun = await begin(ports, actor, messageId, documentId);
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(undefined);
  const document = begun.value;
  const outcome = await read(ports, actor, document);
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    await tx.lockShipment(document.shipmentId);
    if (outcome.ok) await keepFields(tx, ports.world, document, outcome.value);
    else await reject(tx, document, outcome.error.reason);
    if (outcome.ok && ports.isModelAsked) {
      const { organisationId } = document;
      await tx.outbox.put(organisationId, { name: "document.ask", payload: { organisationId, documentId } });
    }
    await tx.announce(document.organisationId, document.shipmentId, { documentId });
    return ok(undefined);
  });
}

/** Reads the file. When the last try fails too, the person sees it on the document, and the job among the failed ones. */
async function read(ports: Ports, actor: Actor, document: DocumentRecord): ReturnType<DocumentReader["read"]> {
  const mediaType = document.mediaType as Exclude<DocumentRecord["mediaType"], "application/octet-stream">;
  try {
    const layouts = await layoutsOf(ports, actor);
    return await ports.files.withLocalFile(document.sha256, (path) =>
      ports.reader.read({ path, mediaType, layouts }, (page) => keepPage(ports, actor, document, page)),
    );
  } catch (error) {
    const isHopeless = error instanceof DependencyError && !error.retryable;
    if (isHopeless || document.attempts >= MAX_ATTEMPTS) await giveUp(ports, actor, document);
    throw error;
  }
}

/** What corrections taught the organisation of its papers. */
async function layoutsOf({ inTransaction }: Ports, actor: Actor): Promise<readonly Layout[]> {
  const known = await inTransaction<readonly Layout[], Failure>(actor, async (tx) =>
    ok((await tx.layouts.list()).map(({ layout }) => layout)),
  );
  return known.ok ? known.value : [];
}

async function giveUp(ports: Ports, actor: Actor, { id, organisationId, shipmentId }: DocumentRecord): Promise<void> {
  await ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.documents.move(id, ["reading"], { state: "failed" });
    await tx.announce(organisationId, shipmentId, { documentId: id });
    return ok(undefined);
  });
}

/** The document to read; null when there is nothing left to do. */
function begin(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<DocumentRecord | null, Failure>> {
  return ports.inTransaction<DocumentRecord | null, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read_document");
    if (!allowed.ok) return allowed;
    const loaded = found(await tx.documents.get(documentId), "document");
    if (!loaded.ok) return loaded;
    const document = loaded.value;
    if (document.state === "read" || document.state === "rejected") {
      await tx.outbox.complete(messageId);
      return ok(null);
    }
    if (document.attempts >= MAX_ATTEMPTS) {
      await tx.outbox.complete(messageId);
      await tx.documents.move(documentId, ["stored", "reading", "failed"], {
        state: "failed",
        rejection: "unreadable",
      });
      await tx.announce(document.organisationId, document.shipmentId, { documentId });
      return ok(null);
    }
    const attempts = document.attempts + 1;
    const moved = await tx.documents.move(documentId, ["stored", "reading", "failed"], { state: "reading", attempts });
    if (!moved) return err({ kind: "stale_version", what: "document" });
    await tx.announce(document.organisationId, document.shipmentId, { documentId });
    return ok({ ...document, state: "reading", attempts });
  });
}

async function keepPage(ports: Ports, actor: Actor, document: DocumentRecord, page: ReadPage): Promise<void> {
  const imageSha256 = await ports.keepImage(page.imagePath);
  const { organisationId, shipmentId, id: documentId } = document;
  const kept = await ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.lockShipment(shipmentId);
    await tx.documents.addPage({ ...page.page, organisationId, shipmentId, documentId, imageSha256 });
    await tx.documents.setPageCount(documentId, page.pageCount);
    if (page.soFar) await suggest(tx, ports.world, document, page.soFar);
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(undefined);
  });
  if (!kept.ok) throw new Error(`Page ${page.page.number} of document ${documentId} was not kept: ${kept.error.kind}`);
}

async function keepFields(tx: Transaction, world: World, document: DocumentRecord, read: ReadDocument): Promise<void> {
  await suggest(tx, world, document, read);
  await tx.documents.move(document.id, ["reading"], { state: "read", pageCount: read.pageCount });
  await tx.evidence.append({
    organisationId: document.organisationId,
    shipmentId: document.shipmentId,
    kind: "document_read",
    actor: "system",
    stage: null,
    subject: document.id,
    facts: { type: read.type, pages: String(read.pageCount), fields: String(read.fields.length) },
  });
}

/** Keeps the type and the values that the pages tell so far; what a person settled meanwhile stays. */
async function suggest(tx: Transaction, world: World, document: DocumentRecord, read: PartlyRead): Promise<void> {
  await tx.fields.replaceSuggestions(
    document.id,
    read.fields.map((field) => toRecord(world, document, field)),
  );
  await tx.documents.move(document.id, ["reading"], { type: read.type, typeConfidence: read.typeConfidence });
}

async function reject(tx: Transaction, document: DocumentRecord, reason: RejectionReason): Promise<void> {
  await tx.documents.move(document.id, ["reading"], { state: "rejected", rejection: reason });
  await tx.evidence.append({
    organisationId: document.organisationId,
    shipmentId: document.shipmentId,
    kind: "document_rejected",
    actor: "system",
    stage: null,
    subject: document.id,
    facts: { reason },
  });
}

function toRecord(world: World, document: DocumentRecord, field: ReadField): FieldRecord {
  return {
    organisationId: document.organisationId,
    id: world.newId(),
    shipmentId: document.shipmentId,
    documentId: document.id,
    name: field.name,
    line: field.line,
    value: field.value,
    machineValue: null,
    raw: field.raw,
    page: field.page,
    box: field.box,
    confidence: field.confidence,
    method: field.method,
    status: "suggested",
    typedAtStage: null,
    confirmedBy: null,
  };
}
