import { describe, expect, it } from "vitest";
import { bindLines, type StockedItem } from "@/domain/account-book/bind";
import type { AccountBook, BookedLine, BookItem } from "@/domain/account-book/book";
import { bindingIssues } from "@/domain/account-book/issues";
import { decimal } from "@/domain/shared/decimal";

const DAY = "2026-11-27";
const LINE: BookedLine = { number: 1, commodityCode: "9503008900", origin: "DE", unit: "PCS", quantity: "10" };

function book(changes: Partial<AccountBook> = {}): AccountBook {
  return {
    ...{ id: "book", emsNo: "T2201W000001", type: "T", company: "Firm", customsCode: "2201" },
    ...{ validEnd: "2027-12-31", allocation: "fifo" },
    ...changes,
  };
}

function stocked(
  id: string,
  lots: readonly (readonly [number: string, quantity: string, expiresOn: string | null])[],
  { item = {}, of = book() }: { item?: Partial<BookItem>; of?: AccountBook } = {},
): StockedItem {
  return {
    book: of,
    item: {
      ...{ id, bookId: of.id, itemNo: 1, productCode: id, commodityCode: "9503008900", description: "Toys" },
      ...{ declaredUnit: "piece", legalUnit1: "piece", legalFactor1: "1", legalUnit2: null, legalFactor2: null },
      ...{ origin: "DE", unitPrice: "3", currency: "EUR" },
      ...item,
    },
    lots: lots.map(([lotNumber, quantity, expiresOn]) => ({
      lot: {
        ...{ id: `${id}-${lotNumber}`, itemId: id, lotNumber, producedOn: null },
        expiresOn,
        receivedOn: "2026-10-01",
      },
      available: decimal(quantity),
    })),
  };
}

const bound = (stock: readonly StockedItem[], choices: Parameters<typeof bindLines>[2] = [], line = LINE) => {
  const [only] = bindLines([line], stock, choices, DAY);
  if (!only) throw new Error("No binding");
  return only;
};
const lotsOf = (stock: readonly StockedItem[], ...rest: Parameters<typeof bindLines>[2][number][]) =>
  bound(stock, rest).taken.map(({ lotId }) => lotId);

describe("a declared line", () => {
  it("binds by itself to the one item of its code, origin and unit that holds enough", () => {
    const stock = [stocked("a", [["1", "10", null]]), stocked("b", [["1", "9", null]])];
    expect(bound(stock)).toMatchObject({ fault: null, isChosen: false, item: { item: { id: "a" } } });
  });

  it("is asked about where two items hold enough, and keeps what a person chose", () => {
    const stock = [stocked("a", [["1", "10", null]]), stocked("b", [["1", "10", null]])];
    expect(bound(stock).fault).toEqual({ kind: "book_item_open", count: 2 });
    expect(bound(stock, [{ line: 1, itemId: "b", lotId: null }])).toMatchObject({
      fault: null,
      item: { item: { id: "b" } },
    });
  });

  it.each([
    ["another code", { commodityCode: "9503001000" }, "commodity_code"],
    ["another origin", { origin: "FR" }, "origin"],
    ["another unit", { declaredUnit: "kilogram" }, "unit"],
  ])("never binds to an item of %s, whoever chose it", (_what, item, difference) => {
    const stock = [stocked("a", [["1", "10", null]], { item })];
    expect(bound(stock).fault).toEqual({ kind: "book_item_missing" });
    expect(bound(stock, [{ line: 1, itemId: "a", lotId: null }]).fault).toEqual({
      kind: "book_item_differs",
      in: [difference],
    });
  });

  it("never binds to a book that ended", () => {
    const stock = [stocked("a", [["1", "10", null]], { of: book({ validEnd: "2026-11-26" }) })];
    expect(bound(stock).fault).toEqual({ kind: "book_item_missing" });
    expect(bound(stock, [{ line: 1, itemId: "a", lotId: null }]).fault).toEqual({
      kind: "book_item_differs",
      in: ["book_ended"],
    });
  });

  it("says what is available and what is needed, and which lots are passed over as expired", () => {
    const stock = [
      stocked("a", [
        ["old", "50", "2026-11-26"],
        ["new", "4", "2026-12-31"],
      ]),
    ];
    const binding = bound(stock);
    expect(bindingIssues([binding])).toMatchObject([
      {
        code: "book_stock_short",
        severity: "error",
        owner: "broker",
        field: "lines.1.commodityCode",
        parameters: { line: "1", available: "4", needed: "10", expired: "old (2026-11-26)" },
      },
    ]);
  });

  it("takes the nearest expiry first, and of a lot on its last day still", () => {
    const stock = [
      stocked("a", [
        ["never", "50", null],
        ["late", "6", "2027-01-31"],
        ["today", "6", DAY],
      ]),
    ];
    expect(lotsOf(stock)).toEqual(["a-today", "a-late"]);
  });

  it("takes of one lot alone where its book is kept by lot, and asks which where several hold enough", () => {
    const of = book({ allocation: "lot" });
    const two = [
      stocked(
        "a",
        [
          ["1", "10", null],
          ["2", "12", null],
        ],
        { of },
      ),
    ];
    expect(bound(two).fault).toEqual({ kind: "book_lot_open", count: 2 });
    expect(lotsOf(two, { line: 1, itemId: "a", lotId: "a-2" })).toEqual(["a-2"]);
    expect(
      lotsOf([
        stocked(
          "a",
          [
            ["1", "9", null],
            ["2", "12", null],
          ],
          { of },
        ),
      ]),
    ).toEqual(["a-2"]);
    const parts = bound(
      [
        stocked(
          "a",
          [
            ["1", "6", null],
            ["2", "7", null],
          ],
          { of },
        ),
      ],
      [{ line: 1, itemId: "a", lotId: null }],
    );
    expect(parts.fault).toMatchObject({ kind: "book_stock_short", available: decimal("7") });
  });

  it("refuses an expired lot by name, whoever chose it", () => {
    const stock = [
      stocked("a", [
        ["old", "50", "2026-11-26"],
        ["new", "50", null],
      ]),
    ];
    expect(bound(stock, [{ line: 1, itemId: "a", lotId: "a-old" }]).fault).toEqual({
      kind: "book_lot_expired",
      lotNumber: "old",
      expiresOn: "2026-11-26",
    });
  });

  it("needs a unit, and a quantity that a book can hold", () => {
    const stock = [stocked("a", [["1", "10", null]])];
    expect(bound(stock, [], { ...LINE, unit: null }).fault).toEqual({ kind: "book_item_missing" });
    expect(bound(stock, [], { ...LINE, quantity: "0.000001" }).fault).toEqual({ kind: "book_quantity_form" });
  });
});
