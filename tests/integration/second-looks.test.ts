import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideReview } from "@/application/decide-review";
import { orderInspection } from "@/application/order-inspection";
import { addInspectionPhoto, recordAudit, recordInspection } from "@/application/record-inspection";
import { answerSecondReview, takeSecondReview } from "@/application/second-review";
import { setReviewPolicy } from "@/application/set-review-policy";
import type { Failure } from "@/contracts/problem";
import { agreementOf } from "@/domain/review/agreement";
import { DEFAULT_POLICY } from "@/domain/review/policy";
import { draw } from "@/domain/selectivity/random";
import type { Result } from "@/domain/shared/result";
import { copyCases } from "../support/cases";
import { lodge, prepare } from "../support/clearing";
import { deciding } from "../support/deciding";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let model: string;
let ids: readonly string[];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 1);
  model = await prepare(house, "green-toys");
  must(await lodge(house, model, "model-of-the-cases"));
  await work(house);
});
afterAll(() => house.close());

beforeEach(async () => {
  await house.sql.query("update review_case set state = 'withdrawn'");
  await house.sql.query("update clearance set state = 'refused' where shipment_id <> $1 and state <> 'released'", [
    model,
  ]);
  ids = await copyCases(house.sql, model, 3);
});

/** A line of history of which nothing matters here. */
const FACTS = {
  ...{ office: "", mode: "", importer: "", declarant: "", exporter: "", commodityCode: "9503", origin: "CN" },
  ...{ dispatch: "", preference: "", isCertified: false, importerAgeWeeks: null, packages: null, grossKg: null },
  ...{ netKg: null, invoiceValue: null, freight: null, dutyRate: null, duty: null, vat: null, documents: null },
};

const kindOf = async (result: Promise<Result<unknown, Failure>>) => {
  const settled = await result;
  return settled.ok ? "done" : settled.error.kind;
};
const first = () => ids[0] ?? "";
const { caseRow, decide } = deciding(() => house);

