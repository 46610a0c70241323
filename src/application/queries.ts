import type { ListName } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import type { ApiKeyView, JobRowView } from "@/contracts/views/account";
import type { AlertRowView, AlertView } from "@/contracts/views/alert";
import type {
  BookItemDetailView,
  BookItemView,
  BookView,
  GatePassView,
  ShipmentBookView,
  StatementRowView,
  StockCountView,
  VerificationListView,
} from "@/contracts/views/book";
import type { ClearanceTimeView, ShipmentTimeView, UnderwayView } from "@/contracts/views/clearance-time";
import type { AeoRowView } from "@/contracts/views/credit";
import type { DeclarationVersionView } from "@/contracts/views/declaration";
import type { DestructionRowView, DestructionView } from "@/contracts/views/destruction";
import type { DocumentView, WordView } from "@/contracts/views/document";
import type { EndingView } from "@/contracts/views/ending";
import type {
  AnswerView,
  ChannelView,
  MessageCountsView,
  MessageDetailView,
  MessageRowView,
  MessageState,
  MessageView,
} from "@/contracts/views/exchange";
import type { GoodsReturnView, ReturnState } from "@/contracts/views/goods-return";
import type { AuditRowView, InspectionView } from "@/contracts/views/inspection";
import type { LawBasketRowView, LawBasketView, LawFactView } from "@/contracts/views/law";
import type { LogStandingView } from "@/contracts/views/log";
import type { ModelRowView, PolicyView } from "@/contracts/views/model";
import type { BillState, GuaranteeEntryView, GuaranteeView, TaxBillView, TaxRefundView } from "@/contracts/views/money";
import type { FeedBatchView, OrderFilter, OrderPivotView, OrderRowView, OrderView } from "@/contracts/views/order";
import type { PassportList, PassportRowView, PassportView } from "@/contracts/views/passport";
import type { PermitKindView, PermitList, PermitView } from "@/contracts/views/permit";
import type { PlanView } from "@/contracts/views/plan";
import type { PreExaminationView } from "@/contracts/views/pre-examination";
import type { ComparisonView } from "@/contracts/views/reconciliation";
import type {
  ReviewCaseView,
  ReviewCountsView,
  ReviewListName,
  ReviewQuestionView,
  ReviewRowView,
} from "@/contracts/views/review";
import type {
  OwnDecisionView,
  ReviewPolicyView,
  ReviewQualityView,
  SecondReviewView,
} from "@/contracts/views/review-work";
import type { BacktestView, RulesView, RuleView } from "@/contracts/views/rule";
import type { SavedViewView } from "@/contracts/views/saved-view";
import type {
  OfficeView,
  ShipmentCountsView,
  ShipmentListName,
  ShipmentListRowView,
  ShipmentView,
} from "@/contracts/views/shipment";
import type { TimelineView } from "@/contracts/views/timeline";
import type { ExpiryBand } from "@/domain/account-book/expiry";
import type { ShipmentSort } from "@/domain/clearance-time/shipment-order";
import type { DestructionState } from "@/domain/destruction/destruction";
import type { FactKind } from "@/domain/law/change";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Result } from "@/domain/shared/result";
import type { Actor } from "./actor";
import type { CreditQueries } from "./credit-queries";
import type { Listing } from "./listing";
import type { NotificationQueries } from "./notification-queries";

/**
 * What screens and API read. Every query runs under the actor's organisation: what it may not see does not exist
 * for it, and comes back as null or is left out. What is for admins alone is refused to everybody else.
 */
