import { type Actor, authorise, type Permission } from "@/application/actor";
import type { Vault, World } from "@/application/ports";
import type { InSnapshot, Queries } from "@/application/queries";
import type { Failure } from "@/contracts/problem";
import { ok, type Result } from "@/domain/shared/result";
import type { Simplify } from "@/domain/three-documents/normalise";
import { alerts } from "./alert-views";
import { benefits } from "./benefit-views";
import { bookPapers } from "./book-paper-views";
import { books } from "./book-views";
import { clearanceTime } from "./clearance-time-views";
import { type PrismaClient, type PrismaTransaction, reaching } from "./client";
import { credit } from "./credit-views";
import { declarationVersions } from "./declaration-versions-view";
import { destructions } from "./destruction-views";
import { document, pageImage, pageWords } from "./document-views";
import { endings } from "./ending-views";
import { exchange } from "./exchange-views";
import { goodsReturns } from "./goods-return-views";
import { inspections } from "./inspection-views";
import { law } from "./law-views";
import { logStanding } from "./log-views";
import { models } from "./model-views";
import { money } from "./money-views";
import { notifications } from "./notification-views";
import { orderReads } from "./order-views";
import { passports } from "./passport-views";
import { permits } from "./permit-views";
import { plan } from "./plan-view";
import { preExamination } from "./pre-examination-views";
import { reconciliation } from "./reconciliation-view";
import { asUndecided, blindOf, untilOpened } from "./review-blind";
import { reviews } from "./review-views";
import { reviewWork } from "./review-work-views";
import { policyOf } from "./review-workings";
import { rules } from "./rule-views";
import { savedViews } from "./saved-view-views";
import { enter, type Scope } from "./scope";
import { shipmentBook } from "./shipment-book-view";
import { shipments } from "./shipment-views";
import { timeline } from "./timeline-views";
import { webhooks } from "./webhook-views";
import { workbooks } from "./workbook-views";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const TIMES = { maxWait: 10_000, timeout: 20_000 };

/** Runs a read under the actor's organisation. */
type Under = <T>(actor: Actor, read: (scope: Scope) => Promise<T>) => Promise<T>;

/** Every read runs in a transaction of its own, under the actor's organisation, like every write. */
export function createQueries(client: PrismaClient, world: World, vault: Vault, simplify: Simplify): Queries {
  return readsUnder((actor, read) =>
    reaching(() =>
      client.$transaction(async (db: PrismaTransaction) => {
        await enter(db, actor);
        return read({ db, actor, organisationId: actor.organisationId, world, vault, simplify });
      }, TIMES),
    ),
  );
}

/** What is read for a file may take so long; then its transaction ends, and with it the file. */
const SNAPSHOT_TIMES = { maxWait: 5_000, timeout: 600_000 };

/**
 * Runs many reads of one actor in one transaction, so that all of them see the rows of one moment however long they take.
 * It takes connections of its own: a long export keeps none from the screens.
 */
export function createSnapshots(client: PrismaClient, world: World, vault: Vault, simplify: Simplify): InSnapshot {
  return (actor, work) =>
    reaching(() =>
      client.$transaction(
        async (db: PrismaTransaction) => {
          await enter(db, actor);
          const scope = { db, actor, organisationId: actor.organisationId, world: stillAt(world), vault, simplify };
          return work(readsUnder((_same, read) => read(scope)));
        },
        { ...SNAPSHOT_TIMES, isolationLevel: "RepeatableRead" },
      ),
    );
}

/** The world with its clock held: what is ordered by the time left keeps its order from page to page. */
function stillAt(world: World): World {
  const [at, on] = [world.now(), world.today()];
  return { ...world, now: () => at, today: () => on };
}

