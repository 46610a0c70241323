import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { applyForDestruction } from "@/application/apply-for-destruction";
import { cancelDestruction, confirmDestruction, decideDestruction } from "@/application/rule-destruction";
import { certifyDestruction, stateDestruction } from "@/application/witness-destruction";
import { addDays } from "@/domain/shared/local-date";
import { itemIds, keepBook, standing } from "../support/books";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let bookId = "";
let items: Readonly<Record<number, string>>;
let lots: Readonly<Record<number, string>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  bookId = await keepBook(house, house.broker, {
    items: [
      { itemNo: 1, code: "6109100021", origin: "PT" },
      { itemNo: 2, code: "6109100021", origin: "ES" },
      { itemNo: 3, code: "8483409000", origin: "JP" },
    ],
    lots: [
      { itemNo: 1, quantity: "100", expiresOn: "2026-01-31" },
      { itemNo: 2, quantity: "50" },
      // As many as the parts of the last test take.
      { itemNo: 3, quantity: "400" },
    ],
  });
  items = await itemIds(house, bookId);
  const { rows } = await house.sql.query<{ id: string; item_no: number }>(
    "select l.id, i.item_no from book_lot l join book_item i on i.id = l.item_id",
  );
  lots = Object.fromEntries(rows.map((row) => [row.item_no, row.id]));
});
afterAll(() => house.close());

const today = () => house.world.today();
const of = (item: number) => standing(house, items[item] ?? "");

const apply = (item: number, quantity: string, actor: Actor = house.broker) =>
  applyForDestruction(house, actor, {
    ...{ bookId, reason: "expired", note: "Past its last day", place: "Incineration plant 2" },
    appointedOn: today(),
    lines: [{ lotId: lots[item] ?? "", quantity }],
  });
const approve = (id: string) => decideDestruction(house, house.officer, id, { approve: true, reason: null });
const state = (id: string, destroyed: string, residue: Parameters<typeof stateDestruction>[3]["residue"] = null) =>
  stateDestruction(house, house.broker, id, { destroyedOn: today(), lines: [{ number: 1, destroyed }], residue });
const confirm = (id: string, actor: Actor = house.officer) =>
  confirmDestruction(house, actor, id, { agrees: true, reason: null });
const certify = (id: string, number: string) =>
  certifyDestruction(house, house.broker, id, { number, issuer: "Plant", issuedOn: today() });

const entries = async (id: string) => {
  const { rows } = await house.sql.query<{ entry: string }>(
    "select kind || ' ' || trim_scale(declared) || ' ' || reference as entry from book_entry where destruction_id = $1 order by created_at, sequence",
    [id],
  );
  return rows.map((row) => row.entry);
};

