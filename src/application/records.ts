import type { ClearanceState, Stage } from "@/domain/clearance/lifecycle";
import type { Consumer } from "@/domain/declaration/consumer";
import type { DeclarationContent, Regime } from "@/domain/declaration/declaration";
import type { DocumentState, DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import type { PageText } from "@/domain/extraction/words";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Box, Method } from "@/domain/shared/sourced";

/** What the store holds, as use cases see it. Amounts are plain decimals in text; times are instants. */

export type Lane = "green" | "blue" | "yellow" | "red";

/** A retail consumer. The name is in clear while the use case runs, and sealed before and after. */
export interface ConsumerRecord extends Consumer {
  readonly name: string;
}

export interface ShipmentRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly reference: string;
  readonly regime: Regime;
  readonly officeOrganisationId: string | null;
  readonly officeId: string | null;
  readonly consumer: ConsumerRecord | null;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** A customs office, of the authority that keeps it. */
export interface OfficeRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface DocumentRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly fileName: string;
  readonly mediaType: MediaType | "application/octet-stream";
  readonly byteLength: number;
  readonly sha256: string;
  readonly state: DocumentState;
  readonly type: DocumentType | null;
  readonly typeConfidence: number | null;
  readonly rejection: RejectionReason | null;
  readonly pageCount: number | null;
  readonly attempts: number;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

export interface PageRecord extends PageText {
  readonly documentId: string;
  readonly shipmentId: string;
  readonly organisationId: string;
  readonly imageSha256: string;
}

/** A layout that an organisation's corrections taught. */
export interface LayoutRecord {
  readonly id: string;
  readonly layout: Layout;
}

export interface FieldRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly documentId: string | null;
  readonly name: string;
  readonly line: number | null;
  readonly value: string;
  readonly machineValue: string | null;
  readonly raw: string;
  readonly page: number | null;
  readonly box: Box | null;
  readonly confidence: number;
  readonly method: Method;
  readonly status: "suggested" | "confirmed" | "corrected" | "rejected";
  readonly typedAtStage: Stage | null;
  readonly confirmedBy: string | null;
}

export interface DeclarationRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly version: number;
  readonly regime: Regime;
  readonly content: DeclarationContent;
  readonly contentHash: string;
  readonly lawDate: LocalDate;
  readonly officeOrganisationId: string;
  readonly officeId: string;
  readonly idempotencyKey: string;
  readonly lodgedBy: string;
  readonly lodgedAt: Date;
}

export interface ClearanceRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly stage: Stage;
  readonly state: ClearanceState;
  readonly lane: Lane | null;
  readonly declarationId: string | null;
  readonly openedAt: Date | null;
  readonly releasedAt: Date | null;
  readonly version: number;
}

export interface RequirementRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly stage: Stage;
  readonly code: string;
  readonly state: "missing" | "submitted" | "verified" | "waived" | "failed";
  readonly reason: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly citation: string;
  /** Whether the number of a paper meets it. */
  readonly asksPaper: boolean;
  readonly evidenceReference: string | null;
  readonly evidenceDocumentId: string | null;
}

export interface TaxAssessmentRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  readonly lawDate: LocalDate;
  readonly currency: string;
  readonly customsValue: string;
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly total: string;
  readonly lines: readonly TaxLineRecord[];
}

export interface TaxLineRecord {
  readonly line: number | null;
  readonly kind: string;
  readonly base: string;
  readonly rate: string;
  readonly formula: string;
  readonly amount: string;
  readonly factId: string | null;
  readonly citation: string;
  readonly validFrom: LocalDate;
}

export interface SecurityRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly declarationId: string;
  readonly kind: "guarantee" | "payment";
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly createdBy: string;
}

export interface RiskRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly stage: Stage;
  readonly scorecardVersion: string;
  readonly score: number;
  readonly lane: Lane;
  readonly laneCause: string;
  readonly needsTwoOfficers: boolean;
  readonly hardRules: readonly string[];
  readonly seed: string;
  readonly drawValue: number;
  readonly randomShare: number;
  readonly contributions: readonly {
    readonly factor: string;
    readonly points: number;
    readonly evidence: string;
    readonly parameters: Readonly<Record<string, string>>;
  }[];
}

export interface ReviewCaseRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly stage: Stage;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  readonly state: "open" | "decided" | "withdrawn";
  readonly claimedBy: string | null;
  readonly claimedByName: string | null;
  readonly claimedUntil: Date | null;
}

export interface DecisionRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly caseId: string;
  readonly clearanceId: string;
  readonly officerId: string;
  readonly officerName: string;
  /** Who held the officer's password link when they ruled. */
  readonly officerLinkedBy: string | null;
  readonly outcome: string;
  readonly reasons: readonly string[];
  readonly note: string | null;
}

export interface ReleaseOrderRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly stage: Stage;
  readonly number: string;
  readonly decidedBy: string;
  readonly issuedAt: Date;
}

export interface AuthorisationRecord {
  readonly organisationId: string;
  readonly id: string;
  readonly aeoCode: string;
  readonly holder: string;
  readonly tier: "advanced_certified" | "certified" | "regular" | "dishonest" | "seriously_dishonest";
  readonly roles: readonly string[];
  readonly commodityPrefixes: readonly string[];
  readonly origins: readonly string[];
  readonly valueCap: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly state: "proposed" | "active" | "rejected" | "suspended" | "superseded";
  readonly proposedBy: string;
  readonly proposedByName: string;
  /** Who held the proposer's password link when they proposed. */
  readonly proposerLinkedBy: string | null;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly source: string;
}

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

export type EvidenceKind =
  | "shipment_opened"
  | "document_received"
  | "document_read"
  | "document_rejected"
  | "model_asked"
  | "field_confirmed"
  | "field_corrected"
  | "field_rejected"
  | "field_typed"
  | "regime_chosen"
  | "office_chosen"
  | "consumer_named"
  | "declaration_lodged"
  | "access_granted"
  | "access_ended"
  | "tax_assessed"
  | "tax_secured"
  | "security_freed"
  | "risk_assessed"
  | "lane_assigned"
  | "gate_opened"
  | "requirement_resolved"
  | "requirement_evidenced"
  | "review_opened"
  | "review_claimed"
  | "review_decided"
  | "release_granted"
  | "entry_refused";
