import type { Actor } from "@/application/actor";
import { answerReviewQuestion } from "@/application/answer-review-question";
import { previewBulkReview, releaseMany } from "@/application/bulk-review";
import { claimReview, unclaimReview } from "@/application/claim-review";
import { countersignInspection } from "@/application/countersign-inspection";
import { holdByAlert, previewAlertHold } from "@/application/hold-by-alert";
import { recordCustody, recordLabResult, takeSample } from "@/application/keep-sample";
import { skipReview } from "@/application/next-review";
import { cancelInspection, orderInspection } from "@/application/order-inspection";
import { liftAlert, raiseAlert } from "@/application/raise-alert";
import { addInspectionPhoto, recordAudit, recordInspection } from "@/application/record-inspection";
import { giveReasonFeedback } from "@/application/review-feedback";
import { answerSecondReview } from "@/application/second-review";
import { type House, must } from "./house";

interface Ids {
  readonly caseId: string;
  readonly clearanceId: string;
  readonly questionId: string;
  readonly secondReviewId: string;
  readonly inspectionId: string;
  readonly itemId: string;
  readonly sampleId: string;
  readonly alertId: string;
}

/** One of each thing of the workbench, about a red case of the first broker; the ids of all. */
export async function workbenchThings(house: House, caseId: string): Promise<Ids> {
  must(await claimReview(house, house.officer, caseId));
  const scope = { packages: null, team: null, note: null, checks: ["physical", "sample"] as const };
  const order = { caseId, reasons: ["goods_unclear"], ...scope };
  const { id: inspectionId } = must(await orderInspection(house, house.officer, order));
  const ordered = await house.sql.query(
    `select id from inspection_item where inspection_id = $1 and "check" = 'sample'`,
    [inspectionId],
  );
  const itemId = ordered.rows[0].id as string;
  const sample = { itemId, quantity: "1 piece", sealNumber: "S-1", takenAt: house.world.now() };
  const { id: sampleId } = must(await takeSample(house, house.officer, sample));
  must(await unclaimReview(house.inTransaction, house.officer, caseId));
  const { id: alertId } = must(
    await raiseAlert(house, house.officer, {
      ...{ commodityPrefix: "9102", origin: null, producer: null, words: [] },
      reason: "Not as certified",
      citation: "Notice of the tests, 2026",
      validFrom: "2026-01-01",
      validTo: null,
    }),
  );
  const question = await house.sql.query(
    `insert into review_question (organisation_id, id, shipment_id, case_id, stage, reasons, asked_by, asked_at)
     select organisation_id, gen_random_uuid(), shipment_id, id, stage, '{contract_wanted}', 'x', now() from review_case where id = $1 returning id`,
    [caseId],
  );
  const second = await house.sql.query(
    `insert into second_review (organisation_id, id, source_organisation_id, shipment_id, case_id, decision_id, stage, lane,
       first_officer_id, first_outcome, first_at, seed, draw_value, share, is_drawn)
     select $2, gen_random_uuid(), organisation_id, shipment_id, id, gen_random_uuid(), stage, lane, $3, 'refuse', now(), repeat('0', 64), 0, 1, true
     from review_case where id = $1 returning id`,
    [caseId, house.authority, house.officer.id],
  );
  const known = await house.sql.query("select clearance_id from review_case where id = $1", [caseId]);
  return {
    ...{ caseId, inspectionId, itemId, sampleId, alertId },
    clearanceId: known.rows[0].clearance_id,
    questionId: question.rows[0].id,
    secondReviewId: second.rows[0].id,
  };
}

interface Tried {
  readonly house: () => House;
  readonly officer: () => Actor;
  readonly broker: () => Actor;
  readonly ids: () => Ids;
}

