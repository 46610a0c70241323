import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { giveNotice } from "@/application/give-notice";
import { keepNotificationSettings, readNotifications } from "@/application/keep-notifications";
import { raiseAlert } from "@/application/raise-alert";
import { EXPIRY_DAYS, RETURN_DAYS, windowsOf } from "@/domain/notice/warning";
import { ok } from "@/domain/shared/result";
import { lodge, prepare } from "../support/clearing";
import { carryOut, createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";
import { enrol, occur, tell } from "../support/telling";

let house: House;
const all = { limit: 50, list: "all" } as const;
const seenBy = async (actor: Parameters<House["queries"]["listNotifications"]>[0]) =>
  must(await house.queries.listNotifications(actor, all)).rows;
const kindsOf = async (actor: Parameters<House["queries"]["listNotifications"]>[0]) =>
  (await seenBy(actor)).map(({ kind }) => kind);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  const people = [house.broker, house.otherBroker, house.officer, house.secondOfficer, house.admin];
  for (const [index, actor] of people.entries()) await enrol(house, actor, `person-${index}@example.com`);
});
afterAll(() => house.close());
beforeEach(async () => {
  await house.sql.query("delete from notification_rule");
  await house.sql.query("delete from notification");
});

describe("what happens to a shipment", () => {
  it("is told to its broker and to the officers that it was lodged with, each what concerns them", async () => {
    const shipmentId = await prepare(house, "red-watches");
    must(await lodge(house, shipmentId, "key-of-the-told", "payment"));
    await work(house);
    const [review] = (await house.queries.listReviews(house.officer, { limit: 5, state: "open" })).rows;
    expect(review?.shipmentId).toBe(shipmentId);
    expect(await seenBy(house.broker)).toMatchObject([
      { kind: "held_for_review", shipmentId, facts: { lane: "red", stage: "bonded_exit" }, isRead: false },
    ]);
    for (const officer of [house.officer, house.secondOfficer])
      expect(await seenBy(officer)).toMatchObject([{ kind: "case_waiting", subjectId: review?.caseId }]);
    expect(await seenBy(house.admin)).toEqual([]);
    expect(await seenBy(house.otherBroker)).toEqual([]);

    const caseId = review?.caseId ?? "";
    must(await claimReview(house, house.officer, caseId));
    const ruling = { caseId, outcome: "refuse", reasons: ["undervalued"], note: null } as const;
    must(await decideReview(house, house.officer, ruling));
    await work(house);
    expect(await kindsOf(house.broker)).toEqual(["declaration_refused", "held_for_review"]);
    // Nothing of a ruling reaches officers, some of whom may look at the case without it.
    expect(await kindsOf(house.secondOfficer)).toEqual(["case_waiting"]);
  });

  it("names the shipment by its reference, and nobody", async () => {
    const [notice] = (await house.sql.query("select facts from notice where kind = 'declaration_refused'")).rows;
    expect(Object.keys(notice.facts).sort()).toEqual(["reference", "stage"]);
  });
});

