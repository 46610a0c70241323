import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { proposePolicy, settlePolicy } from "@/application/maintain-policy";
import { raiseAlert } from "@/application/raise-alert";
import { securePayment } from "@/application/secure-tax";
import { turnSwitch } from "@/application/switch-rule";
import { SHIPPED_POLICY } from "@/domain/selectivity/policy";
import { lodge, prepare } from "../support/clearing";
import { carryOut, createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
}, 60_000);
afterAll(() => house.close());

const reason = "a test of what stops goods";
const turn = (isOn: boolean, value = "8518") =>
  turnSwitch(house, house.officer, { kind: "code", value, isOn, reason }).then(must);

async function declared(sample: string, security: "guarantee" | "payment" = "guarantee"): Promise<string> {
  const shipmentId = await prepare(house, sample);
  must(await lodge(house, shipmentId, `key-${sample}`, security));
  await work(house);
  return shipmentId;
}

const shipmentOf = (id: string, as = house.officer) => house.queries.getShipment(as, id);

/** The messages that wait for their time. */
async function waiting(name: string) {
  const { rows } = await house.sql.query(
    "select id, payload, available_at as at from outbox_message where name = $1 and done_at is null",
    [name],
  );
  return rows;
}

/** Carries out the message that waits, as the worker would so many minutes later. */
async function later(name: string, minutes: number): Promise<void> {
  const [message] = await waiting(name);
  const now = new Date(house.world.now().getTime() + minutes * 60_000);
  const world = { ...house.world, now: () => now };
  must(await carryOut({ ...house, world }, message.id, name, message.payload));
}

async function inForce(policy: Partial<typeof SHIPPED_POLICY>): Promise<void> {
  const { version: _version, ...shipped } = SHIPPED_POLICY;
  const proposal = { policy: { ...shipped, maximumUnselected: null, ...policy }, reason };
  const { id } = must(await proposePolicy(house, house.admin, proposal));
  must(await settlePolicy(house, house.secondAdmin, id, true));
}

describe("a kill switch of a code", () => {
  it("brings the next goods of it before an officer, and tells the broker no more than that", async () => {
    await turn(true);
    const id = await declared("green-earphones");
    expect((await shipmentOf(id))?.risk[0]).toMatchObject({ lane: "yellow", laneCause: "switch:code_8518" });
    expect((await shipmentOf(id, house.broker))?.risk[0]).toMatchObject({
      lane: "yellow",
      laneCause: "authority",
      randomDraw: null,
    });
    const { rows } = await house.sql.query(
      "select facts from evidence_entry where shipment_id = $1 and kind = 'lane_assigned'",
      [id],
    );
    expect(JSON.stringify(rows)).not.toContain("8518");
    await turn(false);
  });

  it("stops goods that were green already, in the moment before the machine would release them", async () => {
    const id = await declared("green-toys", "payment");
    expect((await shipmentOf(id))?.gates[0]).toMatchObject({ state: "releasable", lane: "green" });
    await turn(true, "9503");
    const tax = (await shipmentOf(id, house.broker))?.tax;
    must(await securePayment(house, house.broker, { shipmentId: id, amount: tax?.total ?? "", reference: "R-1" }));
    await work(house);
    expect((await shipmentOf(id))?.gates[0]).toMatchObject({ state: "in_review", lane: "yellow" });
    const { rows } = await house.sql.query("select state from review_case where shipment_id = $1", [id]);
    expect(rows).toEqual([{ state: "open" }]);
    await turn(false, "9503");
  });
});

describe("an alert", () => {
  it("sends the goods that it names to examination at the next assessment", async () => {
    const alert = { commodityPrefix: "9405", origin: null, producer: null, words: [], reason, citation: reason };
    const { id: alertId } = must(
      await raiseAlert(house, house.officer, { ...alert, validFrom: house.world.today(), validTo: null }),
    );
    const id = await declared("lamps");
    expect((await shipmentOf(id))?.risk[0]).toMatchObject({ lane: "red", laneCause: `alert:${alertId}` });
    expect((await shipmentOf(id, house.broker))?.risk[0]?.laneCause).toBe("authority");
    const seenBy = async (actor: typeof house.officer) =>
      (await house.queries.listReviews(actor, { limit: 50, state: "open" })).rows.find((row) => row.shipmentId === id);
    must(await claimReview(house, house.officer, (await seenBy(house.officer))?.caseId ?? ""));
    expect((await seenBy(house.officer))?.claimedBy).toBe(house.officer.name);
    for (const actor of [house.broker, house.houseOfficer])
      expect(await seenBy(actor)).toMatchObject({ claimedBy: null, reasons: [], alertId: null });
  });
});

describe("a policy", () => {
  it("leaves officers time for a look at green goods, and releases them when it is over", async () => {
    await inForce({ randomShare: 0.005, greenDelayMinutes: { bonded_exit: 30, domestic_distribution: 0 } });
    const id = await declared("green-shirts");
    expect((await shipmentOf(id))?.gates[0]?.state).toBe("releasable");
    const [message] = await waiting("clearance.release");
    expect(message.at.getTime()).toBeGreaterThan(house.world.now().getTime() + 25 * 60_000);
    await later("clearance.release", 10);
    expect((await shipmentOf(id))?.gates[0]?.state).toBe("releasable");
    await later("clearance.release", 31);
    expect((await shipmentOf(id))?.gates[0]?.state).toBe("released");
  });

  it("turns a yellow case that nobody took on blue after its days, and releases it", async () => {
    await inForce({ randomShare: 0.005, yellowToBlueDays: 2 });
    const id = await declared("yellow-parts");
    expect((await shipmentOf(id))?.risk[0]).toMatchObject({ lane: "yellow", laneCause: "score" });
    await later("review.reroute", 2 * 1_440 + 1);
    await work(house);
    expect((await shipmentOf(id))?.gates[0]).toMatchObject({ state: "released", lane: "blue" });
  });
});
