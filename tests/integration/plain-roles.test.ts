import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Role } from "@/application/actor";
import { approveAuthorisation, proposeAuthorisation } from "@/application/maintain-aeo";
import { createApiKey } from "@/application/maintain-api-keys";
import type { Queries } from "@/application/queries";
import { aeoCode } from "../support/aeo-code";
import { createHouse, type House, must, uploadSample } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const page = { limit: 50 };

let house: House;
let shipmentId: string;
const inForce = v7();

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  shipmentId = await uploadSample(house, house.broker, "green-toys");
  for (const admin of [house.broker, house.admin]) {
    const newSecret = () => ({ prefix: "tg_test", secret: "s", secretHash: v7() });
    must(await createApiKey({ ...house, newSecret }, admin, "Machine", ["broker"]));
  }
  await propose("Proposed Firm");
  const { id } = await propose("Firm in force");
  must(await approveAuthorisation(house, house.secondAdmin, id, true));
});
afterAll(() => house.close());

const propose = async (holder: string) =>
  must(
    await proposeAuthorisation(house, house.admin, {
      aeoCode: aeoCode(),
      holder,
      tier: "certified",
      scope: { roles: [], commodityPrefixes: [], origins: [], valueCap: null },
      validFrom: "2026-04-01",
      validTo: null,
      source: "Certificate of 2026-03-20",
    }),
  );

const as = (actor: Actor, ...roles: Role[]): Actor => ({ ...actor, roles }) as Actor;