describe("goods that are destroyed", () => {
  it("are held from the application on, leave the book with the certificate, and what was spared is free again", async () => {
    const { id, number } = must(await apply(1, "40"));
    expect(await of(1)).toBe("100/40");
    must(await approve(id));
    must(await state(id, "30", { description: "Shredded cotton", value: "120", currency: "CNY" }));
    must(await confirm(id));
    expect(await of(1)).toBe("100/40");
    must(await certify(id, "CERT-1"));
    expect(await of(1)).toBe("70/0");
    expect(await entries(id)).toEqual([`reserve 40 ${number}`, "release -40 CERT-1", "adjust -30 CERT-1"]);
    const view = must(await house.queries.getDestruction(house.broker, id));
    expect(view).toMatchObject({
      state: "destroyed",
      isResidueDeclared: true,
      residue: { value: "120.00", currency: "CNY" },
      certificate: { number: "CERT-1", issuer: "Plant", issuedOn: today() },
      lines: [{ quantity: "40", destroyed: "30", statement: { before: "100", moved: "-30", after: "70" } }],
      acts: [],
    });
    expect(view?.steps.map(({ act }) => act)).toEqual(["apply", "approve", "state", "confirm", "certify"]);
    expect(view?.citations.duty).toContain("not checked at source");
    // No duty falls due: nothing is declared, assessed or secured for them.
    const { rows } = await house.sql.query("select from tax_assessment union all select from payment");
    expect(rows).toEqual([]);
  });

  it("are free again when the office refuses, with a reason, or the broker takes the application back", async () => {
    const refused = must(await apply(2, "20"));
    const unexplained = await decideDestruction(house, house.officer, refused.id, { approve: false, reason: null });
    expect(unexplained).toMatchObject({ ok: false, error: { fault: "destruction_reason_missing" } });
    expect(await of(2)).toBe("50/20");
    must(await decideDestruction(house, house.officer, refused.id, { approve: false, reason: "Return them instead" }));
    expect(await of(2)).toBe("50/0");
    const cancelled = must(await apply(2, "50"));
    must(await approve(cancelled.id));
    must(await cancelDestruction(house, house.broker, cancelled.id));
    expect(await of(2)).toBe("50/0");
    for (const { id } of [refused, cancelled])
      expect(await approve(id)).toMatchObject({ ok: false, error: { fault: "destruction_state" } });
  });

  it("stay in the book while the officer disputes what was stated, which is stated again", async () => {
    const { id } = must(await apply(2, "10"));
    must(await approve(id));
    expect(await certify(id, "CERT-EARLY")).toMatchObject({ ok: false, error: { fault: "destruction_state" } });
    must(await state(id, "10"));
    must(await confirmDestruction(house, house.officer, id, { agrees: false, reason: "Two boxes were left" }));
    expect(await of(2)).toBe("50/10");
    must(await state(id, "8"));
    must(await confirm(id));
    must(await certify(id, "CERT-2"));
    expect(await of(2)).toBe("42/0");
  });

  it("are witnessed by two: the officer is not who let the first witness in, and the database takes no one twice", async () => {
    const { id } = must(await apply(2, "1"));
    must(await approve(id));
    must(await state(id, "1"));
    const one = { ...house.officer, id: house.broker.id } as Actor;
    expect(await confirm(id, one)).toMatchObject({ ok: false, error: { kind: "needs_second_person" } });
    const twice = house.sql.query(
      "update destruction set state = 'confirmed', confirmed_by = stated_by, confirmed_by_name = 'x' where id = $1",
      [id],
    );
    await expect(twice).rejects.toMatchObject({ constraint: "destruction_two_persons" });
    must(await confirm(id));
    must(await certify(id, "CERT-3"));
  });

  it.each([
    ["more than is free", () => apply(3, "401"), "destruction_above_available"],
    ["nothing", () => apply(3, "0"), "book_quantity_form"],
    ["one lot twice", () => twiceOf(3), "destruction_lot_twice"],
    ["a day that is past", () => onDay(3, addDays(today(), -1)), "destruction_day_past"],
  ])("are not applied for with %s, and nothing is held", async (_what, attempt, fault) => {
    expect(await attempt()).toMatchObject({ ok: false, error: { kind: "invalid_input", fault } });
    expect(await of(3)).toBe("400/0");
  });

  it("are certified once: a certificate is for one destruction, and more than was approved is not stated", async () => {
    const { id } = must(await apply(2, "2"));
    must(await approve(id));
    expect(await state(id, "3")).toMatchObject({ ok: false, error: { fault: "destruction_above_approved" } });
    expect(await state(id, "0")).toMatchObject({ ok: false, error: { fault: "destruction_nothing" } });
    must(await state(id, "2"));
    must(await confirm(id));
    expect(await certify(id, "CERT-1")).toMatchObject({ ok: false, error: { fault: "certificate_taken" } });
    must(await certify(id, "CERT-4"));
    expect(await certify(id, "CERT-5")).toMatchObject({ ok: false, error: { fault: "destruction_state" } });
  });
});

const lineOf = (item: number) => ({ lotId: lots[item] ?? "", quantity: "1" });
const applied = { reason: "damaged", note: "Broken", place: "Plant" } as const;
const twiceOf = (item: number) =>
  applyForDestruction(house, house.broker, {
    ...{ ...applied, bookId, appointedOn: today(), lines: [lineOf(item), lineOf(item)] },
  });
const onDay = (item: number, appointedOn: string) =>
  applyForDestruction(house, house.broker, { ...applied, bookId, appointedOn, lines: [lineOf(item)] });

