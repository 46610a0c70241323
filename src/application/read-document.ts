import type { Failure } from "@/contracts/problem";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { keepParts, suggest } from "./keep-parts";
import { layoutsOf } from "./learn-layout";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { DocumentReader, ReadPage } from "./reading";
import { attempt, beginAttempt, isStillRead, rejectDocument } from "./reading-attempt";
import type { DocumentRecord } from "./records";

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

/**
 * Reads one file: every page is kept and announced as it comes, then the fields replace what the machine had suggested
 * before. What a person confirmed or corrected stays. A file that holds several documents becomes as many.
 */
export async function readDocument(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<void, Failure>> {
  const begun = await beginAttempt(ports.inTransaction, actor, messageId, documentId);
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(undefined);
  const document = begun.value;
  const outcome = await attempt(ports.inTransaction, actor, document, () => read(ports, actor, document));
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.lockShipment(document.shipmentId);
    // Another attempt took over while this one slept: the document, and the message, are that one's.
    if (!(await isStillRead(tx, document)) || !(await tx.outbox.complete(messageId))) return ok(undefined);
    if (outcome.ok) {
      const kept = await keepParts(tx, ports.world, document, outcome.value);
      if (ports.isModelAsked) await askOf(tx, document.organisationId, kept);
    } else await rejectDocument(tx, document, outcome.error.reason);
    await tx.announce(document.organisationId, document.shipmentId, { documentId });
    return ok(undefined);
  });
}

async function read(ports: Ports, actor: Actor, document: DocumentRecord): ReturnType<DocumentReader["read"]> {
  const mediaType = document.mediaType as Exclude<DocumentRecord["mediaType"], "application/octet-stream">;
  const known = await ports.inTransaction<readonly Layout[], Failure>(actor, async (tx) => ok(await layoutsOf(tx)));
  const layouts = known.ok ? known.value : [];
  return ports.files.withLocalFile(document.sha256, (path) =>
    ports.reader.read({ path, mediaType, organisationId: document.organisationId, layouts }, (page) =>
      keepPage(ports, actor, document, page),
    ),
  );
}

async function askOf(tx: Transaction, organisationId: string, documents: readonly DocumentRecord[]): Promise<void> {
  for (const { id: documentId } of documents)
    await tx.outbox.put(organisationId, { name: "document.ask", payload: { organisationId, documentId } });
}

async function keepPage(ports: Ports, actor: Actor, document: DocumentRecord, page: ReadPage): Promise<void> {
  const imageSha256 = await ports.keepImage(page.imagePath);
  const { organisationId, shipmentId, id: documentId } = document;
  const kept = await ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.lockShipment(shipmentId);
    // A worker that slept while another took its job over must not write over what that one read, or a person settled.
    if (!(await isStillRead(tx, document))) return err({ kind: "stale_version", what: "document" });
    await tx.documents.addPage({ ...page.page, organisationId, shipmentId, documentId, imageSha256 });
    await tx.documents.setPageCount(documentId, page.pageCount);
    // A document that was read before has values already; they are compared with the whole of what is read now.
    if (page.soFar && !(await tx.documents.wasRead(documentId))) await suggest(tx, ports.world, document, page.soFar);
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(undefined);
  });
  if (!kept.ok) throw new Error(`Page ${page.page.number} of document ${documentId} was not kept: ${kept.error.kind}`);
}
