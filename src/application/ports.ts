import type { JobMessage } from "@/contracts/jobs";
import type { Failure } from "@/contracts/problem";
import type { Stage } from "@/domain/clearance/lifecycle";
import type { Origins } from "@/domain/origin/agreement";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import type { Reference } from "@/domain/tariff/reference";
import type { Actor } from "./actor";
import type { AlertStore } from "./alert-record";
import type { BookPaperStore, BookStore } from "./book-record";
import type { CodeDecisions } from "./classifying";
import type { ContainerEntryRecord } from "./container-record";
import type { CreditStore } from "./credit-record";
import type { DestructionStore } from "./destruction-record";
import type { DocumentStore } from "./document-store";
import type { EvidenceLog } from "./evidence-record";
import type { ExchangeStore } from "./exchange-record";
import type { FieldStore } from "./field-store";
import type { GoodsReturnStore } from "./goods-return-record";
import type { HistoryStore } from "./history-record";
import type { IdempotencyState } from "./idempotency-state";
import type { InsightStore } from "./insight-record";
import type { InspectionItemStore, SampleStore } from "./inspection-item-record";
import type { InspectionStore } from "./inspection-record";
import type { LawStore } from "./law-record";
import type { PolicyStore, RiskModelStore } from "./model-record";
import type { GuaranteeLedger, TaxBillStore, TaxRefundStore } from "./money-record";
import type { NoticeStore } from "./notice-record";
import type { OrderStore } from "./order-record";
import type { PassportStore } from "./passport-record";
import type { PermitStore } from "./permit-record";
import type { PreExaminationStore } from "./pre-examination-record";
import type { PriceHistory } from "./price-history";
import type { QuotaLedger } from "./quota-record";
import type * as R from "./records";
import type { ReviewStore } from "./review-record";
import type { AssessedRisk, RiskRecord } from "./risk-record";
import type { RuleStore } from "./rule-record";
import type { SavedViewStore } from "./saved-view-record";
import type { SecondReviewStore } from "./second-review-record";
import type { ProofStores } from "./statement-record";
import type { WebhookStore } from "./webhook-record";
import type { WorkbookStore } from "./workbook-record";

/** Time, identity and hashing come in from outside, so that a decision can be made again with the same values. */
export interface World {
  now(): Date;
  /** The day at the customs office. */
  today(): LocalDate;
  /** The day at the customs office in which the instant falls. */
  dayOf(instant: Date): LocalDate;
  /** A new UUIDv7. */
  newId(): string;
  /** Hex sha-256 of the text's UTF-8. */
  sha256(text: string): string;
  /** The 32 bytes of the SHA-256 of bytes. */
  digest(bytes: Uint8Array): Uint8Array;
  /** 32 bytes that nobody can guess. */
  newSalt(): Uint8Array;
}

/** Keeps what names people unreadable at rest, with keys that no use case sees. */
export interface Vault {
  /** What was sealed for one organisation opens for no other. */
  seal(organisationId: string, plain: string): Uint8Array<ArrayBuffer>;
  /** Throws when the bytes were changed, or sealed for another. */
  open(organisationId: string, sealed: Uint8Array): string;
  /** The same text has the same token; without the key nobody finds the text to a token. */
  tokenOf(plain: string): string;
}

/** Something outside that did not do its part. Thrown, not returned: no rule said no. */
export class DependencyError extends Error {
  constructor(
    readonly dependency: string,
    readonly retryable: boolean,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "DependencyError";
  }
}

