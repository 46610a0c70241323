import type { BookItemDetailView, BookItemView, BookLotView, BookView, StatementRowView } from "@/contracts/views/book";
import { isValidOn } from "@/domain/account-book/book";
import { type ExpiryBand, expiryBand } from "@/domain/account-book/expiry";
import { available, EMPTY, statementRow } from "@/domain/account-book/ledger";
import { formatQuantity, inThreeUnits } from "@/domain/account-book/quantity";
import { decimal, ZERO } from "@/domain/shared/decimal";
import { addDays } from "@/domain/shared/local-date";
import { bookRepository } from "./book-repository";
import { shown, toBook, toEntry, toItem, toQuantity } from "./book-rows";
import { type BookEntry, type BookItem, Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** The reads of account books, of the organisation that keeps them. */
export const books = { list, get, items, item, statement };

async function list(scope: Scope): Promise<readonly BookView[]> {
  const { db, organisationId } = scope;
  const rows = await db.accountBook.findMany({
    where: { organisationId },
    orderBy: { id: "asc" },
    include: { _count: { select: { items: true } } },
  });
  const found: BookView[] = [];
  for (const { _count, ...row } of rows) {
    const book = toBook(row);
    const where = { organisationId, kind: "out", item: { bookId: row.id }, listed: { is: null } };
    const unlisted = await db.bookEntry.count({ where });
    found.push({ ...book, isValid: isValidOn(book, scope.world.today()), items: _count.items, unlisted });
  }
  return found;
}

async function get(scope: Scope, id: string): Promise<BookView | null> {
  return (await list(scope)).find((book) => book.id === id) ?? null;
}

interface ItemsAsked {
  /** Those after this number. */
  readonly after?: number;
  readonly limit: number;
  readonly search?: string;
  /** Items with goods in a lot of this band. */
  readonly expiry?: ExpiryBand;
  /** Only items of which there is something. */
  readonly inStock?: boolean;
}

type ItemRow = BookItem & {
  readonly balance: string;
  readonly reserved: string;
  readonly expired: string;
  readonly nearest: string | null;
};

async function items(
  scope: Scope,
  bookId: string,
  asked: ItemsAsked,
): Promise<{ rows: readonly BookItemView[]; nextAfter: number | null }> {
  const { db, organisationId, world } = scope;
  const today = world.today();
  const [from, to] = bandDays(asked.expiry ?? null, today);
  const words = asked.search ? `%${asked.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  const rows = await db.$queryRaw<readonly ItemRow[]>`
    select i.organisation_id::text as "organisationId", i.id::text as id, i.book_id::text as "bookId",
      i.item_no as "itemNo", i.product_code as "productCode", i.commodity_code as "commodityCode", i.description,
      i.declared_unit as "declaredUnit", i.legal_unit_1 as "legalUnit1", i.legal_factor_1 as "legalFactor1",
      i.legal_unit_2 as "legalUnit2", i.legal_factor_2 as "legalFactor2", i.origin, i.unit_price as "unitPrice",
      i.currency, i.created_at as "createdAt", coalesce(e.balance, 0)::text as balance,
      coalesce(e.reserved, 0)::text as reserved, x.nearest, coalesce(x.expired, 0)::text as expired
    from book_item i
    left join lateral (select balance, reserved from book_entry
      where organisation_id = i.organisation_id and item_id = i.id order by sequence desc limit 1) e on true
    left join lateral (
      select min(l.expires_on) as nearest, bool_or(l.expires_on between ${from} and ${to}) as matches,
        sum(case when l.expires_on < ${today} then b.available end) as expired
      from book_lot l cross join lateral (
        select coalesce(sum(case when kind in ('reserve', 'release') then 0 else declared end), 0) as stock,
          coalesce(sum(case when kind = 'out' then 0 when kind in ('reserve', 'release') then -declared else declared end), 0)
            as available
        from book_entry where organisation_id = l.organisation_id and lot_id = l.id) b
      where l.organisation_id = i.organisation_id and l.item_id = i.id and l.expires_on is not null and b.stock > 0
    ) x on true
    where i.organisation_id = ${organisationId}::uuid and i.book_id = ${bookId}::uuid and i.item_no > ${asked.after ?? 0}
      and ${words === null ? Prisma.sql`true` : Prisma.sql`concat_ws(' ', i.product_code, i.commodity_code, i.description) ilike ${words}`}
      and ${asked.expiry ? Prisma.sql`x.matches` : Prisma.sql`true`}
      and ${asked.inStock ? Prisma.sql`e.balance > 0` : Prisma.sql`true`}
    order by i.item_no limit ${asked.limit + 1}`;
  const page = rows.slice(0, asked.limit);
  return {
    rows: page.map((row) => toItemView(row, today)),
    nextAfter: rows.length > asked.limit ? (page.at(-1)?.itemNo ?? null) : null,
  };
}

const FIRST_DAY = "0001-01-01";
const LAST_DAY = "9999-12-31";
const AHEAD = { within_7: 7, within_30: 30, within_60: 60 } as const;

function bandDays(band: ExpiryBand | null, today: string): readonly [string, string] {
  if (band === null) return [FIRST_DAY, LAST_DAY];
  return band === "expired" ? [FIRST_DAY, addDays(today, -1)] : [today, addDays(today, AHEAD[band])];
}

function toItemView(row: ItemRow, today: string): BookItemView {
  const { balance: held, reserved, nearest, expired, ...rest } = row;
  const item = toItem({ ...rest, ...numbersOf(rest) });
  const standing = { balance: decimal(held), reserved: decimal(reserved) };
  const legal = inThreeUnits(standing.balance, item);
  const { id, bookId, itemNo, productCode, commodityCode, description, declaredUnit } = item;
  const { legalUnit1, legalFactor1, legalUnit2, legalFactor2, origin, unitPrice, currency } = item;
  return {
    ...{ id, bookId, itemNo, productCode, commodityCode, description, declaredUnit },
    ...{ legalUnit1, legalFactor1, legalUnit2, legalFactor2, origin, unitPrice, currency },
    balance: formatQuantity(standing.balance),
    reserved: formatQuantity(standing.reserved),
    available: formatQuantity(available(standing)),
    expired: formatQuantity(decimal(expired)),
    balanceLegal1: formatQuantity(legal.legal1),
    balanceLegal2: legal.legal2 && formatQuantity(legal.legal2),
    nearestExpiry: nearest,
    expiryBand: expiryBand(nearest, today),
  };
}

/** A raw row may hold its numbers as text. */
function numbersOf({ legalFactor1, legalFactor2, unitPrice }: BookItem) {
  const number = (value: BookItem["unitPrice"]) => new Prisma.Decimal(value);
  return {
    legalFactor1: number(legalFactor1),
    legalFactor2: legalFactor2 && number(legalFactor2),
    unitPrice: number(unitPrice),
  };
}

async function item(scope: Scope, id: string): Promise<BookItemDetailView | null> {
  const { db, organisationId, world } = scope;
  const known = await db.bookItem.findFirst({ where: { organisationId, id }, include: { book: true } });
  if (!known) return null;
  const { rows } = await items(scope, known.bookId, { after: known.itemNo - 1, limit: 1 });
  const [view] = rows;
  return view
    ? {
        ...view,
        book: { id: known.bookId, emsNo: known.book.emsNo },
        lots: await lotsOf(scope, id, world.today()),
      }
    : null;
}

async function lotsOf(scope: Scope, itemId: string, today: string): Promise<BookLotView[]> {
  const store = bookRepository(scope).books;
  const standings = new Map((await store.lotStandings([itemId])).map((each) => [each.lotId, each]));
  const lots = await store.lotsOf([itemId]);
  return lots
    .toSorted((a, b) =>
      `${a.expiresOn ?? LAST_DAY}${a.lotNumber}`.localeCompare(`${b.expiresOn ?? LAST_DAY}${b.lotNumber}`),
    )
    .map(({ itemId: _item, ...lot }) => {
      const standing = standings.get(lot.id) ?? EMPTY;
      return {
        ...lot,
        balance: formatQuantity(standing.balance),
        reserved: formatQuantity(standing.reserved),
        available: formatQuantity(available(standing)),
        expiryBand: expiryBand(lot.expiresOn, today),
      };
    });
}

/** The movements of an item, the last first: those before a sequence, so many. */
async function statement(
  { db, organisationId }: Scope,
  itemId: string,
  { before, limit }: { readonly before?: number; readonly limit: number },
): Promise<{ rows: readonly StatementRowView[]; nextBefore: number | null }> {
  const found = await db.bookEntry.findMany({
    where: { organisationId, itemId, ...(before ? { sequence: { lt: before } } : {}) },
    orderBy: { sequence: "desc" },
    take: limit + 1,
    include: { lot: { select: { lotNumber: true } }, shipment: { select: { id: true, reference: true } } },
  });
  const rows = found.slice(0, limit);
  return {
    rows: rows.map(({ shipment, ...row }) => ({ ...toMovement(row), shipment })),
    nextBefore: found.length > limit ? (rows.at(-1)?.sequence ?? null) : null,
  };
}

/** An entry as a statement shows it. */
export function toMovement(
  row: BookEntry & { readonly lot: { readonly lotNumber: string } },
): Omit<StatementRowView, "shipment"> {
  const entry = toEntry(row);
  const { before, moved, after } = statementRow({ ...entry, declared: entry.moved.declared });
  const isHeld = ["reserve", "release", "out"].includes(entry.kind);
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.createdAt.toISOString(),
    kind: entry.kind,
    lotNumber: row.lot.lotNumber,
    reference: row.reference,
    before: formatQuantity(before),
    moved: formatQuantity(moved),
    after: formatQuantity(after),
    held: formatQuantity(isHeld ? toQuantity(row.declared) : ZERO),
    reserved: shown(row.reserved),
    legal1: shown(row.legal1),
    legal2: row.legal2 && shown(row.legal2),
    line: row.lineNumber,
  };
}
