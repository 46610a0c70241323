import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { openShipment } from "@/application/open-shipment";
import { MINUTE_OWNERS } from "@/domain/clearance-time/work";
import { addDays } from "@/domain/shared/local-date";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let id: string;
let arrivedOn: string;

const timeOf = async (actor = house.broker) => {
  const time = await house.queries.getShipmentTime(actor, id);
  if (!time) throw new Error("a shipment with papers has a time");
  return time;
};
const windowTo = (day: string) => ({ from: addDays(day, -2), before: addDays(day, 1) });

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  id = await prepare(house, "green-earphones");
  arrivedOn = addDays(house.world.today(), -25);
  must(await describeShipment(house, house.broker, id, { arrivedOn }));
});
afterAll(() => house.close());

describe("the time of a shipment", () => {
  it("is the broker's or the reading machine's while it is a draft, with nothing predicted", async () => {
    const time = await timeOf();
    expect(time).toMatchObject({ isOver: false, lodgedAt: null, arrivedOn });
    expect(time.owners).toMatchObject({ officer: 0, authority: 0, payer: 0 });
    expect(time.promise).toMatchObject({ limit: 4 * 3_600_000, prediction: null, took: null });
    expect(time.baseline).toBeNull();
  });

  it("has no arrival on a day that is still to come, and keeps the one that it had", async () => {
    const ahead = await describeShipment(house, house.broker, id, { arrivedOn: addDays(house.world.today(), 1) });
    expect(ahead.ok ? null : ahead.error).toMatchObject({ pointer: "/arrivedOn", fault: "arrival_day_ahead" });
    expect((await timeOf()).arrivedOn).toBe(arrivedOn);
  });

  it("shows the clock of a declaration that is late, with its fee once there is a customs value", async () => {
    expect((await timeOf()).clocks).toMatchObject([{ code: "declaration", breached: true, isDone: false, fee: null }]);
    await work(house);
    const { underway } = must(await house.queries.getClearanceTime(house.broker, windowTo(house.world.today())));
    expect(underway).toMatchObject([{ id, clock: { code: "declaration" }, stake: null }]);
    expect(underway[0]?.slack).toBeLessThan(0);
    must(await lodge(house, id, "time-1"));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
    const { clocks } = await timeOf();
    const declaration = clocks.find(({ code }) => code === "declaration");
    expect(declaration).toMatchObject({ isDone: true, breached: true, owner: "broker" });
    // What is below the law's threshold is not charged.
    const value = (await house.queries.getShipment(house.broker, id))?.tax?.customsValue ?? "0";
    const days = -(declaration?.left ?? 0);
    const fee = Math.floor(Number(value) * 0.0005 * days);
    expect(declaration?.fee).toEqual({ amount: fee < 50 ? "0.00" : `${fee}.00`, currency: "CNY" });
  });

  it("stands in the list by the clock that ends next and by what is at stake, page by page", async () => {
    const late = must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
    must(await describeShipment(house, house.broker, late, { arrivedOn: addDays(house.world.today(), -30) }));
    const soon = must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
    must(await describeShipment(house, house.broker, soon, { arrivedOn: addDays(house.world.today(), -3) }));
    await work(house);
    const walk = async (sort: "slack" | "value") => {
      const ids: string[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const at = cursor === "" ? {} : { cursor };
        const page = await house.queries.listShipments(house.broker, { limit: 1, sort, ...at });
        ids.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor;
      }
      return ids;
    };
    const bySlack = await walk("slack");
    expect(bySlack).toEqual([late, soon, id]);
    expect((await walk("value"))[0]).toBe(id);
    const { rows } = await house.queries.listShipments(house.broker, { limit: 10 });
    const clocks = new Map(rows.map((row) => [row.id, row.nextClock?.code ?? null]));
    expect([late, soon, id].map((each) => clocks.get(each))).toEqual(["declaration", "declaration", null]);
  });

  it("is no longer among those of which a clock runs once everything that it owed is done", async () => {
    const { underway } = must(await house.queries.getClearanceTime(house.broker, windowTo(house.world.today())));
    expect(underway.map((each) => each.id)).not.toContain(id);
    expect(underway.map(({ slack }) => slack > 0)).toEqual([true, false]);
    const first = must(await house.queries.listUnderway(house.broker, { limit: 1 }));
    const then = must(await house.queries.listUnderway(house.broker, { limit: 1, cursor: first.nextCursor ?? "" }));
    expect([...first.rows, ...then.rows].map((each) => each.id)).toEqual(underway.map((each) => each.id));
    expect(then.nextCursor).toBeNull();
  });

  it("sums to its total to the millisecond, for the broker as for the authority that it was lodged with", async () => {
    for (const actor of [house.broker, house.officer]) {
      const time = await timeOf(actor);
      expect(time.total).toBe(Date.parse(time.to) - Date.parse(time.from));
      expect(MINUTE_OWNERS.reduce((sum, owner) => sum + time.owners[owner], 0)).toBe(time.total);
      const spans = time.spans.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
      expect(spans).toBe(time.total);
    }
  });

  it("counts, once both gates are released, in the window of its release, and saves effort against two declarations", async () => {
    expect(await gatesOf(house, id)).toEqual(["released", "released"]);
    const time = await timeOf();
    expect(time.isOver).toBe(true);
    const today = house.world.today();
    const measured = must(await house.queries.getClearanceTime(house.broker, windowTo(today)));
    expect(measured.shipments).toMatchObject([{ id, took: time.promise.took, ...time.baseline }]);
    expect(measured.total).toBe(time.total);
    expect(measured.lanes.at(-1)).toMatchObject({ lane: "all", released: 1, kept: 1, p50: time.promise.took });
    expect(measured.baseline.two.touches).toBeGreaterThan(measured.baseline.one.touches);
    // Of two, each would have keyed half of what this one states; the day of arrival is stated once either way.
    expect(measured.baseline.one.keyed).toBe(1);
    expect(measured.baseline.two.keyed).toBe(Number(time.baseline?.stated.keyable) + 1);
    expect(measured.baseline.byRegime).toMatchObject([{ regime: "0110", shipments: 1 }]);
    expect(measured.baseline.assumptions).toEqual(time.assumptions);
    expect(measured.phases).toEqual(time.phases);
    const { shipments } = must(await house.queries.getClearanceTime(house.officer, windowTo(today)));
    expect(shipments).toEqual(measured.shipments);
    const before = must(await house.queries.getClearanceTime(house.broker, windowTo(addDays(today, -3))));
    expect(before.shipments).toEqual([]);
  });

  it("takes a day of arrival that is one, in the database too", async () => {
    await expect(house.sql.query("update shipment set arrived_on = 'yesterday!' where id = $1", [id])).rejects.toThrow(
      "shipment_arrived_on_day",
    );
  });
});