/** Every query there is, asked for something that is there. */
const asked: Readonly<Record<keyof Queries, (queries: Queries, actor: Actor) => Promise<unknown>>> = {
  listShipments: (queries, actor) => queries.listShipments(actor, page),
  countShipments: (queries, actor) => queries.countShipments(actor),
  listSavedViews: (queries, actor) => queries.listSavedViews(actor),
  listOffices: (queries, actor) => queries.listOffices(actor),
  getShipment: (queries, actor) => queries.getShipment(actor, shipmentId),
  seesShipment: (queries, actor) => queries.seesShipment(actor, shipmentId),
  getDocument: (queries, actor) => queries.getDocument(actor, inForce),
  getPageImage: (queries, actor) => queries.getPageImage(actor, inForce, 1),
  getPageWords: (queries, actor) => queries.getPageWords(actor, inForce, 1),
  getReconciliation: (queries, actor) => queries.getReconciliation(actor, shipmentId),
  getTimeline: (queries, actor) => queries.getTimeline(actor, shipmentId),
  listReviews: (queries, actor) => queries.listReviews(actor, { ...page, state: "open" }),
  getReview: (queries, actor) => queries.getReview(actor, inForce),
  getPreExamination: (queries, actor) => queries.getPreExamination(actor, inForce),
  countReviews: (queries, actor) => queries.countReviews(actor),
  listReviewQuestions: (queries, actor) => queries.listReviewQuestions(actor, shipmentId),
  getReviewPolicy: (queries, actor) => queries.getReviewPolicy(actor),
  listDecisions: (queries, actor) => queries.listDecisions(actor, { ...page, whose: "own" }),
  getSecondReview: (queries, actor) => queries.getSecondReview(actor, inForce),
  getReviewQuality: (queries, actor) => queries.getReviewQuality(actor),
  listInspectionsOf: (queries, actor) => queries.listInspectionsOf(actor, shipmentId),
  getPlan: (queries, actor) => queries.getPlan(actor, shipmentId),
  listInspections: (queries, actor) => queries.listInspections(actor, { ...page, state: "ordered" }),
  listToAudit: (queries, actor) => queries.listToAudit(actor, page),
  getInspectionPhoto: (queries, actor) => queries.getInspectionPhoto(actor, "0".repeat(64)),
  listAlerts: (queries, actor) => queries.listAlerts(actor, { ...page, state: "active" }),
  getAlert: (queries, actor) => queries.getAlert(actor, inForce),
  listBooks: (queries, actor) => queries.listBooks(actor),
  getBook: (queries, actor) => queries.getBook(actor, inForce),
  listBookItems: (queries, actor) => queries.listBookItems(actor, inForce, page),
  getBookItem: (queries, actor) => queries.getBookItem(actor, inForce),
  getBookStatement: (queries, actor) => queries.getBookStatement(actor, inForce, page),
  listStockCounts: (queries, actor) => queries.listStockCounts(actor, inForce),
  listVerificationLists: (queries, actor) => queries.listVerificationLists(actor, inForce),
  getGatePass: (queries, actor) => queries.getGatePass(actor, inForce),
  listEndings: (queries, actor) => queries.listEndings(actor),
  listDestructions: (queries, actor) => queries.listDestructions(actor, page),
  getDestruction: (queries, actor) => queries.getDestruction(actor, inForce),
  getShipmentBook: (queries, actor) => queries.getShipmentBook(actor, shipmentId),
  listOrders: (queries, actor) => queries.listOrders(actor, page),
  getOrder: (queries, actor) => queries.getOrder(actor, inForce),
  getOrderOfShipment: (queries, actor) => queries.getOrderOfShipment(actor, shipmentId),
  getOrderPivot: (queries, actor) => queries.getOrderPivot(actor),
  listFeedBatches: (queries, actor) => queries.listFeedBatches(actor, page),
  getFeedBatch: (queries, actor) => queries.getFeedBatch(actor, inForce),
  getCreditPolicy: (queries, actor) => queries.getCreditPolicy(actor),
  listBenefitUses: (queries, actor) => queries.listBenefitUses(actor, page),
  listCreditFlags: (queries, actor) => queries.listCreditFlags(actor, page),
  listApplications: (queries, actor) => queries.listApplications(actor),
  listWorkbooks: (queries, actor) => queries.listWorkbooks(actor),
  getWorkbook: (queries, actor) => queries.getWorkbook(actor, inForce),
  getWorkbookFile: (queries, actor) => queries.getWorkbookFile(actor, inForce),
  listAeo: (queries, actor) => queries.listAeo(actor, page),
  getShipmentTime: (queries, actor) => queries.getShipmentTime(actor, shipmentId),
  listUnderway: (queries, actor) => queries.listUnderway(actor, page),
  getClearanceTime: (queries, actor) => queries.getClearanceTime(actor, { from: "2026-11-01", before: "2026-12-01" }),
  getGuarantee: (queries, actor) => queries.getGuarantee(actor),
  listGuaranteeEntries: (queries, actor) => queries.listGuaranteeEntries(actor, page),
  listTaxBills: (queries, actor) => queries.listTaxBills(actor, page),
  listTaxRefunds: (queries, actor) => queries.listTaxRefunds(actor, page),
  getMoneyOf: (queries, actor) => queries.getMoneyOf(actor, shipmentId),
  listPermits: (queries, actor) => queries.listPermits(actor, { ...page, list: "on_record" }),
  listPermitKinds: (queries, actor) => queries.listPermitKinds(actor),
  listPassports: (queries, actor) => queries.listPassports(actor, { ...page, list: "in_force" }),
  getPassport: (queries, actor) => queries.getPassport(actor, inForce, "https://passports.example"),
  countEndingPermits: (queries, actor) => queries.countEndingPermits(actor),
  listReturns: (queries, actor) => queries.listReturns(actor, page),
  listMessages: (queries, actor) => queries.listMessages(actor, page),
  listMessagesOf: (queries, actor) => queries.listMessagesOf(actor, shipmentId),
  listQuarantine: (queries, actor) => queries.listQuarantine(actor, page),
  listChannels: (queries, actor) => queries.listChannels(actor),
  countMessages: (queries, actor) => queries.countMessages(actor),
  getMessage: (queries, actor) => queries.getMessage(actor, inForce),
  listReturnsOf: (queries, actor) => queries.listReturnsOf(actor, shipmentId),
  listDeclarationVersions: (queries, actor) => queries.listDeclarationVersions(actor, shipmentId),
  listApiKeys: (queries, actor) => queries.listApiKeys(actor),
  getLogStanding: (queries, actor) => queries.getLogStanding(actor),
  listNotifications: (queries, actor) => queries.listNotifications(actor, { ...page, list: "all" }),
  countUnread: (queries, actor) => queries.countUnread(actor),
  getNotificationSettings: (queries, actor) => queries.getNotificationSettings(actor),
  listWebhooks: (queries, actor) => queries.listWebhooks(actor),
  listDeliveries: (queries, actor) => queries.listDeliveries(actor, inForce, page),
  listJobs: (queries, actor) => queries.listJobs(actor, page),
  listLawBaskets: (queries, actor) => queries.listLawBaskets(actor, page),
  getLawBasket: (queries, actor) => queries.getLawBasket(actor, inForce),
  findLawFacts: (queries, actor) =>
    queries.findLawFacts(actor, { kind: "measure", search: "9503", on: "2026-11-26", limit: 5 }),
  listRules: (queries, actor) => queries.listRules(actor),
  getRule: (queries, actor) => queries.getRule(actor, inForce),
  getBacktest: (queries, actor) => queries.getBacktest(actor, inForce),
  listModels: (queries, actor) => queries.listModels(actor),
  listPolicies: (queries, actor) => queries.listPolicies(actor),
};

