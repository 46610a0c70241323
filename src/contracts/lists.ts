import { z } from "zod";
import { EXPIRY_BANDS } from "@/domain/account-book/expiry";
import { SHIPMENT_SORTS } from "@/domain/clearance-time/shipment-order";
import { EXCHANGE_STATES } from "@/domain/exchange/message-state";
import type { ListColumns } from "@/domain/working-list/columns";
import { MESSAGE_KINDS } from "./views/exchange";
import { RETURN_STATES } from "./views/goods-return";
import { orderFilter } from "./views/order";
import { PASSPORT_LISTS } from "./views/passport";
import { PERMIT_LISTS } from "./views/permit";
import { REVIEW_VIEWS } from "./views/review";
import { shipmentListName } from "./views/shipment";

export const LIST_NAMES = [
  "shipments",
  "orders",
  "reviews",
  "messages",
  "permits",
  "passports",
  "returns",
  "items",
  "whitelist",
  "people",
  "decisions",
] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const listName = z.enum(LIST_NAMES);

/** A working list: where it stands, what its address may narrow it to, and its columns. */
interface ListStated extends ListColumns {
  readonly path: string;
  /** The filters and the order of the list, as its address says them. */
  readonly filter: z.ZodObject;
  /** Where the words of its columns stand in the catalogue of the interface. */
  readonly words: string;
}

const search = z.string().trim().min(1).max(100).optional();

/**
 * Every working list once. What the page reads of its address, what a saved view may hold and what an export takes are
 * these filters and these columns.
 */
export const LISTS = {
  shipments: {
    path: "/broker/shipments",
    filter: z.strictObject({
      view: shipmentListName.optional(),
      search,
      sort: z.enum(SHIPMENT_SORTS).optional(),
    }),
    columns: ["reference", "consignee", "goods", "value", "gates", "nextClock", "atStake", "toConfirm", "updated"],
    fixed: "reference",
    // What is at stake is asked for where the list is ordered by it; when a shipment changed, its clock says better.
    hidden: ["atStake", "updated"],
    words: "shipments.column",
  },
  orders: {
    path: "/broker/orders",
    filter: z.strictObject(orderFilter.shape),
    columns: ["order", "state", "buyer", "value", "nextClock", "rules", "platform", "merchant", "placed"],
    fixed: "order",
    hidden: ["merchant", "placed"],
    words: "orders.column",
  },
  reviews: {
    path: "/compliance/reviews",
    filter: z.strictObject({ state: z.enum(["open", "decided"]).optional(), view: z.enum(REVIEW_VIEWS).optional() }),
    columns: ["lane", "case", "broker", "reasons", "score", "value", "age", "claimed"],
    fixed: "case",
    hidden: [],
    words: "review.column",
  },
  messages: {
    path: "/broker/messages",
    filter: z.strictObject({
      state: z.enum(EXCHANGE_STATES).optional(),
      kind: z.enum(MESSAGE_KINDS).optional(),
      search,
    }),
    columns: ["number", "kind", "shipment", "state", "next", "when", "sent"],
    fixed: "number",
    hidden: ["sent"],
    words: "exchange.column",
  },
  permits: {
    path: "/broker/permits",
    filter: z.strictObject({ list: z.enum(PERMIT_LISTS).optional() }),
    columns: ["kind", "number", "holder", "scope", "valid"],
    fixed: "number",
    hidden: [],
    words: "permit",
  },
  passports: {
    path: "/broker/passports",
    filter: z.strictObject({ list: z.enum(PASSPORT_LISTS).optional(), search }),
    columns: ["goods", "numbers", "standing", "origin", "validUntil", "issued"],
    fixed: "goods",
    hidden: ["issued"],
    words: "passport.column",
  },
  returns: {
    path: "/broker/returns",
    filter: z.strictObject({ state: z.enum(RETURN_STATES).optional() }),
    columns: ["shipment", "goods", "why", "clock", "reverses", "stands"],
    fixed: "shipment",
    hidden: [],
    words: "goodsReturn",
  },
  items: {
    /** Of the book that the filter names. */
    path: "/broker/stock",
    filter: z.strictObject({
      book: z.uuid(),
      search,
      expiry: z.enum(EXPIRY_BANDS).optional(),
      inStock: z.literal("true").optional(),
    }),
    columns: ["itemNo", "goods", "code", "balance", "reserved", "available", "expiry"],
    fixed: "goods",
    hidden: [],
    words: "stock.column",
  },
  whitelist: {
    path: "/admin/aeo",
    filter: z.strictObject({}),
    columns: ["holder", "tier", "scope", "validity", "source", "state"],
    fixed: "holder",
    hidden: [],
    words: "aeo.column",
  },
  people: {
    path: "/admin/people",
    filter: z.strictObject({}),
    columns: ["name", "email", "roles", "seen"],
    fixed: "name",
    hidden: [],
    words: "people.column",
  },
  decisions: {
    path: "/compliance/decisions",
    filter: z.strictObject({}),
    columns: ["case", "outcome", "reasons", "fate", "officer", "at", "stage", "note"],
    fixed: "case",
    hidden: ["stage", "note"],
    words: "review.decisions.column",
  },
} as const satisfies Readonly<Record<ListName, ListStated>>;

/** The filters of a list as its address says them. */
export type ListQuery = Readonly<Record<string, string>>;
type ListFilter<N extends ListName> = z.output<(typeof LISTS)[N]["filter"]>;

/** What of an address the list's filters take; null where they do not take it. */
export function parseFilter<N extends ListName>(list: N, query: ListQuery): ListFilter<N> | null {
  const parsed = LISTS[list].filter.safeParse(query);
  return parsed.success ? (parsed.data as ListFilter<N>) : null;
}

/** Of all that stands in an address what is named as a filter of the list, and is not empty. */
export function queryOf(list: ListName, asked: Readonly<Record<string, string | string[] | undefined>>): ListQuery {
  const names = Object.keys(LISTS[list].filter.shape);
  return Object.fromEntries(
    Object.entries(asked).flatMap(([name, value]) =>
      names.includes(name) && typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
}

/** The address of a list with these filters and columns. */
export function addressOf(list: ListName, query: ListQuery, columns: readonly string[] = []): string {
  const { book, ...rest } = query;
  const path = list === "items" ? `${LISTS.items.path}/${book}` : LISTS[list].path;
  const said = new URLSearchParams(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  if (columns.length > 0) said.set("columns", columns.join(","));
  const text = said.toString().replaceAll("%2C", ",");
  return text === "" ? path : `${path}?${text}`;
}
