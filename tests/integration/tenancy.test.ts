import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addField } from "@/application/add-field";
import { askRelease } from "@/application/ask-release";
import { claimReview, unclaimReview } from "@/application/claim-review";
import { confirmDocument } from "@/application/confirm-document";
import { decideReview } from "@/application/decide-review";
import { denyCopy } from "@/application/deny-copy";
import { describeShipment } from "@/application/describe-shipment";
import { dismissShipment } from "@/application/dismiss-shipment";
import { joinDocument, splitDocument } from "@/application/divide-document";
import { editLines } from "@/application/edit-lines";
import { evidenceRequirement } from "@/application/evidence-requirement";
import { lodgeDeclaration } from "@/application/lodge-declaration";
import { approveAuthorisation, suspendAuthorisation } from "@/application/maintain-aeo";
import { revokeApiKey } from "@/application/maintain-api-keys";
import { placeDocument } from "@/application/move-document";
import { readAgain } from "@/application/read-again";
import { readRegion } from "@/application/read-region";
import { receiveDocument } from "@/application/receive-document";
import { reopenField } from "@/application/reopen-field";
import { retryJob } from "@/application/retry-job";
import { ruleContradiction } from "@/application/rule-contradiction";
import { securePayment } from "@/application/secure-tax";
import { confirmField, rejectField, typeField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import { bookActs, bookQueries, bookThings } from "../support/book-acts";
import { creditActs, creditQueries, creditThings, workbookActs } from "../support/credit-acts";
import { everythingIn } from "../support/everything";
import { evidenceActs, evidenceQueries, statedRelease } from "../support/evidence-acts";
import { exchangeActs, exchangeQueries } from "../support/exchange-acts";
import { oneOfEachKind, stranger } from "../support/foreign";
import { createHouse, type House, must } from "../support/house";
import { lawActs, lawQueries } from "../support/law-acts";
import { modelActs, modelQueries } from "../support/model-acts";
import { moneyActs, moneyQueries } from "../support/money-acts";
import { matchedOrder, orderActs, orderQueries } from "../support/order-acts";
import { passportActs, passportOf, passportQueries } from "../support/passport-acts";
import { permitActs, permitOf, permitQueries } from "../support/permit-acts";
import { preExaminationActs } from "../support/pre-examination-acts";
import { questionActs } from "../support/question-acts";
import { createRememberingReader } from "../support/remembering-reader";
import { ruleActs, ruleQueries } from "../support/rule-acts";
import { savedViewActs, savedViewOf, savedViewQueries } from "../support/saved-view-acts";
import { TAKING_NONE } from "../support/taking-none";
import { timeQueries } from "../support/time-queries";
import { noticeQueries, webhookActs, webhookOf } from "../support/webhook-acts";
import { workbenchActs, workbenchQueries, workbenchThings } from "../support/workbench-acts";

let house: House;
let permitId: string;
let credit: Awaited<ReturnType<typeof creditThings>>;
let passportIds: Awaited<ReturnType<typeof passportOf>>;
let viewId: string;
let hooks: Awaited<ReturnType<typeof webhookOf>>;
let foreign: Awaited<ReturnType<typeof oneOfEachKind>>;
let orderId: string;
let releaseId: string;
let things: Awaited<ReturnType<typeof workbenchThings>>;
let books: Awaited<ReturnType<typeof bookThings>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  foreign = await oneOfEachKind(house);
  things = await workbenchThings(house, foreign.caseId);
  // Before a book is kept, for the order is of none.
  orderId = await matchedOrder(house);
  books = await bookThings(house);
  permitId = await permitOf(house);
  releaseId = await statedRelease(house, foreign.shipmentId);
  credit = await creditThings(house, foreign.authorisationId);
  passportIds = await passportOf(house);
  viewId = await savedViewOf(house);
  hooks = await webhookOf(house);
  expect(Object.values(foreign).every((id) => id.length === 36)).toBe(true);
});

