import { add, compare, type Decimal, subtract, ZERO } from "../shared/decimal";
import type { Standing } from "./ledger";
import { formatQuantity, parseQuantity } from "./quantity";
import { type ImportRow, invalid, readRows } from "./table";

/** The columns of a file with what was counted. */
export const COUNT_COLUMNS = ["item_no", "lot", "counted"] as const;
type Column = (typeof COUNT_COLUMNS)[number];

/** A lot with what the book says of it. */
export interface CountableLot extends Standing {
  readonly itemNo: number;
  readonly lotId: string;
  readonly lotNumber: string;
}

/** What was counted of a lot, beside the book; in declared units. */
export interface CountedLot {
  readonly itemNo: number;
  readonly lotId: string;
  readonly lotNumber: string;
  readonly counted: Decimal;
  readonly booked: Decimal;
  /** Counted less booked: what the book would be adjusted by. */
  readonly difference: Decimal;
}

/**
 * Lays what was counted beside the book. What is not in the file was not counted, and nothing is said of it. Fewer than
 * what is reserved cannot be settled: which declarations give way is for a person to say before.
 */
export function compareCount(
  rows: readonly (readonly string[])[],
  lots: readonly CountableLot[],
): readonly ImportRow<CountedLot>[] {
  const seen = new Set<string>();
  return readRows<Column, CountedLot>(rows, COUNT_COLUMNS, (cell, row) => {
    const [itemNo, lotNumber] = [Number(cell("item_no")), cell("lot")];
    const label = [cell("item_no"), lotNumber].filter(Boolean).join(" · ");
    const counted = parseQuantity(cell("counted"));
    if (counted === null || compare(counted, ZERO) < 0)
      return invalid(row, label, "book_quantity_form", { value: cell("counted") });
    if (!lots.some((lot) => lot.itemNo === itemNo))
      return invalid(row, label, "book_item_unknown", { item: cell("item_no") });
    const lot = lots.find((each) => each.itemNo === itemNo && each.lotNumber === lotNumber);
    if (!lot) return invalid(row, label, "lot_unknown", { lot: lotNumber || "–" });
    if (seen.has(lot.lotId)) return invalid(row, label, "book_row_twice", { item: cell("item_no") });
    seen.add(lot.lotId);
    const fault = belowReserved(lot, subtract(counted, lot.balance));
    if (fault) return invalid(row, label, "count_below_reserved", fault);
    const difference = subtract(counted, lot.balance);
    const content = { itemNo, lotId: lot.lotId, lotNumber, counted, booked: lot.balance, difference };
    return { row, change: compare(difference, ZERO) === 0 ? "unchanged" : "new", label, fault: null, content };
  });
}

/** What stands against adjusting a lot by so much: declarations hold more of it than would be left. */
export function belowReserved(
  { balance, reserved }: Standing,
  difference: Decimal,
): { readonly reserved: string } | null {
  const left = subtract(add(balance, difference), reserved);
  return compare(left, ZERO) < 0 ? { reserved: formatQuantity(reserved) } : null;
}
