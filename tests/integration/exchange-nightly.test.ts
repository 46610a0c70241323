import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askReconciliation, changeChannel } from "@/application/keep-channel";
import { DependencyError } from "@/application/ports";
import { reconcileChannel } from "@/application/reconcile-channel";
import { addDays } from "@/domain/shared/local-date";
import { openTestChannel, workNow } from "../support/exchange";
import { createHouse, type House, must, system, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let channelId: string;
const { matchedOrder, lodge } = orderHouse(() => house, 88);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  channelId = await openTestChannel(house);
});
afterAll(() => house.close());

const messageOf = async (shipmentId: string) =>
  (
    await house.sql.query<{ id: string; state: string; last_error: string | null; guid: string }>(
      "select * from authority_message where shipment_id = $1 order by version desc limit 1",
      [shipmentId],
    )
  ).rows[0];

async function lodged(): Promise<string> {
  const order = await matchedOrder();
  await lodge([order.id]);
  const { rows } = await house.sql.query("select shipment_id from retail_order where id = $1", [order.id]);
  return rows[0].shipment_id;
}

describe("the nightly comparison", () => {
  const owed = async () =>
    (
      await house.sql.query<{ id: string; payload: object; ms: number }>(
        "select id, payload, (extract(epoch from available_at - now()) * 1000)::int as ms from outbox_message where name = 'channel.reconcile' and done_at is null and dead_at is null order by available_at",
      )
    ).rows;

  it("is owed once a night, however often somebody asks for one beside it", async () => {
    for (let press = 0; press < 3; press += 1) {
      must(await askReconciliation(house, house.broker, channelId));
      await work(house);
    }
    expect(await owed()).toMatchObject([{ payload: { channelId } }]);
  });

  /** What the authority answers to the question for a list, while `act` goes on; the days it was asked for. */
  async function asking(answer: () => void, act: () => Promise<unknown>): Promise<readonly string[]> {
    const { list } = house.transport;
    const days: string[] = [];
    house.transport.list = async (channel, day) => {
      days.push(day);
      answer();
      return list(channel, day);
    };
    await act().finally(() => {
      house.transport.list = list;
    });
    return days;
  }
  const HOUR_MS = 3_600_000;
  const reconcile = async (jobId: string) =>
    reconcileChannel(house, system(house.broker.organisationId), jobId, channelId);
  /** The owed comparison is the one of this night, which has come. */
  async function tonight(): Promise<string> {
    const [{ id = "" } = {}] = await owed();
    await house.sql.query("update outbox_message set key = $2, available_at = now() where id = $1", [
      id,
      `channel.reconcile ${channelId} ${house.world.today()}`,
    ]);
    return id;
  }

  it.each([
    ["is away", true],
    ["refuses", false],
  ])(
    "is made within the hour by an authority that %s, and the next night is owed beside it",
    async (_how, retryable) => {
      const fail = () => {
        throw new DependencyError("authority", retryable, "The authority answered 403.");
      };
      await asking(fail, () => workNow(house, "channel.reconcile"));
      const [again, night, ...others] = await owed();
      expect(others).toEqual([]);
      expect(again?.ms).toBeGreaterThan(0.9 * HOUR_MS);
      expect(again?.ms).toBeLessThanOrEqual(HOUR_MS);
      expect(night?.ms).toBeLessThanOrEqual(24 * HOUR_MS);
      await asking(fail, () => workNow(house, "channel.reconcile"));
      expect((await owed()).length).toBe(2);
      await workNow(house, "channel.reconcile");
      expect((await owed()).length).toBe(1);
    },
  );

  it("is owed for the next night though this one dies, and once", async () => {
    const id = await tonight();
    const died = asking(
      () => {
        throw new Error("nobody thought of this");
      },
      () => reconcile(id),
    );
    await expect(died).rejects.toThrow("nobody thought of this");
    await house.sql.query("update outbox_message set dead_at = now() where id = $1", [id]);
    expect(await owed()).toHaveLength(1);
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    expect(await owed()).toHaveLength(1);
  });

  it("asks for each day since the last one, 31 at most, and sends again what is missing on any of them", async () => {
    const shipmentId = await lodged();
    await work(house);
    await house.sql.query("update authority_message set sent_at = now() - interval '4 days' where shipment_id = $1", [
      shipmentId,
    ]);
    const since = (days: number) =>
      house.sql.query("update authority_channel set reconciled_at = now() - $1::int * interval '1 day' where id = $2", [
        days,
        channelId,
      ]);
    await since(5);
    const days = await asking(
      () => undefined,
      async () => must(await reconcile(await tonight())),
    );
    expect(days).toEqual([-5, -4, -3, -2, -1, 0].map((back) => addDays(house.world.today(), back)));
    expect(await messageOf(shipmentId)).toMatchObject({ state: "queued", last_error: "missing_there" });
    await since(90);
    const many = await asking(
      () => undefined,
      async () => must(await reconcile(await tonight())),
    );
    expect(many).toHaveLength(31);
    expect(
      await asking(
        () => undefined,
        async () => must(await reconcile(await tonight())),
      ),
    ).toHaveLength(2);
  });

  it("counts for no day on which the channel was suspended", async () => {
    const at = async () =>
      (await house.sql.query("select reconciled_at from authority_channel where id = $1", [channelId])).rows[0];
    const before = await at();
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    must(await reconcile(await tonight()));
    expect(await at()).toEqual(before);
    expect(await owed()).toHaveLength(1);
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
  });

  it("takes nothing for missing that was sent after the list was asked for", async () => {
    const shipmentId = await lodged();
    await work(house);
    const message = await messageOf(shipmentId);
    expect(message).toMatchObject({ state: "sent" });
    await house.sql.query("update authority_message set sent_at = now() + interval '1 minute' where id = $1", [
      message?.id,
    ]);
    const { rows } = await house.sql.query(
      "select id from outbox_message where name = 'channel.reconcile' and done_at is null",
    );
    must(await reconcileChannel(house, system(house.broker.organisationId), rows[0].id, channelId));
    expect(await messageOf(shipmentId)).toMatchObject({ state: "sent", last_error: null });
    const { rows: found } = await house.sql.query("select 1 from authority_difference where guid = $1", [
      message?.guid,
    ]);
    expect(found).toEqual([]);
  });
});
