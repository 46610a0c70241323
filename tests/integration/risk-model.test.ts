import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { learn } from "@/adapters/learning/learn";
import { promoteModel, requestModel, retireModel, rollBackModel } from "@/application/maintain-models";
import { proposePolicy, settlePolicy } from "@/application/maintain-policy";
import { replayLane } from "@/application/replay-lane";
import { seedHistory } from "@/application/seed-history";
import type { ModelTrainer } from "@/application/train-risk-model";
import { trainRiskModel } from "@/application/train-risk-model";
import { watchDrift } from "@/application/watch-drift";
import { SHIPPED_POLICY } from "@/domain/selectivity/policy";
import { addDays } from "@/domain/shared/local-date";
import { ok } from "@/domain/shared/result";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const DAYS = 240;
const trainer: ModelTrainer = { train: async (set) => learn(set) };

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  const from = addDays(house.world.today(), -DAYS);
  const seeded = await seedHistory(house, system(house.authority), {
    seed: 7,
    from,
    days: DAYS,
    perDay: 14,
    traders: 60,
  });
  expect(must(seeded).entries).toBeGreaterThan(2_000);
}, 60_000);
afterAll(() => house.close());

/** Trains a model as the worker would, from the message that the wish put into the outbox. */
async function trained(by = house.admin): Promise<string> {
  const { id } = must(await requestModel(house, by, { kind: "boosted", days: DAYS, seed: 1 }));
  const { rows } = await house.sql.query("select id from outbox_message where name = 'risk.train' and done_at is null");
  must(await trainRiskModel({ ...house, trainer }, system(house.authority), rows[0].id, id));
  return id;
}

/** Lodges a sample and lets the worker do what is owed; the shipment. */
async function declared(sample: string): Promise<string> {
  const shipmentId = await prepare(house, sample);
  must(await lodge(house, shipmentId, `key-${sample}`));
  await work(house);
  return shipmentId;
}

const modelOf = async (id: string) =>
  must(await house.queries.listModels(house.admin)).find((model) => model.id === id);

