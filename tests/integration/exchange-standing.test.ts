import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeChannel } from "@/application/keep-channel";
import { giveMessageFacts } from "@/application/mend-message";
import { withdrawDeclaration } from "@/application/withdraw-declaration";
import { lodge as lodgeAgain } from "../support/clearing";
import { openTestChannel, receiptBytes, workNow } from "../support/exchange";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let channelId: string;
const { matchedOrder, lodge } = orderHouse(() => house, 83);
const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);

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

/** An order that is lodged, with its message in the queue of a maintenance or sent. */
async function lodged(isMaintained: boolean): Promise<string> {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  const windows = isMaintained ? [{ from: "2026-01-01T00:00:00.000Z", until }] : [];
  must(await changeChannel(house, house.broker, channelId, { windows }));
  const order = await matchedOrder();
  await lodge([order.id]);
  const { rows } = await house.sql.query("select shipment_id from retail_order where id = $1", [order.id]);
  return rows[0].shipment_id;
}

describe("what a message says", () => {
  it("is never whom a person names beside the declaration, nor under another number", async () => {
    const shipmentId = await lodged(false);
    for (const name of ["buyerName", "buyerIdNumber", "ownNumber", "lines/1/of", "nothing"])
      expect(
        faultOf(await giveMessageFacts(house.inTransaction, house.broker, shipmentId, { [name]: "x" })),
        name,
      ).toMatchObject({ fault: "fact_not_asked" });
  });

  it("is not sent any more once it was withdrawn", async () => {
    const shipmentId = await lodged(true);
    await house.sql.query(
      "update outbox_message set done_at = now() where done_at is null and name = 'clearance.assess'",
    );
    await house.sql.query(
      "update outbox_message set done_at = now() where done_at is null and name = 'clearance.release'",
    );
    const before = house.transport.arrived.length;
    must(await withdrawDeclaration(house, house.broker, shipmentId, "other"));
    must(await changeChannel(house, house.broker, channelId, { windows: [] }));
    await workNow(house, "message.send");
    expect(await messageOf(shipmentId)).toMatchObject({ state: "failed", last_error: "taken_back" });
    const own = (await messageOf(shipmentId))?.guid;
    expect(house.transport.arrived.slice(before).map(({ guid }) => guid)).not.toContain(own);
  });
});

