import { describe, expect, it } from "vitest";
import { expiryBand } from "@/domain/account-book/expiry";
import { leftTooEarly, paperNumber, passCode, shortDigest } from "@/domain/account-book/gate-pass";
import { compareItems, ITEM_COLUMNS, type ItemContent } from "@/domain/account-book/import-items";
import { compareReceipts, STOCK_COLUMNS } from "@/domain/account-book/import-stock";
import { compareCount } from "@/domain/account-book/stock-count";
import { decimal } from "@/domain/shared/decimal";

const ITEM = ["1", "P-1", "9503008900", "Toys", "PCS", "pcs", "1", "kg", "0.4", "DE", "3.00", "EUR"];
const withCell = (column: (typeof ITEM_COLUMNS)[number], value: string) =>
  ITEM.map((cell, index) => (ITEM_COLUMNS[index] === column ? value : cell));
const known = (rows: readonly (readonly string[])[]): readonly ItemContent[] =>
  compareItems([ITEM_COLUMNS, ...rows], []).flatMap(({ content }) => (content ? [content] : []));

describe("a file of items", () => {
  it("is compared with the book: what is new, what is known, and what a known number says otherwise", () => {
    const rows = compareItems([ITEM_COLUMNS, ITEM, withCell("item_no", "2")], known([withCell("unit_price", "3")]));
    expect(rows.map(({ row, change }) => [row, change])).toEqual([
      [2, "unchanged"],
      [3, "new"],
    ]);
    expect(compareItems([ITEM_COLUMNS, withCell("origin", "FR")], known([ITEM]))[0]?.fault).toEqual({
      code: "book_item_known_otherwise",
      parameters: { item: "1", columns: "origin" },
    });
  });

  it.each([
    ["item_no", "0", "book_item_no_form"],
    ["product_code", "", "product_code_missing"],
    ["commodity_code", "950300", "commodity_code_form"],
    ["description", "", "description_missing"],
    ["declared_unit", "cartons of some", "book_unit_unknown"],
    ["legal_factor_1", "0", "legal_factor_form"],
    ["legal_factor_2", "", "legal_unit_2_incomplete"],
    ["origin", "Germany", "origin_form"],
    ["unit_price", "3,00", "unit_price_form"],
    ["currency", "euro", "currency_letters"],
  ] as const)("is at fault where %s is '%s'", (column, value, code) => {
    expect(compareItems([ITEM_COLUMNS, withCell(column, value)], [])[0]?.fault?.code).toBe(code);
  });

  it("names the columns that its heading lacks, and a number that is there twice", () => {
    expect(compareItems([["item_no"]], [])[0]?.fault?.code).toBe("heading_lacks");
    expect(compareItems([ITEM_COLUMNS, ITEM, ITEM], [])[1]?.fault?.code).toBe("book_row_twice");
  });
});

describe("a file of receipts", () => {
  const row = ["1", "L1", "2026-01-01", "2027-01-01", "2026-11-01", "100", "QD-1"];
  const book = {
    items: [{ itemNo: 1 }],
    lots: [{ itemNo: 1, lotNumber: "L1", producedOn: "2026-01-01", expiresOn: "2027-01-01", receivedOn: "2026-11-01" }],
    receipts: [{ itemNo: 1, lotNumber: "L1", reference: "QD-1", quantity: decimal("100") }],
  };
  const change = (index: number, value: string) => row.map((cell, at) => (at === index ? value : cell));
  const compared = (cells: readonly string[], known = book) => compareReceipts([STOCK_COLUMNS, cells], known)[0];

  it("does nothing a second time: a receipt is known by item, lot and reference", () => {
    expect(compared(row)?.change).toBe("unchanged");
    expect(compared(change(6, "QD-2"))?.change).toBe("new");
    expect(compared(change(5, "101"))?.fault?.code).toBe("receipt_known_otherwise");
  });

  it.each([
    [0, "2", "book_item_unknown"],
    [2, "2027-06-01", "expires_before_production"],
    [3, "2027-02-30", "lot_date_form"],
    [3, "2027-02-01", "lot_known_otherwise"],
    [4, "", "lot_date_form"],
    [5, "0", "book_quantity_form"],
    [5, "1.000001", "book_quantity_form"],
    [6, "", "receipt_reference_form"],
  ])("is at fault where cell %i is '%s'", (index, value, code) => {
    expect(compared(change(index, value))?.fault?.code).toBe(code);
  });
});

describe("a count", () => {
  const lots = [
    { itemNo: 1, lotId: "l1", lotNumber: "L1", balance: decimal("100"), reserved: decimal("20") },
    { itemNo: 1, lotId: "l2", lotNumber: "", balance: decimal("5"), reserved: decimal("0") },
  ];
  const counted = (...rows: string[][]) => compareCount([["item_no", "lot", "counted"], ...rows], lots);

  it("lays what was counted beside the book, and says nothing of what was not counted", () => {
    const [row, ...rest] = counted(["1", "L1", "97"]);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      change: "new",
      content: { booked: decimal("100"), difference: { units: -300000n, scale: 5 } },
    });
    expect(counted(["1", "", "5"])[0]?.change).toBe("unchanged");
  });

  it("refuses fewer than declarations hold, a lot that is not there, and the same lot twice", () => {
    expect(counted(["1", "L1", "19"])[0]?.fault).toEqual({
      code: "count_below_reserved",
      parameters: { reserved: "20" },
    });
    expect(counted(["1", "L9", "1"])[0]?.fault?.code).toBe("lot_unknown");
    expect(counted(["7", "L1", "1"])[0]?.fault?.code).toBe("book_item_unknown");
    expect(counted(["1", "L1", "100"], ["1", "L1", "100"])[1]?.fault?.code).toBe("book_row_twice");
    expect(counted(["1", "L1", "-1"])[0]?.fault?.code).toBe("book_quantity_form");
  });
});

it("points at an expiry 60, 30 and 7 days ahead, and after the last day", () => {
  const bands = [
    "2026-11-26",
    "2026-11-27",
    "2026-12-04",
    "2026-12-05",
    "2026-12-27",
    "2026-12-28",
    "2027-01-26",
    "2027-01-27",
  ];
  expect(bands.map((day) => expiryBand(day, "2026-11-27"))).toEqual([
    ...["expired", "within_7", "within_7", "within_30", "within_30", "within_60", "within_60", null],
  ]);
  expect(expiryBand(null, "2026-11-27")).toBeNull();
});

it("takes goods that left before all of them were out of the book for an incident", () => {
  expect(leftTooEarly(100, [90, 100])).toBe(false);
  expect(leftTooEarly(100, [90, 101])).toBe(true);
});

it("puts the number and the digest of a pass into its code, and nothing of the goods", () => {
  const number = paperNumber("P", "2026-11-27", "019ac0de-0000-7000-8000-0000deadbeef");
  expect(passCode(number, shortDigest("0123456789abcdef"))).toBe("TWOGATE:P-20261127-DEADBEEF:0123456789ab");
});