describe("a notice", () => {
  it("is told once, however often its job comes and however many carry it out at once", async () => {
    const organisationId = house.broker.organisationId;
    await occur(house, organisationId, "guarantee_short", { on: "2026-12-10" });
    const { rows } = await house.sql.query<{ id: string; payload: never }>(
      "select id, payload from outbox_message where name = 'notice.tell' and done_at is null",
    );
    const [job] = rows;
    expect(rows).toHaveLength(1);
    const runs = Array.from({ length: 4 }, () => carryOut(house, job?.id ?? "", "notice.tell", job?.payload as never));
    for (const run of await Promise.all(runs)) must(run);
    expect(await kindsOf(house.broker)).toEqual(["guarantee_short"]);
  });

  it("is written down once for one occasion, also by two at once", async () => {
    const { organisationId } = house.broker;
    const subjectId = house.world.newId();
    const give = () =>
      house.inTransaction(system(organisationId), async (tx) => {
        const permit = {
          organisationId,
          kind: "permit_expiring",
          subjectId,
          occasion: "2027-01-01 within 30",
        } as const;
        await giveNotice(tx, house.world, permit);
        return ok(undefined);
      });
    await Promise.all([give(), give(), give()]);
    await work(house);
    expect(await kindsOf(house.broker)).toEqual(["permit_expiring"]);
  });

  it("is not told to who did it", async () => {
    const scope = { commodityPrefix: "9999", origin: null, producer: null, words: [] };
    const alert = { ...scope, reason: "Small parts come off", citation: "Notice of the laboratory", validTo: null };
    must(await raiseAlert(house, house.officer, { ...alert, validFrom: house.world.today() }));
    await work(house);
    expect(await kindsOf(house.officer)).toEqual([]);
    expect(await kindsOf(house.secondOfficer)).toEqual(["alert_raised"]);
    expect(await kindsOf(house.broker)).toEqual([]);
  });

  it("comes of work that was given up, in the transaction that gives it up, and not of the telling itself", async () => {
    const { organisationId } = house.broker;
    const insert = (name: string) =>
      house.sql.query(
        `insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
         values ($1, gen_random_uuid(), $2, '{}', now(), now() + interval '1 day') returning id`,
        [organisationId, name],
      );
    const names = ["document.read", "notice.tell", "notice.look"];
    const ids: string[] = [];
    for (const name of names) ids.push((await insert(name)).rows[0].id);
    await house.sql.query("set role twogate_relay");
    await house.sql.query("update outbox_message set dead_at = now() where id = any($1)", [ids]);
    await house.sql.query("reset role");
    await house.sql.query("update outbox_message set done_at = now() where id = any($1)", [ids]);
    await work(house);
    const seen = (await seenBy(house.broker)).map(({ kind, subjectId, facts }) => [kind, subjectId, facts.job]);
    expect(seen).toHaveLength(2);
    expect(seen).toContainEqual(["job_dead", ids[0], "document.read"]);
    expect(seen).toContainEqual(["job_dead", ids[2], "notice.look"]);
  });
});

