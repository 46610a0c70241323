import type { Choice } from "@/domain/account-book/bind";
import type { AccountBook, BookItem, BookLot } from "@/domain/account-book/book";
import type { EntryKind, Standing } from "@/domain/account-book/ledger";
import type { Quantities } from "@/domain/account-book/quantity";
import type { BookBlocker } from "@/domain/release/release-order";
import type { Decimal } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";

/** An entry of an item's ledger, as it is kept. */
export interface BookEntryRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly itemId: string;
  readonly lotId: string;
  /** From 1, within the item. */
  readonly sequence: number;
  readonly kind: EntryKind;
  /** With their sign. */
  readonly moved: Quantities;
  /** Of the item after the entry, in declared units. */
  readonly balance: Decimal;
  readonly reserved: Decimal;
  /** The paper that says so: of a receipt, a release order, a declaration, a count. */
  readonly reference: string;
  readonly shipmentId: string | null;
  readonly lineNumber: number | null;
  readonly stockCountId: string | null;
  readonly destructionId: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Where an item's ledger stands. */
export interface ItemStanding extends Standing {
  readonly itemId: string;
  /** Of the last entry; 0 for none. */
  readonly sequence: number;
}

interface LotStanding extends Standing {
  readonly lotId: string;
}

/** The account books of the organisation, as a use case reaches them. */
export interface BookStore {
  /** Whether the organisation keeps any, so that its releases are written off. */
  isKept(): Promise<boolean>;
  list(): Promise<readonly AccountBook[]>;
  get(id: string): Promise<AccountBook | null>;
  /** False when the organisation keeps a book of this number. */
  add(book: AccountBook & { readonly createdBy: string }): Promise<boolean>;
  /** Whoever changes the items of the book waits until no other does. */
  lockBook(id: string): Promise<void>;
  itemsOf(bookId: string): Promise<readonly BookItem[]>;
  item(id: string): Promise<BookItem | null>;
  /** Items of all books with one of these codes or ids. */
  find(of: { readonly codes: readonly string[]; readonly ids: readonly string[] }): Promise<readonly BookItem[]>;
  addItems(items: readonly BookItem[]): Promise<void>;
  lotsOf(itemIds: readonly string[]): Promise<readonly BookLot[]>;
  addLots(lots: readonly BookLot[]): Promise<void>;
  /** Waits until nobody else moves goods of these items; always in one order, so that nobody waits in a circle. */
  lockItems(itemIds: readonly string[]): Promise<void>;
  standings(itemIds: readonly string[]): Promise<readonly ItemStanding[]>;
  lotStandings(itemIds: readonly string[]): Promise<readonly LotStanding[]>;
  /** What came into these items. */
  receiptsOf(itemIds: readonly string[]): Promise<readonly BookEntryRecord[]>;
  /** Entries in their order; the database refuses those that do not follow from what was before. */
  addEntries(entries: readonly BookEntryRecord[]): Promise<void>;
  ofShipment(shipmentId: string): Promise<readonly BookEntryRecord[]>;
  choices(shipmentId: string): Promise<readonly Choice[]>;
  choose(shipmentId: string, choice: Choice, by: string): Promise<void>;
  forget(shipmentId: string, line: number): Promise<void>;
  /** What of the books stands between the shipment and its first release. */
  blocker(organisationId: string, shipmentId: string, day: LocalDate): Promise<BookBlocker | null>;
}

/** A count of the stock of a book, signed by who counted and, to have an effect, by another person. */
export interface StockCountRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly bookId: string;
  readonly reason: string;
  readonly state: "counted" | "settled" | "rejected";
  readonly countedBy: string;
  readonly countedByName: string;
  /** Who held the counter's password link when they signed. */
  readonly counterLinkedBy: string | null;
  readonly lines: readonly { readonly lotId: string; readonly counted: Decimal; readonly booked: Decimal }[];
}

export interface VerificationListRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly bookId: string;
  readonly number: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly lines: readonly {
    readonly number: number;
    readonly itemId: string;
    readonly quantities: Quantities;
    readonly entryIds: readonly string[];
  }[];
}

export interface GatePassRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly listId: string;
  readonly number: string;
  readonly vehicle: string;
  readonly seal: string;
  readonly digest: string;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly leftAt: Date | null;
}

/** The papers of a book: counts, verification lists and gate passes. */
export interface BookPaperStore {
  /** Whether a count of the book waits for its second person. */
  hasOpenCount(bookId: string): Promise<boolean>;
  addCount(count: StockCountRecord): Promise<void>;
  count(id: string): Promise<StockCountRecord | null>;
  /** False when somebody settled it meanwhile. */
  settleCount(
    id: string,
    state: "settled" | "rejected",
    by: { readonly id: string; readonly name: string },
  ): Promise<boolean>;
  /** What went out of the book and is on no list yet. */
  unlisted(bookId: string): Promise<readonly BookEntryRecord[]>;
  addList(list: VerificationListRecord): Promise<void>;
  list(id: string): Promise<{ readonly id: string; readonly number: string } | null>;
  addPass(pass: GatePassRecord): Promise<void>;
  pass(id: string): Promise<GatePassRecord | null>;
  /** The ways out that the list of a pass stands for. */
  outOf(listId: string): Promise<readonly BookEntryRecord[]>;
  /** False when a departure was recorded before. */
  leave(id: string, leftAt: Date, by: string, isIncident: boolean): Promise<boolean>;
}
