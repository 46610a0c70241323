import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeChannel } from "@/application/keep-channel";
import { ruleContested } from "@/application/rule-answer";
import { withdrawDeclaration } from "@/application/withdraw-declaration";
import { lodge } from "../support/clearing";
import { openTestChannel, receiptBytes, workNow } from "../support/exchange";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let channelId: string;
let entries = 0;
let keys = 0;
const { matchedOrder, lodge: lodgeOrder } = orderHouse(() => house, 84);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  channelId = await openTestChannel(house);
});
beforeEach(() => {
  entries += 10;
});
afterAll(() => house.close());

interface Row {
  readonly id: string;
  readonly guid: string;
  readonly number: string;
  readonly state: string;
  readonly entry_number: string | null;
  readonly last_error: string | null;
  readonly channel_id: string;
}

const all = async (shipmentId: string, kind: "inventory" | "cancellation") =>
  (
    await house.sql.query<Row>(
      "select * from authority_message where shipment_id = $1 and kind = $2 order by version, id",
      [shipmentId, kind],
    )
  ).rows;

/** What left under the guid of the version, counted from 1. */
async function bytesOf(shipmentId: string, kind: "inventory" | "cancellation", version: number): Promise<string> {
  const row = (await all(shipmentId, kind))[version - 1];
  return new TextDecoder().decode(house.transport.arrived.find(({ guid }) => guid === row?.guid)?.bytes);
}

/** The gates stay where lodging left them: nothing is released behind the test. */
const stayLodged = () =>
  house.sql.query(
    "update outbox_message set done_at = now() where done_at is null and name in ('clearance.assess', 'clearance.release')",
  );

/** An order whose list was sent. */
async function sent(): Promise<string> {
  const order = await matchedOrder();
  await lodgeOrder([order.id]);
  await stayLodged();
  await work(house);
  const { rows } = await house.sql.query("select shipment_id from retail_order where id = $1", [order.id]);
  return rows[0].shipment_id;
}

async function relodge(shipmentId: string): Promise<void> {
  keys += 1;
  must(await lodge(house, shipmentId, `withdrawn-${keys}`));
  await stayLodged();
  await work(house);
}

async function withdraw(shipmentId: string): Promise<void> {
  must(await withdrawDeclaration(house, house.broker, shipmentId, "declared_twice"));
  await work(house);
}

const entryNumber = (nth: number) => `22012026I0000${String(entries + nth).padStart(5, "0")}`;

/** Customs answer a version of the list, naming its record. */
async function answer(shipmentId: string, version: number, nth: number | null, status = "120"): Promise<void> {
  const row = (await all(shipmentId, "inventory"))[version - 1];
  if (!row) throw new Error(`There is no version ${version}`);
  const said = { of: "inventory", guid: row.guid, number: row.number, status, minute: entries + version } as const;
  house.transport.answers.push(receiptBytes({ ...said, entryNumber: nth === null ? null : entryNumber(nth) }));
  await workNow(house, "channel.poll");
  await work(house);
}

/** Customs answer the application to cancel; what waited for that is sent. */
async function settleCancellation(shipmentId: string, status: string): Promise<void> {
  const [row] = await all(shipmentId, "cancellation");
  if (!row) throw new Error("There is no cancellation");
  const said = { of: "cancellation", guid: row.guid, number: row.number, status, minute: entries } as const;
  house.transport.answers.push(receiptBytes({ ...said, entryNumber: entryNumber(1) }));
  await workNow(house, "channel.poll");
  expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "answered" }]);
  await workNow(house, "message.send");
}

describe("a list that is withdrawn before customs gave it a number", () => {
  it("is the one that is cancelled, and the next list waits until that is answered", async () => {
    const shipmentId = await sent();
    await withdraw(shipmentId);
    await relodge(shipmentId);
    await workNow(house, "message.send");
    const behind = { state: "queued", last_error: "behind_cancellation" };
    expect(await all(shipmentId, "inventory")).toMatchObject([{ state: "sent" }, behind]);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "failed", last_error: "not_complete" }]);
    await answer(shipmentId, 1, 1);
    await workNow(house, "message.send");
    expect(await bytesOf(shipmentId, "cancellation", 1)).toContain(`<ceb:invtNo>${entryNumber(1)}</ceb:invtNo>`);
    expect(await all(shipmentId, "inventory")).toMatchObject([{ state: "answered" }, { state: "queued" }]);
    await settleCancellation(shipmentId, "399");
    expect(await all(shipmentId, "inventory")).toMatchObject([{ state: "answered" }, { state: "sent" }]);
    expect(await bytesOf(shipmentId, "inventory", 2)).toContain("<ceb:appType>1</ceb:appType>");
  });

  it("holds no list behind it where it never came to customs, and its late number still cancels it and no other", async () => {
    const shipmentId = await sent();
    await withdraw(shipmentId);
    await house.sql.query(
      "update authority_message set state = 'failed', sent_at = null where shipment_id = $1 and kind = 'inventory'",
      [shipmentId],
    );
    await relodge(shipmentId);
    expect(await all(shipmentId, "inventory")).toMatchObject([{ state: "failed" }, { state: "sent" }]);
    await answer(shipmentId, 2, 2);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "failed", last_error: "not_complete" }]);
    await answer(shipmentId, 1, 1);
    expect(await all(shipmentId, "inventory")).toMatchObject([
      { entry_number: entryNumber(1) },
      { entry_number: entryNumber(2) },
    ]);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "sent" }]);
    expect(await bytesOf(shipmentId, "cancellation", 1)).toContain(`<ceb:invtNo>${entryNumber(1)}</ceb:invtNo>`);
  });

  it("is cancelled once: withdrawing the list that waits behind it owes no second application", async () => {
    const shipmentId = await sent();
    await withdraw(shipmentId);
    await relodge(shipmentId);
    await withdraw(shipmentId);
    expect(await all(shipmentId, "cancellation")).toHaveLength(1);
  });
});

