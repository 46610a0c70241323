import type { LocalDate } from "../shared/local-date";
import { unitOf } from "../tariff/unit";
import type { Conversion } from "./quantity";

/** Types of account books (账册): `T` of bonded logistics, `H` of processing. Field practice, not checked at source. */
export const BOOK_TYPES = ["T", "H"] as const;
export type BookType = (typeof BOOK_TYPES)[number];

/** How goods are taken from a book: the nearest expiry first, or from the lot that a person names. */
export const ALLOCATIONS = ["fifo", "lot"] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** A bonded account book, kept for one company at one customs office. */
export interface AccountBook {
  readonly id: string;
  /** The number under which customs keeps it (`emsNo`). */
  readonly emsNo: string;
  readonly type: BookType;
  readonly company: string;
  /** The code of the customs office that keeps it. */
  readonly customsCode: string;
  /** The last day on which goods may be taken from it. */
  readonly validEnd: LocalDate;
  readonly allocation: Allocation;
}

/** One kind of goods in a book, under the number that customs knows it by. */
export interface BookItem extends Conversion {
  readonly id: string;
  readonly bookId: string;
  /** From 1, within the book. */
  readonly itemNo: number;
  readonly productCode: string;
  /** Ten digits. */
  readonly commodityCode: string;
  readonly description: string;
  /** Units by their names; see `unitInBook`. */
  readonly declaredUnit: string;
  readonly legalUnit1: string;
  readonly legalUnit2: string | null;
  /** ISO 3166 alpha-2. */
  readonly origin: string;
  /** Of one declared unit, a plain decimal. */
  readonly unitPrice: string;
  /** ISO 4217. */
  readonly currency: string;
}

/** Goods of an item that were made together. Without a number it is all that came in without one. */
export interface BookLot {
  readonly id: string;
  readonly itemId: string;
  readonly lotNumber: string;
  readonly producedOn: LocalDate | null;
  /** The last day on which the goods may be used; null for goods that do not expire. */
  readonly expiresOn: LocalDate | null;
  readonly receivedOn: LocalDate;
}

/** What a declared line says that its item must say as well. */
export interface BookedLine {
  readonly number: number;
  readonly commodityCode: string;
  readonly origin: string;
  /** As declared; null when no unit was. */
  readonly unit: string | null;
  /** In the declared unit, a plain decimal. */
  readonly quantity: string;
}

/** Units of whole articles and packages that no tariff counts in, but books do, with the words for them. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  set: ["set", "sets", "套"],
  bottle: ["btl", "btls", "bottle", "bottles", "瓶"],
  can: ["can", "cans", "tin", "tins", "罐", "听"],
  bag: ["bag", "bags", "袋"],
  box: ["box", "boxes", "bx", "盒"],
  carton: ["ctn", "ctns", "carton", "cartons", "箱"],
  pack: ["pack", "packs", "pkt", "包"],
  roll: ["roll", "rolls", "卷"],
};

/** The unit that a word stands for in a book: one of the tariff's, or one of whole articles. Null when it is not known. */
export function unitInBook(word: string | null): string | null {
  const known = unitOf(word);
  if (known !== null) return known;
  const plain = (word ?? "").trim().toLowerCase().replace(/\.$/, "");
  return Object.keys(ARTICLES).find((unit) => unit === plain || ARTICLES[unit]?.includes(plain)) ?? null;
}

/** Whether goods may be taken from the book on the day. */
export function isValidOn({ validEnd }: Pick<AccountBook, "validEnd">, day: LocalDate): boolean {
  return day <= validEnd;
}

export type Difference = "commodity_code" | "origin" | "unit";

/** In what the item and the declared line differ: they are the same goods only where this is nothing. */
export function differences(
  item: Pick<BookItem, "commodityCode" | "origin" | "declaredUnit">,
  line: BookedLine,
): readonly Difference[] {
  const found: Difference[] = [];
  if (item.commodityCode !== line.commodityCode) found.push("commodity_code");
  if (item.origin !== line.origin) found.push("origin");
  if (item.declaredUnit !== unitInBook(line.unit)) found.push("unit");
  return found;
}
