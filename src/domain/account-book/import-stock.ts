import { compare, type Decimal, ZERO } from "../shared/decimal";
import { isLocalDate, type LocalDate } from "../shared/local-date";
import type { BookItem, BookLot } from "./book";
import { parseQuantity } from "./quantity";
import { type Cells, firstFault, type ImportRow, invalid, readRows } from "./table";

/** The columns of a file of goods that came into the zone, the opening stock among them. */
export const STOCK_COLUMNS = [
  "item_no",
  "lot",
  "produced_on",
  "expires_on",
  "received_on",
  "quantity",
  "reference",
] as const;
type Column = (typeof STOCK_COLUMNS)[number];

/** Goods of one lot that came in under one paper. */
export interface Receipt {
  readonly itemNo: number;
  readonly lotNumber: string;
  readonly producedOn: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly receivedOn: LocalDate;
  /** In declared units, above zero. */
  readonly quantity: Decimal;
  /** The number of the paper under which they came in; with item and lot it names the receipt. */
  readonly reference: string;
}

/** What the book has of an earlier receipt. */
export interface KnownReceipt {
  readonly itemNo: number;
  readonly lotNumber: string;
  readonly reference: string;
  readonly quantity: Decimal;
}

interface Known {
  readonly items: readonly Pick<BookItem, "itemNo">[];
  readonly lots: readonly (Omit<BookLot, "id" | "itemId"> & { readonly itemNo: number })[];
  readonly receipts: readonly KnownReceipt[];
}

/**
 * Compares a file of receipts with the book. A receipt is known by item, lot and reference: with the same quantity it is
 * the same receipt and does nothing again, with another it is a fault.
 */
export function compareReceipts(rows: readonly (readonly string[])[], known: Known): readonly ImportRow<Receipt>[] {
  const seen = new Map<string, Receipt>();
  return readRows<Column, Receipt>(rows, STOCK_COLUMNS, (cell, row) => {
    const label = [cell("item_no"), cell("lot")].filter(Boolean).join(" · ");
    const fault = firstFault(cell, CHECKS);
    if (fault) return invalid(row, label, ...fault);
    const receipt = toReceipt(cell);
    if (!receipt) return invalid(row, label, "book_quantity_form", { value: cell("quantity") });
    const { producedOn, expiresOn, itemNo, lotNumber, reference } = receipt;
    if (producedOn !== null && expiresOn !== null && expiresOn < producedOn)
      return invalid(row, label, "expires_before_production", { value: expiresOn });
    if (!known.items.some((item) => item.itemNo === itemNo))
      return invalid(row, label, "book_item_unknown", { item: String(itemNo) });
    const key = `${itemNo}|${lotNumber}|${reference}`;
    if (seen.has(key)) return invalid(row, label, "book_row_twice", { item: String(itemNo) });
    const lots = [...known.lots, ...seen.values()].filter(
      (each) => each.itemNo === itemNo && each.lotNumber === lotNumber,
    );
    seen.set(key, receipt);
    if (lots.some((lot) => lot.producedOn !== producedOn || lot.expiresOn !== expiresOn))
      return invalid(row, label, "lot_known_otherwise", { lot: lotNumber || "–" });
    return beside(row, label, receipt, known.receipts);
  });
}

const isDayOrEmpty = (value: string) => value === "" || isLocalDate(value);

const CHECKS: readonly (readonly [Column, (value: string) => boolean, Parameters<typeof invalid>[2]])[] = [
  ["item_no", (value) => /^[1-9]\d{0,8}$/.test(value), "book_item_no_form"],
  ["lot", (value) => value.length <= 60, "lot_number_form"],
  ["produced_on", isDayOrEmpty, "lot_date_form"],
  ["expires_on", isDayOrEmpty, "lot_date_form"],
  ["received_on", isLocalDate, "lot_date_form"],
  ["reference", (value) => value.length > 0 && value.length <= 60, "receipt_reference_form"],
];

function toReceipt(cell: Cells<Column>): Receipt | null {
  const quantity = parseQuantity(cell("quantity"));
  if (quantity === null || compare(quantity, ZERO) <= 0) return null;
  return {
    itemNo: Number(cell("item_no")),
    lotNumber: cell("lot"),
    producedOn: cell("produced_on") || null,
    expiresOn: cell("expires_on") || null,
    receivedOn: cell("received_on"),
    quantity,
    reference: cell("reference"),
  };
}

function beside(row: number, label: string, receipt: Receipt, receipts: readonly KnownReceipt[]): ImportRow<Receipt> {
  const before = receipts.find(
    ({ itemNo, lotNumber, reference }) =>
      itemNo === receipt.itemNo && lotNumber === receipt.lotNumber && reference === receipt.reference,
  );
  if (!before) return { row, change: "new", label, fault: null, content: receipt };
  return compare(before.quantity, receipt.quantity) === 0
    ? { row, change: "unchanged", label, fault: null, content: receipt }
    : invalid(row, label, "receipt_known_otherwise", { reference: receipt.reference });
}