describe("an application that waits for the number of its list", () => {
  it("goes out when a person rules which of two numbers counts", async () => {
    const shipmentId = await sent();
    await answer(shipmentId, 1, 1);
    const [list] = await all(shipmentId, "inventory");
    if (!list) throw new Error("There is no list");
    const said = { of: "inventory", guid: list.guid, number: list.number, status: "120" } as const;
    house.transport.answers.push(receiptBytes({ ...said, minute: entries + 5, entryNumber: entryNumber(2) }));
    await workNow(house, "channel.poll");
    expect(await all(shipmentId, "inventory")).toMatchObject([{ state: "contested" }]);
    await withdraw(shipmentId);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "failed", last_error: "not_complete" }]);
    const { rows } = await house.sql.query(
      "select id from authority_receipt where message_id = $1 order by id desc limit 1",
      [list.id],
    );
    must(await ruleContested(house, house.broker, list.id, { receiptId: rows[0].id, reason: "customs said so" }));
    await work(house);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "sent" }]);
    expect(await bytesOf(shipmentId, "cancellation", 1)).toContain(`<ceb:invtNo>${entryNumber(2)}</ceb:invtNo>`);
  });
});

describe("a list that was amended and then withdrawn", () => {
  /** Lodged, amended and withdrawn, each answered under the number that it has at customs; then lodged anew. */
  async function amendedAndWithdrawn(): Promise<string> {
    const shipmentId = await sent();
    await answer(shipmentId, 1, 1);
    await relodge(shipmentId);
    expect(await bytesOf(shipmentId, "inventory", 2)).toContain("<ceb:appType>2</ceb:appType>");
    await answer(shipmentId, 2, 1);
    await withdraw(shipmentId);
    expect(await bytesOf(shipmentId, "cancellation", 1)).toContain(`<ceb:invtNo>${entryNumber(1)}</ceb:invtNo>`);
    await relodge(shipmentId);
    return shipmentId;
  }

  it.each(["399", "800"])("is declared anew after %s: the cancellation ends all of its versions", async (status) => {
    const shipmentId = await amendedAndWithdrawn();
    await settleCancellation(shipmentId, status);
    expect(await bytesOf(shipmentId, "inventory", 3)).toContain("<ceb:appType>1</ceb:appType>");
  });

  it.each(["100", "700"])("stands on where customs refused the cancellation by %s, and is changed", async (status) => {
    const shipmentId = await amendedAndWithdrawn();
    await settleCancellation(shipmentId, status);
    expect(await bytesOf(shipmentId, "inventory", 3)).toContain("<ceb:appType>2</ceb:appType>");
  });

  it("holds the next list until the cancellation is decided, not only received or looked at", async () => {
    const shipmentId = await amendedAndWithdrawn();
    for (const status of ["120", "300"]) {
      await settleCancellation(shipmentId, status);
      const behind = { state: "queued", last_error: "behind_cancellation" };
      expect((await all(shipmentId, "inventory"))[2], status).toMatchObject(behind);
    }
    await settleCancellation(shipmentId, "100");
    expect((await all(shipmentId, "inventory"))[2]).toMatchObject({ state: "sent" });
    expect(await bytesOf(shipmentId, "inventory", 3)).toContain("<ceb:appType>2</ceb:appType>");
  });

  it("is cancelled also where customs rejected the amendment: what they had before stands", async () => {
    const shipmentId = await sent();
    await answer(shipmentId, 1, 1);
    await relodge(shipmentId);
    await answer(shipmentId, 2, null, "100");
    await withdraw(shipmentId);
    expect(await bytesOf(shipmentId, "cancellation", 1)).toContain(`<ceb:invtNo>${entryNumber(1)}</ceb:invtNo>`);
  });
});

describe("the channel of a cancellation", () => {
  it("is that of the list: it waits while that is suspended, whatever other is in force", async () => {
    const shipmentId = await sent();
    await answer(shipmentId, 1, 1);
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    await withdraw(shipmentId);
    const suspended = { state: "queued", channel_id: channelId, last_error: "channel_suspended" };
    expect(await all(shipmentId, "cancellation")).toMatchObject([suspended]);
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await work(house);
    expect(await all(shipmentId, "cancellation")).toMatchObject([{ state: "sent", channel_id: channelId }]);

    const other = await sent();
    await answer(other, 1, 2);
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    const otherChannel = await openTestChannel(house);
    await withdraw(other);
    expect(await all(other, "cancellation")).toMatchObject([{ state: "queued", channel_id: channelId }]);
    must(await changeChannel(house, house.broker, otherChannel, { state: "suspended" }));
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await work(house);
    expect(await all(other, "cancellation")).toMatchObject([{ state: "sent" }]);
  });
});
