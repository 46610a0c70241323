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

/** The ledger of consumers' years, as a use case reaches it. */
export interface QuotaLedger {
  /** CNY that other orders of the consumer's year hold, of whatever organisation; a total, and nothing more of them. */
  heldByOthers(
    consumerToken: string,
    year: number,
    order: { readonly organisationId: string; readonly shipmentId: string },
  ): Promise<string>;
  /** The entries of the shipment's own order, in their order. */
  ofShipment(shipmentId: string): Promise<readonly QuotaEntryRecord[]>;
  /** False when the consumer's year was used up by another order meanwhile. */
  add(entry: QuotaEntryRecord): Promise<boolean>;
}
