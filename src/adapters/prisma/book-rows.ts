import type { BookEntryRecord } from "@/application/book-record";
import type { AccountBook, BookItem, BookLot } from "@/domain/account-book/book";
import type { EntryKind } from "@/domain/account-book/ledger";
import { formatQuantity } from "@/domain/account-book/quantity";
import { type Decimal, decimal } from "@/domain/shared/decimal";
import type { BookEntry, AccountBook as BookRow, BookItem as ItemRow, BookLot as LotRow } from "./generated/client";

interface Numeric {
  toFixed(digits?: number): string;
}

/** A quantity of a row as the domain has it. */
export function toQuantity(value: Numeric): Decimal {
  return decimal(value.toFixed(5));
}

/** A quantity of a row as it is shown. */
export function shown(value: Numeric): string {
  return formatQuantity(toQuantity(value));
}

/** A book as the domain has it. */
export function toBook({ id, emsNo, type, company, customsCode, validEnd, allocation }: BookRow): AccountBook {
  return {
    ...{ id, emsNo, company, customsCode, validEnd },
    type: type as AccountBook["type"],
    allocation: allocation as AccountBook["allocation"],
  };
}

/** An item as the domain has it. */
export function toItem({ organisationId: _of, createdAt: _at, ...row }: ItemRow): BookItem {
  return {
    ...row,
    legalFactor1: plain(row.legalFactor1),
    legalFactor2: row.legalFactor2 && plain(row.legalFactor2),
    unitPrice: plain(row.unitPrice),
  };
}

/** A lot as the domain has it. */
export function toLot({ organisationId: _of, ...row }: LotRow): BookLot {
  return row;
}

/** An entry as use cases have it. */
export function toEntry({ declared, legal1, legal2, balance, reserved, kind, ...row }: BookEntry): BookEntryRecord {
  return {
    ...row,
    kind: kind as EntryKind,
    moved: { declared: toQuantity(declared), legal1: toQuantity(legal1), legal2: legal2 && toQuantity(legal2) },
    balance: toQuantity(balance),
    reserved: toQuantity(reserved),
  };
}

/** A number without idle zeros. */
function plain(value: Numeric): string {
  const text = value.toFixed(9);
  return text.replace(/\.?0+$/, "") || "0";
}
