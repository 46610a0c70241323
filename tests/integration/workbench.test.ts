import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answerReviewQuestion } from "@/application/answer-review-question";
import { previewBulkReview, releaseMany } from "@/application/bulk-review";
import { claimReview, unclaimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { nextReview, skipReview } from "@/application/next-review";
import { giveReasonFeedback } from "@/application/review-feedback";
import { setReviewPolicy } from "@/application/set-review-policy";
import type { Failure } from "@/contracts/problem";
import type { Outcome } from "@/domain/review/decision";
import { DEFAULT_POLICY } from "@/domain/review/policy";
import type { Result } from "@/domain/shared/result";
import { copyCases } from "../support/cases";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
/** A shipment of the yellow lane, drawn by chance, from which the others are copied. */
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

/** Every test has five fresh cases of its own; those of the tests before are out of the way. */
beforeEach(async () => {
  await house.sql.query("update review_case set state = 'withdrawn'");
  ids = await copyCases(house.sql, model, 5);
  must(await setReviewPolicy(house.inTransaction, house.admin, DEFAULT_POLICY));
});

const kindOf = async (result: Promise<Result<unknown, Failure>>) => {
  const settled = await result;
  return settled.ok ? "done" : settled.error.kind;
};
const ruling = (caseId: string, outcome: Outcome, reason: string) => ({
  caseId,
  outcome,
  reasons: [reason],
  note: null,
});
const first = () => ids[0] ?? "";
const stateOf = async (caseId: string) =>
  (
    await house.sql.query(
      "select c.state from clearance c join review_case r on r.clearance_id = c.id where r.id = $1",
      [caseId],
    )
  ).rows[0].state;
const shipmentOf = async (caseId: string) =>
  (await house.sql.query("select shipment_id from review_case where id = $1", [caseId])).rows[0].shipment_id as string;

describe("the queue", () => {
  it("that leaves as a file keeps its order though a clock runs out meanwhile", async () => {
    const [ending, greater] = ids;
    await house.sql.query("update review_case set state = 'withdrawn' where id <> all($1)", [[ending, greater]]);
    await house.sql.query("update review_case set due_at = now() + interval '2 seconds', stake = 1 where id = $1", [
      ending,
    ]);
    await house.sql.query("update review_case set due_at = now() + interval '50 minutes', stake = 50 where id = $1", [
      greater,
    ]);
    const pages = await house.inSnapshot(house.officer, async (queries) => {
      const list = (cursor?: string) =>
        queries.listReviews(house.officer, { limit: 1, state: "open", ...(cursor ? { cursor } : {}) });
      const one = await list();
      await new Promise((wake) => setTimeout(wake, 2_500));
      return [...one.rows, ...(await list(one.nextCursor ?? "")).rows].map((row) => row.caseId);
    });
    expect(pages).toEqual([greater, ending]);
  });

  it("comes by slack and by what is at stake, and goes on behind the last case that was seen", async () => {
    const [a, b, c, d, e] = ids;
    const set = (id: string | undefined, due: string, stake: number) =>
      house.sql.query(`update review_case set due_at = now() + interval '${due}', stake = $2 where id = $1`, [
        id,
        stake,
      ]);
    await set(a, "30 hours", 900);
    await set(b, "-1 hour", 1);
    await set(c, "40 minutes", 5);
    await set(d, "50 minutes", 50);
    await set(e, "3 hours", 10);
    const seen = async (cursor?: string) =>
      house.queries.listReviews(house.officer, { limit: 2, state: "open", ...(cursor ? { cursor } : {}) });
    const one = await seen();
    expect(one.rows.map((row) => row.caseId)).toEqual([b, d]);
    const two = await seen(one.nextCursor ?? "");
    expect(two.rows.map((row) => row.caseId)).toEqual([c, e]);
    await house.sql.query("update review_case set state = 'decided' where id = $1", [e]);
    expect((await seen(two.nextCursor ?? "")).rows[0]?.caseId).toBe(a);
    const breaching = await house.queries.listReviews(house.officer, { limit: 9, state: "open", view: "breaching" });
    expect(breaching.rows.map((row) => row.caseId)).toEqual([b, d, c]);
    expect(await house.queries.countReviews(house.officer)).toMatchObject({
      breaching: 3,
      breached: 1,
      mine: 0,
      red: 0,
    });
  });

  it("hands each officer a case of their own, however many ask at once", async () => {
    const officers = [house.officer, house.secondOfficer];
    const given = await Promise.all(officers.map(async (officer) => must(await nextReview(house, officer)).caseId));
    expect(new Set(given).size).toBe(2);
    expect(given).not.toContain(null);
    // Who has a case is given that one again.
    expect(must(await nextReview(house, house.officer)).caseId).toBe(given[0]);
  });

  it("gives a case that was passed by to somebody else, and keeps the reason", async () => {
    const given = must(await nextReview(house, house.officer)).caseId ?? "";
    must(await skipReview(house, house.officer, { caseId: given, reason: "language", note: "Thai" }));
    const after = must(await nextReview(house, house.officer)).caseId;
    expect(after).not.toBe(given);
    expect(must(await nextReview(house, house.secondOfficer)).caseId).toBe(given);
    const { rows } = await house.sql.query("select reason, note, officer_id from review_skip where case_id = $1", [
      given,
    ]);
    expect(rows).toEqual([{ reason: "language", note: "Thai", officer_id: house.officer.id }]);
  });
});

describe("a claim", () => {
  it("ends by itself, is taken by another, and who had it is told by whom", async () => {
    must(await claimReview(house, house.officer, first()));
    expect(await kindOf(claimReview(house, house.secondOfficer, first()))).toBe("claimed_by_other");
    await house.sql.query("update review_case set claimed_until = now() - interval '1 second' where id = $1", [
      first(),
    ]);
    must(await claimReview(house, house.secondOfficer, first()));
    expect(await kindOf(decideReview(house, house.officer, ruling(first(), "pass", "documents_consistent")))).toBe(
      "claimed_by_other",
    );
  });

  it("is renewed by who has it", async () => {
    must(await claimReview(house, house.officer, first()));
    await house.sql.query("update review_case set claimed_until = now() + interval '1 minute' where id = $1", [
      first(),
    ]);
    must(await claimReview(house, house.officer, first()));
    const { rows } = await house.sql.query(
      "select claimed_until > now() + interval '10 minutes' as long from review_case where id = $1",
      [first()],
    );
    expect(rows[0].long).toBe(true);
  });

  it("lets a case be decided once, however often the decision is sent at once", async () => {
    must(await claimReview(house, house.officer, first()));
    const kinds = await Promise.all(
      [1, 2, 3, 4].map(() => kindOf(decideReview(house, house.officer, ruling(first(), "pass", "risk_explained")))),
    );
    expect(kinds.sort()).toEqual(["done", "not_claimed", "not_claimed", "not_claimed"]);
    const { rows } = await house.sql.query("select count(*)::int as n from decision where case_id = $1", [first()]);
    expect(rows[0].n).toBe(1);
  });
});

describe("where the office hands out the cases", () => {
  beforeEach(async () => {
    must(await setReviewPolicy(house.inTransaction, house.admin, { ...DEFAULT_POLICY, isPickingClosed: true }));
  });

  it("nobody picks, gives back unseen or releases many; the next case is taken, renewed, and decided", async () => {
    expect(await kindOf(claimReview(house, house.officer, first()))).toBe("picking_closed");
    expect(await kindOf(previewBulkReview(house, house.officer, ids))).toBe("picking_closed");
    const given = must(await nextReview(house, house.officer)).caseId ?? "";
    expect(await kindOf(unclaimReview(house.inTransaction, house.officer, given))).toBe("picking_closed");
    expect(await kindOf(claimReview(house, house.officer, given))).toBe("done");
    expect(await kindOf(decideReview(house, house.officer, ruling(given, "pass", "risk_explained")))).toBe("done");
    const { rows } = await house.queries.listReviews(house.officer, { limit: 9, state: "open" });
    expect(rows.every((row) => !row.isPickable)).toBe(true);
  });

  it("only an admin of the authority changes that", async () => {
    expect(await kindOf(setReviewPolicy(house.inTransaction, house.officer, DEFAULT_POLICY))).toBe("forbidden");
    expect(await kindOf(setReviewPolicy(house.inTransaction, house.broker, DEFAULT_POLICY))).toBe("forbidden");
  });
});

describe("a case that waits", () => {
  it("goes to the broker with a question, comes back with the answer, and its clock did not run meanwhile", async () => {
    const shipmentId = await shipmentOf(first());
    must(await claimReview(house, house.officer, first()));
    const due = async () =>
      (await house.sql.query("select due_at from review_case where id = $1", [first()])).rows[0].due_at as Date;
    const before = await due();
    must(
      await decideReview(house, house.officer, {
        ...ruling(first(), "request_documents", "contract_wanted"),
        note: "Page 2",
      }),
    );
    expect(await stateOf(first())).toBe("queried");
    expect((await gatesOf(house, shipmentId))?.[0]).toBe("queried");
    await house.sql.query("update review_question set asked_at = asked_at - interval '2 hours' where case_id = $1", [
      first(),
    ]);
    const [question] = (await house.queries.listReviewQuestions(house.broker, shipmentId)) ?? [];
    expect(question).toMatchObject({ reasons: ["contract_wanted"], text: "Page 2", isOpen: true });
    const answer = { questionId: question?.id ?? "", answer: "Enclosed", documentId: null };
    expect(await kindOf(answerReviewQuestion(house, house.broker, { ...answer, answer: null }))).toBe("invalid_input");
    expect(await kindOf(answerReviewQuestion(house, house.otherBroker, answer))).toBe("not_found");
    expect(await kindOf(answerReviewQuestion(house, house.broker, answer))).toBe("done");
    expect(await kindOf(answerReviewQuestion(house, house.broker, answer))).toBe("stale_version");
    expect(await stateOf(first())).toBe("in_review");
    expect((await due()).getTime() - before.getTime()).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect((await house.queries.getReview(house.officer, first()))?.questions[0]?.answer).toBe("Enclosed");
  });

  it("is held until a day, is out of the queue, and goes on when an officer resumes it", async () => {
    must(await claimReview(house, house.officer, first()));
    const hold = ruling(first(), "hold", "awaits_laboratory");
    expect(await kindOf(decideReview(house, house.officer, { ...hold, until: "2020-01-01" }))).toBe("invalid_input");
    must(await decideReview(house, house.officer, { ...hold, until: "2099-01-01" }));
    expect(await stateOf(first())).toBe("held");
    const inView = async (view: "all" | "held") =>
      (await house.queries.listReviews(house.officer, { limit: 50, state: "open", view })).rows.map(
        (row) => row.caseId,
      );
    expect(await inView("all")).not.toContain(first());
    expect(await inView("held")).toEqual([first()]);
    await house.sql.query("update review_case set held_until = '2020-01-01' where id = $1", [first()]);
    expect(await inView("all")).toContain(first());
    must(await claimReview(house, house.officer, first()));
    must(await decideReview(house, house.officer, ruling(first(), "resume", "hold_reason_gone")));
    expect(await stateOf(first())).toBe("in_review");
  });

  it("is sent back to the blue lane, with a reason, and released", async () => {
    must(await claimReview(house, house.officer, first()));
    must(await decideReview(house, house.officer, ruling(first(), "back_route", "trusted_trader")));
    const { rows } = await house.sql.query(
      "select c.lane, c.state from clearance c join review_case r on r.clearance_id = c.id where r.id = $1",
      [first()],
    );
    expect(rows[0]).toEqual({ lane: "blue", state: "releasable" });
  });
});

describe("a release of many", () => {
  it("shows what goes and why the rest stays, and decides each once", async () => {
    const [plain, red, rich, two, taken] = ids;
    await house.sql.query("update review_case set stake = 49999.99 where id = any($1)", [ids]);
    await house.sql.query("update review_case set lane = 'red' where id = $1", [red]);
    await house.sql.query("update review_case set stake = 50000 where id = $1", [rich]);
    await house.sql.query("update review_case set needs_two_officers = true where id = $1", [two]);
    must(await claimReview(house, house.secondOfficer, taken ?? ""));
    const preview = must(await previewBulkReview(house, house.officer, [...ids, plain ?? ""]));
    expect(preview).toMatchObject({ count: 1, included: [plain], lanes: { yellow: 1 } });
    expect(preview.excluded).toEqual([
      { caseId: red, why: "red_lane" },
      { caseId: rich, why: "high_value" },
      { caseId: two, why: "two_officers" },
      { caseId: taken, why: "claimed_by_other" },
    ]);
    const many = { caseIds: ids, reasons: ["documents_consistent"], note: null };
    const results = await Promise.all([
      releaseMany(house, house.officer, many),
      releaseMany(house, house.officer, many),
    ]);
    expect(results.flatMap((result) => must(result).released)).toEqual([plain]);
    const { rows } = await house.sql.query("select case_id from decision where case_id = any($1)", [ids]);
    expect(rows).toEqual([{ case_id: plain }]);
    expect(must(await releaseMany(house, house.officer, many)).left[0]).toEqual({ caseId: plain, why: "not_open" });
    expect(await kindOf(releaseMany(house, house.officer, { ...many, reasons: [] }))).toBe("invalid_input");
  });
});

describe("a reason of a case", () => {
  it("is called wrong with a word, which is a label afterwards; one that the case has not is not found", async () => {
    const review = await house.queries.getReview(house.officer, first());
    const reason = `factor.${review?.shipment.risk[0]?.contributions[0]?.factor ?? ""}`;
    const given = { caseId: first(), reason, verdict: "wrong" as const, note: "known maker" };
    must(await giveReasonFeedback(house, house.officer, given));
    expect(await kindOf(giveReasonFeedback(house, house.officer, { ...given, reason: "factor.none" }))).toBe(
      "not_found",
    );
    const labels = must(
      await house.inTransaction(house.officer, async (tx) => ({
        ok: true as const,
        value: await tx.reviews.feedback(new Date(0), new Date("2099-01-01")),
      })),
    );
    expect(labels).toMatchObject([{ reason, verdict: "wrong", note: "known maker", caseId: first() }]);
    expect((await house.queries.getReview(house.officer, first()))?.feedback).toHaveLength(1);
    expect((await house.queries.getReview(house.houseOfficer, first()))?.feedback).toEqual([]);
  });
});
