import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeShipment } from "@/application/describe-shipment";
import { changeChannel } from "@/application/keep-channel";
import { resendMessage } from "@/application/mend-message";
import { attachAnswer, dismissAnswer, ruleContested } from "@/application/rule-answer";
import { showMessage } from "@/application/show-content";
import { takeAnswers } from "@/application/take-answers";
import { lodge, prepare } from "../support/clearing";
import { billBytes, giveRetailFacts, openTestChannel, receiptBytes, workNow } from "../support/exchange";
import { createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let channelId: string;
let order: string;
let lodgings = 0;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly guid: string;
  readonly version: number;
  readonly state: string;
  readonly status: string | null;
  readonly contested: string | null;
  readonly attempts: number;
}

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  channelId = await openTestChannel(house);
  order = await prepare(house, "retail-headphones");
  const consumer = { name: "Zhang Min", identityNumber: "11010519491231002X" };
  must(await describeShipment(house, house.broker, order, { regime: "1210", consumer }));
});
afterAll(() => house.close());

const rows = async (kind = "inventory", shipmentId = order): Promise<readonly Row[]> =>
  (
    await house.sql.query<Row>(
      "select * from authority_message where shipment_id = $1 and kind = $2 order by version",
      [shipmentId, kind],
    )
  ).rows;
const newest = async (kind = "inventory"): Promise<Row> => {
  const row = (await rows(kind)).at(-1);
  if (!row) throw new Error("There is no message");
  return row;
};
const count = async (sql: string): Promise<number> =>
  Number((await house.sql.query(`select count(*) from ${sql}`)).rows[0].count);
const lodgeAgain = async () => {
  lodgings += 1;
  // Not paid yet, so that it may be amended.
  must(await lodge(house, order, `exchange-${lodgings}`, "payment"));
};
const take = async (bytes: Uint8Array) => {
  const channel = await house.inTransaction(system(house.broker.organisationId), async (tx) => ({
    ok: true as const,
    value: await tx.exchange.channel(channelId),
  }));
  if (!channel.ok || !channel.value) throw new Error("There is no channel");
  const arrived = { channel: channel.value, bytes, via: "poll" } as const;
  const [taken] = must(await takeAnswers(house, system(house.broker.organisationId), arrived));
  return taken;
};
const say = (row: Row, status: string, minute: number, entryNumber?: string | null) =>
  take(
    receiptBytes({ of: "inventory", ...row, status, minute, ...(entryNumber === undefined ? {} : { entryNumber }) }),
  );
const faultOf = (result: { ok: boolean; error?: unknown }) => (result.ok ? null : result.error);
const answers = async (outcome: string): Promise<readonly { id: string; why: string | null }[]> =>
  (await house.sql.query("select id, why from authority_receipt where outcome = $1 order by id", [outcome])).rows;
const lastQuarantined = async () => (await answers("quarantined")).at(-1)?.id ?? "";

beforeEach(() => {
  house.transport.failures = { count: 0, isArrived: false, isRetryable: true };
});

