import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApiEnv } from "@/api/context";
import { receiptRoute } from "@/api/receipt-route";
import { askRelease } from "@/application/ask-release";
import { describeShipment } from "@/application/describe-shipment";
import type { ChannelRecord } from "@/application/exchange-record";
import { changeChannel } from "@/application/keep-channel";
import { applyForReturn } from "@/application/return-goods";
import { NO_NUMBERS } from "@/domain/message/message";
import { readAnswers } from "@/runtime/messages";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { giveRetailFacts, openTestChannel, receiptBytes, TERMS, workNow } from "../support/exchange";
import { createHouse, type House, must, setRandomShare, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let channelId: string;
const { matchedOrder, lodge: lodgeOrder } = orderHouse(() => house, 87);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  channelId = await openTestChannel(house);
});
afterAll(() => house.close());

const messageOf = async (shipmentId: string, kind: string) =>
  (
    await house.sql.query<{ id: string; guid: string; number: string; state: string; version: number }>(
      "select * from authority_message where shipment_id = $1 and kind = $2",
      [shipmentId, kind],
    )
  ).rows[0];
/** What the sent declaration says: its taxes by kind, added up over the lines, and the number of a paper by its type. */
async function declaredIn(shipmentId: string) {
  const message = await messageOf(shipmentId, "declaration");
  const record = must(
    await house.inTransaction(house.broker, async (tx) => ({
      ok: true as const,
      value: await tx.exchange.message(message?.id ?? ""),
    })),
  );
  const read = readAnswers(record?.raw ?? new Uint8Array());
  const declaration = read.ok ? read.value[0] : undefined;
  if (declaration?.kind !== "declaration") throw new Error("No declaration was sent");
  const taxes: Record<string, number> = {};
  for (const { tax, amount } of declaration.lines.flatMap(({ duties }) => duties))
    taxes[tax ?? ""] = (taxes[tax ?? ""] ?? 0) + Number(amount);
  return { taxes, paper: (type: string) => declaration.documents.find((each) => each.type === type)?.number };
}
/** Lets the authority hand this out, and looks for it. */
const hear = async (bytes: Uint8Array) => {
  house.transport.answers.push(bytes);
  await workNow(house, "channel.poll");
  return (await house.sql.query("select outcome, why from authority_receipt order by id desc limit 1")).rows[0];
};

describe("what an authority pushes", () => {
  const push = (bytes: Uint8Array, signature: string, channel = `${house.broker.organisationId}/${channelId}`) => {
    const api = new OpenAPIHono<ApiEnv>();
    receiptRoute(api, { ...house, exchange: house });
    const headers = { "twogate-channel": channel, "twogate-signature": signature };
    return api.request("/authority/receipts", { method: "POST", body: Uint8Array.from(bytes), headers });
  };
  const bytes = new TextEncoder().encode("<nothing that anybody can read");
  const kept = async () => (await house.sql.query("select count(*)::int as n from authority_receipt")).rows[0].n;

  it("is taken under the signature of its channel, once, and refused under any other", async () => {
    const channel = { secret: TERMS.secret } as ChannelRecord;
    const signature = await house.signer.sign(channel, bytes);
    const before = await kept();
    const other = await house.signer.sign({ ...channel, secret: "the secret of another channel" }, bytes);
    for (const [wrong, address] of [
      [other, undefined],
      ["", undefined],
      [signature, "nowhere"],
      [signature, `${house.otherBroker.organisationId}/${channelId}`],
    ] as const)
      expect((await push(bytes, wrong, address)).status).toBe(401);
    expect((await push(new TextEncoder().encode("<other bytes"), signature)).status).toBe(401);
    expect(await kept()).toBe(before);
    const taken = await push(bytes, signature);
    expect(taken.status).toBe(200);
    expect(await taken.json()).toEqual([{ kind: "unreadable", outcome: "quarantined", why: "unreadable" }]);
    expect(await (await push(bytes, signature)).json()).toMatchObject([{ outcome: "duplicate" }]);
  });
});

