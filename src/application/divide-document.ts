import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { isContainer } from "@/domain/document/document";
import { lineAtPlace } from "@/domain/extraction/line-at-place";
import { type PageRange, type PartReading, readRange } from "@/domain/extraction/packet";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { EvidenceKind } from "./evidence-record";
import { partOf, rangeOf, suggest } from "./keep-parts";
import { layoutsOf } from "./learn-layout";
import { linkCopy } from "./link-copies";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord, FieldRecord } from "./records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * A person says that another document begins on a page. Both are read anew from the words that are kept; what a person
 * settled goes with the page that it stands on, and what was typed beside it stays with the first.
 */
export function splitDocument(
  ports: Ports,
  actor: Actor,
  documentId: string,
  atPage: number,
): Promise<Result<DocumentRecord, Failure>> {
  return ports.inTransaction<DocumentRecord, Failure>(actor, async (tx) => {
    const loaded = await divisible(tx, actor, documentId);
    if (!loaded.ok) return loaded;
    const { document, fields, lastPage } = loaded.value;
    if (atPage <= document.firstPage || atPage > lastPage) return err({ kind: "document_indivisible" });
    const pages = await tx.documents.pagesOf(documentId);
    const layouts = await layoutsOf(tx);
    const left = readRange(pages, { firstPage: document.firstPage, lastPage: atPage - 1 }, layouts);
    const right = readRange(pages, { firstPage: atPage, lastPage }, layouts);
    const further: DocumentRecord = { ...partOf(ports.world, document, right), state: "read" };
    await tx.documents.add(further);
    await tx.documents.movePages(documentId, further.id, right);
    for (const field of fields.filter(isSettled)) {
      const isRight = field.page !== null && field.page >= atPage;
      await tx.fields.place(
        field.id,
        isRight ? further.id : documentId,
        lineAtPlace(field, isRight ? right.fields : left.fields) ?? field.line,
      );
    }
    await keep(tx, ports.world, document, left);
    await keep(tx, ports.world, further, right);
    await linkCopy(tx, { ...further, type: right.type });
    await witness(tx, actor, document, "document_split", { from_page: String(atPage), document: further.id });
    return ok({ ...further, type: right.type, typeConfidence: right.typeConfidence });
  });
}

/** A person says that a document goes on with the one before it in the same file; the two become one. */
export function joinDocument(ports: Ports, actor: Actor, documentId: string): Promise<Result<DocumentRecord, Failure>> {
  return ports.inTransaction<DocumentRecord, Failure>(actor, async (tx) => {
    const loaded = await divisible(tx, actor, documentId);
    if (!loaded.ok) return loaded;
    const { document, fields, lastPage } = loaded.value;
    const parts = await tx.documents.partsOf(document.receivedAsId ?? documentId);
    const before = parts.findLast((part) => part.firstPage < document.firstPage);
    const isBeside = before?.lastPage === document.firstPage - 1 && before.shipmentId === document.shipmentId;
    if (!before || !isBeside || before.state !== "read") return err({ kind: "document_indivisible" });
    const range: PageRange = { firstPage: before.firstPage, lastPage };
    await tx.documents.absorb(documentId, before.id);
    const whole = readRange(await tx.documents.pagesOf(before.id), range, await layoutsOf(tx));
    const linesBefore = lineCount(await ownFields(tx, before)) - lineCount(fields.filter(isSettled));
    for (const field of fields.filter(isSettled)) {
      const moved = field.line === null ? null : field.line + Math.max(0, linesBefore);
      await tx.fields.place(field.id, before.id, lineAtPlace(field, whole.fields) ?? moved);
    }
    await keep(tx, ports.world, before, whole);
    await witness(tx, actor, before, "document_joined", {
      from_page: String(document.firstPage),
      document: documentId,
    });
    return ok({ ...before, ...rangeOf(range), type: whole.type, typeConfidence: whole.typeConfidence });
  });
}

interface Divisible {
  readonly document: DocumentRecord;
  readonly fields: readonly FieldRecord[];
  readonly lastPage: number;
}

/** A document whose bounds may be moved: read, of pages, and of a shipment that nothing was declared of yet. */
async function divisible(tx: Transaction, actor: Actor, id: string): Promise<Result<Divisible, Failure>> {
  const allowed = authorise(actor, "upload_document");
  if (!allowed.ok) return allowed;
  const loaded = await tx.documents.get(id);
  const own = found(loaded?.organisationId === actor.organisationId ? loaded : null, "document");
  if (!own.ok) return own;
  await tx.lockShipment(own.value.shipmentId);
  const document = (await tx.documents.get(id)) ?? own.value;
  const exit = found(await tx.clearances.ofStage(document.shipmentId, "bonded_exit"), "clearance");
  if (!exit.ok) return exit;
  const { state } = exit.value;
  if (!takesDeclaration(state)) return err({ kind: "illegal_transition", state, event: "declaration_amended" });
  const fields = await ownFields(tx, document);
  const isWhole = fields.some((field) => field.method === "embedded_xml") || isContainer(document.mediaType);
  if (document.state !== "read" || document.lastPage === null || isWhole) return err({ kind: "document_indivisible" });
  return ok({ document, fields, lastPage: document.lastPage });
}

async function ownFields(tx: Transaction, { id, shipmentId }: DocumentRecord): Promise<readonly FieldRecord[]> {
  return (await tx.fields.listOf(shipmentId)).filter((field) => field.documentId === id);
}

function isSettled(field: FieldRecord): boolean {
  return field.status !== "suggested";
}

function lineCount(fields: readonly FieldRecord[]): number {
  return new Set(fields.flatMap((field) => (field.line === null ? [] : [field.line]))).size;
}

async function keep(tx: Transaction, world: World, document: DocumentRecord, reading: PartReading): Promise<void> {
  await tx.documents.change(document.id, { ...rangeOf(reading), unreadScript: reading.unreadScript });
  await suggest(tx, world, document, reading);
}

async function witness(
  tx: Transaction,
  actor: Actor,
  document: DocumentRecord,
  kind: EvidenceKind,
  facts: Readonly<Record<string, string>>,
): Promise<void> {
  const { organisationId, shipmentId, id } = document;
  await tx.evidence.append({ organisationId, shipmentId, kind, actor: actor.id, stage: null, subject: id, facts });
  await tx.announce(organisationId, shipmentId, { documentId: id });
}