describe("a message that is owed", () => {
  it("names each fact that no document states, and is sent when they are given", async () => {
    await lodgeAgain();
    await work(house);
    const [row] = await rows();
    expect(row).toMatchObject({ state: "failed", version: 1, kind: "inventory" });
    const { rows: faults } = await house.sql.query("select faults from authority_message where id = $1", [row?.id]);
    expect(faults[0].faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ field: "head/buyerTelephone", from: "facts.buyerTelephone" })]),
    );
    expect(house.transport.arrived).toEqual([]);
    await giveRetailFacts(house, order);
    await work(house);
    expect(await newest()).toMatchObject({ state: "sent", attempts: 1 });
    expect(house.transport.arrived.map(({ guid }) => guid)).toEqual([row?.guid]);
  });

  it("lies sealed, and never as other bytes once it was sent", async () => {
    const { rows: raw } = await house.sql.query("select raw from authority_message where shipment_id = $1", [order]);
    expect(Buffer.from(raw[0].raw).includes("11010519491231002X")).toBe(false);
    await expect(
      house.sql.query("update authority_message set raw = 'x' where shipment_id = $1", [order]),
    ).rejects.toMatchObject({ constraint: "message_bytes_stand" });
  });

  it("is shown without what names the consumer, and who looked is kept", async () => {
    const { id, number } = await newest();
    const shown = must(await showMessage(house.inTransaction, house.broker, id));
    const text = Buffer.from(shown.bytes).toString("utf8");
    expect(shown.fileName).toBe(`${number}-1.xml`);
    expect(text).toContain("<ceb:buyerIdNumber>***</ceb:buyerIdNumber>");
    expect(text).not.toMatch(/11010519491231002X|13900000000|Zhang Min/);
    expect(await count(`audit_entry where action = 'message_shown' and object_id = '${id}'`)).toBe(1);
  });

  it("is found by its number, its kind and its state, and counted", async () => {
    const { id, number } = await newest();
    const listed = async (options: object) =>
      must(await house.queries.listMessages(house.broker, { limit: 5, ...options })).rows.map((row) => row.id);
    expect(await listed({ search: number, kind: "inventory", state: "sent" })).toEqual([id]);
    expect(await listed({ kind: "return" })).toEqual([]);
    expect(must(await house.queries.countMessages(house.broker))).toMatchObject({ sent: 1, failed: 0, quarantine: 0 });
    const detail = must(await house.queries.getMessage(house.broker, id));
    expect(detail).toMatchObject({ id, version: 1, answers: [], versions: [{ id, version: 1 }] });
  });

  it("is the same under the same guid, however often the way to the authority breaks off", async () => {
    await lodgeAgain();
    house.transport.failures = { count: 3, isArrived: true, isRetryable: true };
    const before = house.transport.arrived.length;
    await work(house);
    for (let attempt = 0; attempt < 3; attempt += 1) await workNow(house, "message.send");
    const row = await newest();
    expect(row).toMatchObject({ state: "sent", version: 2, attempts: 4 });
    const sent = house.transport.arrived.slice(before);
    expect(sent.length).toBe(4);
    expect(new Set(sent.map(({ guid, bytes }) => `${guid} ${Buffer.from(bytes).toString("hex")}`)).size).toBe(1);
  });

  it("waits in the queue while its authority is maintained, and fails when it is refused for good", async () => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const windows = [{ from: "2026-01-01T00:00:00.000Z", until }];
    must(await changeChannel(house, house.broker, channelId, { windows }));
    await lodgeAgain();
    await work(house);
    expect(await newest()).toMatchObject({ state: "queued", attempts: 0, version: 3 });
    must(await changeChannel(house, house.broker, channelId, { windows: [] }));
    house.transport.failures = { count: 1, isArrived: false, isRetryable: false };
    await workNow(house, "message.send");
    const row = await newest();
    expect(row).toMatchObject({ state: "failed", attempts: 1 });
    must(await resendMessage(house.inTransaction, house.broker, row.id));
    await work(house);
    expect(await newest()).toMatchObject({ state: "sent" });
    expect(faultOf(await resendMessage(house.inTransaction, house.broker, row.id))).toMatchObject({
      fault: "message_not_failed",
    });
  });
});