/** The permission for want of which the query was refused; null when it answered. */
async function refusalOf(name: keyof Queries, actor: Actor): Promise<string | null> {
  const answer = (await asked[name](house.queries, actor)) as { ok?: boolean; error?: { permission: string } } | null;
  return answer?.ok === false ? (answer.error?.permission ?? "refused") : null;
}

/** What is an admin's to read; everything else is read by every role of the organisation. */
const ADMINS: Partial<Record<keyof Queries, string>> = {
  listApiKeys: "maintain_api_keys",
  listWebhooks: "keep_webhooks",
  listDeliveries: "keep_webhooks",
  listJobs: "see_jobs",
  listLawBaskets: "propose_law",
  getLawBasket: "propose_law",
  findLawFacts: "propose_law",
  getReviewQuality: "see_review_quality",
};

/** What officers and admins of an authority read, and nobody else. */
const AUTHORITYS: Partial<Record<keyof Queries, string>> = {
  listRules: "read_rule",
  getRule: "read_rule",
  getBacktest: "read_rule",
  listModels: "see_risk",
  getLogStanding: "see_log",
  listPolicies: "see_risk",
  getCreditPolicy: "see_credit",
  listBenefitUses: "see_credit",
  listCreditFlags: "see_credit",
  listApplications: "see_credit",
};

/** What officers and admins of the authority read, and no broker. */
const WORKBENCH: Partial<Record<keyof Queries, string>> = {
  getReviewPolicy: "see_workbench",
  listDecisions: "see_workbench",
  getSecondReview: "decide_review",
  listInspectionsOf: "see_workbench",
  listInspections: "see_workbench",
  listToAudit: "see_workbench",
  getInspectionPhoto: "see_workbench",
  listAlerts: "see_workbench",
  getAlert: "see_workbench",
  getPreExamination: "see_workbench",
};

describe.each(Object.keys(WORKBENCH) as (keyof Queries)[])("%s", (name) => {
  it("is answered for an officer of the authority, and refused to every broker", async () => {
    expect(await refusalOf(name, house.officer)).toBeNull();
    for (const actor of [as(house.broker, "broker"), as(house.broker, "admin"), house.houseOfficer])
      expect(await refusalOf(name, actor)).toBe(WORKBENCH[name]);
  });
});

/** What a broker's own people read, who declare or keep the house; no officer, and no authority. */
const BROKERS: Partial<Record<keyof Queries, string>> = {
  getGuarantee: "see_money",
  listGuaranteeEntries: "see_money",
  listTaxBills: "see_money",
  listTaxRefunds: "see_money",
  listReturns: "see_money",
  listMessages: "see_messages",
  listQuarantine: "see_messages",
  listChannels: "see_messages",
  countMessages: "see_messages",
  getMessage: "see_messages",
  listWorkbooks: "keep_workbook",
};

describe.each(Object.keys(BROKERS) as (keyof Queries)[])("%s", (name) => {
  it("is answered for who declares and for admins of the broker, and refused to everybody else", async () => {
    for (const actor of [as(house.broker, "broker"), as(house.broker, "admin")])
      expect(await refusalOf(name, actor)).toBeNull();
    for (const actor of [house.houseOfficer, house.officer, house.admin])
      expect(await refusalOf(name, actor)).toBe(BROKERS[name]);
  });
});

/** What brokers read who keep account books, and nobody else. */
const BOOKS: readonly (keyof Queries)[] = [
  ...(["listBooks", "getBook", "listBookItems", "getBookItem", "getBookStatement"] as const),
  ...(["listStockCounts", "listVerificationLists", "getGatePass"] as const),
];

