import { goods, inventory, type Planted } from "./planting";

/** Hard rules of goods, limits and the account book, each broken in the ways that it knows. */
export const HARD_GOODS: readonly Planted[] = [
  {
    name: "an article that was not ordered",
    rule: "M14",
    reason: "not_ordered",
    sources: ["order", "inventory"],
    triple: inventory((each) => ({ lines: each.lines.map((line) => ({ ...line, itemNumber: "SKU-OTHER" })) })),
  },
  {
    name: "another quantity declared",
    rule: "M14",
    reason: "line_differs",
    sources: ["order", "inventory"],
    triple: inventory((each) => ({ lines: each.lines.map((line) => ({ ...line, quantity: "9" })) })),
  },
  {
    name: "another price declared",
    rule: "M14",
    reason: "line_differs",
    sources: ["order", "inventory"],
    triple: inventory((each) => ({ lines: each.lines.map((line) => ({ ...line, unitPrice: "1.00" })) })),
  },
  {
    name: "goods off the positive list",
    rule: "M15",
    reason: "not_on_positive_list",
    sources: ["inventory"],
    triple: goods({ commodityCode: "8703210000" }),
  },
  {
    name: "an article without a code",
    rule: "M15",
    reason: "code_missing",
    sources: ["order"],
    outcome: "unknown",
    triple: goods({ commodityCode: null }),
  },
  {
    name: "more than the limit of one order",
    rule: "M17",
    reason: "single_limit",
    sources: ["inventory"],
    triple: (each) => {
      const lines = each.order.lines.flatMap((line) => [line, { ...line, number: line.number + 10 }]);
      return {
        ...each,
        order: { ...each.order, goodsValue: "5000.01", lines },
        inventory: { ...each.inventory, lines },
      };
    },
  },
  {
    name: "two pieces of one article over the limit",
    rule: "M17",
    reason: "single_limit",
    sources: ["inventory"],
    triple: (each) => {
      const lines = each.order.lines.slice(0, 1).map((line) => ({ ...line, quantity: "2" }));
      return {
        ...each,
        order: { ...each.order, goodsValue: "6000.00", lines },
        inventory: { ...each.inventory, lines },
      };
    },
  },
  {
    name: "a year that is used up",
    rule: "M17",
    reason: "annual_limit",
    sources: ["inventory"],
    context: (context) => ({ ...context, quotaHeld: "25999.99" }),
  },
  {
    name: "no account book",
    rule: "M18",
    reason: "place_missing",
    sources: ["inventory"],
    triple: inventory((each) => ({ place: { ...each.place, bookNumber: null } })),
  },
  {
    name: "an article without its number in the book",
    rule: "M18",
    reason: "item_record_missing",
    sources: ["order", "inventory"],
    triple: goods({ itemRecordNumber: null }),
  },
  {
    name: "a book that is short",
    rule: "M18",
    reason: "book_short",
    sources: ["inventory"],
    context: (context) => ({ ...context, bookAvailable: new Map() }),
  },
];