/** An officer of a second authority, with an office of its own. */
async function officerElsewhere(): Promise<Actor> {
  const { rows } = await house.sql.query<{ id: string }>(
    `with o as (insert into organisation (id, name, slug, kind, created_at)
       values (gen_random_uuid(), 'Other customs', 'other-customs', 'authority', now()) returning id)
     insert into office (organisation_id, id, code, name) select id, gen_random_uuid(), '9901', 'Harbour office' from o
     returning organisation_id as id`,
  );
  return { ...house.officer, organisationId: rows[0]?.id ?? "" };
}

describe("the walls of a destruction", () => {
  it("let the office of the book see and rule it, and no other office or broker", async () => {
    const { id } = must(await apply(3, "1"));
    expect(must(await house.queries.getDestruction(house.officer, id))?.acts).toEqual(["approve", "refuse"]);
    expect(must(await house.queries.listDestructions(house.officer, { limit: 1 })).rows[0]?.id).toBe(id);
    const elsewhere = await officerElsewhere();
    for (const actor of [elsewhere, house.otherBroker])
      expect(must(await house.queries.getDestruction(actor, id))).toBeNull();
    expect(await decideDestruction(house, elsewhere, id, { approve: true, reason: null })).toMatchObject({
      error: { kind: "not_found" },
    });
    expect(await approve(id)).toMatchObject({ ok: true });
    must(await cancelDestruction(house, house.broker, id));
  });

  it("hold in the database: no step out of turn, none of the other side, and no write-off without a certificate", async () => {
    const { id } = must(await apply(3, "1"));
    const as = (organisation: string, sql: string) =>
      house.client.$transaction(async (db) => {
        await db.$executeRaw`select set_config('app.organisation', ${organisation}, true)`;
        return db.$executeRawUnsafe(sql);
      });
    const approval = `update destruction set state = 'approved', approved_on = '2026-11-27' where id = '${id}'`;
    await expect(as(house.broker.organisationId, approval)).rejects.toThrow("is of another");
    const leap = `update destruction set state = 'destroyed' where id = '${id}'`;
    await expect(as(house.broker.organisationId, leap)).rejects.toThrow("does not go");
    const kept = `update destruction set state = 'cancelled' where id = '${id}'`;
    await expect(as(house.broker.organisationId, kept)).rejects.toThrow("does not hold");
    const taken = `insert into book_entry (organisation_id, id, item_id, lot_id, sequence, kind, declared, legal_1, legal_2, balance,
      reserved, reference, destruction_id, created_by, created_at)
      select organisation_id, gen_random_uuid(), item_id, lot_id, sequence + 1, 'adjust', -1, -1, -0.4, balance - 1, reserved, 'x',
        destruction_id, 'x', now() from book_entry where destruction_id = '${id}' order by sequence desc limit 1`;
    await expect(as(house.broker.organisationId, taken)).rejects.toThrow("with its certificate");
    // What the office may write into the book is to give back; nothing comes in by it.
    const gained = taken
      .replace("'adjust', -1, -1, -0.4, balance - 1", "'in', 1, 1, 0.4, balance + 1")
      .replace(/destruction_id, 'x'/, "null, 'x'");
    await expect(as(house.authority, gained)).rejects.toThrow("row-level security");
    must(await cancelDestruction(house, house.broker, id));
  });
});

describe("the last unit", () => {
  it("is taken by the application or by the lodging, never by both", async () => {
    const shipmentId = await prepare(house, "yellow-parts");
    expect(await of(3)).toBe("400/0");
    const [asked, lodged] = await Promise.all([apply(3, "1"), lodge(house, shipmentId, "last-unit-of-all")]);
    expect([asked.ok, lodged.ok].filter(Boolean)).toEqual([true]);
    expect(await of(3)).toBe(asked.ok ? "400/1" : "400/400");
  });

  it("is applied for by two at once, and one gets it", async () => {
    const results = await Promise.all([apply(2, "20"), apply(2, "20"), apply(2, "20")]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(await of(2)).toMatch(/\/20$/);
  });
});