describe("a second look", () => {
  beforeEach(async () => {
    must(await setReviewPolicy(house.inTransaction, house.admin, { ...DEFAULT_POLICY, secondReviewShare: 1 }));
  });

  it("goes to another officer, who sees nothing of what was ruled, and moves nothing", async () => {
    must(await decide(first(), "pass", "documents_consistent"));
    await work(house);
    const { shipment_id: shipmentId } = await caseRow(first());
    expect(must(await takeSecondReview(house.inTransaction, house.officer)).id).toBeNull();
    // Before it is taken the ruling is concealed from everybody who might be asked.
    expect((await house.queries.getReview(house.secondOfficer, first()))?.decisionList).toEqual([]);
    expect((await house.queries.getReview(house.officer, first()))?.decisionList).toHaveLength(1);
    const id = must(await takeSecondReview(house.inTransaction, house.secondOfficer)).id ?? "";
    const seen = must(await house.queries.getSecondReview(house.secondOfficer, id));
    expect(seen?.review).toMatchObject({ decisionList: [], ruling: null, decisions: 0, state: "open", questions: [] });
    expect(seen?.review.shipment.gates[0]).toMatchObject({ state: "in_review", releasedAt: null });
    expect(seen?.review.shipment.releaseOrders).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("seen by the first");
    const shipment = await house.queries.getShipment(house.secondOfficer, shipmentId);
    expect(shipment?.gates[0]?.state).toBe("in_review");
    expect((await house.queries.getShipment(house.officer, shipmentId))?.gates[0]?.state).toBe("released");
    const kinds = (await house.queries.getTimeline(house.secondOfficer, shipmentId))?.entries.map((each) => each.kind);
    expect(kinds?.at(-1)).toBe("review_opened");
    expect(kinds).not.toContain("review_decided");
    expect(await house.queries.getReview(house.secondOfficer, first())).toBeNull();
    const decided = await house.queries.listReviews(house.secondOfficer, { limit: 99, state: "decided" });
    expect(decided.rows.map((row) => row.caseId)).not.toContain(first());
    const opinion = { outcome: "refuse" as const, reasons: ["undervalued"], note: null };
    expect(await kindOf(answerSecondReview(house.inTransaction, house.officer, id, opinion))).toBe("not_claimed");
    must(await answerSecondReview(house.inTransaction, house.secondOfficer, id, opinion));
    expect(await kindOf(answerSecondReview(house.inTransaction, house.secondOfficer, id, opinion))).toBe("not_claimed");
    expect((await caseRow(first())).standing).toBe("released");
    expect((await house.queries.getReview(house.secondOfficer, first()))?.decisionList).toHaveLength(1);
    const own = must(await house.queries.listDecisions(house.officer, { limit: 9, whose: "own" }));
    expect(own.rows[0]).toMatchObject({ caseId: first(), secondOpinion: "disagrees", overturnedBy: null });
    expect(must(await house.queries.listDecisions(house.secondOfficer, { limit: 9, whose: "own" })).rows).toEqual([]);
    expect((await house.queries.listDecisions(house.officer, { limit: 9, whose: "all" })).ok).toBe(false);
  });

  it("is drawn from a seed that is kept, and the agreement can be counted again from the rows", async () => {
    must(await decide(first(), "refuse", "undervalued"));
    const id = must(await takeSecondReview(house.inTransaction, house.secondOfficer)).id ?? "";
    const opinion = { outcome: "refuse" as const, reasons: ["origin_false"], note: null };
    must(await answerSecondReview(house.inTransaction, house.secondOfficer, id, opinion));
    const quality = must(await house.queries.getReviewQuality(house.admin));
    expect(agreementOf(quality.rows)).toEqual(quality.agreement);
    for (const row of quality.rows) expect(draw(row.seed)).toBe(row.drawValue);
    const { rows } = await house.sql.query("select decision_id, seed from second_review where id = $1", [id]);
    const again = createHash("sha256").update(`${house.drawKey}:second-review:${rows[0].decision_id}`).digest("hex");
    expect(rows[0].seed).toBe(again);
    expect((await house.queries.getReviewQuality(house.officer)).ok).toBe(false);
  });

  it("is drawn for none where the share is nought, and the draw is kept all the same", async () => {
    must(await setReviewPolicy(house.inTransaction, house.admin, { ...DEFAULT_POLICY, secondReviewShare: 0 }));
    must(await decide(first(), "pass", "value_plausible"));
    const { rows } = await house.sql.query("select is_drawn from second_review where case_id = $1", [first()]);
    expect(rows).toEqual([{ is_drawn: false }]);
    await expect(
      house.sql.query("update second_review set is_drawn = true where case_id = $1", [first()]),
    ).rejects.toThrow(/drawn_as_the_share_says/);
  });
});

