import type { GuaranteeBalances, GuaranteeEntry, HeldByDeclaration } from "@/domain/guarantee/ledger";
import type { LocalDate } from "@/domain/shared/local-date";
import type { BillLine } from "@/domain/tax-bill/reconcile-bill";

/** An entry of a guarantee's ledger as it is kept. */
export interface GuaranteeEntryRecord extends GuaranteeEntry {
  readonly organisationId: string;
  readonly id: string;
  readonly currency: string;
  readonly shipmentId: string | null;
  /** What it refers to: an assessment, a bill, a letter of guarantee. */
  readonly reference: string;
  readonly createdBy: string;
}

/** The organisation's guarantee, as a use case reaches it. The database refuses what would go below zero. */
export interface GuaranteeLedger {
  /** Waits for whoever else moves the guarantee; its balances then, null where none is kept. */
  lock(): Promise<{ readonly currency: string; readonly balances: GuaranteeBalances } | null>;
  heldBy(declarationId: string): Promise<HeldByDeclaration>;
  /** The amount of the entry that was recorded under this letter of guarantee; null where none was. */
  ofLetter(move: "top_up" | "lower", reference: string): Promise<string | null>;
  add(entry: GuaranteeEntryRecord): Promise<void>;
}

export const BILL_SOURCES = ["typed", "file", "message"] as const;
export type BillSource = (typeof BILL_SOURCES)[number];

/** What the authority asks for a declaration. */
export interface TaxBillRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  /** The authority's. */
  readonly number: string;
  readonly currency: string;
  readonly total: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly source: BillSource;
  readonly isEqual: boolean;
  readonly recordedBy: string;
  readonly lines: readonly BillLine[];
  readonly acceptedReason: string | null;
  readonly paidAt: Date | null;
  /** The receipt with which it was paid. */
  readonly paymentReference: string | null;
}

export interface TaxBillStore {
  get(id: string): Promise<TaxBillRecord | null>;
  ofNumber(number: string): Promise<TaxBillRecord | null>;
  /** All bills of the shipment, in the order in which they were recorded. */
  ofShipment(shipmentId: string): Promise<readonly TaxBillRecord[]>;
  add(bill: TaxBillRecord): Promise<void>;
  accept(id: string, reason: string, by: string): Promise<void>;
  /** False when it was paid before. */
  pay(id: string, reference: string): Promise<boolean>;
}

export const REFUND_REASONS = ["overpaid", "returned", "amended", "refused"] as const;
export type RefundReason = (typeof REFUND_REASONS)[number];

/** What the authority is asked to give back. */
export interface TaxRefundRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  readonly reason: RefundReason;
  readonly amount: string;
  readonly currency: string;
  readonly state: "claimed" | "paid" | "refused";
  readonly note: string | null;
  readonly reference: string | null;
  readonly claimedBy: string;
}

export interface TaxRefundStore {
  get(id: string): Promise<TaxRefundRecord | null>;
  ofShipment(shipmentId: string): Promise<readonly TaxRefundRecord[]>;
  add(refund: TaxRefundRecord): Promise<void>;
  /** False when it was settled before. */
  settle(id: string, state: "paid" | "refused", reference: string | null, by: string): Promise<boolean>;
}
