import type { BookItemView, StatementRowView } from "@/contracts/views/book";
import { ITEM_COLUMNS } from "@/domain/account-book/import-items";
import { csvOf } from "./csv";

/** Items of a book, as they can be brought in again, with what there is of each. */
export function itemsCsv(rows: readonly BookItemView[]): string {
  const columns = [...ITEM_COLUMNS, "balance", "reserved", "available", "nearest_expiry"];
  return csvOf(
    columns,
    rows.map((row) => [
      ...[row.itemNo, row.productCode, row.commodityCode, row.description, row.declaredUnit],
      ...[row.legalUnit1, row.legalFactor1, row.legalUnit2, row.legalFactor2, row.origin, row.unitPrice],
      ...[row.currency, row.balance, row.reserved, row.available, row.nearestExpiry],
    ]),
  );
}

const STATEMENT = [
  ...["sequence", "at", "kind", "lot", "reference", "shipment", "line"],
  ...["before", "moved", "after", "held", "reserved", "legal_1", "legal_2"],
] as const;

/** A statement: before, moved and after of every movement, the last first. */
export function statementCsv(rows: readonly StatementRowView[]): string {
  return csvOf(
    STATEMENT,
    rows.map((row) => [
      ...[row.sequence, row.at, row.kind, row.lotNumber, row.reference, row.shipment?.reference ?? null, row.line],
      // A movement below zero is a number and no formula of a spreadsheet; its sign is one of ours.
      ...[row.before, row.moved, row.after, row.held, row.reserved, row.legal1, row.legal2].map(signed),
    ]),
  );
}

function signed(value: string | null): string | number | null {
  return value?.startsWith("-") && String(Number(value)) === value ? Number(value) : value;
}
