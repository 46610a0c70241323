import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { simplify } from "@/adapters/chinese/simplify";
import { createOutboxRelayStore } from "@/adapters/postgres/outbox-store";
import { createUnitOfWork } from "@/adapters/prisma/unit-of-work";
import { refreshClocks } from "@/application/refresh-clocks";
import { addDays } from "@/domain/shared/local-date";
import { refreshRound } from "@/worker/clocks";
import { clockActs, clockFacts, storedKeys, workedOut } from "../support/clock-facts";
import { createHouse, type House, must, refreshAllClocks, system } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let facts: ReturnType<typeof clockFacts>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  facts = clockFacts(house, house.broker.organisationId);
});
beforeEach(() => refreshAllClocks(house));
afterAll(() => house.close());

const storedOf = async (id: string) => (await storedKeys(house)).find((each) => each.id === id);
const refresh = async (inTransaction = house.inTransaction) =>
  must(await refreshClocks(inTransaction, system(house.broker.organisationId)));

/** The house at another instant. */
function inTransactionAt(at: Date) {
  const world = { ...house.world, now: () => at, today: () => house.world.dayOf(at) };
  return createUnitOfWork(house.client, world, house.vault, simplify);
}

/** A connection of its own, for what goes on beside. */
async function beside<T>(use: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: house.url });
  await sql.connect();
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
}