function readsUnder(under: Under): Queries {
  /** What is no id is nobody's; the database would call it an error. */
  const one = <T>(actor: Actor, id: string, read: (scope: Scope) => Promise<T | null>): Promise<T | null> =>
    UUID.test(id) ? under(actor, read) : Promise.resolve(null);
  const asked = async <T>(
    actor: Actor,
    permission: Permission,
    read: (scope: Scope) => Promise<T>,
  ): Promise<Result<T, Failure>> => {
    const allowed = authorise(actor, permission);
    return allowed.ok ? ok(await under(actor, read)) : allowed;
  };
  return {
    listShipments: (actor, options) => under(actor, (scope) => undecidedRows(scope, options)),
    countShipments: (actor) => under(actor, shipments.count),
    getShipment: (actor, id) => one(actor, id, (scope) => undecided(scope, id)),
    listOffices: (actor) => under(actor, shipments.offices),
    seesShipment: async (actor, id) => (await one(actor, id, (scope) => shipments.sees(scope, id))) === true,
    getDocument: (actor, id) => one(actor, id, (scope) => document(scope, id)),
    getPageImage: (actor, id, number) => one(actor, id, (scope) => pageImage(scope, id, number)),
    getPageWords: (actor, id, number) => one(actor, id, (scope) => pageWords(scope, id, number)),
    getReconciliation: (actor, id) => one(actor, id, (scope) => reconciliation(scope, id)),
    getTimeline: (actor, id) => one(actor, id, (scope) => seenTimeline(scope, id)),
    getShipmentTime: (actor, id) =>
      one(actor, id, async (scope) => {
        const seen = await seenTimeline(scope, id);
        return seen && clearanceTime.ofShipment(scope, id, seen);
      }),
    getClearanceTime: (actor, window) => asked(actor, "see_time", (scope) => clearanceTime.inWindow(scope, window)),
    listUnderway: (actor, options) => asked(actor, "see_time", (scope) => clearanceTime.underway(scope, options)),
    listReviews: (actor, options) => under(actor, (scope) => reviews.list(scope, options)),
    countReviews: (actor) => under(actor, reviews.count),
    getReview: (actor, id) => one(actor, id, (scope) => reviewSeen(scope, id)),
    getPreExamination: (actor, id) =>
      asked(actor, "see_workbench", async (scope) => (UUID.test(id) ? preExamination(scope, id) : null)),
    listReviewQuestions: (actor, id) =>
      one(actor, id, async (scope) => ((await shipments.sees(scope, id)) ? reviewWork.questions(scope, id) : null)),
    getReviewPolicy: (actor) => asked(actor, "see_workbench", policyOf),
    listDecisions: (actor, { whose, ...options }) =>
      asked(actor, whose === "all" ? "see_review_quality" : "see_workbench", (scope) =>
        reviewWork.decisions(scope, { ...options, officerId: whose === "all" ? null : actor.id }),
      ),
    getSecondReview: (actor, id) =>
      asked(actor, "decide_review", async (scope) => (UUID.test(id) ? reviewWork.second(scope, id) : null)),
    getReviewQuality: (actor) => asked(actor, "see_review_quality", reviewWork.quality),
    listInspectionsOf: (actor, id) =>
      asked(actor, "see_workbench", async (scope) => (UUID.test(id) ? inspections.ofShipment(scope, id) : [])),
    getPlan: (actor, id) => one(actor, id, (scope) => plan(scope, id)),
    listInspections: (actor, options) => asked(actor, "see_workbench", (scope) => inspections.list(scope, options)),
    listToAudit: (actor, options) => asked(actor, "see_workbench", (scope) => inspections.toAudit(scope, options)),
    getInspectionPhoto: (actor, sha256) => asked(actor, "see_workbench", (scope) => inspections.photo(scope, sha256)),
    listAlerts: (actor, options) => asked(actor, "see_workbench", (scope) => alerts.list(scope, options)),
    getAlert: (actor, id) =>
      asked(actor, "see_workbench", async (scope) => (UUID.test(id) ? alerts.get(scope, id) : null)),
    listBooks: (actor) => asked(actor, "keep_book", books.list),
    getBook: (actor, id) => asked(actor, "keep_book", async (scope) => (UUID.test(id) ? books.get(scope, id) : null)),
    listBookItems: (actor, id, options) =>
      asked(actor, "keep_book", async (scope) =>
        UUID.test(id) ? books.items(scope, id, options) : { rows: [], nextAfter: null },
      ),
    getBookItem: (actor, id) =>
      asked(actor, "keep_book", async (scope) => (UUID.test(id) ? books.item(scope, id) : null)),
    getBookStatement: (actor, id, options) =>
      asked(actor, "keep_book", async (scope) =>
        UUID.test(id) ? books.statement(scope, id, options) : { rows: [], nextBefore: null },
      ),
    listStockCounts: (actor, id) =>
      asked(actor, "keep_book", async (scope) => (UUID.test(id) ? bookPapers.counts(scope, id) : [])),
    listVerificationLists: (actor, id) =>
      asked(actor, "keep_book", async (scope) => (UUID.test(id) ? bookPapers.lists(scope, id) : [])),
    getGatePass: (actor, id) =>
      asked(actor, "keep_book", async (scope) => (UUID.test(id) ? bookPapers.pass(scope, id) : null)),
    listDestructions: (actor, options) =>
      asked(actor, "see_destructions", (scope) => destructions.list(scope, options)),
    getDestruction: (actor, id) =>
      asked(actor, "see_destructions", async (scope) => (UUID.test(id) ? destructions.get(scope, id) : null)),
    getShipmentBook: (actor, id) => one(actor, id, (scope) => shipmentBook(scope, id)),
    listOrders: (actor, options) => asked(actor, "feed_orders", (scope) => orderReads.list(scope, options)),
    getOrder: (actor, id) =>
      asked(actor, "feed_orders", async (scope) => (UUID.test(id) ? orderReads.get(scope, id) : null)),
    getOrderOfShipment: (actor, id) => one(actor, id, (scope) => orderReads.ofShipment(scope, id)),
    getOrderPivot: (actor) => asked(actor, "feed_orders", orderReads.pivot),
    listFeedBatches: (actor, options) => asked(actor, "feed_orders", (scope) => orderReads.batches(scope, options)),
    getFeedBatch: (actor, id) =>
      asked(actor, "feed_orders", async (scope) => (UUID.test(id) ? orderReads.batch(scope, id) : null)),
    listAeo: (actor, options) => under(actor, (scope) => credit.listAeo(scope, options)),
    getCreditPolicy: (actor) => asked(actor, "see_credit", benefits.policy),
    listBenefitUses: (actor, options) => asked(actor, "see_credit", (scope) => benefits.uses(scope, options)),
    listCreditFlags: (actor, options) => asked(actor, "see_credit", (scope) => benefits.flags(scope, options)),
    listWorkbooks: (actor) => asked(actor, "keep_workbook", workbooks.own),
    listApplications: (actor) => asked(actor, "see_credit", workbooks.applications),
    getWorkbook: (actor, id) => (seesWorkbooks(actor) ? one(actor, id, (scope) => workbooks.get(scope, id)) : none()),
    getWorkbookFile: (actor, id) =>
      seesWorkbooks(actor) ? one(actor, id, (scope) => workbooks.file(scope, id)) : none(),
    listLawBaskets: (actor, options) => asked(actor, "propose_law", (scope) => law.listBaskets(scope, options)),
    getLawBasket: (actor, id) =>
      asked(actor, "propose_law", async (scope) => (UUID.test(id) ? law.getBasket(scope, id) : null)),
    findLawFacts: (actor, question) => asked(actor, "propose_law", (scope) => law.findFacts(scope, question)),
    listModels: (actor) => asked(actor, "see_risk", models.list),
    listPolicies: (actor) => asked(actor, "see_risk", models.policies),
    listRules: (actor) => asked(actor, "read_rule", rules.list),
    getRule: (actor, id) => asked(actor, "read_rule", async (scope) => (UUID.test(id) ? rules.get(scope, id) : null)),
    getBacktest: (actor, id) =>
      asked(actor, "read_rule", async (scope) => (UUID.test(id) ? rules.backtest(scope, id) : null)),
    getGuarantee: (actor) => asked(actor, "see_money", money.guarantee),
    listGuaranteeEntries: (actor, options) => asked(actor, "see_money", (scope) => money.entries(scope, options)),
    listTaxBills: (actor, options) => asked(actor, "see_money", (scope) => money.bills(scope, options)),
    listTaxRefunds: (actor, options) => asked(actor, "see_money", (scope) => money.refunds(scope, options)),
    getMoneyOf: (actor, id) =>
      one(actor, id, async (scope) =>
        (await shipments.sees(scope, id))
          ? { bills: await money.billsOf(scope, id), refunds: await money.refundsOf(scope, id) }
          : null,
      ),
    listPermits: (actor, options) => asked(actor, "keep_permits", (scope) => permits.list(scope, options)),
    listPermitKinds: (actor) => asked(actor, "keep_permits", permits.kinds),
    listEndings: (actor) => asked(actor, "read", endings),
    countEndingPermits: (actor) => asked(actor, "keep_permits", permits.countEnding),
    listPassports: (actor, options) => asked(actor, "keep_passports", (scope) => passports.list(scope, options)),
    getPassport: (actor, id, base) =>
      asked(actor, "keep_passports", async (scope) => (UUID.test(id) ? passports.get(scope, id, base) : null)),
    listReturns: (actor, options) => asked(actor, "see_money", (scope) => goodsReturns.list(scope, options)),
    listReturnsOf: (actor, id) =>
      one(actor, id, async (scope) => ((await shipments.sees(scope, id)) ? goodsReturns.ofShipment(scope, id) : null)),
    listDeclarationVersions: (actor, id) =>
      one(actor, id, async (scope) => ((await shipments.sees(scope, id)) ? declarationVersions(scope, id) : null)),
    listMessages: (actor, options) => asked(actor, "see_messages", (scope) => exchange.list(scope, options)),
    countMessages: (actor) => asked(actor, "see_messages", exchange.count),
    getMessage: (actor, id) =>
      asked(actor, "see_messages", async (scope) => (UUID.test(id) ? exchange.get(scope, id) : null)),
    listMessagesOf: (actor, id) =>
      one(actor, id, async (scope) => ((await shipments.sees(scope, id)) ? exchange.ofShipment(scope, id) : null)),
    listQuarantine: (actor, options) => asked(actor, "see_messages", (scope) => exchange.quarantine(scope, options)),
    listChannels: (actor) => asked(actor, "see_messages", exchange.channels),
    listSavedViews: (actor, list) => asked(actor, "keep_views", (scope) => savedViews(scope, list)),
    listNotifications: (actor, options) =>
      asked(actor, "keep_notifications", (scope) => notifications.list(scope, options)),
    countUnread: (actor) => asked(actor, "keep_notifications", notifications.count),
    getNotificationSettings: (actor) => asked(actor, "keep_notifications", notifications.settings),
    listWebhooks: (actor) => asked(actor, "keep_webhooks", webhooks.list),
    listDeliveries: (actor, id, options) =>
      asked(actor, "keep_webhooks", async (scope) =>
        UUID.test(id) ? webhooks.deliveries(scope, id, options) : { rows: [], nextCursor: null },
      ),
    getLogStanding: (actor) => asked(actor, "see_log", logStanding),
    listApiKeys: (actor) => asked(actor, "maintain_api_keys", credit.listApiKeys),
    listJobs: (actor, options) => asked(actor, "see_jobs", (scope) => credit.listJobs(scope, options)),
  };
}

