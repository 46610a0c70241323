import type { Decimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import type { OrderKey } from "./documents";
import type { MatchLaw } from "./law";
import type { Simplify } from "./normalise";

/** How many different people share something with the order, within the days of the law; itself included. */
export interface SharedBy {
  readonly phone: number;
  readonly address: number;
  readonly device: number;
  readonly payer: number;
}

/** Another order's use of the parcel number with the same carrier. */
export interface WaybillUse extends OrderKey {
  readonly day: LocalDate;
}

/** What the match knows beside the triple: the law of the day, and what other orders hold. */
export interface MatchContext {
  readonly law: MatchLaw;
  /** The instant of the match, ISO 8601; what is not lodged would be declared now. */
  readonly now: string;
  readonly simplify: Simplify;
  readonly waybillUses: readonly WaybillUse[];
  /** Other orders that took the same payment of the same firm before, or are declared with it. */
  readonly paymentUses: readonly OrderKey[];
  /** CNY that other orders hold of the buyer's year. */
  readonly quotaHeld: string;
  readonly sharedBy: SharedBy;
  /** What the account book has of each article; null where no book is kept here. */
  readonly bookAvailable: ReadonlyMap<string, Decimal> | null;
}
