import { compare, decimal, formatDecimal, parseDecimal } from "../shared/decimal";

/** How a list of shipments is ordered: the newest first, the least time left first, or the most at stake first. */
export const SHIPMENT_SORTS = ["newest", "slack", "value"] as const;
export type ShipmentSort = (typeof SHIPMENT_SORTS)[number];

/** A shipment in an order; the key is a plain decimal, null for one that has none, which stands behind all that have. */
export interface Placed {
  readonly id: string;
  readonly key: string | null;
}

const CURSOR = /^(?:(-?\d{1,20}(?:\.\d{1,5})?|none)~)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** Where a page ended: the key and the id of its last row, so that what moves meanwhile moves no page. */
export function cursorOf({ id, key }: Placed): string {
  return `${key ?? "none"}~${id}`;
}

/** Reads a cursor; null for what is none. One that is an id alone is that of the newest first. */
export function parseCursor(text: string): Placed | null {
  const [, key, id] = CURSOR.exec(text) ?? [];
  if (id === undefined) return null;
  const number = key === undefined || key === "none" ? null : parseDecimal(key);
  return { id, key: number?.ok ? formatDecimal(number.value) : null };
}

/** The order of a list: by slack the key rises, by value it falls; equal keys, and none, have the newest first. */
export function inOrder(sort: Exclude<ShipmentSort, "newest">): (a: Placed, b: Placed) => number {
  return (a, b) => byKey(sort, a.key, b.key) || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function byKey(sort: ShipmentSort, a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const rising = compare(decimal(a), decimal(b));
  return sort === "slack" ? rising : -rising;
}

/** Where a page of what is under way ended: since when it is divided into what can be saved and what ran out, and its last row. */
export interface UnderwayCursor {
  /** Milliseconds since 1970. */
  readonly asOf: number;
  readonly dueAt: number;
  readonly id: string;
}

const UNDERWAY_CURSOR = /^(\d{1,14})~(\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** All pages of one reading are divided by the instant of its first, so that a clock that runs out meanwhile moves no page. */
export function underwayCursorOf({ asOf, dueAt, id }: UnderwayCursor): string {
  return `${asOf}~${dueAt}~${id}`;
}

/** Reads a cursor of what is under way; null for what is none. */
export function parseUnderwayCursor(text: string): UnderwayCursor | null {
  const [, asOf, dueAt, id] = UNDERWAY_CURSOR.exec(text) ?? [];
  return id === undefined ? null : { asOf: Number(asOf), dueAt: Number(dueAt), id };
}