describe("a model of the authority", () => {
  let first = "";

  it("learns from the history up to yesterday and stands in shadow with its figures", async () => {
    first = await trained();
    const model = await modelOf(first);
    expect(model).toMatchObject({ state: "challenger", version: 1, fault: null });
    expect(model?.report?.auc.value).toBeGreaterThan(0.8);
    expect(model?.report?.auc.low).toBeLessThanOrEqual(model?.report?.auc.value ?? 0);
    expect(model?.entries).toBeGreaterThan(2_000);
  }, 120_000);

  it("is not promoted by who trained it, in the use case nor past it", async () => {
    expect(await promoteModel(house, house.admin, first)).toMatchObject({ error: { kind: "needs_second_person" } });
    await expect(
      house.inTransaction(house.admin, async (tx) =>
        ok(await tx.models.move(first, "challenger", { state: "champion", by: house.admin })),
      ),
    ).rejects.toThrow(/two_people/);
  });

  it("is seen by no broker", async () => {
    expect(await house.queries.listModels(house.broker)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    const rows = await house.inTransaction(house.broker, async (tx) => ok(await tx.models.list()));
    expect(must(rows)).toEqual([]);
    const history = await house.inTransaction(house.broker, async (tx) =>
      ok(await tx.history.entries("2000-01-01", "2999-01-01")),
    );
    expect(must(history)).toEqual([]);
  });

  it("decides once a second admin promoted it: points that add up, a chance, inputs that give the same lane again", async () => {
    must(await promoteModel(house, house.secondAdmin, first));
    const shipmentId = await declared("green-earphones");
    const seen = (await house.queries.getShipment(house.officer, shipmentId))?.risk[0];
    expect(seen?.modelVersion).toBe("1");
    expect(seen?.probability).toBeGreaterThan(0);
    expect(seen?.contributions.some(({ factor }) => factor.startsWith("model_"))).toBe(true);
    expect(seen?.contributions.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(seen?.score);
    const replayed = must(await replayLane(house, house.officer, seen?.clearanceId ?? ""));
    expect(replayed).toMatchObject({ isSame: true, past: { lane: seen?.lane }, again: { score: seen?.score } });
    expect(replayed.again.hash).toBe(replayed.past.hash);
  });

  it("shows its broker every point of their own papers and the authority's history as one factor without a number", async () => {
    const shipmentId = await declared("green-toys");
    const own = (await house.queries.getShipment(house.broker, shipmentId))?.risk[0];
    const full = (await house.queries.getShipment(house.officer, shipmentId))?.risk[0];
    expect(full?.contributions.some(({ factor }) => factor.startsWith("model_"))).toBe(true);
    expect(own?.contributions.find(({ factor }) => factor === "model")?.points).toBeNull();
    expect(own?.contributions.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(own?.score);
    expect(own?.contributions.filter(({ factor }) => factor.startsWith("model_"))).toEqual([]);
    expect(own?.modelVersion).toBeNull();
  });

  it("adds what it knew of each line to the authority's history, once", async () => {
    const { rows } = await house.sql.query(
      "select clearance_id, line, count(*)::int as count from history_entry where not is_generated group by 1, 2",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ count }) => count === 1)).toBe(true);
  });

  it("says that a replay differs where the logged points are not what the inputs lead to", async () => {
    const { rows } = await house.sql.query(
      "select clearance_id from risk_assessment order by assessed_at desc limit 1",
    );
    await house.sql.query("alter table risk_assessment disable trigger append_only");
    await house.sql.query("update risk_assessment set score = score + 1 where clearance_id = $1", [
      rows[0].clearance_id,
    ]);
    await house.sql.query("alter table risk_assessment enable trigger append_only");
    expect(must(await replayLane(house, house.officer, rows[0].clearance_id)).isSame).toBe(false);
    const { rows: entries } = await house.sql.query(
      "select count(*)::int as count from evidence_entry where kind = 'replay_differs'",
    );
    expect(entries[0].count).toBe(1);
  });

  it("is watched: drift by feature, and the shadow beside the champion", async () => {
    const challenger = await trained(house.secondAdmin);
    const shipmentId = await declared("lamps");
    expect(shipmentId).not.toBe("");
    const { rows } = await house.sql.query(
      "select shadow from history_entry where not is_generated order by at desc limit 1",
    );
    expect(Object.keys(rows[0].shadow)).toEqual(["2"]);
    const drift = must(await watchDrift(house, house.officer));
    expect(drift.version).toBe(1);
    expect(drift.features.length).toBeGreaterThan(50);
    expect(drift.features.every(({ index }) => Number.isFinite(index))).toBe(true);
    must(await promoteModel(house, house.admin, challenger));
    expect((await modelOf(first))?.state).toBe("retired");
  }, 120_000);

  it("is rolled back in one act by one admin, to the one before it", async () => {
    must(await rollBackModel(house, house.secondAdmin, "the new one holds too many newcomers"));
    expect((await modelOf(first))?.state).toBe("champion");
  });

  it("that cannot be read leaves the last good one at work, and the audit of the authority says so, not the evidence", async () => {
    const challenger = await trained();
    await house.sql.query("alter table risk_model disable trigger guard_risk_model");
    await house.sql.query("update risk_model set body = '\\x00' where id = $1", [challenger]);
    await house.sql.query("alter table risk_model enable trigger guard_risk_model");
    must(await promoteModel(house, house.secondAdmin, challenger));
    const shipmentId = await declared("wine");
    expect((await house.queries.getShipment(house.officer, shipmentId))?.risk[0]?.modelVersion).toBe("1");
    const { rows } = await house.sql.query(
      "select facts from evidence_entry where kind = 'risk_assessed' and shipment_id = $1",
      [shipmentId],
    );
    expect(rows[0].facts).not.toHaveProperty("trouble");
    const audit = await house.sql.query(
      `select a.organisation_id as owner, a.detail ->> 'trouble' as trouble from audit_entry a
       join clearance c on c.id::text = a.object_id where a.action = 'model_trouble' and c.shipment_id = $1`,
      [shipmentId],
    );
    expect(audit.rows[0]).toEqual({ owner: house.authority, trouble: "older_model" });
  }, 120_000);

  it("that was rolled back does not come back by another rollback, in the use case nor past it", async () => {
    const championOf = async () =>
      must(await house.queries.listModels(house.admin)).find(({ state }) => state === "champion")?.version ?? null;
    must(await rollBackModel(house, house.admin, "it cannot be read"));
    expect(await championOf()).toBe(1);
    must(await rollBackModel(house, house.secondAdmin, "the old one is no better"));
    expect(await championOf()).toBeNull();
    const { rows } = await house.sql.query("select id from risk_model where version = 2");
    const attempt = house.inTransaction(house.admin, async (tx) =>
      ok(await tx.models.move(rows[0].id, "retired", { state: "champion" })),
    );
    await expect(attempt).rejects.toThrow(/rolled back/);
  });

  it("that cannot be learned says why, and is not promoted", async () => {
    const other = await createHouse(createRememberingReader());
    const { id } = must(await requestModel(other, other.admin, { kind: "boosted", days: 100, seed: 1 }));
    expect(await requestModel(other, other.admin, { kind: "boosted", days: 100, seed: 1 })).toMatchObject({
      error: { fault: "model_in_training" },
    });
    const { rows } = await other.sql.query("select id from outbox_message where name = 'risk.train'");
    must(await trainRiskModel({ ...other, trainer }, system(other.authority), rows[0].id, id));
    const [model] = must(await other.queries.listModels(other.admin));
    expect(model).toMatchObject({ state: "failed" });
    expect(model?.fault).toMatch(/history/);
    expect(await promoteModel(other, other.secondAdmin, id)).toMatchObject({
      error: { fault: "model_not_challenger" },
    });
    expect(await retireModel(other, other.admin, id)).toMatchObject({ ok: false });
    await other.close();
  });
});

