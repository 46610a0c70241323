import { type Binding, bindLines, type StockedItem } from "@/domain/account-book/bind";
import type { BookedLine } from "@/domain/account-book/book";
import { available, EMPTY } from "@/domain/account-book/ledger";
import type { DeclarationDraft } from "@/domain/declaration/assemble";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import { add, sum } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import type { BookEntryRecord, BookStore } from "./book-record";

/** The lines of a declaration as the books know goods. What of a draft is not complete yet is asked for elsewhere. */
export function bookedLines({ lines }: Pick<DeclarationDraft | DeclarationContent, "lines">): readonly BookedLine[] {
  return lines.flatMap(({ number, commodityCode, origin, unit, quantity }) =>
    commodityCode && origin && quantity
      ? [
          {
            number,
            commodityCode: commodityCode.value,
            origin: origin.value,
            unit: unit?.value ?? null,
            quantity: quantity.value,
          },
        ]
      : [],
  );
}

/**
 * Lays the lines of a shipment beside the organisation's books: what each would take, or why it takes nothing. What the
 * shipment itself holds counts as free for it. None for who keeps no book, and for goods that are out of theirs.
 */
export async function bindShipment(
  books: BookStore,
  shipmentId: string,
  lines: readonly BookedLine[],
  day: LocalDate,
): Promise<readonly Binding[]> {
  if (lines.length === 0 || !(await books.isKept())) return [];
  const own = await books.ofShipment(shipmentId);
  if (own.some(({ kind }) => kind === "out")) return [];
  const choices = await books.choices(shipmentId);
  const stock = await loadStock(
    books,
    lines,
    choices.map((choice) => choice.itemId),
    own,
  );
  return bindLines(lines, stock, choices, day);
}

async function loadStock(
  books: BookStore,
  lines: readonly BookedLine[],
  chosen: readonly string[],
  own: readonly BookEntryRecord[],
): Promise<readonly StockedItem[]> {
  const items = await books.find({ codes: [...new Set(lines.map((line) => line.commodityCode))], ids: chosen });
  const ids = items.map((item) => item.id);
  const known = new Map((await books.list()).map((book) => [book.id, book]));
  const lots = await books.lotsOf(ids);
  const standings = new Map((await books.lotStandings(ids)).map((each) => [each.lotId, each]));
  return items.flatMap((item) => {
    const book = known.get(item.bookId);
    const ofItem = lots.filter((lot) => lot.itemId === item.id);
    const free = ofItem.map((lot) => ({
      lot,
      available: add(available(standings.get(lot.id) ?? EMPTY), heldIn(own, lot.id)),
    }));
    return book ? [{ item, book, lots: free }] : [];
  });
}

/** What entries of a shipment hold of a lot, in declared units. */
function heldIn(entries: readonly BookEntryRecord[], lotId: string) {
  return sum(
    entries
      .filter((entry) => entry.lotId === lotId && ["reserve", "release", "out"].includes(entry.kind))
      .map((entry) => entry.moved.declared),
  );
}

/** What a shipment holds now: line, item and lot with the quantity that is reserved and neither out nor given back. */
export function holdings(entries: readonly BookEntryRecord[]) {
  const places = new Map<string, Pick<BookEntryRecord, "itemId" | "lotId"> & { readonly lineNumber: number }>();
  for (const { itemId, lotId, lineNumber } of entries)
    if (lineNumber !== null) places.set(`${lineNumber}|${lotId}`, { itemId, lotId, lineNumber });
  return [...places.values()]
    .map((place) => ({
      ...place,
      quantity: heldIn(
        entries.filter((entry) => entry.lineNumber === place.lineNumber),
        place.lotId,
      ),
    }))
    .filter(({ quantity }) => quantity.units > 0n);
}
