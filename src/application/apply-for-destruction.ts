import type { Failure } from "@/contracts/problem";
import type { AccountBook, BookLot } from "@/domain/account-book/book";
import { paperNumber } from "@/domain/account-book/gate-pass";
import { available, EMPTY } from "@/domain/account-book/ledger";
import { formatQuantity, parseQuantity } from "@/domain/account-book/quantity";
import { type DestructionReason, holdMovements } from "@/domain/destruction/destruction";
import { compare, type Decimal, ZERO } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { DestructionLineRecord } from "./destruction-record";
import { keptBook } from "./keep-account-book";
import { found } from "./load";
import { moveStock } from "./move-stock";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Application {
  readonly bookId: string;
  readonly reason: DestructionReason;
  /** What is wrong with the goods, and the papers that show it. */
  readonly note: string;
  readonly place: string;
  /** The day on which they are to be destroyed. */
  readonly appointedOn: LocalDate;
  readonly lines: readonly { readonly lotId: string; readonly quantity: string }[];
}

/**
 * Applies to the customs office of a book for the destruction of goods that are unfit for sale. The goods are reserved at
 * once, so that nobody sells them; they stay in the book until a certificate says that they are no more.
 */
export function applyForDestruction(
  { inTransaction, world }: { readonly inTransaction: UnitOfWork; readonly world: World },
  actor: Actor,
  application: Application,
): Promise<Result<{ id: string; number: string }, Failure>> {
  return inTransaction<{ id: string; number: string }, Failure>(actor, async (tx) => {
    const book = await keptBook(tx, actor, application.bookId);
    if (!book.ok) return book;
    if (application.appointedOn < world.today()) return refused("/appointedOn", "destruction_day_past");
    const authorityId = await officeOf(tx, book.value);
    if (!authorityId.ok) return authorityId;
    const lines = await linesOf(tx, book.value, application.lines);
    if (!lines.ok) return lines;
    const id = world.newId();
    const number = paperNumber("D", world.today(), id);
    const { bookId, reason, note, place, appointedOn } = application;
    const { organisationId, id: appliedBy } = actor;
    await tx.destructions.add({
      ...{ organisationId, id, bookId, authorityId: authorityId.value, number, reason, note, place, appointedOn },
      state: "applied",
      appliedBy,
      ...{ approvedOn: null, destroyedOn: null, statedBy: null, statedLinkedBy: null, residue: null },
      lines: lines.value,
    });
    const moves = lines.value.flatMap(({ itemId, lotId, quantity }) =>
      holdMovements({ quantity }).map((movement) => ({
        ...movement,
        ...{ itemId, lotId, reference: number, destructionId: id },
      })),
    );
    const moved = await moveStock(tx, world, { organisationId, actorId: appliedBy }, moves);
    if (!moved.ok) throw new Error("The goods are held, and are as many as is free");
    await tx.destructions.addStep({
      ...{ organisationId, id: world.newId(), destructionId: id },
      ...{ act: "apply", reason: null, by: appliedBy, byName: actor.name },
    });
    await tx.audit.add("destruction_applied", "destruction", id, { number, book: book.value.emsNo, reason });
    return ok({ id, number });
  });
}

/** The customs office of a book is that of its code. */
async function officeOf(tx: Transaction, { customsCode }: AccountBook): Promise<Result<string, Failure>> {
  const office = (await tx.shipments.offices()).find(({ code }) => code === customsCode);
  return office ? ok(office.organisationId) : refused("/bookId", "destruction_office_unknown", { office: customsCode });
}

type Asked = Application["lines"];

/** The lots that are applied for, each free in that quantity while its item is held. */
async function linesOf(
  tx: Transaction,
  book: AccountBook,
  asked: Asked,
): Promise<Result<readonly DestructionLineRecord[], Failure>> {
  const items = (await tx.books.itemsOf(book.id)).map((item) => item.id);
  const lots = new Map((await tx.books.lotsOf(items)).map((lot) => [lot.id, lot]));
  const known: { readonly lot: BookLot; readonly quantity: Decimal }[] = [];
  for (const [index, { lotId, quantity }] of asked.entries()) {
    const lot = found(lots.get(lotId) ?? null, "lot");
    if (!lot.ok) return lot;
    const parsed = parseQuantity(quantity);
    if (parsed === null || compare(parsed, ZERO) <= 0)
      return refused(`/lines/${index}/quantity`, "book_quantity_form", { value: quantity });
    if (known.some((each) => each.lot.id === lotId))
      return refused(`/lines/${index}/lotId`, "destruction_lot_twice", { lot: lot.value.lotNumber || "–" });
    known.push({ lot: lot.value, quantity: parsed });
  }
  const touched = [...new Set(known.map(({ lot }) => lot.itemId))];
  await tx.books.lockItems(touched);
  const standings = new Map((await tx.books.lotStandings(touched)).map((each) => [each.lotId, each]));
  const short = known.findIndex(
    ({ lot, quantity }) => compare(quantity, available(standings.get(lot.id) ?? EMPTY)) > 0,
  );
  const above = known[short];
  if (above) {
    const free = available(standings.get(above.lot.id) ?? EMPTY);
    const parameters = { lot: above.lot.lotNumber || "–", available: formatQuantity(free) };
    return refused(`/lines/${short}/quantity`, "destruction_above_available", parameters);
  }
  return ok(
    known.map(({ lot, quantity }, index) => ({
      ...{ number: index + 1, itemId: lot.itemId, lotId: lot.id, quantity },
      destroyed: null,
    })),
  );
}

function refused(
  pointer: string,
  fault:
    | "destruction_day_past"
    | "destruction_office_unknown"
    | "book_quantity_form"
    | "destruction_lot_twice"
    | "destruction_above_available",
  parameters: Readonly<Record<string, string>> = {},
): Result<never, Failure> {
  return err({ kind: "invalid_input", pointer, fault, parameters });
}
