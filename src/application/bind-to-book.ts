import type { Failure } from "@/contracts/problem";
import { differences } from "@/domain/account-book/book";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { bookedLines } from "./book-stock";
import { gatherDossier } from "./dossier";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Bound {
  readonly shipmentId: string;
  readonly line: number;
  /** Null takes the choice back: the line binds by itself again, or asks. */
  readonly itemId: string | null;
  readonly lotId: string | null;
}

/**
 * Chooses the item of a book, and where wanted the lot, that a line of a shipment is taken from. Item and line must be
 * of the same code, origin and unit. It counts from the next lodging on.
 */
export function bindToBook(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  bound: Bound,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "edit_shipment");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(bound.shipmentId);
    const shipment = found(await tx.shipments.get(bound.shipmentId), "shipment");
    if (!shipment.ok) return shipment;
    const dossier = await gatherDossier(tx, shipment.value, world.today());
    const line = found(bookedLines(dossier.draft).find((each) => each.number === bound.line) ?? null, "line");
    if (!line.ok) return line;
    if (bound.itemId === null) await tx.books.forget(bound.shipmentId, bound.line);
    else {
      const chosen = await choose(tx, actor, { ...bound, itemId: bound.itemId }, line.value);
      if (!chosen.ok) return chosen;
    }
    const { organisationId } = shipment.value;
    await tx.evidence.append({
      organisationId,
      shipmentId: bound.shipmentId,
      kind: "book_line_bound",
      actor: actor.id,
      stage: null,
      subject: bound.itemId ?? bound.shipmentId,
      facts: { line: String(bound.line), is_chosen: String(bound.itemId !== null) },
    });
    await tx.announce(organisationId, bound.shipmentId, {});
    return ok(undefined);
  });
}

async function choose(
  tx: Transaction,
  actor: Actor,
  { shipmentId, line, itemId, lotId }: Bound & { readonly itemId: string },
  declared: Parameters<typeof differences>[1],
): Promise<Result<void, Failure>> {
  const item = found(await tx.books.item(itemId), "book item");
  if (!item.ok) return item;
  const differ = differences(item.value, declared);
  if (differ.length > 0)
    return err({
      kind: "invalid_input",
      pointer: "/itemId",
      fault: "book_item_of_other_goods",
      parameters: { line: String(line), in: differ.join(", ") },
    });
  const lots = lotId === null ? [] : await tx.books.lotsOf([itemId]);
  if (lotId !== null && !lots.some((lot) => lot.id === lotId)) return err({ kind: "not_found", what: "lot" });
  await tx.books.choose(shipmentId, { line, itemId, lotId }, actor.id);
  return ok(undefined);
}
