import type { InputFault } from "@/contracts/input-fault";
import type { Failure } from "@/contracts/problem";
import type { AccountBook, BookItem } from "@/domain/account-book/book";
import { compareItems, type ItemContent } from "@/domain/account-book/import-items";
import type { ImportRow } from "@/domain/account-book/table";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import type { CsvReader } from "./csv-reader";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly parseCsv: CsvReader;
}

/** Registers a bonded account book. From then on every release of the organisation is written off a book. */
export function registerBook(
  { inTransaction, world }: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  book: Omit<AccountBook, "id">,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_book");
    if (!allowed.ok) return allowed;
    if (book.validEnd < world.today())
      return err({ kind: "invalid_input", pointer: "/validEnd", fault: "book_ended_before" });
    const id = world.newId();
    if (!(await tx.books.add({ ...book, id, createdBy: actor.id })))
      return err({ kind: "invalid_input", pointer: "/emsNo", fault: "book_number_taken" });
    await tx.audit.add("book_registered", "account_book", id, { emsNo: book.emsNo, validEnd: book.validEnd });
    return ok({ id });
  });
}

/** What a CSV file of items would add to a book, row by row; nothing is written. */
export function previewItems(
  { inTransaction, parseCsv }: Pick<Ports, "inTransaction" | "parseCsv">,
  actor: Actor,
  bookId: string,
  csv: string,
): Promise<Result<readonly ImportRow<ItemContent>[], Failure>> {
  return inTransaction<readonly ImportRow<ItemContent>[], Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    const rows = readCsv(parseCsv, csv);
    return rows.ok ? ok(compareItems(rows.value, await tx.books.itemsOf(bookId))) : rows;
  });
}

/** Adds the new items of a CSV file to a book; a file with a row at fault adds none, and known items nothing. */
export function importItems(
  { inTransaction, world, parseCsv }: Ports,
  actor: Actor,
  bookId: string,
  csv: string,
): Promise<Result<{ added: number }, Failure>> {
  return inTransaction<{ added: number }, Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, bookId);
    if (!book.ok) return book;
    const rows = readCsv(parseCsv, csv);
    if (!rows.ok) return rows;
    await tx.books.lockBook(bookId);
    const fresh = newRows(compareItems(rows.value, await tx.books.itemsOf(bookId)));
    if (!fresh.ok) return fresh;
    const items = fresh.value.map((content): BookItem => ({ ...content, id: world.newId(), bookId }));
    await tx.books.addItems(items);
    if (items.length > 0)
      await tx.audit.add("book_items_imported", "account_book", bookId, { items: String(items.length) });
    return ok({ added: items.length });
  });
}

/** A book of the organisation, for who keeps its books. */
export async function keptBook(tx: Transaction, actor: Actor, bookId: string): Promise<Result<AccountBook, Failure>> {
  const allowed = authorise(actor, "keep_book");
  if (!allowed.ok) return allowed;
  return found(await tx.books.get(bookId), "account book");
}

/** The rows of a CSV file. An open quotation mark swallows every row after it, so nothing of such a file is trusted. */
export function readCsv(parseCsv: CsvReader, csv: string): Result<readonly (readonly string[])[], Failure> {
  const parsed = parseCsv(csv);
  if (parsed.ok) return parsed;
  const line = String(parsed.error.line);
  return err({ kind: "invalid_input", pointer: `/lines/${line}`, fault: "csv_unreadable", parameters: { line } });
}

/** What rows add, or the first fault among them: a file is taken as a whole or not at all. */
export function newRows<T>(rows: readonly ImportRow<T>[]): Result<readonly T[], Failure> {
  const faulty = rows.find((each) => each.fault !== null);
  if (faulty?.fault) {
    const fault: InputFault = faulty.fault.code;
    const parameters = { ...faulty.fault.parameters, row: String(faulty.row) };
    return err({ kind: "invalid_input", pointer: `/rows/${faulty.row}`, fault, parameters });
  }
  return ok(rows.flatMap(({ change, content }) => (change === "new" && content ? [content] : [])));
}