/** Every use case of the workbench that takes an id, tried by an officer and a broker of elsewhere. */
export function workbenchActs({ house, officer, broker, ids }: Tried) {
  const result = {
    lines: [{ line: 1, irregularity: null, revenue: "0", finding: null }],
    findings: null,
    isFlagged: false,
  };
  const stream = async function* () {
    yield new TextEncoder().encode("x");
  };
  const reasons = ["documents_consistent"];
  return {
    answerReviewQuestion: () =>
      answerReviewQuestion(house(), broker(), { questionId: ids().questionId, answer: "x", documentId: null }),
    previewBulkReview: () => previewBulkReview(house(), officer(), [ids().caseId]),
    releaseMany: () => releaseMany(house(), officer(), { caseIds: [ids().caseId], reasons, note: null }),
    skipReview: () => skipReview(house(), officer(), { caseId: ids().caseId, reason: "language", note: null }),
    giveReasonFeedback: () =>
      giveReasonFeedback(house(), officer(), {
        caseId: ids().caseId,
        reason: "factor.commodity",
        verdict: "wrong",
        note: null,
      }),
    answerSecondReview: () =>
      answerSecondReview(house().inTransaction, officer(), ids().secondReviewId, {
        outcome: "pass",
        reasons,
        note: null,
      }),
    orderInspection: () =>
      orderInspection(house(), officer(), {
        caseId: ids().caseId,
        reasons: ["goods_unclear"],
        packages: null,
        team: null,
        note: null,
      }),
    cancelInspection: () => cancelInspection(house(), officer(), ids().inspectionId),
    recordInspection: () => recordInspection(house(), officer(), ids().inspectionId, result),
    recordAudit: () => recordAudit(house(), officer(), ids().clearanceId, result),
    addInspectionPhoto: () =>
      addInspectionPhoto(house(), officer(), {
        inspectionId: ids().inspectionId,
        line: null,
        fileName: "x.png",
        mediaType: "image/png",
        stream: stream(),
      }),
    countersignInspection: () => countersignInspection(house().inTransaction, officer(), ids().inspectionId),
    takeSample: () =>
      takeSample(house(), officer(), { itemId: ids().itemId, quantity: "1", sealNumber: "S-1", takenAt: new Date(0) }),
    recordCustody: () =>
      recordCustody(house(), officer(), {
        ...{ sampleId: ids().sampleId, step: "handed_over", holder: "x", isSealIntact: true, at: 0 },
      }),
    recordLabResult: () =>
      recordLabResult(house(), officer(), {
        ...{ sampleId: ids().sampleId, laboratory: "x", reportNumber: "x", method: "x", reportedOn: "2026-01-01" },
        ...{ validUntil: null, values: [] },
      }),
    liftAlert: () => liftAlert(house(), officer(), ids().alertId, "because"),
    previewAlertHold: () => previewAlertHold(house(), officer(), ids().alertId),
    holdByAlert: () => holdByAlert(house(), officer(), ids().alertId),
  };
}

/** Every query of the workbench, and what it gives another broker. */
export function workbenchQueries(house: () => House, actor: () => Actor) {
  const nobody = "00000000-0000-7000-8000-000000000000";
  const page = { limit: 50 };
  const refused = (permission: string, ask: () => Promise<unknown>) =>
    [ask, { ok: false, error: { kind: "forbidden", permission } }] as const;
  const queries = () => house().queries;
  const none = { all: 0, mine: 0, red: 0, yellow: 0, breaching: 0, second: 0, held: 0 };
  return {
    countReviews: [() => queries().countReviews(actor()), { ...none, breached: 0, decidedToday: 0, blind: 0 }] as const,
    getReviewPolicy: refused("see_workbench", () => queries().getReviewPolicy(actor())),
    listDecisions: refused("see_workbench", () => queries().listDecisions(actor(), { ...page, whose: "own" })),
    getSecondReview: refused("decide_review", () => queries().getSecondReview(actor(), nobody)),
    getReviewQuality: refused("see_review_quality", () => queries().getReviewQuality(actor())),
    listInspectionsOf: refused("see_workbench", () => queries().listInspectionsOf(actor(), nobody)),
    listInspections: refused("see_workbench", () => queries().listInspections(actor(), { ...page, state: "ordered" })),
    listToAudit: refused("see_workbench", () => queries().listToAudit(actor(), page)),
    getInspectionPhoto: refused("see_workbench", () => queries().getInspectionPhoto(actor(), "0".repeat(64))),
    listAlerts: refused("see_workbench", () => queries().listAlerts(actor(), { ...page, state: "active" })),
    getAlert: refused("see_workbench", () => queries().getAlert(actor(), nobody)),
  };
}