export interface Queries extends NotificationQueries, CreditQueries {
  listShipments(
    actor: Actor,
    options: {
      cursor?: string;
      limit: number;
      search?: string;
      view?: ShipmentListName;
      sort?: ShipmentSort;
      /** Only these. */
      ids?: readonly string[];
    },
  ): Promise<Listing<ShipmentListRowView>>;
  /** How many shipments each part of the list holds. */
  countShipments(actor: Actor): Promise<ShipmentCountsView>;
  getShipment(actor: Actor, shipmentId: string): Promise<ShipmentView | null>;
  /** The customs offices at which a declaration may be lodged. */
  listOffices(actor: Actor): Promise<readonly OfficeView[]>;
  /** Whether the shipment is the organisation's own, or was lodged with it. */
  seesShipment(actor: Actor, shipmentId: string): Promise<boolean>;
  getDocument(actor: Actor, documentId: string): Promise<DocumentView | null>;
  /** The hash of the picture of a page. */
  getPageImage(actor: Actor, documentId: string, number: number): Promise<string | null>;
  /** The words of a page; null where there is no such page that the actor may see. */
  getPageWords(actor: Actor, documentId: string, number: number): Promise<readonly WordView[] | null>;
  /** What the documents of a shipment say of the same facts. */
  getReconciliation(actor: Actor, shipmentId: string): Promise<readonly ComparisonView[] | null>;
  getTimeline(actor: Actor, shipmentId: string): Promise<TimelineView | null>;
  /** Whose the time of a shipment was, its clocks of the law and its promise; of what the actor sees of it. */
  getShipmentTime(actor: Actor, shipmentId: string): Promise<ShipmentTimeView | null>;
  /** What a broker's releases of a window of days took, and what one declaration for two gates saved. */
  getClearanceTime(
    actor: Actor,
    window: { readonly from: LocalDate; readonly before: LocalDate },
  ): Promise<Result<ClearanceTimeView, Failure>>;
  /** A page of the shipments of which a clock runs: what can still be saved by slack, then what has run out. */
  listUnderway(
    actor: Actor,
    options: { readonly cursor?: string; readonly limit: number },
  ): Promise<Result<Listing<UnderwayView>, Failure>>;
  listReviews(
    actor: Actor,
    options: { cursor?: string; limit: number; state: "open" | "decided"; view?: ReviewListName },
  ): Promise<Listing<ReviewRowView>>;
  /** How many cases each part of the queue holds, and how the officer's day goes. */
  countReviews(actor: Actor): Promise<ReviewCountsView>;
  getReview(actor: Actor, caseId: string): Promise<ReviewCaseView | null>;
  /** What is known of a case before it is opened, for its authority; null where none was made. */
  getPreExamination(actor: Actor, caseId: string): Promise<Result<PreExaminationView | null, Failure>>;
  /** What officers asked about a shipment; null when the actor does not see that. */
  listReviewQuestions(actor: Actor, shipmentId: string): Promise<readonly ReviewQuestionView[] | null>;
  getReviewPolicy(actor: Actor): Promise<Result<ReviewPolicyView, Failure>>;
  /** The officer's own rulings, or for an admin of the authority those of all, and how they fared. */
  listDecisions(
    actor: Actor,
    options: { cursor?: string; limit: number; whose: "own" | "all" },
  ): Promise<Result<Listing<OwnDecisionView>, Failure>>;
  /** A decided case that the officer looks at without its ruling. */
  getSecondReview(actor: Actor, id: string): Promise<Result<SecondReviewView | null, Failure>>;
  /** How officers agree who decide the same case, for admins of the authority. */
  getReviewQuality(actor: Actor): Promise<Result<ReviewQualityView, Failure>>;
  /** Which check is made at which gate, why, and what is not repeated; null when the actor does not see the shipment. */
  getPlan(actor: Actor, shipmentId: string): Promise<PlanView | null>;
  /** All looks at the goods of a shipment, at both gates. */
  listInspectionsOf(actor: Actor, shipmentId: string): Promise<Result<readonly InspectionView[], Failure>>;
  listInspections(
    actor: Actor,
    options: { cursor?: string; limit: number; state: "ordered" | "recorded" },
  ): Promise<Result<Listing<InspectionView & { readonly reference: string }>, Failure>>;
  /** Released goods of the blue lane that nobody has audited. */
  listToAudit(actor: Actor, options: { limit: number }): Promise<Result<readonly AuditRowView[], Failure>>;
  getInspectionPhoto(actor: Actor, sha256: string): Promise<Result<{ mediaType: string } | null, Failure>>;
  listAlerts(
    actor: Actor,
    options: { cursor?: string; limit: number; state: "active" | "lifted" },
  ): Promise<Result<Listing<AlertRowView>, Failure>>;
  getAlert(actor: Actor, alertId: string): Promise<Result<AlertView | null, Failure>>;
  /** The account books of the organisation, for who keeps them. */
  listBooks(actor: Actor): Promise<Result<readonly BookView[], Failure>>;
  getBook(actor: Actor, bookId: string): Promise<Result<BookView | null, Failure>>;
  /** Items by their numbers, those after one of them. */
  listBookItems(
    actor: Actor,
    bookId: string,
    options: { after?: number; limit: number; search?: string; expiry?: ExpiryBand; inStock?: boolean },
  ): Promise<Result<{ readonly rows: readonly BookItemView[]; readonly nextAfter: number | null }, Failure>>;
  getBookItem(actor: Actor, itemId: string): Promise<Result<BookItemDetailView | null, Failure>>;
  /** The movements of an item, the last first, those before a sequence. */
  getBookStatement(
    actor: Actor,
    itemId: string,
    options: { before?: number; limit: number },
  ): Promise<Result<{ readonly rows: readonly StatementRowView[]; readonly nextBefore: number | null }, Failure>>;
  listStockCounts(actor: Actor, bookId: string): Promise<Result<readonly StockCountView[], Failure>>;
  listVerificationLists(actor: Actor, bookId: string): Promise<Result<readonly VerificationListView[], Failure>>;
  getGatePass(actor: Actor, passId: string): Promise<Result<GatePassView | null, Failure>>;
  /** Destructions of the organisation's goods, or of those that it supervises as a customs office. */
  listDestructions(
    actor: Actor,
    options: { cursor?: string; limit: number; state?: DestructionState },
  ): Promise<Result<Listing<DestructionRowView>, Failure>>;
  getDestruction(actor: Actor, id: string): Promise<Result<DestructionView | null, Failure>>;
  /** What the lines of a shipment take of the books; null when the actor does not see the shipment. */
  getShipmentBook(actor: Actor, shipmentId: string): Promise<ShipmentBookView | null>;
  /** Orders of retail imports, newest first, for who declares them. */
  listOrders(
    actor: Actor,
    options: OrderFilter & { cursor?: string; limit: number },
  ): Promise<Result<Listing<OrderRowView>, Failure>>;
  /** An order with what each rule says of its documents; people masked. */
  getOrder(actor: Actor, orderId: string): Promise<Result<OrderView | null, Failure>>;
  /** The order that a shipment was made for; null where there is none that the actor may see. */
  getOrderOfShipment(actor: Actor, shipmentId: string): Promise<OrderView | null>;
  /** How many orders each rule found something against, and what they are worth. */
  getOrderPivot(actor: Actor): Promise<Result<OrderPivotView, Failure>>;
  listFeedBatches(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<FeedBatchView>, Failure>>;
  getFeedBatch(actor: Actor, batchId: string): Promise<Result<FeedBatchView | null, Failure>>;
  /** The whitelist: what is in force, and for who keeps it everything else. */
  listAeo(actor: Actor, options: { cursor?: string; limit: number }): Promise<Listing<AeoRowView>>;
  /** Baskets of changes of the law, for admins of an authority. */
  listLawBaskets(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<LawBasketRowView>, Failure>>;
  getLawBasket(actor: Actor, basketId: string): Promise<Result<LawBasketView | null, Failure>>;
  /** Facts of the law that hold on a day and that a basket may change. */
  findLawFacts(
    actor: Actor,
    question: { kind: FactKind; search: string; on: LocalDate; limit: number },
  ): Promise<Result<readonly LawFactView[], Failure>>;
  /** Models and policies of the authority, for its officers and admins. */
  listModels(actor: Actor): Promise<Result<readonly ModelRowView[], Failure>>;
  listPolicies(actor: Actor): Promise<Result<readonly PolicyView[], Failure>>;
  /** The rules of risk of an authority, for its admins and officers. */
  listRules(actor: Actor): Promise<Result<RulesView, Failure>>;
  getRule(actor: Actor, ruleId: string): Promise<Result<RuleView | null, Failure>>;
  getBacktest(actor: Actor, backtestId: string): Promise<Result<BacktestView | null, Failure>>;
  /** Messages to authorities, of one state and kind or all. */
  listMessages(
    actor: Actor,
    options: {
      cursor?: string;
      limit: number;
      state?: MessageState;
      kind?: MessageRowView["kind"];
      search?: string;
    },
  ): Promise<Result<Listing<MessageRowView>, Failure>>;
  countMessages(actor: Actor): Promise<Result<MessageCountsView, Failure>>;
  getMessage(actor: Actor, messageId: string): Promise<Result<MessageDetailView | null, Failure>>;
  /** The organisation's own messages of a shipment, each with its answers. */
  listMessagesOf(actor: Actor, shipmentId: string): Promise<readonly MessageView[] | null>;
  /** Answers that belong to nothing, or say what nobody knows. */
  listQuarantine(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<AnswerView>, Failure>>;
  listChannels(actor: Actor): Promise<Result<readonly ChannelView[], Failure>>;
  /** The organisation's guarantee with its forecast; null where none is kept. */
  getGuarantee(actor: Actor): Promise<Result<GuaranteeView | null, Failure>>;
  listGuaranteeEntries(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<GuaranteeEntryView>, Failure>>;
  listTaxBills(
    actor: Actor,
    options: { cursor?: string; limit: number; state?: BillState },
  ): Promise<Result<Listing<TaxBillView>, Failure>>;
  listTaxRefunds(
    actor: Actor,
    options: { cursor?: string; limit: number },
  ): Promise<Result<Listing<TaxRefundView>, Failure>>;
  /** Bills and refunds of a shipment, for everybody who sees it. */
  getMoneyOf(
    actor: Actor,
    shipmentId: string,
  ): Promise<{ readonly bills: readonly TaxBillView[]; readonly refunds: readonly TaxRefundView[] } | null>;
  /** Permits, registrations and certificates of the organisation. */
  listPermits(
    actor: Actor,
    options: { cursor?: string; limit: number; list: PermitList },
  ): Promise<Result<Listing<PermitView>, Failure>>;
  listPermitKinds(actor: Actor): Promise<Result<readonly PermitKindView[], Failure>>;
  /** How many permits end within 60 days, or have ended. */
  countEndingPermits(actor: Actor): Promise<Result<number, Failure>>;
  /** Passports of goods. */
  listPassports(
    actor: Actor,
    options: { cursor?: string; limit: number; list: PassportList; search?: string },
  ): Promise<Result<Listing<PassportRowView>, Failure>>;
  /** One passport, with addresses below the place where passports are published. */
  getPassport(actor: Actor, passportId: string, base: string): Promise<Result<PassportView | null, Failure>>;
  /** What runs out within sixty days, or has: permits and books of a broker, authorisations of an authority. */
  listEndings(actor: Actor): Promise<Result<readonly EndingView[], Failure>>;
  /** Retail goods of the organisation that come back. */
  listReturns(
    actor: Actor,
    options: { cursor?: string; limit: number; state?: ReturnState },
  ): Promise<Result<Listing<GoodsReturnView>, Failure>>;
  /** The returns of a shipment, for everybody who sees it. */
  listReturnsOf(actor: Actor, shipmentId: string): Promise<readonly GoodsReturnView[] | null>;
  /** The lodged versions of a shipment's declaration, the newest first; null when the actor does not see it. */
  listDeclarationVersions(actor: Actor, shipmentId: string): Promise<readonly DeclarationVersionView[] | null>;
  /** Saved views of a list, or of all lists that the actor sees: their own, and those that are shared. */
  listSavedViews(actor: Actor, list?: ListName): Promise<Result<readonly SavedViewView[], Failure>>;
  /** The transparency log, its witnesses and what happened to it. */
  getLogStanding(actor: Actor): Promise<Result<LogStandingView, Failure>>;
  listApiKeys(actor: Actor): Promise<Result<readonly ApiKeyView[], Failure>>;
  listJobs(actor: Actor, options: { cursor?: string; limit: number }): Promise<Result<Listing<JobRowView>, Failure>>;
}

/** Runs many reads of one actor over the rows of one moment. The queries that `work` gets answer for that actor alone. */
export type InSnapshot = <T>(actor: Actor, work: (queries: Queries) => Promise<T>) => Promise<T>;
