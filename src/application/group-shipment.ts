import type { Failure } from "@/contracts/problem";
import { takesDeclaration } from "@/domain/clearance/lifecycle";
import { isContainer } from "@/domain/document/document";
import { type Bond, bondBetween, type Group, groupPapers, type Paper } from "@/domain/document/grouping";
import { ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { isCopy } from "./link-copies";
import { moveDocument } from "./move-document";
import { addShipment } from "./open-shipment";
import { isUnplaced } from "./placement";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord, FieldRecord } from "./records";

/**
 * Sorts what was dropped together once all of it is read. Papers of several shipments become as many, each with the
 * reason; what nobody can tell stays and is asked. Then it is looked whether an open shipment waits for these papers;
 * that is proposed and never done, because somebody works on that one. Nothing is moved that a person settled.
 */
export function groupShipment(
  ports: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  messageId: string,
  shipmentId: string,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "read_document");
    if (!allowed.ok) return allowed;
    if (!(await tx.outbox.complete(messageId))) return ok(undefined);
    await tx.lockShipment(shipmentId);
    const documents = await tx.documents.listOf(shipmentId);
    const isWaiting = documents.some(({ state }) => state === "stored" || state === "reading");
    // The document that is read last brings the message that does it.
    if (isWaiting || !(await isOpen(tx, shipmentId))) return ok(undefined);
    const fields = await tx.fields.listOf(shipmentId);
    const loose = documents.filter((document) => isLoose(document));
    const papers = loose.map((document) => toPaper(document, fields));
    const isTouched = fields.some((field) => field.confirmedBy !== null);
    const { groups, unclear } = groupPapers(papers);
    if (groups.length > 1 && !isTouched) await takeApart(tx, ports.world, actor, groups, unclear);
    else for (const group of groups) await keepReasons(tx, group);
    for (const paper of papers) await propose(tx, paper);
    return ok(undefined);
  });
}

/** What no person placed, and what holds values of its own. */
function isLoose(document: DocumentRecord): boolean {
  const { isPlaced, state, mediaType } = document;
  return !isPlaced && !isUnplaced(document) && state === "read" && !isContainer(mediaType) && !isCopy(document);
}

/** A paper with what it says, for the comparison with others. */
export function toPaper(document: DocumentRecord, fields: readonly FieldRecord[]): Paper {
  const values = new Map<string, readonly string[]>();
  for (const { documentId, name, line, status, value } of fields)
    if (documentId === document.id && line === null && status !== "rejected")
      values.set(name, [...(values.get(name) ?? []), value]);
  return { id: document.id, fileName: document.fileName, type: document.type, values };
}

async function takeApart(
  tx: Transaction,
  world: World,
  actor: Actor,
  groups: readonly Group[],
  unclear: readonly Paper[],
): Promise<void> {
  const [first, ...others] = groups;
  if (first) await keepReasons(tx, first);
  for (const group of others) {
    const shipment = await addShipment(tx, world, actor, "0110");
    for (const { id } of group.papers) await moveDocument(tx, actor, id, shipment.id);
    await keepReasons(tx, group);
  }
  for (const { id } of unclear) await tx.documents.change(id, { placement: UNCLEAR });
}

const UNCLEAR: Bond = { reason: "unclear", value: null, documentId: null, documentName: null };

async function keepReasons(tx: Transaction, { papers, bonds }: Group): Promise<void> {
  for (const { id } of papers) await tx.documents.change(id, { placement: bonds.get(id) ?? null });
}

const NUMBERS = ["invoice_number", "transport_number", "master_number", "container_numbers"];

/** Names the open shipment that a paper shares a number with, if there is one and no other. */
async function propose(tx: Transaction, paper: Paper): Promise<void> {
  const own = await tx.documents.get(paper.id);
  const numbers = NUMBERS.flatMap((name) => paper.values.get(name) ?? []).filter((number) => number.length >= 4);
  if (!own || numbers.length === 0) return;
  const candidates = (await tx.documents.stating(NUMBERS, numbers)).filter(
    (each) => each.shipmentId !== own.shipmentId,
  );
  const bonds: { readonly shipmentId: string; readonly bond: Bond }[] = [];
  for (const other of candidates) {
    if (!(await isOpen(tx, other.shipmentId))) continue;
    const bond = bondBetween(paper, toPaper(other, await tx.fields.listOf(other.shipmentId)));
    if (bond?.value) bonds.push({ shipmentId: other.shipmentId, bond });
  }
  const [found] = bonds;
  const isOne = new Set(bonds.map((each) => each.shipmentId)).size === 1;
  if (found && isOne)
    await tx.documents.change(paper.id, { proposal: { ...found.bond, shipmentId: found.shipmentId } });
}

/** Whether the shipment still takes papers for its declaration. */
async function isOpen(tx: Transaction, shipmentId: string): Promise<boolean> {
  const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  return exit !== null && takesDeclaration(exit.state);
}
