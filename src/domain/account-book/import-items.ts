import { compare, decimal, parseDecimal, ZERO } from "../shared/decimal";
import { type BookItem, unitInBook } from "./book";
import { type Cells, firstFault, type ImportRow, invalid, readRows } from "./table";

/** The columns of a file of items, as it is brought in and given out. */
export const ITEM_COLUMNS = [
  "item_no",
  "product_code",
  "commodity_code",
  "description",
  "declared_unit",
  "legal_unit_1",
  "legal_factor_1",
  "legal_unit_2",
  "legal_factor_2",
  "origin",
  "unit_price",
  "currency",
] as const;
type Column = (typeof ITEM_COLUMNS)[number];

/** What a row says of an item, before it is in a book. */
export type ItemContent = Omit<BookItem, "id" | "bookId">;

/**
 * Compares a file of items with those of the book. An item is what customs has accepted under its number, and entries are
 * counted in its units: so a known number with another content is a fault, and other goods are another item.
 */
export function compareItems(
  rows: readonly (readonly string[])[],
  known: readonly ItemContent[],
): readonly ImportRow<ItemContent>[] {
  const seen = new Set<number>();
  return readRows<Column, ItemContent>(rows, ITEM_COLUMNS, (cell, row) => {
    const label = cell("product_code");
    const fault = firstFault(cell, CHECKS) ?? secondUnitFault(cell);
    if (fault) return invalid(row, label, ...fault);
    const content = toContent(cell);
    if (seen.has(content.itemNo)) return invalid(row, label, "book_row_twice", { item: String(content.itemNo) });
    seen.add(content.itemNo);
    const before = known.find(({ itemNo }) => itemNo === content.itemNo);
    if (!before) return { row, change: "new", label, fault: null, content };
    const changed = changedIn(before, content);
    return changed.length === 0
      ? { row, change: "unchanged", label, fault: null, content }
      : invalid(row, label, "book_item_known_otherwise", { item: String(content.itemNo), columns: changed.join(", ") });
  });
}

const CHECKS: readonly (readonly [Column, (value: string) => boolean, Parameters<typeof invalid>[2]])[] = [
  ["item_no", (value) => /^[1-9]\d{0,8}$/.test(value), "book_item_no_form"],
  ["product_code", (value) => value.length > 0 && value.length <= 60, "product_code_missing"],
  ["commodity_code", (value) => /^\d{10}$/.test(value), "commodity_code_form"],
  ["description", (value) => value.length > 0 && value.length <= 255, "description_missing"],
  ["declared_unit", (value) => unitInBook(value) !== null, "book_unit_unknown"],
  ["legal_unit_1", (value) => unitInBook(value) !== null, "book_unit_unknown"],
  ["legal_factor_1", isFactor, "legal_factor_form"],
  ["legal_unit_2", (value) => value === "" || unitInBook(value) !== null, "book_unit_unknown"],
  ["legal_factor_2", (value) => value === "" || isFactor(value), "legal_factor_form"],
  ["origin", (value) => /^[A-Z]{2}$/.test(value), "origin_form"],
  ["unit_price", (value) => /^\d{1,12}(\.\d{1,5})?$/.test(value), "unit_price_form"],
  ["currency", (value) => /^[A-Z]{3}$/.test(value), "currency_letters"],
];

function isFactor(value: string): boolean {
  const parsed = parseDecimal(value);
  return parsed.ok && /^\d{1,8}(\.\d{1,9})?$/.test(value) && compare(parsed.value, ZERO) > 0;
}

function secondUnitFault(cell: Cells<Column>): readonly [Parameters<typeof invalid>[2], Record<string, string>] | null {
  return (cell("legal_unit_2") === "") === (cell("legal_factor_2") === "")
    ? null
    : ["legal_unit_2_incomplete", { value: cell("legal_unit_2") }];
}

function toContent(cell: Cells<Column>): ItemContent {
  return {
    itemNo: Number(cell("item_no")),
    productCode: cell("product_code"),
    commodityCode: cell("commodity_code"),
    description: cell("description"),
    declaredUnit: unitInBook(cell("declared_unit")) ?? "",
    legalUnit1: unitInBook(cell("legal_unit_1")) ?? "",
    legalFactor1: cell("legal_factor_1"),
    legalUnit2: unitInBook(cell("legal_unit_2")),
    legalFactor2: cell("legal_factor_2") || null,
    origin: cell("origin"),
    unitPrice: cell("unit_price"),
    currency: cell("currency"),
  };
}

const NUMBERS: readonly (keyof ItemContent)[] = ["legalFactor1", "legalFactor2", "unitPrice"];

function changedIn(before: ItemContent, after: ItemContent): readonly string[] {
  return (Object.keys(after) as (keyof ItemContent)[]).filter((name) => {
    const [a, b] = [before[name], after[name]];
    if (a === null || b === null || !NUMBERS.includes(name)) return a !== b;
    return compare(decimal(String(a)), decimal(String(b))) !== 0;
  });
}