describe("a look at the clocks", () => {
  it("is put by every act on their facts, and by no other", async () => {
    const id = await facts.open();
    await refreshAllClocks(house);
    expect((await storedOf(id))?.look).toBeNull();
    for (const [name, act] of Object.entries(clockActs(facts))) {
      const before = await house.sql.query("select version from clock_look where shipment_id = $1", [id]);
      await act(id, 7);
      const after = await house.sql.query("select version from clock_look where shipment_id = $1", [id]);
      const changed = before.rows[0].version !== after.rows[0].version;
      expect({ name, changed }).toEqual({ name, changed: true });
    }
    await refreshAllClocks(house);
    const before = await house.sql.query("select version from clock_look where shipment_id = $1", [id]);
    await house.sql.query("update shipment set updated_at = now() where id = $1", [id]);
    await house.sql.query("update document set state = 'read' where shipment_id = $1", [id]);
    expect((await house.sql.query("select version from clock_look where shipment_id = $1", [id])).rows).toEqual(
      before.rows,
    );
    expect(await refresh()).toBe(0);
  });

  it("loses no fact that comes while it is made: the shipment is looked at again", async () => {
    const id = await facts.open();
    await facts.arrive(id, 3);
    const early = (await workedOut(house)).get(id)?.due;
    const looking = await beside(async (sql) => {
      await sql.query("begin");
      // The look has read the shipment when it comes to the evidence, and waits there.
      await sql.query("lock table evidence_entry in access exclusive mode");
      const begun = refresh();
      await expect
        .poll(async () => {
          const { rows } = await house.sql.query(
            "select 1 from pg_locks where relation = 'evidence_entry'::regclass and not granted",
          );
          return rows.length;
        })
        .toBe(1);
      await facts.arrive(id, 10);
      await sql.query("commit");
      return begun;
    });
    expect(looking).toBe(0);
    const old = await storedOf(id);
    expect(old?.due_at?.toISOString()).toBe(early);
    expect(old?.look).not.toBeNull();
    expect(await refresh()).toBe(1);
    expect((await storedOf(id))?.due_at?.toISOString()).toBe((await workedOut(house)).get(id)?.due);
  });

  it("waits for nobody who holds the shipment or is about to put a fact, and comes back to it", async () => {
    const id = await facts.open();
    await facts.arrive(id, 3);
    await beside(async (sql) => {
      await sql.query("begin");
      await sql.query("select from shipment where id = $1 for update", [id]);
      expect(await refresh()).toBe(0);
      expect((await storedOf(id))?.due_at).toBeNull();
      await sql.query("rollback; begin");
      await sql.query("update shipment set arrived_on = $2 where id = $1", [id, facts.day(-5)]);
      expect(await refresh()).toBe(0);
      await sql.query("commit");
    });
    expect(await refresh()).toBe(1);
    expect((await storedOf(id))?.due_at?.toISOString()).toBe((await workedOut(house)).get(id)?.due);
  });

  it("is made again when the clock ahead has ended and another takes over, and not before", async () => {
    const id = await facts.open();
    await facts.bill(id, 2);
    await facts.bill(id, 5);
    await facts.releaseBoth(id);
    await refreshAllClocks(house);
    const endOf = (days: number) => new Date(`${addDays(facts.day(days), 1)}T00:00:00+08:00`);
    const first = await storedOf(id);
    expect(first?.due_at).toEqual(endOf(2));
    expect(first?.look).toEqual(new Date(endOf(2).getTime() + 1));
    while ((await refresh(inTransactionAt(endOf(2)))) > 0);
    expect(await storedOf(id)).toEqual(first);
    const after = new Date(endOf(2).getTime() + 60_000);
    while ((await refresh(inTransactionAt(after))) > 0);
    const then = await storedOf(id);
    expect(then?.due_at).toEqual(endOf(5));
    expect(then?.look).toBeNull();
    // What was looked at in the days to come is looked at once more as of now.
    await house.sql.query("update clock_look set due = now() - interval '1 second' where organisation_id = $1", [
      house.broker.organisationId,
    ]);
    await refreshAllClocks(house);
  });

  it("is made of all that may have a clock when the law is another, and of none when it is loaded as it was", async () => {
    const id = await facts.open();
    await facts.declare(id, 1);
    await refreshAllClocks(house);
    const before = (await storedOf(id))?.due_at;
    await house.sql.query("update legal_parameter set value = value");
    await house.sql.query("update reference_fact set fact = fact");
    await house.sql.query("update reference_fact set fact = fact || '{\"note\": 1}' where kind = 'scorecard'");
    expect(await refresh()).toBe(0);
    await house.sql.query("update legal_parameter set value = '6' where code = 'promise_hours'");
    expect(await refresh()).toBeGreaterThan(0);
    await refreshAllClocks(house);
    expect((await storedOf(id))?.due_at?.getTime()).toBe(Number(before?.getTime()) + 2 * 3_600_000);
    await house.sql.query("update legal_parameter set value = '4' where code = 'promise_hours'");
    await refreshAllClocks(house);
    expect((await storedOf(id))?.due_at).toEqual(before);
  });

  it("is made on the day on which a law that is known already begins", async () => {
    const id = await facts.open();
    await facts.declare(id, 1);
    const tomorrow = facts.day(1);
    const begins = new Date(`${tomorrow}T00:00:00+08:00`);
    await house.sql.query("update legal_parameter set valid_to = $1 where code = 'promise_hours'", [facts.day(0)]);
    await house.sql.query(
      `insert into legal_parameter (id, code, value, unit, valid_from, citation) values ('next', 'promise_hours', '9', 'hours', $1, 'a law of the tests')`,
      [tomorrow],
    );
    await refreshAllClocks(house);
    const today = await storedOf(id);
    expect(today?.look).toEqual(begins);
    while ((await refresh(inTransactionAt(begins))) > 0);
    expect((await storedOf(id))?.due_at?.getTime()).toBe(Number(today?.due_at?.getTime()) + 5 * 3_600_000);
    await house.sql.query("delete from legal_parameter where id = 'next'");
    await house.sql.query("update legal_parameter set valid_to = null where code = 'promise_hours'");
    await refreshAllClocks(house);
  });

  it("sees none of another organisation's, which the worker comes to in its turn whatever fails elsewhere", async () => {
    const id = await facts.open();
    await facts.arrive(id, 3);
    const other = house.otherBroker.organisationId;
    const theirs = clockFacts(house, other);
    const foreign = await theirs.open();
    await theirs.arrive(foreign, 4);
    expect(must(await refreshClocks(house.inTransaction, system(other)))).toBe(1);
    expect((await storedOf(id))?.due_at).toBeNull();
    const seen = await house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${other}, true)`;
      return db.clockLook.findMany({ select: { shipmentId: true } });
    });
    expect(seen).toEqual([{ shipmentId: foreign }]);
    await theirs.arrive(foreign, 5);
    const store = createOutboxRelayStore(house.url, () => undefined);
    try {
      const faults: string[] = [];
      const failing: typeof house.inTransaction = (actor, use) =>
        actor.organisationId === other ? Promise.reject(new Error("away")) : house.inTransaction(actor, use);
      expect((await store.clockLooksDue(house.world.now())).toSorted()).toEqual(
        [house.broker.organisationId, other].sort(),
      );
      const ports = { store, world: house.world };
      expect(await refreshRound({ ...ports, inTransaction: failing }, (error) => faults.push(error.message))).toBe(1);
      expect(faults).toEqual(["away"]);
      expect((await storedOf(id))?.due_at).not.toBeNull();
      expect(await refreshRound({ ...ports, inTransaction: house.inTransaction }, () => undefined)).toBe(1);
      expect(await store.clockLooksDue(house.world.now())).toEqual([]);
    } finally {
      await store.close();
    }
  });

  it("is the system's: a person is refused", async () => {
    const refused = await refreshClocks(house.inTransaction, house.broker);
    expect(refused).toEqual({ ok: false, error: { kind: "forbidden", permission: "refresh_clocks" } });
  });
});