describe("the gates", () => {
  it("wait for nobody's message where the channel does not bind, and goods that come back are applied for there", async () => {
    const order = await prepare(house, "retail-headphones");
    const consumer = { name: "Zhang Min", identityNumber: "11010519491231002X" };
    must(await describeShipment(house, house.broker, order, { regime: "1210", consumer }));
    must(await lodge(house, order, "gates-1"));
    await giveRetailFacts(house, order);
    await work(house);
    expect((await gatesOf(house, order))?.[0]).toBe("released");
    const list = await messageOf(order, "inventory");
    if (!list) throw new Error("There is no list");
    expect(await hear(receiptBytes({ of: "inventory", ...list, status: "800", minute: 1 }))).toMatchObject({
      outcome: "applied",
    });
    const lines = [{ line: 1, quantity: "1" }];
    // It goes to where the list went: suspended, that channel keeps it and says so.
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    must(await applyForReturn(house, house.broker, { shipmentId: order, lines, reason: "consumer_withdrew" }));
    await work(house);
    const waiting = { state: "queued", channel_id: channelId, last_error: "channel_suspended" };
    expect(await messageOf(order, "return")).toMatchObject(waiting);
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await work(house);
    expect(await messageOf(order, "return")).toMatchObject({ state: "sent", version: 1, last_error: null });
    const applied = await messageOf(order, "return");
    const bytes = new TextDecoder().decode(house.transport.arrived.at(-1)?.bytes);
    expect(bytes).toContain("CEB625Message");
    // It has a number of its own, by which its receipts find it.
    expect(bytes).toContain(`<ceb:copNo>${applied?.number}</ceb:copNo>`);
    if (!applied) throw new Error("There is no application");
    expect(await hear(receiptBytes({ of: "return", ...applied, status: "800", minute: 2 }))).toMatchObject({
      outcome: "applied",
    });
    expect(await messageOf(order, "return")).toMatchObject({ state: "answered" });
  });

  it("wait for the authority's release where it binds, and open when that comes", async () => {
    must(await changeChannel(house, house.broker, channelId, { isBinding: true }));
    const { rows } = await house.sql.query(
      "select detail from audit_entry where action = 'channel_changed' order by at desc limit 1",
    );
    expect(rows[0]?.detail).toEqual({
      terms: "isBinding",
      isBinding_before: "false",
      isBinding_after: "true",
    });
    const id = await prepare(house, "green-earphones");
    must(await lodge(house, id, "gates-2"));
    await work(house);
    const shipment = await house.queries.getShipment(house.broker, id);
    expect(shipment?.gates[0]).toMatchObject({ state: "releasable", waitingFor: ["authority_not_released"] });
    const message = await messageOf(id, "declaration");
    const { taxes, paper } = await declaredIn(id);
    const assessed = await house.sql.query<{ duty: string; vat: string }>(
      "select duty::text, vat::text from tax_assessment where shipment_id = $1",
      [id],
    );
    expect(taxes).toMatchObject({ CUD: Number(assessed.rows[0]?.duty), VAT: Number(assessed.rows[0]?.vat) });
    expect(paper("380")).toBe("INV-2026-0417");
    const rendered = house.codecOf("edifact", "receipt")?.render({
      kind: "receipt",
      of: "declaration",
      messageId: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B",
      recordId: message?.guid ?? "",
      profile: "un",
      numbers: { ...NO_NUMBERS, ownNumber: message?.number ?? "", entryNumber: "22012026I000000077" },
      status: "4",
      returnedAt: "2030-01-01T00:00:00.000Z",
      texts: [],
    });
    if (!rendered?.ok) throw new Error("There is no receipt");
    expect(await hear(rendered.value)).toEqual({ outcome: "applied", why: null });
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
  });
});

