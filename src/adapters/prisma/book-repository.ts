import type { BookEntryRecord, BookStore } from "@/application/book-record";
import type { BookBlocker } from "@/domain/release/release-order";
import { formatDecimal } from "@/domain/shared/decimal";
import { toBook, toEntry, toItem, toLot, toQuantity } from "./book-rows";
import { isTaken } from "./client";
import { ofVisibleShipment, type Scope } from "./scope";

/** The account books of the organisation. The database itself refuses what would take goods twice, however many try at once. */
export function bookRepository(scope: Scope): { readonly books: BookStore } {
  return { books: { ...keptBooks(scope), ...ledgers(scope), ...lines(scope) } };
}

type Kept =
  | "isKept"
  | "list"
  | "get"
  | "add"
  | "lockBook"
  | "itemsOf"
  | "item"
  | "find"
  | "addItems"
  | "lotsOf"
  | "addLots";

function keptBooks({ db, organisationId, world }: Scope): Pick<BookStore, Kept> {
  return {
    isKept: async () => (await db.accountBook.count({ where: { organisationId }, take: 1 })) > 0,
    list: async () =>
      (await db.accountBook.findMany({ where: { organisationId }, orderBy: { id: "asc" } })).map(toBook),
    get: async (id) => {
      const row = await db.accountBook.findFirst({ where: { organisationId, id } });
      return row && toBook(row);
    },
    add: async (book) => {
      // Asked first: a row that is refused ends the transaction.
      if ((await db.accountBook.count({ where: { organisationId, emsNo: book.emsNo } })) > 0) return false;
      try {
        await db.accountBook.create({ data: { ...book, organisationId, createdAt: world.now() } });
        return true;
      } catch (error) {
        if (isTaken(error)) return false;
        throw error;
      }
    },
    lockBook: async (id) => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`account_book:${id}`}, 0))`;
    },
    itemsOf: async (bookId) =>
      (await db.bookItem.findMany({ where: { organisationId, bookId }, orderBy: { itemNo: "asc" } })).map(toItem),
    item: async (id) => {
      const row = await db.bookItem.findFirst({ where: { organisationId, id } });
      return row && toItem(row);
    },
    find: async ({ codes, ids }) => {
      const where = { organisationId, OR: [{ commodityCode: { in: [...codes] } }, { id: { in: [...ids] } }] };
      return (await db.bookItem.findMany({ where, orderBy: { id: "asc" } })).map(toItem);
    },
    addItems: async (items) => {
      const createdAt = world.now();
      await db.bookItem.createMany({ data: items.map((item) => ({ ...item, organisationId, createdAt })) });
    },
    lotsOf: async (itemIds) =>
      (
        await db.bookLot.findMany({ where: { organisationId, itemId: { in: [...itemIds] } }, orderBy: { id: "asc" } })
      ).map(toLot),
    addLots: async (lots) => {
      await db.bookLot.createMany({ data: lots.map((lot) => ({ ...lot, organisationId })) });
    },
  };
}

type Ledgers = "lockItems" | "standings" | "lotStandings" | "receiptsOf" | "addEntries";

function ledgers({ db, organisationId }: Scope): Pick<BookStore, Ledgers> {
  return {
    lockItems: async (itemIds) => {
      for (const id of [...new Set(itemIds)].sort())
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`book_item:${id}`}, 0))`;
    },
    standings: async (itemIds) => {
      const rows = await db.bookEntry.findMany({
        where: { organisationId, itemId: { in: [...itemIds] } },
        orderBy: [{ itemId: "asc" }, { sequence: "desc" }],
        distinct: ["itemId"],
        select: { itemId: true, sequence: true, balance: true, reserved: true },
      });
      return rows.map(({ balance, reserved, ...row }) => ({
        ...row,
        balance: toQuantity(balance),
        reserved: toQuantity(reserved),
      }));
    },
    lotStandings: async (itemIds) => {
      const rows = await db.bookEntry.groupBy({
        by: ["lotId", "kind"],
        where: { organisationId, itemId: { in: [...itemIds] } },
        _sum: { declared: true },
      });
      return [...new Set(rows.map((row) => row.lotId))].map((lotId) => ({ lotId, ...standingOfLot(rows, lotId) }));
    },
    receiptsOf: async (itemIds) => {
      const where = { organisationId, kind: "in", itemId: { in: [...itemIds] } };
      return (await db.bookEntry.findMany({ where, orderBy: { id: "asc" } })).map(toEntry);
    },
    addEntries: async (entries) => {
      await db.bookEntry.createMany({ data: entries.map(toRow) });
    },
  };
}

type Sums = readonly {
  readonly lotId: string;
  readonly kind: string;
  readonly _sum: { readonly declared: { toFixed(digits?: number): string } | null };
}[];

function standingOfLot(rows: Sums, lotId: string) {
  const total = (kinds: readonly string[]) => {
    const own = rows.filter((row) => row.lotId === lotId && kinds.includes(row.kind));
    const parts = own.flatMap(({ _sum }) => (_sum.declared ? [toQuantity(_sum.declared).units] : []));
    return { units: parts.reduce((sum, part) => sum + part, 0n), scale: 5 };
  };
  return {
    balance: total(["in", "out", "refund", "adjust", "transfer"]),
    reserved: total(["reserve", "release", "out"]),
  };
}

function toRow({ moved, balance, reserved, ...entry }: BookEntryRecord) {
  return {
    ...entry,
    declared: formatDecimal(moved.declared),
    legal1: formatDecimal(moved.legal1),
    legal2: moved.legal2 && formatDecimal(moved.legal2),
    balance: formatDecimal(balance),
    reserved: formatDecimal(reserved),
  };
}

type Lines = "ofShipment" | "choices" | "choose" | "forget" | "blocker";

function lines(scope: Scope): Pick<BookStore, Lines> {
  const { db, organisationId, world } = scope;
  return {
    ofShipment: async (shipmentId) => {
      const where = { shipmentId, ...ofVisibleShipment(scope) };
      const rows = await db.bookEntry.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
      return rows.map(toEntry);
    },
    choices: async (shipmentId) => {
      const rows = await db.bookBinding.findMany({ where: { organisationId, shipmentId } });
      return rows.map(({ lineNumber, itemId, lotId }) => ({ line: lineNumber, itemId, lotId }));
    },
    choose: async (shipmentId, { line: lineNumber, itemId, lotId }, chosenBy) => {
      const key = { organisationId, shipmentId, lineNumber };
      const chosen = { itemId, lotId, chosenBy, chosenAt: world.now() };
      await db.bookBinding.upsert({
        where: { organisationId_shipmentId_lineNumber: key },
        create: { ...key, ...chosen },
        update: chosen,
      });
    },
    forget: async (shipmentId, lineNumber) => {
      await db.bookBinding.deleteMany({ where: { organisationId, shipmentId, lineNumber } });
    },
    blocker: async (owner, shipmentId, day) => {
      const rows = await db.$queryRaw<
        { blocker: string | null }[]
      >`select book_blocker(${owner}::uuid, ${shipmentId}::uuid, ${day}) as blocker`;
      return (rows[0]?.blocker ?? null) as BookBlocker | null;
    },
  };
}