describe("a person", () => {
  it("sees their own notifications and no colleague's, whom the database keeps apart as well", async () => {
    await tell(house, house.authority, "case_waiting");
    const [own] = await seenBy(house.officer);
    const [theirs] = await seenBy(house.secondOfficer);
    expect(own?.id).not.toBe(theirs?.id);
    const read = await readNotifications(house.inTransaction, house.officer, [theirs?.id ?? ""]);
    expect(must(read)).toEqual({ read: 0 });
    const rows = await house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.authority}, true)`;
      await db.$executeRaw`select set_config('app.person', ${house.officer.id}, true)`;
      return db.notification.findMany({ select: { userId: true } });
    });
    expect(new Set(rows.map(({ userId }) => userId))).toEqual(new Set([house.officer.id]));
  });

  it("has read what they marked, and all at once if they like", async () => {
    const { organisationId } = house.broker;
    for (const kind of ["guarantee_short", "permit_expiring", "answer_quarantined"] as const)
      await tell(house, organisationId, kind);
    const count = async () => must(await house.queries.countUnread(house.broker));
    expect(await count()).toBe(3);
    const [newest] = await seenBy(house.broker);
    expect(newest?.kind).toBe("answer_quarantined");
    must(await readNotifications(house.inTransaction, house.broker, [newest?.id ?? ""]));
    expect(await count()).toBe(2);
    const unread = must(await house.queries.listNotifications(house.broker, { limit: 50, list: "unread" }));
    expect(unread.rows.map(({ kind }) => kind)).toEqual(["permit_expiring", "guarantee_short"]);
    expect(must(await readNotifications(house.inTransaction, house.broker, "all"))).toEqual({ read: 2 });
    expect(await count()).toBe(0);
  });

  it("is not told what they do not want, and may not ask for what their roles are not told", async () => {
    const setting = { quiet: null, language: "en" } as const;
    const off = { kind: "guarantee_short", isInApp: false, isMailed: false, isOwnOnly: false } as const;
    must(await keepNotificationSettings(house.inTransaction, house.broker, { ...setting, rules: [off] }));
    await tell(house, house.broker.organisationId, "guarantee_short");
    expect(await seenBy(house.broker)).toEqual([]);
    const alert = { ...off, kind: "alert_raised" } as const;
    expect(
      await keepNotificationSettings(house.inTransaction, house.broker, { ...setting, rules: [alert] }),
    ).toMatchObject({ ok: false, error: { fault: "notice_kind_not_told", pointer: "/rules/0/kind" } });
  });
});

describe("the hourly look", () => {
  it("is owed once an hour to each organisation that has people, whoever asks", async () => {
    const owed = async () => (await house.sql.query("select owe_notice_looks() as owed")).rows[0].owed as number;
    expect(await owed()).toBe(3);
    expect(await owed()).toBe(0);
  });

  it("tells of a permit at each threshold once, however often it looks", async () => {
    const { organisationId } = house.broker;
    const permit = (number: string, days: number) =>
      house.sql.query(
        `insert into permit (organisation_id, id, kind, number, number_key, is_form_known, holder, issuer,
           commodity_prefixes, words, origins, valid_from, valid_to, recorded_by, recorded_at)
         values ($1, gen_random_uuid(), 'compulsory_certificate', $2, $2, false, 'H', 'I', '{}', '{}', '{}',
           '2026-01-01', to_char((now() at time zone 'Asia/Shanghai')::date + $3::int, 'YYYY-MM-DD'), 't', now())`,
        [organisationId, number, days],
      );
    await permit("SOON-1", 29);
    await permit("LATER-1", 61);
    await work(house);
    for (let look = 0; look < 3; look++) {
      await house.sql.query("delete from notice_look");
      await house.sql.query("select owe_notice_looks()");
      await work(house);
    }
    expect(await seenBy(house.broker)).toMatchObject([
      { kind: "permit_expiring", facts: { number: "SOON-1", days: "29" } },
    ]);
  });

  it("takes many in batches, each in a transaction of its own, and reads nothing of which was told", async () => {
    const { organisationId } = house.broker;
    await house.sql.query(
      `insert into permit (organisation_id, id, kind, number, number_key, is_form_known, holder, issuer,
         commodity_prefixes, words, origins, valid_from, valid_to, recorded_by, recorded_at)
       select $1, gen_random_uuid(), 'compulsory_certificate', 'MANY-' || n, 'MANY' || n, false, 'H', 'I', '{}', '{}', '{}',
         '2026-01-01', to_char((now() at time zone 'Asia/Shanghai')::date + 5 + n % 50, 'YYYY-MM-DD'), 't', now()
       from generate_series(1, 450) n`,
      [organisationId],
    );
    const told = async () =>
      (await house.sql.query("select count(*)::int as n from notice where facts->>'number' like 'MANY-%'")).rows[0].n;
    const look = async () => {
      const { rows } = await house.sql.query<{ id: string; payload: never }>(
        "select id, payload from outbox_message where name = 'notice.look' and organisation_id = $1 and done_at is null",
        [organisationId],
      );
      for (const { id, payload } of rows) must(await carryOut(house, id, "notice.look", payload));
      return rows.length;
    };
    await house.sql.query("delete from notice_look");
    await house.sql.query("select owe_notice_looks()");
    expect(await look()).toBe(1);
    expect(await told()).toBeGreaterThan(0);
    expect(await told()).toBeLessThan(450);
    while ((await look()) > 0);
    expect(await told()).toBe(450);
    const due = await house.inTransaction(system(organisationId), async (tx) => {
      const today = house.world.today();
      const [expiry, returns] = [windowsOf(today, EXPIRY_DAYS), windowsOf(today, RETURN_DAYS)];
      return ok(await tx.notices.dueClocks({ expiry, returns, most: 300 }));
    });
    expect(must(due)).toMatchObject({ permits: [], authorisations: [], returns: [] });
  });
});
