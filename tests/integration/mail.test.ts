import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMailer } from "@/adapters/smtp/mailer";
import { keepNotificationSettings } from "@/application/keep-notifications";
import { sendMail } from "@/application/send-mail";
import { tellNotice } from "@/application/tell-notice";
import type { QuietHours } from "@/domain/notice/quiet-hours";
import { createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { enrol, occur, passTime, startMailServer, tell } from "../support/telling";

let house: House;
let server: Awaited<ReturnType<typeof startMailServer>>;
let refusal: number | null;

beforeAll(async () => {
  server = await startMailServer(() => refusal);
  const created = await createHouse(createRememberingReader());
  house = { ...created, hasMail: true, mailer: createMailer({ url: server.url, from: "twogate@example.com" }) };
  await enrol(house, house.broker, "broker@example.com");
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(async () => {
  refusal = null;
  server.letters.length = 0;
  await house.sql.query("delete from notification");
  await house.sql.query("delete from notification_setting");
});

const wanting = async (language: "en" | "zh", quiet: QuietHours | null = null) => {
  const rule = (kind: "guarantee_short" | "permit_expiring") =>
    ({ kind, isInApp: false, isMailed: true, isOwnOnly: false }) as const;
  const rules = [rule("guarantee_short"), rule("permit_expiring")];
  must(await keepNotificationSettings(house.inTransaction, house.broker, { quiet, language, rules }));
};
const read = (index: number) => PostalMime.parse(server.letters[index]?.raw ?? "");
const organisation = () => house.broker.organisationId;
const states = async () =>
  (await house.sql.query("select mail_state, mail_attempts from notification order by id")).rows.map((row) => [
    row.mail_state,
    row.mail_attempts,
  ]);

describe("an e-mail", () => {
  it("is not sent to who has not asked for it", async () => {
    await house.sql.query("delete from notification_rule");
    await tell(house, organisation(), "guarantee_short");
    expect(server.letters).toEqual([]);
  });

  it("says what happened in the recipient's language, as text and as HTML, with a link to it", async () => {
    await wanting("zh");
    await occur(house, organisation(), "permit_expiring", { number: "AB-1 <b>", days: "30", on: "2026-12-27" });
    await work(house);
    expect(server.letters.map(({ to }) => to)).toEqual([["broker@example.com"]]);
    const letter = await read(0);
    expect(letter.subject).toBe("Twogate: 证件 AB-1 <b> 还有 30 天到期");
    expect(letter.text).toContain("https://twogate.example/broker/permits?list=ending");
    expect(letter.html).toContain("AB-1 &#60;b&#62;");
    expect(letter.html).not.toContain("AB-1 <b>");
    expect(`${letter.text}${letter.html}`).not.toContain("broker-admin");
    await wanting("en");
    await tell(house, organisation(), "guarantee_short");
    expect((await read(1)).subject).toBe("Twogate: The guarantee will not reach");
  });

  it("waits for the end of quiet hours, and is one then, however much came", async () => {
    const now = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });
    const at = (minutes: number) => now.format(Date.now() + minutes * 60_000);
    await wanting("en", { from: at(-10), until: at(120) });
    await tell(house, organisation(), "guarantee_short");
    await tell(house, organisation(), "permit_expiring");
    expect(server.letters).toEqual([]);
    await house.sql.query("update notification set mail_due_at = now()");
    await passTime(house);
    expect(server.letters).toHaveLength(1);
    const letter = await read(0);
    expect(letter.subject).toBe("Twogate: 2 notifications");
    expect(letter.text).toMatch(/guarantee will not reach[\s\S]*Permit/);
  });

  it("is sent once, however often its job comes and however many carry it out at once", async () => {
    await wanting("en");
    await occur(house, organisation(), "guarantee_short");
    const tellings = await house.sql.query(
      "select id, payload from outbox_message where name = 'notice.tell' and done_at is null",
    );
    const actor = system(organisation());
    for (const { id, payload } of tellings.rows) must(await tellNotice(house, actor, id, payload.noticeId));
    const { rows } = await house.sql.query(
      "select id from outbox_message where name = 'notification.mail' and done_at is null",
    );
    const run = () => sendMail(house, actor, rows[0].id, house.broker.id);
    for (const each of await Promise.all([run(), run(), run()])) must(each);
    await passTime(house);
    expect(server.letters).toHaveLength(1);
    expect(await states()).toEqual([["sent", 1]]);
  });

  it("is due again when the server is busy, under the same Message-ID, and is not when it refuses for good", async () => {
    await wanting("en");
    refusal = 451;
    await tell(house, organisation(), "guarantee_short");
    expect(await states()).toEqual([["due", 1]]);
    refusal = null;
    await house.sql.query("update notification set mail_due_at = now()");
    await passTime(house);
    expect(await states()).toEqual([["sent", 2]]);
    expect((await read(0)).messageId).toMatch(/^<[0-9a-f]{64}@twogate\.127\.0\.0\.1>$/);
    refusal = 550;
    await tell(house, organisation(), "guarantee_short");
    expect(await states()).toEqual([
      ["sent", 2],
      ["failed", 1],
    ]);
    const errors = await house.sql.query("select mail_error from notification where mail_state = 'failed'");
    expect(errors.rows[0].mail_error).toBe("The mail server answered 550.");
  });

  it("on which processes died ten times is given up, and holds up nothing else", async () => {
    await wanting("en");
    refusal = 451;
    await tell(house, organisation(), "guarantee_short");
    await house.sql.query("update notification set mail_attempts = 10, mail_due_at = now()");
    refusal = null;
    await occur(house, organisation(), "permit_expiring", { number: "AB-2", days: "30", on: "2026-12-27" });
    await work(house);
    await passTime(house);
    expect(await states()).toEqual([
      ["failed", 10],
      ["sent", 1],
    ]);
    expect(server.letters).toHaveLength(1);
    const errors = await house.sql.query("select mail_error from notification where mail_state = 'failed'");
    expect(errors.rows[0].mail_error).toBe("broke_off");
  });

  it("is not owed where no operator has named a server", async () => {
    await wanting("en");
    await tell({ ...house, hasMail: false, mailer: null }, organisation(), "guarantee_short");
    expect(await states()).toEqual([]);
  });
});
