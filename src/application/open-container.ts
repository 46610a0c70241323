import type { Failure } from "@/contracts/problem";
import type { ContainerType, MediaType, RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { ObjectStore, Transaction, UnitOfWork, World } from "./ports";
import type { ContainedFile, ContainerOpener, FileInspector } from "./reading";
import { attempt, beginAttempt, isStillRead, rejectDocument } from "./reading-attempt";
import type { DocumentRecord } from "./records";
import { storeDocument } from "./store-document";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly files: ObjectStore;
  readonly opener: ContainerOpener;
  readonly inspector: FileInspector;
  readonly world: World;
  /** Stores a file that came out; null when it is larger than a file may be. */
  readonly keepFile: (path: string) => Promise<{ readonly sha256: string; readonly byteLength: number } | null>;
}

/**
 * Opens an archive or a message. Each file in it becomes a document of the same shipment, as if it had been sent alone;
 * what is none is listed with its reason. The container stays as it came. An opening that is broken off goes on where it
 * was, because what came out of a place once is not taken out of it again.
 */
export async function openContainer(
  ports: Ports,
  actor: Actor,
  messageId: string,
  documentId: string,
): Promise<Result<void, Failure>> {
  const begun = await beginAttempt(ports.inTransaction, actor, messageId, documentId);
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(undefined);
  const container = begun.value;
  const outcome = await attempt(ports.inTransaction, actor, container, () => open(ports, actor, container));
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    await tx.lockShipment(container.shipmentId);
    if (!(await isStillRead(tx, container)) || !(await tx.outbox.complete(messageId))) return ok(undefined);
    if (outcome.ok) await witness(tx, container);
    else await rejectDocument(tx, container, outcome.error.reason);
    await tx.announce(container.organisationId, container.shipmentId, { documentId });
    return ok(undefined);
  });
}

function open(ports: Ports, actor: Actor, container: DocumentRecord): ReturnType<ContainerOpener["open"]> {
  let position = 0;
  return ports.files.withLocalFile(container.sha256, (path) =>
    ports.opener.open({ path, mediaType: container.mediaType as ContainerType }, async (file) => {
      position += 1;
      await takeOut(ports, actor, container, file, position);
    }),
  );
}

async function takeOut(
  ports: Ports,
  actor: Actor,
  container: DocumentRecord,
  file: ContainedFile,
  position: number,
): Promise<void> {
  const kept = await keep(ports, file);
  const taken = await ports.inTransaction<void, Failure>(actor, async (tx) => {
    const known = await tx.containers.entriesOf(container.id);
    if (known.some((entry) => entry.position === position)) return ok(undefined);
    const { organisationId, shipmentId } = container;
    const entry = {
      organisationId,
      id: ports.world.newId(),
      shipmentId,
      containerId: container.id,
      position,
      path: shownPath(file.entryPath),
    };
    if (!kept.ok) {
      await tx.containers.add({ ...entry, sha256: null, documentId: null, isDuplicate: false, reason: kept.error });
    } else {
      const { document, isDuplicate } = await storeDocument(tx, ports.world, {
        organisationId,
        shipment: async () => shipmentId,
        fileName: file.entryPath,
        stored: kept.value,
        inspected: ok(kept.value.mediaType),
        dropId: container.dropId,
        isPlaced: container.isPlaced,
        uploadedBy: container.uploadedBy,
      });
      const { sha256 } = kept.value;
      await tx.containers.add({ ...entry, sha256, documentId: document.id, isDuplicate, reason: null });
    }
    await tx.announce(organisationId, shipmentId, { documentId: container.id });
    return ok(undefined);
  });
  if (!taken.ok) throw new Error(`File ${position} of container ${container.id} was not kept: ${taken.error.kind}`);
}

interface KeptFile {
  readonly sha256: string;
  readonly byteLength: number;
  readonly mediaType: MediaType;
}

/** Looks at what came out and stores it if it is a document; the rest is not kept apart from its container. */
async function keep(ports: Ports, { filePath, reason }: ContainedFile): Promise<Result<KeptFile, RejectionReason>> {
  if (filePath === null) return err(reason ?? "unreadable");
  const inspected = await ports.inspector.inspect(filePath);
  if (!inspected.ok) return inspected;
  const stored = await ports.keepFile(filePath);
  return stored ? ok({ ...stored, mediaType: inspected.value }) : err("too_large");
}

async function witness(tx: Transaction, container: DocumentRecord): Promise<void> {
  const entries = await tx.containers.entriesOf(container.id);
  await tx.documents.move(container.id, ["reading"], { state: "read" });
  await tx.evidence.append({
    organisationId: container.organisationId,
    shipmentId: container.shipmentId,
    kind: "document_opened",
    actor: "system",
    stage: null,
    subject: container.id,
    facts: {
      files: String(entries.length),
      documents: String(entries.filter((entry) => entry.documentId !== null).length),
    },
  });
}

/** A path to show: control and direction characters are dropped, and it is cut. */
function shownPath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, 500) || "file";
}
