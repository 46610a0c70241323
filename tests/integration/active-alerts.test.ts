import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { previewBulkReview, releaseMany } from "@/application/bulk-review";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { holdByAlert } from "@/application/hold-by-alert";
import { cancelInspection, orderInspection } from "@/application/order-inspection";
import { liftAlert, raiseAlert } from "@/application/raise-alert";
import { recordInspection } from "@/application/record-inspection";
import type { Failure } from "@/contracts/problem";
import type { Outcome } from "@/domain/review/decision";
import type { Result } from "@/domain/shared/result";
import { copyCases } from "../support/cases";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let model: string;
let caseId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  await setRandomShare(house.sql, 1);
  model = await prepare(house, "green-toys");
  must(await lodge(house, model, "model-of-the-cases"));
  await work(house);
});
afterAll(() => house.close());

/** Every test has a fresh yellow case; cases and alerts of the tests before are out of the way. */
beforeEach(async () => {
  await house.sql.query("update review_case set state = 'withdrawn'");
  await house.sql.query("update clearance set state = 'refused' where shipment_id <> $1 and state <> 'released'", [
    model,
  ]);
  await house.sql.query(
    "update alert set state = 'lifted', lifted_by = 'x', lifted_by_name = 'x', lifted_at = now() where state = 'active'",
  );
  // An alert holds the model as well; what is copied is the yellow case that it was.
  await house.sql.query(
    "update review_case set lane = 'yellow', alert_id = null, held_until = null, reopened_at = null where shipment_id = $1",
    [model],
  );
  await house.sql.query(
    "update clearance set state = 'in_review', lane = 'yellow' where shipment_id = $1 and stage = 'bonded_exit'",
    [model],
  );
  caseId = (await copyCases(house.sql, model, 1))[0] ?? "";
});

const kindOf = async (result: Promise<Result<unknown, Failure>>) => {
  const settled = await result;
  return settled.ok ? "done" : settled.error.kind;
};
const stood = async () =>
  (
    await house.sql.query(
      `select r.shipment_id, r.clearance_id, r.state, r.lane, r.alert_id, r.due_at, c.state as standing
       from review_case r join clearance c on c.id = r.clearance_id where r.id = $1`,
      [caseId],
    )
  ).rows[0];
const raise = async (commodityPrefix: string) =>
  must(
    await raiseAlert(house, house.officer, {
      ...{ commodityPrefix, origin: null, producer: null, words: [] },
      reason: "Small parts come off",
      citation: "Notice of the laboratory, 2026-11-20",
      validFrom: "2026-01-01",
      validTo: null,
    }),
  ).id;
async function decide(outcome: Outcome, reason: string, by: Actor = house.officer, until: string | null = null) {
  must(await claimReview(house, by, caseId));
  return decideReview(house, by, { caseId, outcome, reasons: [reason], note: null, until });
}
async function inspected(): Promise<void> {
  const order = { caseId, reasons: ["goods_unclear"], packages: null, team: null, note: null, lines: [1] };
  const { id } = must(await orderInspection(house, house.officer, order));
  const lines = [{ line: 1, irregularity: null, revenue: "0", finding: null }];
  must(await recordInspection(house, house.officer, id, { lines, findings: null, isFlagged: false }));
}