describe.each(BOOKS)("%s", (name) => {
  it("is answered for who declares, and refused to who controls, administers, or is of an authority", async () => {
    expect(await refusalOf(name, as(house.broker, "broker"))).toBeNull();
    for (const actor of [as(house.broker, "admin"), house.houseOfficer, house.officer, house.admin])
      expect(await refusalOf(name, actor)).toBe("keep_book");
  });
});

/** What who declares at a broker reads, and nobody else. */
const ORDERS: readonly (keyof Queries)[] = [
  "listOrders",
  "getOrder",
  "getOrderPivot",
  "listFeedBatches",
  "getFeedBatch",
];

describe.each(ORDERS)("%s", (name) => {
  it("is answered for who declares, and refused to everybody else", async () => {
    expect(await refusalOf(name, as(house.broker, "broker"))).toBeNull();
    for (const actor of [as(house.broker, "admin"), house.houseOfficer, house.officer, house.admin])
      expect(await refusalOf(name, actor)).toBe("feed_orders");
  });
});

/** What who declares at a broker reads of permits, and nobody else. */
const PERMITS: readonly (keyof Queries)[] = ["listPermits", "listPermitKinds", "countEndingPermits"];

describe.each(PERMITS)("%s", (name) => {
  it("is answered for who declares, and refused to everybody else", async () => {
    expect(await refusalOf(name, as(house.broker, "broker"))).toBeNull();
    for (const actor of [as(house.broker, "admin"), house.houseOfficer, house.officer, house.admin])
      expect(await refusalOf(name, actor)).toBe("keep_permits");
  });
});

/** What who declares at a broker reads of passports, and nobody else. */
const PASSPORTS: readonly (keyof Queries)[] = ["listPassports", "getPassport"];

describe.each(PASSPORTS)("%s", (name) => {
  it("is answered for who declares, and refused to everybody else", async () => {
    expect(await refusalOf(name, as(house.broker, "broker"))).toBeNull();
    for (const actor of [as(house.broker, "admin"), house.houseOfficer, house.officer, house.admin])
      expect(await refusalOf(name, actor)).toBe("keep_passports");
  });
});

const OTHERS = (Object.keys(asked) as (keyof Queries)[]).filter(
  (name) =>
    ![WORKBENCH, BROKERS].some((each) => Object.hasOwn(each, name)) &&
    ![BOOKS, ORDERS, PERMITS, PASSPORTS].flat().includes(name),
);

describe.each(OTHERS)("%s", (name) => {
  const refusal = ADMINS[name] ?? null;
  const authoritys = AUTHORITYS[name] ?? null;

  it(`is ${refusal ? "refused to" : "answered for"} who declares and who controls`, async () => {
    for (const actor of [as(house.broker, "broker"), house.houseOfficer])
      expect(await refusalOf(name, actor)).toBe(authoritys ?? refusal);
    expect(await refusalOf(name, house.officer)).toBe(refusal);
  });

  it("is answered for an admin", async () => {
    expect(await refusalOf(name, house.admin)).toBeNull();
    // The law, the rules of risk and the work of officers are an authority's.
    const isAuthoritys = refusal === "propose_law" || refusal === "see_review_quality";
    expect(await refusalOf(name, as(house.broker, "admin"))).toBe(authoritys ?? (isAuthoritys ? refusal : null));
  });
});

describe("the whitelist", () => {
  it("shows what is in force to officers, and what is proposed to admins", async () => {
    const seenBy = async (actor: Actor) =>
      (await house.queries.listAeo(actor, page)).rows.map(({ holder }) => holder).sort();
    expect(await seenBy(house.admin)).toEqual(["Firm in force", "Proposed Firm"]);
    expect(await seenBy(house.officer)).toEqual(["Firm in force"]);
    expect(await seenBy(as(house.broker, "broker"))).toEqual([]);
  });
});

describe("getClearanceTime", () => {
  it("is answered for everybody, of what each may see", async () => {
    for (const actor of [as(house.broker, "broker"), as(house.broker, "admin"), house.houseOfficer])
      expect(await refusalOf("getClearanceTime", actor)).toBeNull();
    for (const actor of [house.officer, house.admin]) expect(await refusalOf("getClearanceTime", actor)).toBeNull();
  });
});
