import type { QuotaEntry } from "@/domain/quota/ledger";

/** An entry of the ledger of a consumer's year, for one order. */
export interface QuotaEntryRecord extends QuotaEntry {
  readonly organisationId: string;
  readonly id: string;
  readonly consumerToken: string;
  /** The calendar year of the law's day. */
  readonly year: number;
  readonly shipmentId: string;
  /** From 1, within the order. */
  readonly sequence: number;
  /** CNY: the limit of the year under the law of the day. */
  readonly limitCny: string;
  readonly createdBy: string;
}
