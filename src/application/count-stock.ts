import type { Failure } from "@/contracts/problem";
import { EMPTY } from "@/domain/account-book/ledger";
import { formatQuantity } from "@/domain/account-book/quantity";
import { type CountableLot, type CountedLot, compareCount } from "@/domain/account-book/stock-count";
import type { ImportRow } from "@/domain/account-book/table";
import { compare, subtract, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { StockCountRecord } from "./book-record";
import type { CsvReader } from "./csv-reader";
import { keptBook, readCsv } from "./keep-account-book";
import { found } from "./load";
import { moveStock, type StockMove } from "./move-stock";
import type { Transaction, UnitOfWork, World } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly parseCsv: CsvReader;
}

/** What a CSV file of counted goods says beside the book, row by row; nothing is written. */
export function previewCount(
  { inTransaction, parseCsv }: Pick<Ports, "inTransaction" | "parseCsv">,
  actor: Actor,
  bookId: string,
  csv: string,
): Promise<Result<readonly ImportRow<CountedLot>[], Failure>> {
  return inTransaction<readonly ImportRow<CountedLot>[], Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    const rows = readCsv(parseCsv, csv);
    return rows.ok ? ok(compareCount(rows.value, await countable(tx, bookId))) : rows;
  });
}

/** Signs a count of a book: what was counted, what the book said then, and why. The book stays as it is until a second person signs. */
export function countStock(
  { inTransaction, world, parseCsv }: Ports,
  actor: Actor,
  bookId: string,
  { csv, reason }: { readonly csv: string; readonly reason: string },
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "count_stock");
    if (!allowed.ok) return allowed;
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    const parsed = readCsv(parseCsv, csv);
    if (!parsed.ok) return parsed;
    await tx.books.lockItems((await tx.books.itemsOf(bookId)).map((item) => item.id));
    if (await tx.bookPapers.hasOpenCount(bookId))
      return err({ kind: "invalid_input", pointer: "/csv", fault: "count_open" });
    const rows = compareCount(parsed.value, await countable(tx, bookId));
    const counted = countedIn(rows);
    if (!counted.ok) return counted;
    const id = world.newId();
    await tx.bookPapers.addCount({
      organisationId: actor.organisationId,
      id,
      bookId,
      reason,
      state: "counted",
      countedBy: actor.id,
      countedByName: actor.name,
      counterLinkedBy: await tx.people.linkHolder(actor.id),
      lines: counted.value,
    });
    await tx.audit.add("stock_counted", "stock_count", id, {
      book: book.value.emsNo,
      lots: String(counted.value.length),
    });
    return ok({ id });
  });
}

function countedIn(rows: readonly ImportRow<CountedLot>[]): Result<readonly CountedLot[], Failure> {
  const faulty = rows.find((row) => row.fault !== null);
  if (faulty?.fault) {
    const parameters = { ...faulty.fault.parameters, row: String(faulty.row) };
    return err({ kind: "invalid_input", pointer: `/rows/${faulty.row}`, fault: faulty.fault.code, parameters });
  }
  const counted = rows.flatMap(({ content }) => (content ? [content] : []));
  return counted.length > 0 ? ok(counted) : err({ kind: "invalid_input", pointer: "/csv", fault: "count_empty" });
}

/**
 * Signs a count as the second person, who is not the first, nor let in by or letting in the first: its differences then
 * adjust the book, unless the goods of a counted lot moved meanwhile. Or rejects it, which changes nothing. What declarations hold is never adjusted away.
 */
export function settleCount(
  { inTransaction, world }: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  countId: string,
  isApproved: boolean,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "count_stock");
    if (!allowed.ok) return allowed;
    const count = found(await tx.bookPapers.count(countId), "stock count");
    return count.ok ? settle(tx, world, actor, count.value, isApproved) : count;
  });
}

async function settle(
  tx: Transaction,
  world: World,
  actor: Actor,
  count: StockCountRecord,
  isApproved: boolean,
): Promise<Result<void, Failure>> {
  const { id, bookId, countedBy, counterLinkedBy } = count;
  if (isApproved && !(await areTwo(tx, { id: countedBy, linkedBy: counterLinkedBy }, actor.id)))
    return err({ kind: "needs_second_person" });
  if (!(await tx.bookPapers.settleCount(id, isApproved ? "settled" : "rejected", actor)))
    return err({ kind: "stale_version", what: "stock count" });
  const adjusted = isApproved ? await adjust(tx, world, actor, count) : ok(0);
  if (!adjusted.ok) return adjusted;
  const detail = { book: bookId, adjusted: String(adjusted.value) };
  await tx.audit.add(isApproved ? "stock_count_settled" : "stock_count_rejected", "stock_count", id, detail);
  return ok(undefined);
}

async function adjust(
  tx: Transaction,
  world: World,
  actor: Actor,
  { id, bookId, lines, organisationId }: StockCountRecord,
): Promise<Result<number, Failure>> {
  const items = (await tx.books.itemsOf(bookId)).map((item) => item.id);
  await tx.books.lockItems(items);
  const lots = await tx.books.lotsOf(items);
  const balances = new Map((await tx.books.lotStandings(items)).map((each) => [each.lotId, each.balance]));
  const stale = lines.find(({ lotId, booked }) => compare(balances.get(lotId) ?? ZERO, booked) !== 0);
  if (stale) {
    const lot = lots.find((each) => each.id === stale.lotId)?.lotNumber ?? "";
    return err({ kind: "invalid_input", pointer: "/approve", fault: "count_moved", parameters: { lot } });
  }
  const itemOf = new Map(lots.map((lot) => [lot.id, lot.itemId]));
  const moves = lines.flatMap(({ lotId, counted, booked }): readonly StockMove[] => {
    const declared = subtract(counted, booked);
    const itemId = itemOf.get(lotId);
    return itemId && compare(declared, ZERO) !== 0
      ? [{ kind: "adjust", itemId, lotId, declared, reference: id.slice(-12), stockCountId: id }]
      : [];
  });
  const moved = await moveStock(tx, world, { organisationId, actorId: actor.id }, moves);
  if (moved.ok) return ok(moves.length);
  const standing = (await tx.books.lotStandings(items)).find(({ lotId }) => lotId === moved.error.move.lotId) ?? EMPTY;
  return err({
    kind: "invalid_input",
    pointer: "/approve",
    fault: "count_below_reserved",
    parameters: { reserved: formatQuantity(standing.reserved) },
  });
}

async function countable(tx: Transaction, bookId: string): Promise<readonly CountableLot[]> {
  const items = await tx.books.itemsOf(bookId);
  const numbers = new Map(items.map((item) => [item.id, item.itemNo]));
  const ids = items.map((item) => item.id);
  const standings = new Map((await tx.books.lotStandings(ids)).map((each) => [each.lotId, each]));
  return (await tx.books.lotsOf(ids)).map(({ id, itemId, lotNumber }) => {
    const { balance, reserved } = standings.get(id) ?? EMPTY;
    return { itemNo: numbers.get(itemId) ?? 0, lotId: id, lotNumber, balance, reserved };
  });
}