describe("an inspection", () => {
  const asDeclared = [{ line: 1, irregularity: null, revenue: "0", finding: null }];

  it("is ordered with its reason, stops the pass until it has a result, and counts at the other gate", async () => {
    must(await decide(first(), "escalate", "value_doubtful"));
    const { shipment_id: shipmentId, standing, lane } = await caseRow(first());
    expect([standing, lane]).toEqual(["in_examination", "red"]);
    const order = must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0];
    expect(order).toMatchObject({ state: "ordered", lines: [1], reasons: ["value_doubtful"], kind: "inspection" });
    expect(await kindOf(decide(first(), "examined_pass", "goods_as_declared"))).toBe("inspection_open");
    const record = (lines: Parameters<typeof recordInspection>[3]["lines"]) =>
      recordInspection(house, house.officer, order?.id ?? "", {
        lines,
        findings: "Ten cartons opened",
        isFlagged: false,
      });
    expect(await kindOf(record([]))).toBe("invalid_input");
    expect(await kindOf(record([{ line: 1, irregularity: null, revenue: "5.00", finding: null }]))).toBe(
      "invalid_input",
    );
    must(await record([{ line: 1, irregularity: "VALUE", revenue: "1234.56", finding: "Price list found" }]));
    expect(await kindOf(record(asDeclared))).toBe("stale_version");
    const passing = { caseId: first(), outcome: "examined_pass" as const };
    const passed = (reason: string, note: string | null) =>
      decideReview(house, house.officer, { ...passing, reasons: [reason], note });
    expect(await passed("goods_as_declared", "priced anew and paid")).toMatchObject({
      error: { pointer: "/reasons", fault: "irregular_as_declared" },
    });
    expect(await passed("seal_intact", "ok")).toMatchObject({
      error: { pointer: "/note", fault: "irregular_pass_note", parameters: { lines: "1" } },
    });
    const again = { caseId: first(), reasons: ["goods_unclear"], packages: null, team: null, note: null };
    // What was looked at is not asked again, unless the officer names the line.
    expect(await kindOf(orderInspection(house, house.officer, again))).toBe("not_found");
    const named = must(await orderInspection(house, house.officer, { ...again, lines: [1] }));
    must(
      await recordInspection(house, house.officer, named.id, { lines: asDeclared, findings: null, isFlagged: false }),
    );
    expect(await kindOf(decide(first(), "examined_pass", "goods_as_declared"))).toBe("done");
    expect(must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0]?.results).toEqual([
      { line: 1, irregularity: "VALUE", revenue: "1234.56", finding: "Price list found" },
    ]);
    expect((await house.queries.listInspectionsOf(house.broker, shipmentId)).ok).toBe(false);
  });

  it("writes what it found into the authority's history, and a decision on papers does where nobody looked", async () => {
    const [looked, refused] = [ids[0] ?? "", ids[1] ?? ""];
    for (const caseId of [looked, refused])
      await house.sql.query(
        `insert into history_entry (organisation_id, id, day, at, stage, line, reference, source_organisation_id, shipment_id, clearance_id, declaration_id, facts, subject)
         select $2, gen_random_uuid(), '2026-11-27', now(), stage, 1, 'x', organisation_id, shipment_id, clearance_id, declaration_id, $3, '{}'
         from review_case where id = $1`,
        [caseId, house.authority, FACTS],
      );
    must(await decide(looked, "escalate", "goods_unclear"));
    const { shipment_id: shipmentId } = await caseRow(looked);
    const inspectionId = must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0]?.id ?? "";
    const lines = [{ line: 1, irregularity: "QUANTITY" as const, revenue: "12.34", finding: null }];
    must(await recordInspection(house, house.officer, inspectionId, { lines, findings: null, isFlagged: false }));
    must(await decide(looked, "refuse", "misdescribed"));
    must(await decide(refused, "refuse", "undervalued"));
    const { rows } = await house.sql.query(
      `select e.clearance_id, o.source, o.irregularity, o.revenue::text, o.basis from history_outcome o
       join history_entry e on e.id = o.entry_id order by o.source`,
    );
    const [one, two] = [(await caseRow(looked)).clearance_id, (await caseRow(refused)).clearance_id];
    expect(rows).toEqual([
      { clearance_id: one, source: "inspection", irregularity: "QUANTITY", revenue: "12.34", basis: "random" },
      { clearance_id: two, source: "review", irregularity: "VALUE", revenue: "0.00", basis: "random" },
    ]);
  });

  it("keeps its photos by their bytes, once", async () => {
    must(await decide(first(), "escalate", "goods_unclear"));
    const { shipment_id: shipmentId } = await caseRow(first());
    const inspectionId = must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0]?.id ?? "";
    const stream = async function* () {
      yield new TextEncoder().encode("picture");
    };
    const photo = { inspectionId, line: 1, fileName: "carton.jpg", mediaType: "image/jpeg" };
    const one = must(await addInspectionPhoto(house, house.officer, { ...photo, stream: stream() }));
    const same = must(await addInspectionPhoto(house, house.officer, { ...photo, stream: stream() }));
    expect(same).toEqual(one);
    expect(must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0]?.photos).toHaveLength(1);
    expect(must(await house.queries.getInspectionPhoto(house.officer, one.sha256))).toEqual({
      mediaType: "image/jpeg",
    });
    const text = { ...photo, mediaType: "text/html", stream: stream() };
    expect(await kindOf(addInspectionPhoto(house, house.officer, text))).toBe("file_rejected");
  });

  it("audits goods of the blue lane after their release, once", async () => {
    must(await decide(first(), "back_route", "trusted_trader"));
    await work(house);
    const { clearance_id: clearanceId } = await caseRow(first());
    const toAudit = async () =>
      must(await house.queries.listToAudit(house.officer, { limit: 50 })).map((row) => row.clearanceId);
    expect(await toAudit()).toContain(clearanceId);
    const result = { lines: asDeclared, findings: null, isFlagged: false };
    must(await recordAudit(house, house.officer, clearanceId, result));
    expect(await toAudit()).not.toContain(clearanceId);
    expect(await kindOf(recordAudit(house, house.officer, clearanceId, result))).toBe("stale_version");
  });
});
