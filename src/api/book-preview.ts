import type { BookImportPreviewView } from "@/contracts/views/book";
import { describeFault, type Language } from "@/contracts/words";
import { formatQuantity } from "@/domain/account-book/quantity";
import type { CountedLot } from "@/domain/account-book/stock-count";
import type { ImportRow } from "@/domain/account-book/table";

/** Rows of a file as a preview shows them. */
export function toPreview(rows: readonly ImportRow<unknown>[], language: Language): BookImportPreviewView {
  return { rows: rows.map((row) => ({ ...toRow(row, language), counted: null })) };
}

/** Rows of a count, each with what the book says beside it. */
export function toCountPreview(rows: readonly ImportRow<CountedLot>[], language: Language): BookImportPreviewView {
  return {
    rows: rows.map((row) => ({
      ...toRow(row, language),
      counted: row.content && {
        counted: formatQuantity(row.content.counted),
        booked: formatQuantity(row.content.booked),
        difference: formatQuantity(row.content.difference),
      },
    })),
  };
}

function toRow({ row, change, label, fault }: ImportRow<unknown>, language: Language) {
  const problem = fault && { code: fault.code, message: describeFault(fault.code, fault.parameters, language) };
  return { row, change, label, problem };
}