describe("goods under an active alert", () => {
  it("are not passed, sent back to blue or released among many; the officer is told which alert", async () => {
    const alertId = await raise("9503");
    const refused = await decide("pass", "risk_explained");
    expect(refused).toEqual({ ok: false, error: { kind: "alert_active", alertId } });
    expect(await kindOf(decide("back_route", "trusted_trader"))).toBe("alert_active");
    expect(must(await previewBulkReview(house, house.officer, [caseId])).excluded).toEqual([
      { caseId, why: "under_alert" },
    ]);
    const many = { caseIds: [caseId], reasons: ["documents_consistent"], note: null };
    expect(must(await releaseMany(house, house.officer, many)).released).toEqual([]);
    expect((await stood()).standing).toBe("in_review");
    must(await liftAlert(house, house.secondOfficer, alertId, "Tested, in order"));
    expect(await kindOf(decide("pass", "risk_explained"))).toBe("done");
  });

  it("are passed as examined when an inspection since the alert looked at them, and not on an older one", async () => {
    must(await decide("escalate", "goods_unclear"));
    const [open] = must(await house.queries.listInspectionsOf(house.officer, (await stood()).shipment_id));
    must(await cancelInspection(house, house.officer, open?.id ?? ""));
    await inspected();
    await raise("95");
    expect(await kindOf(decide("examined_pass", "goods_as_declared"))).toBe("alert_active");
    await inspected();
    expect(await kindOf(decide("examined_pass", "goods_as_declared"))).toBe("done");
  });

  it("are not resumed from an officer's own hold", async () => {
    must(await decide("hold", "awaits_laboratory", house.officer, "2099-01-01"));
    const alertId = await raise("9503");
    expect(must(await holdByAlert(house, house.officer, alertId)).held).not.toContain((await stood()).shipment_id);
    const refused = await decide("resume", "hold_reason_gone");
    expect(refused).toEqual({ ok: false, error: { kind: "held_by_alert", alertId } });
    must(await liftAlert(house, house.secondOfficer, alertId, "Tested, in order"));
    expect(await kindOf(decide("resume", "hold_reason_gone"))).toBe("done");
  });

  it("stay held by the next alert that names them when the first is lifted", async () => {
    const one = await raise("9503");
    must(await holdByAlert(house, house.officer, one));
    const two = await raise("95");
    must(await liftAlert(house, house.secondOfficer, one, "Tested, in order"));
    expect(await stood()).toMatchObject({ standing: "held", alert_id: two });
    must(await liftAlert(house, house.secondOfficer, two, "Tested, in order"));
    expect(await stood()).toMatchObject({ standing: "in_examination", alert_id: null });
  });

  it("tell the broker of no alert in their evidence; the audit of the authority says which it was", async () => {
    const alertId = await raise("9503");
    must(await holdByAlert(house, house.officer, alertId));
    must(await liftAlert(house, house.secondOfficer, alertId, "Tested, in order"));
    const { shipment_id: shipmentId, clearance_id: clearanceId } = await stood();
    const entries = (await house.queries.getTimeline(house.broker, shipmentId))?.entries ?? [];
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["alert_held", "alert_lifted"]));
    expect(JSON.stringify(entries)).not.toContain(alertId);
    const { rows } = await house.sql.query(
      "select organisation_id, action, detail from audit_entry where object_id = $1 order by action",
      [clearanceId],
    );
    const owner = { organisation_id: house.authority, detail: { alert: alertId } };
    expect(rows).toEqual([
      { ...owner, action: "alert_freed" },
      { ...owner, action: "alert_held" },
    ]);
  });
});

describe("a case of two officers that an alert reopened", () => {
  it("wants two passes anew, and has a new clock", async () => {
    await house.sql.query("update review_case set needs_two_officers = true where id = $1", [caseId]);
    must(await decide("escalate", "goods_unclear"));
    const [open] = must(await house.queries.listInspectionsOf(house.officer, (await stood()).shipment_id));
    must(await cancelInspection(house, house.officer, open?.id ?? ""));
    await inspected();
    must(await decide("examined_pass", "goods_as_declared"));
    must(await decide("examined_pass", "goods_as_declared", house.secondOfficer));
    expect(await stood()).toMatchObject({ state: "decided", standing: "releasable" });
    await house.sql.query("update review_case set due_at = now() - interval '9 days' where id = $1", [caseId]);
    const alertId = await raise("9503");
    must(await holdByAlert(house, house.officer, alertId));
    must(await liftAlert(house, house.secondOfficer, alertId, "Tested, in order"));
    expect((await stood()).due_at.getTime()).toBeGreaterThan(Date.now());
    must(await decide("examined_pass", "goods_as_declared"));
    expect(await stood()).toMatchObject({ state: "open", standing: "in_examination" });
    must(await decide("examined_pass", "goods_as_declared", house.secondOfficer));
    expect(await stood()).toMatchObject({ state: "decided", standing: "releasable" });
  });
});

describe("an order of an inspection", () => {
  const ordered = async () => {
    must(await decide("escalate", "goods_unclear"));
    const { shipment_id: shipmentId } = await stood();
    return must(await house.queries.listInspectionsOf(house.officer, shipmentId))[0]?.id ?? "";
  };

  it("is cancelled by nobody but who gave it or has the case, and the evidence says by whom", async () => {
    const inspectionId = await ordered();
    expect(await cancelInspection(house, house.secondOfficer, inspectionId)).toEqual({
      ok: false,
      error: { kind: "inspection_of_other", orderedBy: house.officer.name },
    });
    must(await claimReview(house, house.secondOfficer, caseId));
    must(await cancelInspection(house, house.secondOfficer, inspectionId));
    const { rows } = await house.sql.query(
      "select kind, actor from evidence_entry where subject = $1 order by sequence desc limit 1",
      [inspectionId],
    );
    expect(rows).toEqual([{ kind: "inspection_cancelled", actor: house.secondOfficer.id }]);
    expect(await kindOf(cancelInspection(house, house.officer, inspectionId))).toBe("stale_version");
  });
});
