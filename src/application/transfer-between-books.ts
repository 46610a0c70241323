import type { Failure } from "@/contracts/problem";
import type { BookItem, BookLot } from "@/domain/account-book/book";
import type { LedgerRefusal } from "@/domain/account-book/ledger";
import { formatQuantity, parseQuantity } from "@/domain/account-book/quantity";
import { compare, type Decimal, subtract, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import { moveStock } from "./move-stock";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Transfer {
  readonly fromItemId: string;
  readonly fromLotId: string;
  readonly toItemId: string;
  /** In declared units, a plain decimal. */
  readonly quantity: string;
  readonly reference: string;
}

/**
 * Moves goods of a lot from an item of one book to the item of the same goods in another book of the organisation, in one
 * transaction: what leaves the one is in the other, or nothing moved.
 */
export function transferBetweenBooks(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  transfer: Transfer,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_book");
    if (!allowed.ok) return allowed;
    const from = found(await tx.books.item(transfer.fromItemId), "book item");
    if (!from.ok) return from;
    const to = found(await tx.books.item(transfer.toItemId), "book item");
    if (!to.ok) return to;
    const quantity = parseQuantity(transfer.quantity);
    if (quantity === null || compare(quantity, ZERO) <= 0)
      return refused("/quantity", "book_quantity_form", { value: transfer.quantity });
    if (!isSameGoods(from.value, to.value)) return refused("/toItemId", "transfer_of_other_goods");
    await tx.books.lockItems([from.value.id, to.value.id]);
    return move(tx, world, actor, { transfer, quantity, to: to.value });
  });
}

interface Move {
  readonly transfer: Transfer;
  readonly quantity: Decimal;
  readonly to: BookItem;
}

async function move(
  tx: Transaction,
  world: World,
  actor: Actor,
  { transfer, quantity, to }: Move,
): Promise<Result<void, Failure>> {
  const { fromItemId, fromLotId, reference } = transfer;
  const lots = await tx.books.lotsOf([fromItemId, to.id]);
  const source = found(lots.find((lot) => lot.id === fromLotId && lot.itemId === fromItemId) ?? null, "lot");
  if (!source.ok) return source;
  const target = await lotIn(tx, world, to, source.value, lots);
  if (!target.ok) return target;
  const moved = await moveStock(tx, world, { organisationId: actor.organisationId, actorId: actor.id }, [
    { kind: "transfer", itemId: fromItemId, lotId: fromLotId, declared: subtract(ZERO, quantity), reference },
    { kind: "transfer", itemId: to.id, lotId: target.value.id, declared: quantity, reference },
  ]);
  if (!moved.ok)
    return refused("/quantity", "transfer_above_available", { available: formatQuantity(freeOf(moved.error.refusal)) });
  const detail = { to: to.id, quantity: formatQuantity(quantity) };
  await tx.audit.add("stock_transferred", "book_item", fromItemId, detail);
  return ok(undefined);
}

function isSameGoods(from: BookItem, to: BookItem): boolean {
  const isSame = (["commodityCode", "origin", "declaredUnit"] as const).every((name) => from[name] === to[name]);
  return isSame && from.bookId !== to.bookId;
}

/** The lot of the same number in the other book, which is made where there is none yet. */
async function lotIn(
  tx: Transaction,
  world: World,
  to: BookItem,
  { lotNumber, producedOn, expiresOn, receivedOn }: BookLot,
  lots: readonly BookLot[],
): Promise<Result<BookLot, Failure>> {
  const known = lots.find((lot) => lot.itemId === to.id && lot.lotNumber === lotNumber);
  if (known && (known.expiresOn !== expiresOn || known.producedOn !== producedOn))
    return refused("/fromLotId", "lot_known_otherwise", { lot: lotNumber || "–" });
  if (known) return ok(known);
  const made = { id: world.newId(), itemId: to.id, lotNumber, producedOn, expiresOn, receivedOn };
  await tx.books.addLots([made]);
  return ok(made);
}

function freeOf(refusal: LedgerRefusal): Decimal {
  if (refusal.kind === "available_short") return refusal.available;
  return refusal.kind === "balance_short" ? refusal.balance : ZERO;
}

function refused(
  pointer: string,
  fault: "book_quantity_form" | "transfer_of_other_goods" | "transfer_above_available" | "lot_known_otherwise",
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault, parameters });
}
