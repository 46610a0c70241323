import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import { LINE_FIELDS } from "@/domain/extraction/field";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import { lockedDocument, newField } from "./add-field";
import { checkForm } from "./field-form";
import { learnFrom } from "./learn-layout";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { DocumentRecord, FieldRecord } from "./records";
import { reopened } from "./reopen-field";
import { stageOf } from "./settle-field";

/** One change to the goods lines of a document; lines count from 0. */
export type LineEdit =
  /** Writes a cell; an empty value states that it is not on the document. */
  | { readonly kind: "set"; readonly line: number; readonly name: string; readonly value: string }
  /** Makes an empty line here; those below move down. */
  | { readonly kind: "insert"; readonly line: number }
  /** States that the line is not one of the document. */
  | { readonly kind: "remove"; readonly line: number }
  /** Takes a line back that was inserted here; those below move up. One that holds something by now is only removed. */
  | { readonly kind: "close"; readonly line: number }
  /** Takes an act of a person back: the cell, or every cell of the line, is again what the machine suggested. */
  | { readonly kind: "reopen"; readonly line: number; readonly name?: string | undefined };

/**
 * Changes goods lines as a spreadsheet is changed: all edits, in their order, or none. What the machine read is kept
 * beside what a person wrote. The evidence holds who did it and how many of each there were.
 */
export function editLines(
  inTransaction: UnitOfWork,
  world: World,
  actor: Actor,
  documentId: string,
  edits: readonly LineEdit[],
): Promise<Result<readonly FieldRecord[], Failure>> {
  return inTransaction<readonly FieldRecord[], Failure>(actor, async (tx) => {
    const loaded = await lockedDocument(tx, actor, documentId);
    if (!loaded.ok) return loaded;
    const document = loaded.value;
    const lines = await linesOf(tx, document);
    const stage = await stageOf(tx, document.shipmentId);
    const work: Work = { tx, world, actor, document, stage, lines, written: [], added: new Set() };
    for (const [index, edit] of edits.entries()) {
      const done = await carryOut(work, edit, index);
      if (!done.ok) return done;
    }
    // A pasted block is hundreds of cells, which go to the store at once.
    await tx.fields.addAll([...lines.values()].filter((field) => work.added.has(field.id)));
    const { organisationId, shipmentId } = document;
    const count = (kind: LineEdit["kind"]) => String(edits.filter((edit) => edit.kind === kind).length);
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "lines_edited",
      actor: actor.id,
      stage: null,
      subject: documentId,
      facts: {
        document: documentId,
        cells: count("set"),
        inserted: count("insert"),
        removed: String(edits.filter(({ kind }) => kind === "remove" || kind === "close").length),
        reopened: count("reopen"),
      },
    });
    await learnFrom(tx, work.written);
    await tx.announce(organisationId, shipmentId, { documentId });
    return ok(await all(tx, document));
  });
}

interface Work {
  readonly tx: Transaction;
  readonly world: World;
  readonly actor: Actor;
  readonly document: DocumentRecord;
  readonly stage: Stage;
  /** The cells by their place, as the edits so far left them. */
  readonly lines: Map<string, FieldRecord>;
  /** The cells that a person wrote. */
  readonly written: FieldRecord[];
  /** Those among them that the store does not have yet. */
  readonly added: Set<string>;
}

const at = (line: number | null, name: string) => `${line}.${name}`;

async function all(tx: Transaction, { shipmentId, id }: DocumentRecord): Promise<readonly FieldRecord[]> {
  return (await tx.fields.listOf(shipmentId)).filter((field) => field.documentId === id && field.line !== null);
}

async function linesOf(tx: Transaction, document: DocumentRecord): Promise<Map<string, FieldRecord>> {
  return new Map((await all(tx, document)).map((field) => [at(field.line, field.name), field]));
}

async function carryOut(work: Work, edit: LineEdit, index: number): Promise<Result<void, Failure>> {
  if (edit.kind === "set") return setCell(work, edit, index);
  if (edit.kind === "insert") return makeRoom(work, edit.line);
  const cells = [...work.lines.values()].filter((field) => field.line === edit.line);
  if (edit.kind === "close" && cells.length === 0) return closeGap(work, edit.line);
  if (edit.kind !== "reopen") for (const field of cells) await keep(work, absent(work, field));
  else for (const field of cells) if (!edit.name || edit.name === field.name) await reopen(work, field);
  return ok(undefined);
}

/** What a person typed where the machine read nothing has no suggestion to go back to, and is no cell any more. */
async function reopen(work: Work, field: FieldRecord): Promise<void> {
  const asRead = reopened(field);
  if (asRead) return keep(work, asRead);
  work.lines.delete(at(field.line, field.name));
  if (!work.added.delete(field.id)) await work.tx.fields.remove([field.id]);
}

async function setCell(
  work: Work,
  { line, name, value: given }: Extract<LineEdit, { kind: "set" }>,
  index: number,
): Promise<Result<void, Failure>> {
  const { world, actor, document, stage, lines } = work;
  if (!(LINE_FIELDS as readonly string[]).includes(name))
    return err({ kind: "invalid_input", pointer: `/edits/${index}/name`, fault: "no_such_field" });
  const value = given.trim();
  const field = lines.get(at(line, name));
  if (value === "") {
    if (field) await keep(work, absent(work, field));
    return ok(undefined);
  }
  const wellFormed = checkForm(name, value, `/edits/${index}/value`);
  if (!wellFormed.ok) return wellFormed;
  if (field) {
    const asRead = field.machineValue ?? field.value;
    const status = value === asRead ? "confirmed" : "corrected";
    const machineValue = value === asRead ? null : asRead;
    const cell: FieldRecord = { ...field, ...vouched(actor), value, machineValue, status, otherReading: null };
    await keep(work, cell);
    work.written.push(cell);
    return ok(undefined);
  }
  const cell = newField(world, actor, document, stage, { name, line, value, place: null });
  work.added.add(cell.id);
  work.written.push(cell);
  lines.set(at(line, name), cell);
  return ok(undefined);
}

async function makeRoom({ tx, document, lines }: Work, line: number): Promise<Result<void, Failure>> {
  await tx.fields.makeRoom(document.id, line);
  moveLines(lines, line, 1);
  return ok(undefined);
}

async function closeGap({ tx, document, lines }: Work, line: number): Promise<Result<void, Failure>> {
  await tx.fields.closeGap(document.id, line);
  moveLines(lines, line, -1);
  return ok(undefined);
}

function moveLines(lines: Work["lines"], from: number, by: 1 | -1): void {
  const moved = [...lines.values()].map((field) =>
    field.line !== null && field.line >= from ? { ...field, line: field.line + by } : field,
  );
  lines.clear();
  for (const field of moved) lines.set(at(field.line, field.name), field);
}

async function keep({ tx, lines, added }: Work, field: FieldRecord): Promise<void> {
  lines.set(at(field.line, field.name), added.has(field.id) ? field : await tx.fields.settle(field));
}

function absent({ actor }: Work, field: FieldRecord): FieldRecord {
  return { ...field, ...vouched(actor), status: "rejected", otherReading: null };
}

function vouched(actor: Actor) {
  return { confirmedBy: actor.id, confirmedByName: actor.name };
}
