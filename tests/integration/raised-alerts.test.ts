import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { holdByAlert, previewAlertHold } from "@/application/hold-by-alert";
import { liftAlert, raiseAlert } from "@/application/raise-alert";
import type { Failure } from "@/contracts/problem";
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

const kindOf = async (result: Promise<Result<unknown, Failure>>) => {
  const settled = await result;
  return settled.ok ? "done" : settled.error.kind;
};
const { caseRow, decide } = deciding(() => house);

describe("an alert", () => {
  const scope = { commodityPrefix: "9503", origin: null, producer: null, words: [] };
  const alert = {
    ...scope,
    reason: "Small parts come off",
    citation: "Notice of the laboratory, 2026-11-20",
    validFrom: "2026-01-01",
    validTo: null,
  };

  it("holds what is not released at both gates, lists what is to be called back, and is lifted by another", async () => {
    const [open, releasable, free] = ids;
    must(await decide(releasable ?? "", "pass", "risk_explained"));
    const { shipment_id: released } = await caseRow(free ?? "");
    await house.sql.query(
      "update clearance set state = 'released', released_at = now() where shipment_id = $1 and stage = 'bonded_exit'",
      [released],
    );
    await house.sql.query("update clearance set state = 'released', released_at = now() where shipment_id = $1", [
      released,
    ]);
    const { id } = must(await raiseAlert(house, house.officer, alert));
    const [a, b] = [(await caseRow(open ?? "")).shipment_id, (await caseRow(releasable ?? "")).shipment_id];
    const preview = must(await previewAlertHold(house, house.officer, id)).shipmentIds;
    expect(preview).toEqual(expect.arrayContaining([a, b]));
    expect(preview).not.toContain(released);
    const view = must(await house.queries.getAlert(house.officer, id));
    const where = (shipmentId: string) => view?.affected.find((each) => each.shipmentId === shipmentId)?.whereabouts;
    expect([where(a), where(b), where(released)]).toEqual(["in_review", "releasable", "released"]);
    expect(must(await holdByAlert(house, house.officer, id)).held).toEqual(expect.arrayContaining([a, b]));
    expect(must(await holdByAlert(house, house.officer, id)).held).toEqual([]);
    for (const caseId of [open ?? "", releasable ?? ""])
      expect(await caseRow(caseId)).toMatchObject({ lane: "red", state: "open", standing: "held" });
    await work(house);
    expect((await caseRow(releasable ?? "")).standing).toBe("held");
    expect(await kindOf(decide(open ?? "", "resume", "hold_reason_gone"))).toBe("held_by_alert");
    expect(await kindOf(liftAlert(house, house.officer, id, "Tested"))).toBe("needs_second_person");
    must(await liftAlert(house, house.secondOfficer, id, "Tested, in order"));
    for (const caseId of [open ?? "", releasable ?? ""])
      expect(await caseRow(caseId)).toMatchObject({ state: "open", standing: "in_examination" });
    expect(await kindOf(liftAlert(house, house.secondOfficer, id, "Again"))).toBe("invalid_input");
  });

  it("is seen by the authority alone, also in the transaction of who lodges, and while it is active", async () => {
    const { id } = must(await raiseAlert(house, house.officer, { ...alert, commodityPrefix: null, words: ["lot 7"] }));
    const activeFor = async (actor: typeof house.broker) =>
      must(
        await house.inTransaction(actor, async (tx) => ({ ok: true as const, value: await tx.alerts.active() })),
      ).map((each) => each.id);
    expect(await activeFor(house.broker)).toEqual([]);
    expect(await activeFor(house.officer)).toContain(id);
    expect((await house.queries.listAlerts(house.broker, { limit: 9, state: "active" })).ok).toBe(false);
    must(await liftAlert(house, house.secondOfficer, id, "Withdrawn"));
    expect(await activeFor(house.officer)).not.toContain(id);
    expect(await kindOf(raiseAlert(house, house.officer, { ...alert, commodityPrefix: null }))).toBe("invalid_input");
    expect(await kindOf(raiseAlert(house, house.broker, alert))).toBe("forbidden");
  });

  it("is kept by the database from whoever could not raise or lift it", async () => {
    const insert = (organisation: string) =>
      house.client.$transaction(async (db) => {
        await db.$executeRaw`select set_config('app.organisation', ${organisation}, true)`;
        await db.$executeRaw`insert into alert (organisation_id, id, commodity_prefix, reason, citation, valid_from, state, raised_by, raised_by_name, raised_at)
          values (${organisation}::uuid, gen_random_uuid(), '9503', 'because', 'a source of ten', '2026-01-01', 'active', 'x', 'x', now())`;
      });
    await expect(insert(house.broker.organisationId)).rejects.toThrow(/row-level security/);
    const { id } = must(await raiseAlert(house, house.officer, alert));
    const lift = house.sql.query(
      "update alert set state = 'lifted', lifted_by = raised_by, lifted_by_name = 'x', lifted_at = now() where id = $1",
      [id],
    );
    await expect(lift).rejects.toThrow(/two_people/);
    await expect(house.sql.query("update alert set reason = 'another' where id = $1", [id])).rejects.toThrow(
      /stays as/,
    );
  });
});