/** A shipment; as it was before its case was decided, for who looks at that without seeing the ruling. */
async function undecided(scope: Scope, id: string) {
  const shipment = await shipments.get(scope, id);
  const blind = shipment && (await blindOf(scope)).find((each) => each.shipmentId === id);
  return shipment && blind ? asUndecided(shipment, blind) : shipment;
}

async function undecidedRows(scope: Scope, options: Parameters<typeof shipments.list>[1]) {
  const listed = await shipments.list(scope, options);
  const blind = await blindOf(scope);
  return { ...listed, rows: listed.rows.filter((row) => blind.every((each) => each.shipmentId !== row.id)) };
}

async function seenTimeline(scope: Scope, id: string) {
  const all = await timeline(scope, id);
  const blind = all && (await blindOf(scope)).find((each) => each.shipmentId === id);
  return all && blind ? untilOpened(all, blind) : all;
}

/** Who looks at a case without its ruling sees it in that place alone. */
async function reviewSeen(scope: Scope, id: string) {
  const review = await reviews.get(scope, id);
  const blind = await blindOf(scope);
  return review && blind.some((each) => each.shipmentId === review.shipmentId) ? null : review;
}

/** Whoever writes the firm's workbook, and who decides on what was handed in. */
function seesWorkbooks(actor: Actor): boolean {
  return authorise(actor, "keep_workbook").ok || authorise(actor, "see_credit").ok;
}

async function none(): Promise<null> {
  return null;
}