describe("a gate that waits for customs", () => {
  beforeAll(async () => {
    await setRandomShare(house.sql, 0);
    must(await changeChannel(house, house.broker, channelId, { isBinding: true }));
  });
  let minute = 10;
  /** A list that was lodged and waits for customs alone. */
  async function waiting(): Promise<string> {
    const order = await matchedOrder();
    await lodgeOrder([order.id]);
    await work(house);
    const { rows } = await house.sql.query("select shipment_id from retail_order where id = $1", [order.id]);
    await waits(rows[0].shipment_id);
    return rows[0].shipment_id;
  }
  async function waits(id: string): Promise<void> {
    const shipment = await house.queries.getShipment(house.broker, id);
    expect(shipment?.gates[0]).toMatchObject({ state: "releasable", waitingFor: ["authority_not_released"] });
    const asked = await askRelease(house.inTransaction, house.world, house.broker, id, "bonded_exit");
    expect(asked).toMatchObject({ ok: false, error: { blockers: ["authority_not_released"] } });
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("releasable");
  }
  async function release(id: string): Promise<void> {
    const list = await messageOf(id, "inventory");
    if (!list) throw new Error("There is no list");
    minute += 1;
    const entryNumber = `22012026I0000003${minute}`;
    await hear(receiptBytes({ of: "inventory", ...list, status: "800", minute, entryNumber }));
    await work(house);
  }

  it("waits on for the channel that took its declaration while that is suspended, or another is in force", async () => {
    const id = await waiting();
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    await waits(id);
    const other = await openTestChannel(house);
    await waits(id);
    must(await changeChannel(house, house.broker, other, { state: "suspended" }));
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await release(id);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
  });

  it("waits for what is not sent yet as well, whatever keeps it", async () => {
    const windows = [{ from: "2026-01-01T00:00:00.000Z", until: new Date(Date.now() + 3_600_000).toISOString() }];
    must(await changeChannel(house, house.broker, channelId, { windows }));
    const id = await waiting();
    expect(await messageOf(id, "inventory")).toMatchObject({ state: "queued", attempts: 0 });
    await house.sql.query(
      "update authority_message set state = 'failed', last_error = 'not_complete' where shipment_id = $1",
      [id],
    );
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    await waits(id);
    must(await changeChannel(house, house.broker, channelId, { state: "in_force", windows: [] }));
  });

  it("opens when the organisation says that the channel binds it no longer", async () => {
    const id = await waiting();
    must(await changeChannel(house, house.broker, channelId, { isBinding: false }));
    await work(house);
    expect((await gatesOf(house, id))?.[0]).toBe("released");
  });
});

describe("what is lodged while the channel is suspended", () => {
  beforeAll(async () => {
    must(await changeChannel(house, house.broker, channelId, { isBinding: true }));
  });
  beforeEach(async () => {
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
  });
  const lists = async (shipmentId: string) =>
    (
      await house.sql.query(
        "select state, last_error, channel_id from authority_message where shipment_id = $1 and kind = 'inventory' order by version",
        [shipmentId],
      )
    ).rows;
  const lodged = async () => {
    const order = await matchedOrder();
    await lodgeOrder([order.id]);
    await work(house);
    const { rows } = await house.sql.query("select shipment_id from retail_order where id = $1", [order.id]);
    return rows[0].shipment_id as string;
  };
  const suspended = { state: "queued", last_error: "channel_suspended" };

  it("is owed on it and waits in its queue, its gate waits too, and it is sent when that is in force", async () => {
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    const id = await lodged();
    expect(await lists(id)).toMatchObject([{ ...suspended, channel_id: channelId }]);
    expect((await gatesOf(house, id))?.[0]).toBe("releasable");
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await work(house);
    expect(await lists(id)).toMatchObject([{ state: "sent", channel_id: channelId }]);
    expect((await gatesOf(house, id))?.[0]).toBe("releasable");
  });

  it("goes to where what it amends went, whatever other channel is in force", async () => {
    const id = await lodged();
    expect(await lists(id)).toMatchObject([{ state: "sent" }]);
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    const other = await openTestChannel(house);
    must(await lodge(house, id, "gates-suspended"));
    await work(house);
    const changed = { ...suspended, channel_id: channelId };
    expect(await lists(id)).toMatchObject([{ state: "sent" }, changed]);
    expect((await gatesOf(house, id))?.[0]).toBe("releasable");
    must(await changeChannel(house, house.broker, other, { state: "suspended" }));
    must(await changeChannel(house, house.broker, channelId, { state: "in_force" }));
    await work(house);
    expect(await lists(id)).toMatchObject([{ state: "sent" }, { state: "sent", channel_id: channelId }]);
  });

  it("goes to the channel in force where customs rejected what it amends: nothing is changed there", async () => {
    const id = await lodged();
    const list = await messageOf(id, "inventory");
    if (!list) throw new Error("There is no list");
    await hear(receiptBytes({ of: "inventory", ...list, status: "100", minute: 40, entryNumber: null }));
    must(await changeChannel(house, house.broker, channelId, { state: "suspended" }));
    const other = await openTestChannel(house, { isBinding: true });
    must(await lodge(house, id, "gates-rejected"));
    await work(house);
    expect((await lists(id))[1]).toMatchObject({ state: "sent", channel_id: other });
    must(await changeChannel(house, house.broker, other, { state: "suspended" }));
  });
});