describe("a policy of selectivity", () => {
  const { version: _shipped, ...shipped } = SHIPPED_POLICY;

  it("takes effect once a second admin approved it", async () => {
    const policy = { ...shipped, randomShare: 0.2, maximumUnselected: null };
    const { id } = must(await proposePolicy(house, house.admin, { policy, reason: "a month of measuring what slips" }));
    expect(await settlePolicy(house, house.admin, id, true)).toMatchObject({ error: { kind: "needs_second_person" } });
    must(await settlePolicy(house, house.secondAdmin, id, true));
    const shipmentId = await declared("green-shirts");
    const risk = (await house.queries.getShipment(house.officer, shipmentId))?.risk[0];
    expect(risk).toMatchObject({ policyVersion: 1, randomDraw: { share: 0.2 } });
  });

  it("that would blind the authority is refused by the name and range of its value", async () => {
    const policy = { ...shipped, randomShare: 0 };
    expect(await proposePolicy(house, house.admin, { policy, reason: "no looks by chance" })).toMatchObject({
      error: { pointer: "/policy/randomShare", fault: "policy_range", parameters: { least: "0.005", most: "0.25" } },
    });
  });

  it("is another admin's to approve in the database as well", async () => {
    const { id } = must(await proposePolicy(house, house.admin, { policy: shipped, reason: "back to what shipped" }));
    await expect(
      house.inTransaction(house.admin, async (tx) => ok(await tx.policies.settle(id, "active", house.admin))),
    ).rejects.toThrow(/two_people/);
    must(await settlePolicy(house, house.secondAdmin, id, false));
  });
});
