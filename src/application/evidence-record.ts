import type { Stage } from "@/domain/clearance/lifecycle";
import type { StoredEntry } from "@/domain/evidence/audit";

/** What the evidence chain records of an event; the store adds its place and its hashes. */
export interface EvidenceRecord {
  readonly organisationId: string;
  readonly shipmentId: string;
  readonly kind: EvidenceKind;
  readonly actor: string;
  readonly stage: Stage | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** The evidence of one shipment as it is stored, with its salt where that was not erased. */
export interface StoredEvidence {
  readonly shipmentId: string;
  readonly entries: readonly StoredEntry[];
  readonly salt: Uint8Array | null;
}

/** The evidence of shipments, as it is written and looked through. The shipment must be locked. */
export interface EvidenceLog {
  append(entry: EvidenceRecord): Promise<void>;
  /** The next entry of each of many shipments, all of them locked, asked and written together. */
  appendEach(entries: readonly EvidenceRecord[]): Promise<void>;
  /** The first entries of shipments that were made in this transaction, in their order. */
  begin(entries: readonly EvidenceRecord[]): Promise<void>;
  /**
   * Gives entries of the organisation from before the log their leaves, at most so many; how many had none. None left
   * is written down, so that it is not looked for again.
   */
  adopt(limit: number): Promise<number>;
  /** The evidence of the organisation's shipments after this one, at most so many, with what the log has of it. */
  stored(afterShipmentId: string | null, limit: number): Promise<readonly StoredEvidence[]>;
}

export type EvidenceKind =
  | "shipment_opened"
  | "shipment_dismissed"
  | "document_received"
  | "document_read"
  | "document_rejected"
  | "document_opened"
  | "document_split"
  | "document_joined"
  | "document_moved"
  | "document_copy_suspected"
  | "document_copy_denied"
  | "model_asked"
  | "model_answered"
  | "field_confirmed"
  | "field_corrected"
  | "field_rejected"
  | "field_typed"
  | "field_from_passport"
  | "field_absent"
  | "field_reopened"
  | "lines_edited"
  | "contradiction_ruled"
  | "regime_chosen"
  | "office_chosen"
  | "consumer_named"
  | "arrival_stated"
  | "order_matched"
  | "declaration_lodged"
  | "declaration_withdrawn"
  | "access_granted"
  | "access_ended"
  | "tax_assessed"
  | "tax_secured"
  | "security_freed"
  | "tax_bill_received"
  | "tax_bill_accepted"
  | "tax_bill_paid"
  | "refund_claimed"
  | "refund_settled"
  | "return_applied"
  | "return_completed"
  | "return_cancelled"
  | "book_line_bound"
  | "stock_reserved"
  | "stock_reservation_ended"
  | "stock_out"
  | "stock_refunded"
  | "left_zone"
  | "left_before_out"
  | "message_sent"
  | "message_answered"
  | "risk_assessed"
  | "lane_assigned"
  | "benefit_used"
  | "credit_reassessed"
  | "lane_replayed"
  | "tax_replayed"
  | "replay_differs"
  | "gate_opened"
  | "requirement_resolved"
  | "requirement_evidenced"
  | "review_opened"
  | "review_claimed"
  | "review_decided"
  | "question_answered"
  | "inspection_ordered"
  | "inspection_recorded"
  | "inspection_countersigned"
  | "sample_taken"
  | "lab_result_recorded"
  | "inspection_cancelled"
  | "alert_held"
  | "alert_lifted"
  | "passport_issued"
  | "passport_suspended"
  | "passport_lifted"
  | "passport_revoked"
  | "release_granted"
  | "entry_refused";
