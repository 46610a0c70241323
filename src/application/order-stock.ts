import type { BookItem } from "@/domain/account-book/book";
import { available, EMPTY } from "@/domain/account-book/ledger";
import type { Decimal } from "@/domain/shared/decimal";
import type { Order } from "@/domain/three-documents/documents";
import type { Transaction } from "./ports";

/** What the organisation's account books have of the articles of orders. */
export interface OrderStock {
  /** Free quantity by the article's number in the book that the order names; nothing of a book that is not kept. */
  availableTo(order: Order): ReadonlyMap<string, Decimal>;
  /** The item that the order names for an article. */
  itemOf(order: Order, itemRecordNumber: string | null): BookItem | null;
}

/** Loads it for a batch of orders at once; null for who keeps no book. */
export async function stockOf(tx: Pick<Transaction, "books">, orders: readonly Order[]): Promise<OrderStock | null> {
  if (!(await tx.books.isKept())) return null;
  const codes = [...new Set(orders.flatMap((order) => order.lines.flatMap((line) => line.commodityCode ?? [])))];
  const books = new Map((await tx.books.list()).map((book) => [book.emsNo, book.id]));
  const items = await tx.books.find({ codes, ids: [] });
  const standings = new Map((await tx.books.standings(items.map(({ id }) => id))).map((each) => [each.itemId, each]));
  const ofBook = (order: Order) => {
    const bookId = books.get(order.place.bookNumber ?? "");
    return items.filter((item) => item.bookId === bookId);
  };
  return {
    availableTo: (order) =>
      new Map(
        ofBook(order).flatMap((item) => {
          const free = available(standings.get(item.id) ?? EMPTY);
          return numbersOf(item).map((number) => [number, free] as const);
        }),
      ),
    itemOf: (order, itemRecordNumber) =>
      ofBook(order).find((item) => itemRecordNumber !== null && numbersOf(item).includes(itemRecordNumber)) ?? null,
  };
}

/** An order names an article by the number under which customs recorded it (`itemRecordNo`), or by its place in the book. */
function numbersOf({ productCode, itemNo }: BookItem): readonly string[] {
  return [productCode, String(itemNo)];
}
