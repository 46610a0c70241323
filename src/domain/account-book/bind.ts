import { compare, type Decimal, subtract, ZERO } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { type Allocated, allocate, type FreeLot, inOrder, type PassedOver, type Taken } from "./allocate";
import { type AccountBook, type BookedLine, type BookItem, type Difference, differences, isValidOn } from "./book";
import { isExpired } from "./expiry";
import { parseQuantity } from "./quantity";

/** An item of a book of the organisation, with what of each lot may be taken. */
export interface StockedItem {
  readonly item: BookItem;
  readonly book: AccountBook;
  readonly lots: readonly FreeLot[];
}

/** What a person chose for a line. */
export interface Choice {
  readonly line: number;
  readonly itemId: string;
  /** Of a book whose goods are taken by lot; null leaves it to the order of expiry. */
  readonly lotId: string | null;
}

/** Why a line has no goods in the books yet. */
export type BindingFault =
  /** No item of a valid book has the line's code, origin and unit. */
  | { readonly kind: "book_item_missing" }
  /** Several items have them and enough goods; a person says which. */
  | { readonly kind: "book_item_open"; readonly count: number }
  /** The item that was chosen is of other goods by now, or of a book that ended. */
  | { readonly kind: "book_item_differs"; readonly in: readonly (Difference | "book_ended")[] }
  | { readonly kind: "book_stock_short"; readonly available: Decimal; readonly needed: Decimal }
  /** The book takes goods by lot, and several lots hold enough. */
  | { readonly kind: "book_lot_open"; readonly count: number }
  | { readonly kind: "book_lot_expired"; readonly lotNumber: string; readonly expiresOn: LocalDate }
  | { readonly kind: "book_quantity_form" };

/** Where a line stands with the books: the lots that it takes, or why it takes none. */
export interface Binding {
  readonly line: BookedLine;
  readonly item: StockedItem | null;
  readonly isChosen: boolean;
  /** Items of the same goods, those that hold enough first. */
  readonly candidates: readonly StockedItem[];
  readonly taken: readonly Taken[];
  readonly passedOver: readonly PassedOver[];
  readonly fault: BindingFault | null;
}

/**
 * Binds declared lines to items of the organisation's books, one after the other, so that two lines never count on the
 * same goods. A line binds by itself where exactly one item of the same code, origin and unit holds enough; else a
 * person is asked, and what was chosen holds as long as it is the same goods.
 */
export function bindLines(
  lines: readonly BookedLine[],
  stock: readonly StockedItem[],
  choices: readonly Choice[],
  day: LocalDate,
): readonly Binding[] {
  let left = stock;
  return lines.map((line) => {
    const choice = choices.find((each) => each.line === line.number) ?? null;
    const bound = bindLine(line, left, choice, day);
    left = without(left, bound);
    return bound;
  });
}

function bindLine(line: BookedLine, stock: readonly StockedItem[], choice: Choice | null, day: LocalDate): Binding {
  const needed = parseQuantity(line.quantity);
  const valid = stock.filter(({ book, item }) => isValidOn(book, day) && differences(item, line).length === 0);
  if (needed === null || compare(needed, ZERO) <= 0) return unbound(line, valid, { kind: "book_quantity_form" });
  const enough = valid.filter(({ lots }) => compare(allocate(needed, lots, day).missing, ZERO) === 0);
  const candidates = [...enough, ...valid.filter((each) => !enough.includes(each))];
  const chosen = choice && stock.find(({ item }) => item.id === choice.itemId);
  if (choice && chosen) return takeChosen({ line, needed, candidates, day }, chosen, choice);
  const [only] = enough;
  if (only && enough.length === 1) return take({ line, needed, candidates, day }, only, null, false);
  if (enough.length > 1) return unbound(line, candidates, { kind: "book_item_open", count: enough.length });
  return valid.length === 0
    ? unbound(line, [], { kind: "book_item_missing" })
    : short({ line, needed, candidates, day }, valid);
}