describe("what an authority answers", () => {
  it("counts once, and takes nothing back when it comes late", async () => {
    const row = await newest();
    const evidence = () => count("evidence_entry where kind = 'message_answered'");
    expect(await say(row, "300", 5)).toMatchObject({ outcome: "applied" });
    const before = await evidence();
    expect(await say(row, "300", 5)).toMatchObject({ outcome: "duplicate" });
    expect(await say(row, "120", 4)).toMatchObject({ outcome: "stale" });
    expect(await evidence()).toBe(before);
    expect(await newest()).toMatchObject({ state: "answered", status: "300" });
  });

  it("of an older version never moves the newer one", async () => {
    const [older] = await rows();
    if (!older) throw new Error("There is no older version");
    expect(await say(older, "800", 6)).toMatchObject({ outcome: "of_older_version" });
    expect(await newest()).toMatchObject({ status: "300" });
  });

  it("waits for a person where its number or its status is unknown, or nobody can read it", async () => {
    const row = await newest();
    expect(
      await say({ ...row, guid: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4A5B", number: "TG-OF-NOBODY" }, "800", 7),
    ).toMatchObject({
      outcome: "quarantined",
      why: "unknown_number",
      messageId: null,
    });
    const stranger = await lastQuarantined();
    expect(await say(row, "777", 8)).toMatchObject({ outcome: "quarantined", why: "unknown_status" });
    const ofUnknownStatus = await lastQuarantined();
    expect(await take(new TextEncoder().encode("<broken"))).toMatchObject({ why: "unreadable" });
    expect(await take(new TextEncoder().encode("<broken"))).toMatchObject({ outcome: "duplicate" });
    expect(await newest()).toMatchObject({ status: "300" });
    const attach = (id: string) =>
      attachAnswer(house, house.broker, id, { messageId: row.id, reason: "they misread it" });
    expect(faultOf(await attach(ofUnknownStatus))).toMatchObject({ fault: "answer_not_attachable" });
    must(await dismissAnswer(house, house.broker, ofUnknownStatus, "a status of another system"));
    expect(faultOf(await dismissAnswer(house, house.broker, ofUnknownStatus, "again"))).toMatchObject({
      fault: "answer_ruled",
    });
    must(await attach(stranger));
    expect(await newest()).toMatchObject({ state: "answered", status: "800" });
  });

  it("is a bill once, beside what was assessed", async () => {
    const bill = billBytes("TAX-1", "78.08");
    expect(await take(bill)).toMatchObject({ kind: "tax_bill", outcome: "applied" });
    expect(await take(bill)).toMatchObject({ outcome: "duplicate" });
    expect(await count("tax_bill where source = 'message'")).toBe(1);
    expect(await take(billBytes("TAX-2", "1", "22012026I999999999"))).toMatchObject({ why: "unknown_number" });
  });

  it("that contradicts itself moves nothing more until a person has ruled, and then the ruling stands", async () => {
    const row = await newest();
    expect(await say(row, "700", 20)).toMatchObject({ outcome: "quarantined", why: "contradictory_final" });
    const returned = await lastQuarantined();
    expect(await newest()).toMatchObject({ state: "contested", contested: "final", status: null });
    expect(await say(row, "899", 21)).toMatchObject({ outcome: "quarantined" });
    must(
      await ruleContested(house, house.broker, row.id, {
        receiptId: returned,
        reason: "customs said so on the telephone",
      }),
    );
    expect(await newest()).toMatchObject({ state: "answered", status: "700", contested: null });
    // What lost comes again, as a comparison of the day fetches it: it is the same answer, and no other.
    expect(await say(row, "899", 21)).toMatchObject({ outcome: "duplicate" });
    await say(row, "800", 22);
    expect(await newest()).toMatchObject({ state: "answered", status: "700" });
    const again = await ruleContested(house, house.broker, row.id, { receiptId: returned, reason: "again" });
    expect(faultOf(again)).toMatchObject({ fault: "message_not_contested" });
  });

  it("is kept as it came, and never written anew", async () => {
    expect(await count("authority_receipt where octet_length(raw) = 0")).toBe(0);
    await expect(house.sql.query("update authority_receipt set outcome = 'applied'")).rejects.toThrow();
  });
});

describe("a message that nobody answers", () => {
  it("says so when its time is over, and takes the answer that comes after all", async () => {
    await house.sql.query("update authority_message set sent_at = now() - interval '1 hour' where version = 3");
    await house.sql.query("update authority_message set state = 'sent', status = null where version = 3");
    house.transport.answers.push(billBytes("TAX-3", "1", "22012026I999999998"));
    await workNow(house, "channel.poll");
    expect(await newest()).toMatchObject({ state: "unanswered" });
    expect((await answers("quarantined")).length).toBeGreaterThan(0);
    await house.sql.query("update authority_message set state = 'answered', status = '800' where version = 3");
  });
});

describe("the day beside the authority's list", () => {
  it("sends again what is missing there, fetches what is missing here, and writes down what differs", async () => {
    const lists = await rows();
    const [first, second, third] = lists;
    await house.sql.query("update authority_message set state = 'sent', sent_at = now() where version in (2, 3)");
    await house.sql.query("update authority_message set status = null where version = 3");
    const messages = [
      { guid: first?.guid ?? "", status: null },
      { guid: second?.guid ?? "", status: "300" },
      { guid: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4AFF", status: "800" },
    ];
    house.transport.listed = { day: house.world.today(), messages };
    house.transport.answered.set("5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4AFF", [
      receiptBytes({
        of: "inventory",
        guid: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4AFF",
        number: "TG-ELSE",
        status: "800",
        minute: 40,
      }),
    ]);
    const before = house.transport.arrived.length;
    await workNow(house, "channel.reconcile");
    expect(house.transport.arrived.slice(before).map(({ guid }) => guid)).toEqual([third?.guid]);
    const { rows: differences } = await house.sql.query("select kind, guid from authority_difference order by kind");
    expect(differences).toEqual([
      { kind: "differing", guid: second?.guid },
      { kind: "missing_here", guid: "5B6C8A10-2D4E-4F60-8A7B-0C1D2E3F4AFF" },
      { kind: "missing_there", guid: third?.guid },
    ]);
    expect(await count("outbox_message where name = 'channel.reconcile' and done_at is null")).toBe(1);
  });
});
