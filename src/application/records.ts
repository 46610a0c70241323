import type { ClearanceState, Stage } from "@/domain/clearance/lifecycle";
import type { Consumer } from "@/domain/declaration/consumer";
import type { DeclarationContent, Regime } from "@/domain/declaration/declaration";
import type { Precedence } from "@/domain/declaration/facts";
import type { CopyReason } from "@/domain/document/copies";
import type { DocumentState, DocumentType, MediaType, RejectionReason } from "@/domain/document/document";
import type { Bond } from "@/domain/document/grouping";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import type { UnreadScript } from "@/domain/extraction/unread";
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
  /** The day on which the conveyance declared its arrival; null while nobody has stated it. */
  readonly arrivedOn: LocalDate | null;
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
  /** How many pages are its own; those of the whole file while that is being read. */
  readonly pageCount: number | null;
  readonly attempts: number;
  /** The document as which the file was received; null for that one itself. A file may hold several documents. */
  readonly receivedAsId: string | null;
  /** Its pages, by their numbers in the file. */
  readonly firstPage: number;
  readonly lastPage: number | null;
  /** The script of a document whose language is not read. */
  readonly unreadScript: UnreadScript | null;
  /** What was dropped together, and so may be of several shipments. */
  readonly dropId: string | null;
  /** Whether a person said that it belongs to this shipment. */
  readonly isPlaced: boolean;
  /** Why it was put beside the others of its shipment. */
  readonly placement: Bond | null;
  /** The shipment to which it may belong instead, and why. */
  readonly proposal: ProposalRecord | null;
  /** The document that it says again, as it seems. */
  readonly copyOfId: string | null;
  readonly copyReason: CopyReason | null;
  /** Whether a person said that it is no copy. */
  readonly isNoCopy: boolean;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** Another shipment for a document, with what speaks for it. */
export interface ProposalRecord extends Bond {
  readonly shipmentId: string;
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
  readonly confirmedByName: string | null;
  readonly confirmedAt: Date | null;
  /** What the reading before, or of a settled value the later one, says instead: empty for nothing, null when they agree. */
  readonly otherReading: string | null;
  readonly precedence: Precedence;
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
  /** What it was computed from; null for what was assessed before inputs were logged. */
  readonly inputs: TaxInputs | null;
  /** Hex SHA-256 over the inputs and what came out. */
  readonly decisionHash: string | null;
}

/** What a tax is computed from, so that it can be computed again. */
export interface TaxInputs {
  readonly lawDate: LocalDate;
  /** The hash of the declared content. */
  readonly content: string;
  readonly law: LawRead;
  /** CNY that other orders of the consumer's year held; null where there is no consumer. */
  readonly quotaHeld: string | null;
}

/** The law's tables as they were read, by their hashes. */
export interface LawRead {
  readonly facts: string;
  readonly measures: string;
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
  readonly regimes: readonly string[];
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