interface Asked {
  readonly line: BookedLine;
  readonly needed: Decimal;
  readonly candidates: readonly StockedItem[];
  readonly day: LocalDate;
}

function takeChosen(asked: Asked, chosen: StockedItem, { lotId }: Choice): Binding {
  const found = [
    ...differences(chosen.item, asked.line),
    ...(isValidOn(chosen.book, asked.day) ? [] : (["book_ended"] as const)),
  ];
  if (found.length === 0) return take(asked, chosen, lotId, true);
  const fault: BindingFault = { kind: "book_item_differs", in: found };
  return { ...unbound(asked.line, asked.candidates, fault), item: chosen, isChosen: true };
}

/** Takes the goods of an item in the way of its book. */
function take(asked: Asked, item: StockedItem, lotId: string | null, isChosen: boolean): Binding {
  const { line, needed, candidates, day } = asked;
  const base = { line, item, isChosen, candidates };
  const faulty = (fault: BindingFault, passedOver: Allocated["passedOver"]): Binding => ({
    ...base,
    taken: [],
    passedOver,
    fault,
  });
  const whole = allocate(needed, item.lots, day);
  const lots = lotId === null ? item.lots : item.lots.filter(({ lot }) => lot.id === lotId);
  const [named] = lotId === null ? [] : lots;
  if (named?.lot.expiresOn && isExpired(named.lot.expiresOn, day))
    return faulty(
      { kind: "book_lot_expired", lotNumber: named.lot.lotNumber, expiresOn: named.lot.expiresOn },
      whole.passedOver,
    );
  const holding = inOrder(lots).filter((each) => compare(allocate(needed, [each], day).missing, ZERO) === 0);
  if (item.book.allocation === "lot" && lotId === null && holding.length > 1)
    return faulty({ kind: "book_lot_open", count: holding.length }, whole.passedOver);
  // Where goods are taken by lot a line takes them of one: that is what its papers are about.
  const from = item.book.allocation === "lot" ? holding.slice(0, 1) : lots;
  const allocated = allocate(needed, from, day);
  if (compare(allocated.missing, ZERO) === 0)
    return { ...base, taken: allocated.taken, passedOver: whole.passedOver, fault: null };
  const most = item.book.allocation === "lot" ? largest(lots, day) : allocated.available;
  return faulty({ kind: "book_stock_short", available: most, needed }, whole.passedOver);
}

function short({ line, needed, candidates, day }: Asked, valid: readonly StockedItem[]): Binding {
  const best = valid
    .map((item) => ({ item, allocated: allocate(needed, item.lots, day) }))
    .toSorted((a, b) => compare(b.allocated.available, a.allocated.available))[0];
  return {
    ...unbound(line, candidates, { kind: "book_stock_short", available: best?.allocated.available ?? ZERO, needed }),
    item: valid.length === 1 ? (valid[0] ?? null) : null,
    passedOver: best?.allocated.passedOver ?? [],
  };
}

function largest(lots: readonly FreeLot[], day: LocalDate): Decimal {
  return lots
    .filter(({ lot }) => !isExpired(lot.expiresOn, day))
    .reduce((most, { available }) => (compare(available, most) > 0 ? available : most), ZERO);
}

function unbound(line: BookedLine, candidates: readonly StockedItem[], fault: BindingFault): Binding {
  return { line, item: null, isChosen: false, candidates, taken: [], passedOver: [], fault };
}

function without(stock: readonly StockedItem[], { item, taken }: Binding): readonly StockedItem[] {
  if (!item || taken.length === 0) return stock;
  return stock.map((each) =>
    each.item.id === item.item.id ? { ...each, lots: each.lots.map((free) => lessened(free, taken)) } : each,
  );
}

function lessened(free: FreeLot, taken: readonly Taken[]): FreeLot {
  const part = taken.find(({ lotId }) => lotId === free.lot.id);
  return part ? { ...free, available: subtract(free.available, part.quantity) } : free;
}