/** Files by their content: the key is the sha-256 of the bytes, so a file can be put twice and is there once. */
export interface ObjectStore {
  /** Streams to the store while hashing; refuses beyond `limitBytes` with null and keeps nothing. */
  put(stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<{ sha256: string; byteLength: number } | null>;
  read(sha256: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Runs `use` with a local path to the bytes, which exists only meanwhile. */
  withLocalFile<T>(sha256: string, use: (path: string) => Promise<T>): Promise<T>;
}

/** What happens in one transaction: everything `work` did, or, when it throws or returns an error, nothing. */
export type UnitOfWork = <T, F extends Failure>(
  actor: Actor,
  work: (tx: Transaction) => Promise<Result<T, F>>,
) => Promise<Result<T, F>>;

/** A retail import that is made together with its consumer. */
export interface RetailShipment {
  readonly shipment: R.ShipmentRecord;
  readonly consumer: { readonly name: string; readonly identityNumber: string };
}

/** The store inside one transaction, under the actor's organisation. What it may not see does not exist. */
export interface Transaction extends ProofStores {
  /** Holds the shipment until the transaction ends, so that its events have one order. */
  lockShipment(shipmentId: string): Promise<void>;
  /** Holds many, one after the other in the order of their ids, so that no two who do so wait for each other. */
  lockShipments(shipmentIds: readonly string[]): Promise<void>;
  readonly people: {
    /** Lets nobody else change the people of the organisation until the transaction ends. */
    lock(): Promise<void>;
    /** Who last held the person's password link, and so could act as them; null when nobody did. */
    linkHolder(userId: string): Promise<string | null>;
  };
  readonly shipments: {
    get(id: string): Promise<R.ShipmentRecord | null>;
    add(shipment: R.ShipmentRecord): Promise<void>;
    /** Adds many retail imports, each with its consumer named, in few queries. */
    addRetail(shipments: readonly RetailShipment[]): Promise<void>;
    /** States the day of arrival; null takes it back. */
    stateArrival(id: string, arrivedOn: LocalDate | null): Promise<void>;
    chooseRegime(id: string, regime: R.ShipmentRecord["regime"]): Promise<void>;
    /** Keeps name and number sealed, the masks and the token beside them. */
    nameConsumer(id: string, consumer: { readonly name: string; readonly identityNumber: string }): Promise<void>;
    /** Writes what the lodged declaration says of parties and goods, for lists and searches. */
    describe(id: string, declaration: R.DeclarationRecord): Promise<void>;
    /** How many other shipments of the organisation named this firm as the buyer. */
    countByBuyer(buyer: string, exceptShipmentId: string): Promise<number>;
    /** How many other shipments of the organisation were for this consumer. */
    countByConsumer(identityToken: string, exceptShipmentId: string): Promise<number>;
    nextReference(): Promise<string>;
    /** So many references in a row. */
    nextReferences(count: number): Promise<readonly string[]>;
    /** The customs offices at which a declaration may be lodged, by code. */
    offices(): Promise<readonly R.OfficeRecord[]>;
    chooseOffice(id: string, office: R.OfficeRecord): Promise<void>;
  };
  readonly documents: DocumentStore;
  readonly containers: {
    entriesOf(containerId: string): Promise<readonly ContainerEntryRecord[]>;
    add(entry: ContainerEntryRecord): Promise<void>;
  };
  readonly layouts: {
    /** Whoever learns in the organisation waits until no other does. */
    lock(): Promise<void>;
    /** Those of the organisation, the last learned first, as many as a reading is given. */
    list(): Promise<readonly R.LayoutRecord[]>;
    /** Takes the place of the one with its id, or adds it; the oldest beyond those that are given are forgotten. */
    put(id: string | null, layout: R.LayoutRecord["layout"]): Promise<void>;
  };
  readonly fields: FieldStore;
  readonly declarations: {
    latest(shipmentId: string): Promise<R.DeclarationRecord | null>;
    get(id: string): Promise<R.DeclarationRecord | null>;
    add(declaration: R.DeclarationRecord): Promise<void>;
  };
  readonly clearances: {
    get(id: string): Promise<R.ClearanceRecord | null>;
    ofStage(shipmentId: string, stage: Stage): Promise<R.ClearanceRecord | null>;
    add(clearance: R.ClearanceRecord): Promise<void>;
    addMany(clearances: readonly R.ClearanceRecord[]): Promise<void>;
    /** False when somebody else changed it since it was read. */
    save(clearance: R.ClearanceRecord): Promise<boolean>;
  };
  readonly requirements: {
    get(id: string): Promise<R.RequirementRecord | null>;
    ofClearance(clearanceId: string): Promise<readonly R.RequirementRecord[]>;
    /** Adds or updates by code, with the evidence that still holds. */
    put(requirements: readonly R.RequirementRecord[]): Promise<void>;
    evidence(id: string, reference: string, documentId: string | null): Promise<void>;
  };
  readonly permits: PermitStore;
  readonly passports: PassportStore;
  readonly taxes: {
    add(assessment: R.TaxAssessmentRecord): Promise<void>;
    ofDeclaration(declarationId: string): Promise<R.TaxAssessmentRecord | null>;
  };
  readonly securities: {
    ofDeclaration(declarationId: string): Promise<readonly R.SecurityRecord[]>;
    /** The payment that was recorded under this receipt, of whatever shipment of the organisation. */
    ofReceipt(reference: string): Promise<R.SecurityRecord | null>;
    /** False when the organisation has recorded this receipt before. */
    add(security: R.SecurityRecord): Promise<boolean>;
    /** Lets the payments of an amended declaration count for the one that takes its place; those that do so. */
    carry(fromDeclarationId: string, toDeclarationId: string): Promise<readonly R.SecurityRecord[]>;
    /** Ends what the declaration had reserved of the guarantee; what ended. */
    endGuarantee(declarationId: string): Promise<readonly R.SecurityRecord[]>;
  };
  readonly guarantee: GuaranteeLedger;
  readonly taxBills: TaxBillStore;
  readonly taxRefunds: TaxRefundStore;
  readonly goodsReturns: GoodsReturnStore;
  readonly exchange: ExchangeStore;
  readonly notices: NoticeStore;
  readonly clockLooks: {
    /**
     * Works out anew by what lists order shipments, of so many at most of which facts, time or the law call for it; of
     * how many it stands now. None while another process is at the organisation's.
     */
    refresh(most: number): Promise<number>;
  };
  readonly webhooks: WebhookStore;
  readonly prices: PriceHistory;
  readonly codes: CodeDecisions;
  readonly quotas: QuotaLedger;
  readonly books: BookStore;
  readonly bookPapers: BookPaperStore;
  readonly destructions: DestructionStore;
  readonly orders: OrderStore;
  readonly history: HistoryStore;
  readonly insight: InsightStore;
  readonly preExaminations: PreExaminationStore;
  readonly models: RiskModelStore;
  readonly policies: PolicyStore;
  readonly rules: RuleStore;
  readonly risks: {
    add(risk: RiskRecord): Promise<void>;
    ofClearance(clearanceId: string): Promise<AssessedRisk | null>;
  };
  readonly reviews: ReviewStore;
  readonly secondReviews: SecondReviewStore;
  readonly inspections: InspectionStore;
  readonly inspectionItems: InspectionItemStore;
  readonly samples: SampleStore;
  readonly alerts: AlertStore;
  readonly releases: {
    add(order: R.ReleaseOrderRecord): Promise<void>;
    ofClearance(clearanceId: string): Promise<R.ReleaseOrderRecord | null>;
  };
  readonly grants: {
    /**
     * Lets one authority see the shipment, and ends what another was granted: who no longer clears the goods no longer
     * sees them. Says whether the grant is new, and whose ended.
     */
    moveTo(shipmentId: string, granteeOrganisationId: string): Promise<{ isNew: boolean; ended: readonly string[] }>;
  };
  readonly authorisations: {
    /** Whoever changes the whitelist of the organisation waits until no other does. */
    lock(): Promise<void>;
    get(id: string): Promise<R.AuthorisationRecord | null>;
    active(): Promise<readonly R.AuthorisationRecord[]>;
    listOwn(): Promise<readonly R.AuthorisationRecord[]>;
    add(authorisation: R.AuthorisationRecord): Promise<void>;
    decide(
      id: string,
      from: "proposed" | "active",
      state: R.AuthorisationRecord["state"],
      by: { id: string; name: string },
    ): Promise<boolean>;
  };
  readonly credit: CreditStore;
  readonly workbooks: WorkbookStore;
  readonly law: LawStore;
  readonly apiKeys: {
    add(key: {
      id: string;
      name: string;
      prefix: string;
      secretHash: string;
      roles: readonly string[];
      createdBy: string;
    }): Promise<void>;
    revoke(id: string): Promise<boolean>;
  };
  readonly reference: {
    /** The facts that hold on the day, with the tariff of China; of that only what these codes lie under, if given. */
    on(date: LocalDate, codes?: readonly string[]): Promise<Reference>;
    /** Keeps the tables that were read, each once; their hashes. Throws for tables that were not read by `on`. */
    keep(reference: Reference): Promise<R.LawRead>;
    /** The tables as they were read then; null when they are no longer there. */
    kept(read: R.LawRead): Promise<Reference | null>;
    /** Agreements and rules of origin that hold on the day. */
    originsOn(date: LocalDate): Promise<Origins>;
  };
  readonly evidence: EvidenceLog;
  readonly outbox: {
    /** Owes the work, from the instant on that is given. */
    put(organisationId: string, message: JobMessage, availableAt?: Date): Promise<void>;
    /**
     * Owes the work unless what has the same key is owed; that is then owed from the earlier of the two instants on. What
     * was given up under the key is done with.
     */
    putOnce(organisationId: string, key: string, message: JobMessage, availableAt: Date): Promise<void>;
    /** Marks the message as carried out; false when it was before, and then nothing may be done again. */
    complete(messageId: string): Promise<boolean>;
    retry(messageId: string): Promise<boolean>;
  };
  readonly savedViews: SavedViewStore;
  readonly audit: {
    add(action: string, objectKind: string, objectId: string, detail: Readonly<Record<string, string>>): Promise<void>;
  };
  readonly idempotency: {
    /** Starts the request under its key, or says what became of it. */
    begin(key: string, endpoint: string, requestHash: string): Promise<IdempotencyState>;
    finish(key: string, status: number, body: unknown): Promise<void>;
  };
  /** Tells the screens that look at the shipment, when the transaction is committed. */
  announce(organisationId: string, shipmentId: string, event: { readonly documentId?: string }): Promise<void>;
}