describe("what does not stand any more", () => {
  const versions = async (shipmentId: string) =>
    (
      await house.sql.query<{ id: string; guid: string; state: string; last_error: string | null; attempts: number }>(
        "select * from authority_message where shipment_id = $1 and kind = 'inventory' order by version",
        [shipmentId],
      )
    ).rows;
  const stay = () =>
    house.sql.query(
      "update outbox_message set done_at = now() where done_at is null and name in ('clearance.assess', 'clearance.release')",
    );
  /** Lodged in a maintenance, so that nothing is sent; then lodged once more, withdrawn before or not. */
  async function lodgedTwice(key: string, isWithdrawn: boolean): Promise<string> {
    const shipmentId = await lodged(true);
    await stay();
    if (isWithdrawn) must(await withdrawDeclaration(house, house.broker, shipmentId, "wrong_goods"));
    must(await lodgeAgain(house, shipmentId, key));
    await stay();
    return shipmentId;
  }
  async function sendAll(): Promise<void> {
    must(await changeChannel(house, house.broker, channelId, { windows: [] }));
    for (let look = 0; look < 2; look += 1) await workNow(house, "message.send");
  }
  const takenBack = { state: "failed", last_error: "taken_back" };

  it("is not sent when it was withdrawn before, also when something else was lodged since", async () => {
    const shipmentId = await lodgedTwice("stands-1", true);
    expect((await versions(shipmentId))[0]).toMatchObject(takenBack);
    await sendAll();
    expect(await versions(shipmentId)).toMatchObject([{ ...takenBack, attempts: 0 }, { state: "sent" }]);
  });

  it("is not sent when it was amended before its first attempt: what is sent then is new", async () => {
    const shipmentId = await lodgedTwice("stands-2", false);
    await sendAll();
    const [first, second] = await versions(shipmentId);
    expect([first, second]).toMatchObject([{ ...takenBack, attempts: 0 }, { state: "sent" }]);
    const bytes = house.transport.arrived.find(({ guid }) => guid === second?.guid)?.bytes;
    expect(new TextDecoder().decode(bytes)).toContain("<ceb:appType>1</ceb:appType>");
  });

  it("is sent on when it was amended after an attempt that may have arrived, and the amendment changes it", async () => {
    const shipmentId = await lodged(false);
    await stay();
    house.transport.failures = { count: 1, isArrived: true, isRetryable: true };
    await work(house);
    expect(await versions(shipmentId)).toMatchObject([{ state: "queued", attempts: 1 }]);
    must(await lodgeAgain(house, shipmentId, "stands-3"));
    await stay();
    await sendAll();
    const [first, second] = await versions(shipmentId);
    expect([first, second]).toMatchObject([{ state: "sent" }, { state: "sent" }]);
    const bytes = house.transport.arrived.find(({ guid }) => guid === second?.guid)?.bytes;
    expect(new TextDecoder().decode(bytes)).toContain("<ceb:appType>2</ceb:appType>");
  });

  it("is not sent by a comparison that misses it there, once it was withdrawn and something else was lodged", async () => {
    const shipmentId = await lodged(false);
    await stay();
    await work(house);
    must(await withdrawDeclaration(house, house.broker, shipmentId, "wrong_goods"));
    must(await lodgeAgain(house, shipmentId, "stands-4"));
    await stay();
    await work(house);
    const guid = (await versions(shipmentId))[0]?.guid ?? "";
    const before = house.transport.arrived.length;
    house.transport.listed = { day: house.world.today(), messages: [] };
    await workNow(house, "channel.reconcile");
    await workNow(house, "message.send");
    expect(house.transport.arrived.slice(before).map((each) => each.guid)).not.toContain(guid);
    expect((await versions(shipmentId))[0]).toMatchObject(takenBack);
  });
});

describe("a list that the authority was sent", () => {
  const all = async (shipmentId: string, kind: string) =>
    (
      await house.sql.query<{ guid: string; number: string; state: string; last_error: string | null }>(
        "select * from authority_message where shipment_id = $1 and kind = $2 order by version",
        [shipmentId, kind],
      )
    ).rows;

  it("is cancelled there once it is withdrawn, under the number that the authority gave to it", async () => {
    const shipmentId = await lodged(false);
    await house.sql.query(
      "update outbox_message set done_at = now() where done_at is null and name in ('clearance.assess', 'clearance.release')",
    );
    await work(house);
    const [list] = await all(shipmentId, "inventory");
    if (!list) throw new Error("There is no list");
    expect(list.state).toBe("sent");
    must(await withdrawDeclaration(house, house.broker, shipmentId, "declared_twice"));
    await work(house);
    // Nobody cancels what has no number yet: it waits for that.
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "failed", last_error: "not_complete" }]);
    house.transport.answers.push(receiptBytes({ of: "inventory", ...list, status: "300", minute: 1 }));
    await workNow(house, "channel.poll");
    await work(house);
    const [cancellation] = await all(shipmentId, "cancellation");
    expect(cancellation).toMatchObject({ state: "sent" });
    expect(cancellation?.number).not.toBe(list.number);
    const bytes = new TextDecoder().decode(
      house.transport.arrived.find(({ guid }) => guid === cancellation?.guid)?.bytes,
    );
    expect(bytes).toContain("CEB623Message");
    expect(bytes).toContain("<ceb:invtNo>22012026I000000001</ceb:invtNo>");
    expect(bytes).toContain("重复申报");
  });

  it("owes nothing when it is withdrawn before anything was sent", async () => {
    const shipmentId = await lodged(true);
    await house.sql.query(
      "update outbox_message set done_at = now() where done_at is null and name in ('clearance.assess', 'clearance.release')",
    );
    must(await withdrawDeclaration(house, house.broker, shipmentId, "other"));
    must(await changeChannel(house, house.broker, channelId, { windows: [] }));
    expect(await all(shipmentId, "cancellation")).toEqual([]);
  });
});
