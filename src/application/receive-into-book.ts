import type { Failure } from "@/contracts/problem";
import type { BookItem, BookLot } from "@/domain/account-book/book";
import { compareReceipts, type Receipt, STOCK_COLUMNS } from "@/domain/account-book/import-stock";
import type { ImportRow } from "@/domain/account-book/table";
import { ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { CsvReader } from "./csv-reader";
import { keptBook, newRows, readCsv } from "./keep-account-book";
import { moveStock } from "./move-stock";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly parseCsv: CsvReader;
}

/** A receipt as it is sent: the columns of a file, for one lot. */
export type StatedReceipt = Readonly<Record<(typeof STOCK_COLUMNS)[number], string>>;

/** What a CSV file of receipts would bring into a book, row by row; nothing is written. */
export function previewReceipts(
  { inTransaction, parseCsv }: Pick<Ports, "inTransaction" | "parseCsv">,
  actor: Actor,
  bookId: string,
  csv: string,
): Promise<Result<readonly ImportRow<Receipt>[], Failure>> {
  return inTransaction<readonly ImportRow<Receipt>[], Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    const rows = readCsv(parseCsv, csv);
    return rows.ok ? ok(await beside(tx, bookId, rows.value)) : rows;
  });
}

/** Brings goods into a book by CSV, as a whole or not at all; a receipt that the book knows does nothing again. */
export function importReceipts(
  ports: Ports,
  actor: Actor,
  bookId: string,
  csv: string,
): Promise<Result<{ received: number }, Failure>> {
  return ports.inTransaction<{ received: number }, Failure>(actor, async (tx) => {
    const rows = readCsv(ports.parseCsv, csv);
    return rows.ok ? receive(tx, ports.world, actor, bookId, rows.value) : rows;
  });
}

/** Brings goods of one lot into a book. */
export function receiveIntoBook(
  ports: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  bookId: string,
  receipt: StatedReceipt,
): Promise<Result<{ received: number }, Failure>> {
  return ports.inTransaction<{ received: number }, Failure>(actor, (tx) =>
    receive(tx, ports.world, actor, bookId, [STOCK_COLUMNS, STOCK_COLUMNS.map((column) => receipt[column])]),
  );
}

async function receive(
  tx: Transaction,
  world: World,
  actor: Actor,
  bookId: string,
  rows: readonly (readonly string[])[],
): Promise<Result<{ received: number }, Failure>> {
  const book = await keptBook(tx, actor, bookId);
  if (!book.ok) return book;
  await tx.books.lockBook(bookId);
  const fresh = newRows(await beside(tx, bookId, rows));
  if (!fresh.ok) return fresh;
  const items = await tx.books.itemsOf(bookId);
  const lots = await lotsFor(tx, world, items, fresh.value);
  const by = { organisationId: actor.organisationId, actorId: actor.id };
  const moves = fresh.value.map((receipt) => {
    const lot = lots.get(keyOf(receipt));
    if (!lot) throw new Error("Every receipt has a lot by now");
    const { quantity: declared, reference } = receipt;
    return { kind: "in" as const, itemId: lot.itemId, lotId: lot.id, declared, reference };
  });
  const moved = await moveStock(tx, world, by, moves);
  if (!moved.ok) throw new Error("What comes in is above zero");
  if (moves.length > 0)
    await tx.audit.add("stock_received", "account_book", bookId, { receipts: String(moves.length) });
  return ok({ received: moves.length });
}

async function beside(
  tx: Transaction,
  bookId: string,
  rows: readonly (readonly string[])[],
): Promise<readonly ImportRow<Receipt>[]> {
  const items = await tx.books.itemsOf(bookId);
  const numbers = new Map(items.map((item) => [item.id, item.itemNo]));
  const ids = items.map((item) => item.id);
  const lots = await tx.books.lotsOf(ids);
  const lotNumbers = new Map(lots.map((lot) => [lot.id, lot.lotNumber]));
  const receipts = await tx.books.receiptsOf(ids);
  return compareReceipts(rows, {
    items,
    lots: lots.map((lot) => ({ ...lot, itemNo: numbers.get(lot.itemId) ?? 0 })),
    receipts: receipts.map(({ itemId, lotId, reference, moved }) => ({
      itemNo: numbers.get(itemId) ?? 0,
      lotNumber: lotNumbers.get(lotId) ?? "",
      reference,
      quantity: moved.declared,
    })),
  });
}

const keyOf = ({ itemNo, lotNumber }: Pick<Receipt, "itemNo" | "lotNumber">) => `${itemNo}|${lotNumber}`;

/** The lots of the receipts, by item and number; those that the book does not have yet are added. */
async function lotsFor(
  tx: Transaction,
  world: World,
  items: readonly BookItem[],
  receipts: readonly Receipt[],
): Promise<ReadonlyMap<string, BookLot>> {
  const numbers = new Map(items.map((item) => [item.id, item.itemNo]));
  const known = await tx.books.lotsOf(items.map((item) => item.id));
  const lots = new Map(
    known.map((lot) => [keyOf({ itemNo: numbers.get(lot.itemId) ?? 0, lotNumber: lot.lotNumber }), lot]),
  );
  const added: BookLot[] = [];
  for (const receipt of receipts) {
    const item = items.find(({ itemNo }) => itemNo === receipt.itemNo);
    if (!item || lots.has(keyOf(receipt))) continue;
    const { lotNumber, producedOn, expiresOn, receivedOn } = receipt;
    const lot = { id: world.newId(), itemId: item.id, lotNumber, producedOn, expiresOn, receivedOn };
    lots.set(keyOf(receipt), lot);
    added.push(lot);
  }
  await tx.books.addLots(added);
  return lots;
}
