import type { Failure } from "@/contracts/problem";
import { type GatePassContent, leftTooEarly, paperNumber, shortDigest } from "@/domain/account-book/gate-pass";
import { aggregate, type ReleasedLine } from "@/domain/account-book/verification-list";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { subtract, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { BookEntryRecord } from "./book-record";
import { keptBook } from "./keep-account-book";
import { found } from "./load";
import type { UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

/**
 * Makes a verification list of what went out of a book and is on no list yet; of some shipments alone where they are
 * named. A released line is on one list, and the list has the totals of its lines.
 */
export function makeVerificationList(
  { inTransaction, world }: Ports,
  actor: Actor,
  bookId: string,
  shipmentIds: readonly string[] | null,
): Promise<Result<{ id: string; number: string }, Failure>> {
  return inTransaction<{ id: string; number: string }, Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    await tx.books.lockBook(bookId);
    const open = await tx.bookPapers.unlisted(bookId);
    const wanted = open.filter(({ shipmentId }) => shipmentIds === null || shipmentIds.includes(shipmentId ?? ""));
    if (wanted.length === 0) return err({ kind: "invalid_input", pointer: "/shipmentIds", fault: "nothing_to_list" });
    const id = world.newId();
    const number = paperNumber("L", world.today(), id);
    await tx.bookPapers.addList({
      organisationId: actor.organisationId,
      id,
      bookId,
      number,
      createdBy: actor.id,
      createdByName: actor.name,
      lines: aggregate(wanted.map(released)),
    });
    await tx.audit.add("verification_list_made", "verification_list", id, { number, book: book.value.emsNo });
    return ok({ id, number });
  });
}

function released({ id, itemId, moved }: BookEntryRecord): ReleasedLine {
  const { declared, legal1, legal2 } = moved;
  const quantities = {
    declared: subtract(ZERO, declared),
    legal1: subtract(ZERO, legal1),
    legal2: legal2 && subtract(ZERO, legal2),
  };
  return { entryId: id, itemId, quantities };
}

/** Issues a gate pass for a verification list: one vehicle and its seal, with a digest by which a changed paper is known. */
export function issueGatePass(
  { inTransaction, world }: Ports,
  actor: Actor,
  listId: string,
  { vehicle, seal }: { readonly vehicle: string; readonly seal: string },
): Promise<Result<{ id: string; number: string }, Failure>> {
  return inTransaction<{ id: string; number: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_book");
    if (!allowed.ok) return allowed;
    const list = found(await tx.bookPapers.list(listId), "verification list");
    if (!list.ok) return list;
    const id = world.newId();
    const number = paperNumber("P", world.today(), id);
    const content: GatePassContent = { number, listNumber: list.value.number, vehicle, seal };
    await tx.bookPapers.addPass({
      organisationId: actor.organisationId,
      id,
      listId,
      number,
      vehicle,
      seal,
      digest: shortDigest(world.sha256(canonicalJson({ ...content }))),
      createdBy: actor.id,
      createdByName: actor.name,
      leftAt: null,
    });
    await tx.audit.add("gate_pass_issued", "gate_pass", id, { number, list: list.value.number });
    return ok({ id, number });
  });
}

/**
 * Records once when the vehicle of a pass left the zone, by the clock of the gate. Where goods that it carried went out of
 * the book only after that, they left bonded: an incident, in the evidence of each of their shipments.
 */
export function recordDeparture(
  { inTransaction, world }: Ports,
  actor: Actor,
  passId: string,
  leftAt: Date,
): Promise<Result<{ isIncident: boolean }, Failure>> {
  return inTransaction<{ isIncident: boolean }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_book");
    if (!allowed.ok) return allowed;
    const pass = found(await tx.bookPapers.pass(passId), "gate pass");
    if (!pass.ok) return pass;
    if (leftAt > world.now()) return err({ kind: "invalid_input", pointer: "/leftAt", fault: "departure_ahead" });
    const outs = await tx.bookPapers.outOf(pass.value.listId);
    const isIncident = leftTooEarly(
      leftAt.getTime(),
      outs.map(({ createdAt }) => createdAt.getTime()),
    );
    if (!(await tx.bookPapers.leave(passId, leftAt, actor.id, isIncident)))
      return err({ kind: "stale_version", what: "gate pass" });
    const { organisationId, number } = pass.value;
    const shipmentIds = [...new Set(outs.flatMap((out) => out.shipmentId ?? []))];
    await tx.lockShipments(shipmentIds);
    await tx.evidence.appendEach(
      shipmentIds.map((shipmentId) => ({
        ...{ organisationId, shipmentId, actor: actor.id, stage: "bonded_exit", subject: passId },
        kind: isIncident ? "left_before_out" : "left_zone",
        facts: { pass: number, left_at: leftAt.toISOString() },
      })),
    );
    for (const shipmentId of shipmentIds) await tx.announce(organisationId, shipmentId, {});
    return ok({ isIncident });
  });
}
