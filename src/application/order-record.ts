import type { LocalDate } from "@/domain/shared/local-date";
import type { SharedBy, WaybillUse } from "@/domain/three-documents/context";
import type { FeedKind, Inventory, Order, OrderKey, Payment, Waybill } from "@/domain/three-documents/documents";
import type { FeedCode } from "@/domain/three-documents/feed-codes";
import type { Simplify } from "@/domain/three-documents/normalise";
import type { RuleId, RuleResult } from "@/domain/three-documents/outcome";
import type { Receipt } from "@/domain/three-documents/receive";

/** `waiting` for a record, `mismatched` in a hard rule, `matched`, `lodged`, `excluded` from the day by a person. */
export const ORDER_STATES = ["waiting", "mismatched", "matched", "lodged", "excluded"] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** A record of any of the three feeds. */
export type AnyFeedRecord = Order | Payment | Waybill;

/** A record that is there for an order. */
export interface KnownRecord extends OrderKey {
  readonly id: string;
  /** A keyed digest of what it says. */
  readonly token: string;
  readonly isLodged: boolean;
  readonly record: AnyFeedRecord;
}

/** A record to be kept, under its id. */
export interface KeptRecord {
  readonly id: string;
  readonly record: AnyFeedRecord;
}

/** A record that says something else than the one before. */
export interface ContestedRecord extends KeptRecord {
  /** The names of what differs. */
  readonly fields: readonly string[];
}

/** An order with what came for it. */
export interface OrderRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly state: OrderState;
  readonly shipmentId: string | null;
  readonly goodsValue: string;
  readonly order: Order & { readonly id: string };
  readonly payment: (Payment & { readonly id: string }) | null;
  readonly waybill: (Waybill & { readonly id: string }) | null;
  /** The inventory list as it was lodged. */
  readonly declared: Inventory | null;
  readonly contested: readonly { readonly kind: FeedKind; readonly fields: readonly string[] }[];
}

/** What other orders have to do with one. */
export interface OrderHistory {
  readonly waybillUses: readonly WaybillUse[];
  readonly paymentUses: readonly OrderKey[];
  readonly sharedBy: SharedBy;
  /** CNY that other orders hold of the buyer's year. */
  readonly quotaHeld: string;
}

/** What a match came to. */
export interface MatchRecord {
  readonly orderId: string;
  readonly state: "mismatched" | "matched";
  readonly points: number;
  readonly results: readonly RuleResult[];
}

/** A row of a batch that was not taken as it came; nothing of it names people. */
export interface RowError {
  readonly row: number;
  readonly orderNumber: string | null;
  readonly outcome: Receipt | "refused";
  readonly pointer: string;
  readonly fault: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What a sending came to. */
export interface BatchRecord {
  readonly id: string;
  readonly kind: FeedKind;
  readonly source: "api" | "csv";
  readonly counts: {
    readonly accepted: number;
    readonly duplicate: number;
    readonly contradictory: number;
    readonly refused: number;
  };
  readonly errors: readonly RowError[];
}

/** Orders of retail imports, as a use case reaches them. */
export interface OrderStore {
  /** Traditional characters as simplified ones. */
  readonly simplify: Simplify;
  /** The codes of feeds on a day of the law. */
  codesOn(day: LocalDate): Promise<readonly FeedCode[]>;
  /** The keyed digest of what a record says. */
  tokenOf(record: AnyFeedRecord): string;
  /** Whoever else takes records of the feed waits until the transaction ends. */
  lockFeeds(): Promise<void>;
  /** No record is taken and nothing matched until the transaction ends; lodgings do not wait for one another. */
  holdFeeds(): Promise<void>;
  known(kind: FeedKind, keys: readonly OrderKey[]): Promise<readonly KnownRecord[]>;
  add(kind: FeedKind, records: readonly KeptRecord[]): Promise<void>;
  replace(kind: FeedKind, records: readonly KeptRecord[]): Promise<void>;
  contest(kind: FeedKind, records: readonly ContestedRecord[]): Promise<void>;
  addBatch(batch: BatchRecord): Promise<void>;
  /** The orders of these keys that have all three records and wait for nobody but the match. */
  toMatch(keys: readonly OrderKey[]): Promise<readonly string[]>;
  get(ids: readonly string[]): Promise<readonly OrderRecord[]>;
  ofShipment(shipmentId: string): Promise<OrderRecord | null>;
  /** For each order what others have to do with it; people are counted over so many days. */
  history(orders: readonly OrderRecord[], days: number, year: number): Promise<ReadonlyMap<string, OrderHistory>>;
  recordMatches(matches: readonly MatchRecord[]): Promise<void>;
  results(orderId: string): Promise<readonly RuleResult[]>;
  /** Ties orders to the shipments that were made for them. */
  link(pairs: readonly { readonly orderId: string; readonly shipmentId: string }[]): Promise<void>;
  /** Keeps what was lodged of the order; from then on its records stay as they are. */
  declare(orderId: string, inventory: Inventory): Promise<void>;
  /** The latest contradicting records take the place of those before; the orders of which one did. */
  takeContested(orderIds: readonly string[]): Promise<readonly string[]>;
  setState(orderIds: readonly string[], state: "waiting" | "excluded", reason: string | null): Promise<number>;
  setAsked(orderIds: readonly string[], owner: string): Promise<void>;
  /** The orders, of those that are not lodged, that a rule found something against. */
  withRule(rule: RuleId, limit: number): Promise<readonly string[]>;
}