const everything = () => everythingIn(house);
afterAll(() => house.close());

const bytes = async function* () {
  yield new TextEncoder().encode("x");
};

type Attempt = () => Promise<unknown>;
type Act = () => Promise<{ readonly ok: boolean; readonly error?: { readonly kind: string } }>;

describe("another broker, with the ids of this one", () => {
  const other = () => house.otherBroker;
  const page = { limit: 50 };
  const ofBooks = { house: () => house, actor: other, shipmentId: () => foreign.shipmentId, ids: () => books };
  /** What each query gives a stranger: nothing, in the shape of its answer. */
  const attempts: Readonly<Record<keyof House["queries"], readonly [Attempt, unknown]>> = {
    listShipments: [() => house.queries.listShipments(other(), page), { rows: [], nextCursor: null }],
    countShipments: [
      () => house.queries.countShipments(other()),
      { all: 0, draft: 0, review: 0, action: 0, released: 0, refused: 0 },
    ],
    // Offices are the same for everybody.
    listOffices: [async () => (await house.queries.listOffices(other())).map((office) => office.code), ["2201"]],
    getShipment: [() => house.queries.getShipment(other(), foreign.shipmentId), null],
    seesShipment: [() => house.queries.seesShipment(other(), foreign.shipmentId), false],
    getDocument: [() => house.queries.getDocument(other(), foreign.documentId), null],
    getPageImage: [() => house.queries.getPageImage(other(), foreign.documentId, 1), null],
    getPageWords: [() => house.queries.getPageWords(other(), foreign.documentId, 1), null],
    getReconciliation: [() => house.queries.getReconciliation(other(), foreign.shipmentId), null],
    getPlan: [() => house.queries.getPlan(other(), foreign.shipmentId), null],
    getTimeline: [() => house.queries.getTimeline(other(), foreign.shipmentId), null],
    listReviews: [() => house.queries.listReviews(other(), { ...page, state: "open" }), { rows: [], nextCursor: null }],
    getReview: [() => house.queries.getReview(other(), foreign.caseId), null],
    getPreExamination: [
      () => house.queries.getPreExamination(other(), foreign.caseId),
      { ok: false, error: { kind: "forbidden", permission: "see_workbench" } },
    ],
    listReviewQuestions: [() => house.queries.listReviewQuestions(other(), foreign.shipmentId), null],
    ...workbenchQueries(() => house, other),
    ...bookQueries(ofBooks),
    ...savedViewQueries({ house: () => house, actor: other }),
    ...permitQueries({ house: () => house, actor: other }),
    ...passportQueries({ house: () => house, actor: other, ids: () => passportIds }),
    ...orderQueries({ house: () => house, actor: other, orderId: () => orderId }),
    listAeo: [() => house.queries.listAeo(other(), page), { rows: [], nextCursor: null }],
    ...creditQueries({ house: () => house, actor: other, ids: () => credit }),
    ...lawQueries(() => house, other),
    ...ruleQueries(() => house, other),
    ...modelQueries(() => house, other),
    ...timeQueries(
      () => house,
      other,
      () => foreign.shipmentId,
    ),
    ...moneyQueries(
      () => house,
      other,
      () => foreign.shipmentId,
    ),
    ...exchangeQueries({ house: () => house, actor: other, ids: () => foreign }),
    ...noticeQueries({ house: () => house, actor: other, ids: () => hooks }),
    ...evidenceQueries(() => house, other),
    listApiKeys: [async () => must(await house.queries.listApiKeys(other())), []],
    listJobs: [async () => must(await house.queries.listJobs(other(), page)), { rows: [], nextCursor: null }],
  };
  it.each(Object.keys(attempts) as (keyof House["queries"])[])("%s gives nothing", async (name) => {
    const [attempt, nothing] = attempts[name];
    expect(await attempt()).toEqual(nothing);
  });

  it("is tried with every query there is", () => {
    expect(Object.keys(attempts).sort()).toEqual(Object.keys(house.queries).sort());
  });

  it("meets rows that are there for their owner, so that nothing is more than an empty house", async () => {
    const own = house.broker;
    expect((await house.queries.listShipments(own, page)).rows.length).toBe(2);
    expect(must(await house.queries.listOrders(own, page)).rows.length).toBe(1);
    expect(await house.queries.getReview(own, foreign.caseId)).not.toBeNull();
    expect(await house.queries.getPageImage(own, foreign.documentId, 1)).not.toBeNull();
    expect(must(await house.queries.listJobs(own, page)).rows.length).toBeGreaterThan(0);
    expect(must(await house.queries.listApiKeys(own)).length).toBe(1);
    expect((await house.queries.listAeo(house.admin, page)).rows.length).toBe(1);
  });

  const keeper = () => stranger("authority", "admin");
  const acts: Readonly<Record<string, Act>> = {
    receiveDocument: () =>
      receiveDocument(house, other(), { shipmentId: foreign.shipmentId, fileName: "x.pdf", stream: bytes() }),
    confirmField: () => confirmField(house.inTransaction, other(), foreign.fieldId, null),
    addField: () =>
      addField(house.inTransaction, house.world, other(), {
        documentId: foreign.documentId,
        name: "insurance",
        line: null,
        value: "1",
        place: null,
      }),
    confirmDocument: () => confirmDocument(house.inTransaction, house.world, other(), foreign.documentId, []),
    editLines: () =>
      editLines(house.inTransaction, house.world, other(), foreign.documentId, [{ kind: "insert", line: 0 }]),
    ruleContradiction: () =>
      ruleContradiction(house.inTransaction, other(), {
        shipmentId: foreign.shipmentId,
        rule: "R-PACKAGES",
        name: "packages",
        documentId: foreign.documentId,
      }),
    readRegion: () =>
      readRegion({ ...house, regionReader: { readRegion: async () => ({ ok: true, value: [] }) } }, other(), {
        documentId: foreign.documentId,
        page: 1,
        box: { x: 0, y: 0, width: 1, height: 1 },
        name: null,
      }),
    rejectField: () => rejectField(house.inTransaction, other(), foreign.fieldId),
    reopenField: () => reopenField(house.inTransaction, other(), foreign.fieldId),
    dismissShipment: () => dismissShipment(house.inTransaction, other(), foreign.shipmentId),
    typeField: () =>
      typeField(house.inTransaction, house.world, other(), {
        shipmentId: foreign.shipmentId,
        name: "packages",
        line: null,
        value: "1",
        documentId: null,
      }),
    describeShipment: () => describeShipment(house, other(), foreign.shipmentId, { regime: "1210" }),
    lodgeDeclaration: () =>
      lodgeDeclaration(house, other(), {
        shipmentId: foreign.shipmentId,
        idempotencyKey: "foreign-key",
        security: "guarantee",
        acknowledged: [],
      }),
    securePayment: () =>
      securePayment(house, other(), { shipmentId: foreign.shipmentId, amount: "1.00", reference: "x" }),
    evidenceRequirement: () =>
      evidenceRequirement(house, other(), {
        requirementId: foreign.requirementId,
        reference: "x",
        documentId: null,
      }),
    askRelease: () => askRelease(house.inTransaction, house.world, other(), foreign.shipmentId, "bonded_exit"),
    decideReview: () =>
      decideReview(house, stranger("broker", "officer"), {
        caseId: foreign.caseId,
        outcome: "advise_pass",
        reasons: ["documents_consistent"],
        note: null,
      }),
    claimReview: () => claimReview(house, stranger("authority", "officer"), foreign.caseId),
    unclaimReview: () => unclaimReview(house.inTransaction, stranger("authority", "officer"), foreign.caseId),
    readAgain: () => readAgain(house.inTransaction, other(), foreign.documentId),
    splitDocument: () => splitDocument(house, other(), foreign.documentId, 2),
    joinDocument: () => joinDocument(house, other(), foreign.documentId),
    placeDocument: () => placeDocument(house, other(), foreign.documentId, foreign.shipmentId),
    denyCopy: () => denyCopy(house.inTransaction, other(), foreign.documentId),
    verifyEvidence: () => verifyEvidence(house.queries, house.world, other(), foreign.shipmentId),
    approveAuthorisation: () =>
      approveAuthorisation(house, stranger("authority", "admin"), foreign.authorisationId, true),
    suspendAuthorisation: () =>
      suspendAuthorisation(house, stranger("authority", "admin"), foreign.authorisationId, "because"),
    ...workbenchActs({
      house: () => house,
      officer: () => stranger("authority", "officer"),
      broker: other,
      ids: () => things,
    }),
    ...preExaminationActs({
      house: () => house,
      officer: () => stranger("authority", "officer"),
      broker: other,
      ids: () => things,
    }),
    ...lawActs({ house: () => house, actor: keeper, ids: () => foreign }),
    ...creditActs({ house: () => house, actor: keeper, ids: () => credit }),
    ...workbookActs({ house: () => house, actor: other, keeper, ids: () => credit }),
    ...ruleActs({ house: () => house, actor: keeper, ids: () => foreign }),
    ...modelActs({ house: () => house, actor: keeper, clearanceId: () => foreign.shipmentId }),
    ...exchangeActs({ house: () => house, actor: other, ids: () => foreign }),
    ...moneyActs({ house: () => house, actor: other, ids: () => foreign }),
    ...questionActs({ house: () => house, actor: other, shipmentId: () => foreign.shipmentId }),
    ...bookActs(ofBooks),
    ...webhookActs({ house: () => house, actor: other, ids: () => hooks }),
    ...permitActs({ house: () => house, actor: other, permitId: () => permitId }),
    ...passportActs({
      house: () => house,
      actor: other,
      ids: () => passportIds,
      shipmentId: () => foreign.shipmentId,
    }),
    ...savedViewActs({ house: () => house, actor: other, viewId: () => viewId }),
    ...orderActs({ house: () => house, actor: other, orderId: () => orderId }),
    ...evidenceActs({
      house: () => house,
      actor: other,
      releaseId: () => releaseId,
      shipmentId: () => foreign.shipmentId,
    }),
    revokeApiKey: () => revokeApiKey(house.inTransaction, other(), foreign.apiKeyId),
    retryJob: () => retryJob(house.inTransaction, other(), foreign.jobId),
  };
  it.each(Object.keys(acts))("%s: it does not exist", async (name) => {
    const before = await everything();
    const result = await acts[name]?.();
    expect(result?.ok).toBe(false);
    expect(result?.error?.kind).toBe("not_found");
    expect(await everything()).toEqual(before);
  });

  it("is tried with every use case that takes an id", () => {
    const useCases = readdirSync("src/application").flatMap((file) =>
      [
        ...readFileSync(`src/application/${file}`, "utf8").matchAll(
          /^export (?:async )?function (\w+)\([^)]*actor: Actor/gm,
        ),
      ].flatMap((match) => match[1] ?? []),
    );
    const covered = [...Object.keys(acts), ...TAKING_NONE, "authorise", "isAuthority"];
    expect(useCases.filter((name) => !covered.includes(name))).toEqual([]);
    expect(useCases.length).toBeGreaterThan(25);
  });

  it("does not find it by any search that finds it for its owner", async () => {
    const search = (await house.queries.getShipment(house.broker, foreign.shipmentId))?.reference ?? "";
    expect((await house.queries.listShipments(house.broker, { limit: 50, search })).rows.length).toBe(1);
    const elsewhere = stranger("broker", "broker");
    for (const words of [search, "", "%", "_", "Bund"])
      expect((await house.queries.listShipments(elsewhere, { limit: 50, search: words })).rows).toEqual([]);
  });
});
