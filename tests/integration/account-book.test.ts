import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askRelease } from "@/application/ask-release";
import { bindToBook } from "@/application/bind-to-book";
import { endReservation, reserveStock } from "@/application/hold-stock";
import { moveStock } from "@/application/move-stock";
import { issueGatePass, makeVerificationList, recordDeparture } from "@/application/pass-gate";
import type { DeclarationRecord } from "@/application/records";
import { refundToBook } from "@/application/refund-to-book";
import { releaseClearance } from "@/application/release-clearance";
import { securePayment } from "@/application/secure-tax";
import { decimal } from "@/domain/shared/decimal";
import { ok } from "@/domain/shared/result";
import { entriesOf, itemIds, keepBook, standing } from "../support/books";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const SHIRT = { code: "6109100021", origin: "PT" };
let house: House;
let [before, shirts, bookId] = ["", "", ""];
let items: Readonly<Record<number, string>>;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  // Lodged while the house kept no book yet.
  before = await prepare(house, "green-earphones");
  must(await lodge(house, before, "before-the-book", "payment"));
  shirts = await prepare(house, "green-shirts");
  bookId = await keepBook(house, house.broker, {
    items: [
      { itemNo: 1, ...SHIRT },
      { itemNo: 2, code: "6109100022", origin: "PT" },
      { itemNo: 3, code: "6109100022", origin: "PT" },
    ],
    lots: [
      { itemNo: 1, quantity: "1000", lot: "late", expiresOn: "2099-06-30" },
      { itemNo: 1, quantity: "900", lot: "soon", expiresOn: "2098-06-30" },
      { itemNo: 1, quantity: "5000", lot: "gone", expiresOn: "2026-01-01" },
      { itemNo: 2, quantity: "2000" },
      { itemNo: 3, quantity: "2000" },
    ],
  });
  items = await itemIds(house, bookId);
});
afterAll(() => house.close());

const codesOf = async (shipmentId: string) => {
  const issues = (await house.queries.getShipment(house.broker, shipmentId))?.declaration.issues ?? [];
  return issues.map(({ code }) => code).filter((code) => code.startsWith("book_"));
};

async function declaration(shipmentId: string): Promise<DeclarationRecord> {
  const found = await house.inTransaction(house.broker, async (tx) => ok(await tx.declarations.latest(shipmentId)));
  if (!found.ok || !found.value) throw new Error("Not lodged");
  return found.value;
}

const evidence = async (shipmentId: string) => {
  const { rows } = await house.sql.query<{ kind: string }>(
    "select kind from evidence_entry where shipment_id = $1 and (kind like 'stock_%' or kind like 'left_%' or kind = 'book_line_bound') order by sequence",
    [shipmentId],
  );
  return rows.map((row) => row.kind);
};

describe("a line of a house that keeps a book", () => {
  it("is asked about where two items fit, and the lodging is refused until the broker chose", async () => {
    expect(await codesOf(shirts)).toEqual(["book_item_open"]);
    const refused = await lodge(house, shirts, "shirts-unbound", "payment");
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: "not_ready", issues: [{ code: "book_item_open", owner: "broker", parameters: { line: "2" } }] },
    });
    expect(await entriesOf(house, shirts)).toEqual([]);
    const wrong = await bindToBook(house, house.broker, {
      shipmentId: shirts,
      line: 2,
      itemId: items[1] ?? "",
      lotId: null,
    });
    expect(wrong).toMatchObject({ ok: false, error: { fault: "book_item_of_other_goods" } });
    must(await bindToBook(house, house.broker, { shipmentId: shirts, line: 2, itemId: items[3] ?? "", lotId: null }));
    expect(await codesOf(shirts)).toEqual([]);
  });

  it("is reserved at the lodging, the nearest expiry first and nothing of what expired", async () => {
    must(await lodge(house, shirts, "shirts-1", "payment"));
    expect(await entriesOf(house, shirts)).toEqual(["reserve 900", "reserve 900", "reserve 1000"]);
    expect(await standing(house, items[1] ?? "")).toBe("6900/1800");
    const { rows } = await house.sql.query(
      `select l.lot_number from book_entry e join book_lot l on l.id = e.lot_id where e.shipment_id = $1 and e.line_number = 1
       order by e.sequence`,
      [shirts],
    );
    expect(rows.map((row) => row.lot_number)).toEqual(["soon", "late"]);
    // What the shipment holds itself is not missing to it.
    expect(await codesOf(shirts)).toEqual([]);
  });

  it("is given back and reserved anew when the declaration is amended", async () => {
    must(await lodge(house, shirts, "shirts-2", "payment"));
    expect((await entriesOf(house, shirts)).slice(3)).toEqual([
      ...["release -900", "release -900", "release -1000"],
      ...["reserve 900", "reserve 900", "reserve 1000"],
    ]);
    expect(await standing(house, items[1] ?? "")).toBe("6900/1800");
  });

  it("goes out with the release of gate one, once, under the number of its order", async () => {
    await work(house);
    const { rows: tax } = await house.sql.query<{ total: string }>(
      "select total::text from tax_assessment where shipment_id = $1 order by created_at desc limit 1",
      [shirts],
    );
    must(
      await securePayment(house, house.broker, { shipmentId: shirts, amount: tax[0]?.total ?? "", reference: "R-1" }),
    );
    await work(house);
    expect((await gatesOf(house, shirts))?.[0]).toBe("released");
    expect((await entriesOf(house, shirts)).slice(9)).toEqual(["out -900", "out -900", "out -1000"]);
    expect(await standing(house, items[1] ?? "")).toBe("5100/0");
    const { rows } = await house.sql.query(
      `select distinct e.reference = r.number as same from book_entry e join release_order r on r.shipment_id = e.shipment_id
         and r.stage = 'bonded_exit' where e.shipment_id = $1 and e.kind = 'out'`,
      [shirts],
    );
    expect(rows).toEqual([{ same: true }]);
    expect(await evidence(shirts)).toEqual([
      ...["book_line_bound", "stock_reserved", "stock_reservation_ended", "stock_reserved", "stock_out"],
    ]);
  });

  it("comes back as a refund, at most as far as it went out, into the lot it came from", async () => {
    const refund = (quantity: string | null, lineNumber = 1) =>
      house.inTransaction(house.broker, (tx) =>
        refundToBook(tx, house.world, {
          ...{ organisationId: house.broker.organisationId, shipmentId: shirts, lineNumber, reference: "RT-1" },
          ...{ quantity: quantity === null ? null : decimal(quantity), by: house.broker.id },
        }),
      );
    must(await refund("950"));
    expect((await entriesOf(house, shirts)).slice(12)).toEqual(["refund 900", "refund 50"]);
    expect(await refund("851")).toMatchObject({
      ok: false,
      error: { fault: "refund_above_out", parameters: { out: "850" } },
    });
    must(await refund(null));
    expect(await standing(house, items[1] ?? "")).toBe("6900/0");
  });
});

describe("a shipment that the book does not cover", () => {
  it("is not released, neither when it is asked for nor by a direct call of the release", async () => {
    const asked = await askRelease(house.inTransaction, house.world, house.broker, before, "bonded_exit");
    expect(asked).toMatchObject({ ok: false, error: { kind: "release_blocked" } });
    expect(asked.ok || asked.error.kind !== "release_blocked" ? [] : asked.error.blockers).toContain(
      "book_not_reserved",
    );
    const view = await house.queries.getShipment(house.broker, before);
    expect(view?.gates[0]?.waitingFor).toContain("book_not_reserved");
    const clearanceId = view?.gates[0]?.id ?? "";
    const owed = v7();
    await house.sql.query(
      `insert into outbox_message (organisation_id, id, name, payload, created_at, available_at)
       values ($1, $2, 'clearance.release', '{}', now(), now())`,
      [house.broker.organisationId, owed],
    );
    must(await releaseClearance(house, system(house.broker.organisationId), owed, clearanceId));
    expect((await gatesOf(house, before))?.[0]).not.toBe("released");
    // Not even the database lets anybody say that it was.
    const forced = house.sql.query("update clearance set state = 'released', released_at = now() where id = $1", [
      clearanceId,
    ]);
    await expect(forced).rejects.toMatchObject({ constraint: "release_from_book" });
  });

  it("says what is missing, and is not lodged", async () => {
    const refused = await lodge(house, before, "before-2", "payment");
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: "not_ready", issues: [{ code: "book_item_missing" }, { code: "book_item_missing" }] },
    });
  });
});

describe("the last unit of an item", () => {
  it("is reserved by one of fifty that want it at the same time", async () => {
    const id = await keepBook(house, house.otherBroker, {
      emsNo: "T2201W000009",
      items: [{ itemNo: 1, ...SHIRT }],
      lots: [{ itemNo: 1, quantity: "1" }],
    });
    const lodged = await declaration(shirts);
    const line = lodged.content.lines[0];
    if (!line) throw new Error("No line");
    const { rows } = await house.sql.query<{ id: string }>(
      `insert into shipment (organisation_id, id, reference, regime, created_by, created_at, updated_at)
       select $1, gen_random_uuid(), 'S99-' || n, '0110', 'x', now(), now() from generate_series(1, 50) n returning id`,
      [house.otherBroker.organisationId],
    );
    const one = {
      ...lodged,
      organisationId: house.otherBroker.organisationId,
      content: { ...lodged.content, lines: [{ ...line, quantity: { ...line.quantity, value: "1" } }] },
    };
    const outcomes = await Promise.all(
      rows.map(({ id: shipmentId }) =>
        house.inTransaction(house.otherBroker, (tx) => reserveStock(tx, house.world, { ...one, shipmentId })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      error: { issues: [{ code: "book_stock_short", parameters: { available: "0", needed: "1" } }] },
    });
    const [item] = Object.values(await itemIds(house, id));
    expect(await standing(house, item ?? "")).toBe("1/1");
    const holder = rows[outcomes.findIndex((outcome) => outcome.ok)]?.id ?? "";
    // Given back twice is given back once.
    for (const _ of [1, 2])
      await house.inTransaction(house.otherBroker, async (tx) => {
        await endReservation(tx, house.world, { ...one, shipmentId: holder }, "system");
        return ok(undefined);
      });
    expect(await standing(house, item ?? "")).toBe("1/0");
  });
});

describe("the way out of the zone", () => {
  it("lists each released line once with equal totals, and a pass is issued and used once", async () => {
    const list = must(await makeVerificationList(house, house.broker, bookId, null));
    const { rows } = await house.sql.query(
      "select trim_scale(declared)::text as declared, trim_scale(legal_2)::text as legal from verification_list_line where list_id = $1 order by number",
      [list.id],
    );
    expect(rows).toEqual([
      { declared: "1800", legal: "720" },
      { declared: "1000", legal: "400" },
    ]);
    expect(await makeVerificationList(house, house.broker, bookId, null)).toMatchObject({
      error: { fault: "nothing_to_list" },
    });
    const pass = must(await issueGatePass(house, house.broker, list.id, { vehicle: "沪A12345", seal: "CN0012345" }));
    const ahead = new Date(Date.now() + 60_000);
    expect(await recordDeparture(house, house.broker, pass.id, ahead)).toMatchObject({
      error: { fault: "departure_ahead" },
    });
    expect(must(await recordDeparture(house, house.broker, pass.id, new Date()))).toEqual({ isIncident: false });
    expect(await recordDeparture(house, house.broker, pass.id, new Date())).toMatchObject({
      error: { kind: "stale_version" },
    });
    expect((await evidence(shirts)).at(-1)).toBe("left_zone");
    const early = must(await issueGatePass(house, house.broker, list.id, { vehicle: "沪A99999", seal: "CN0099999" }));
    const yesterday = new Date(Date.now() - 86_400_000);
    expect(must(await recordDeparture(house, house.broker, early.id, yesterday))).toEqual({ isIncident: true });
    expect((await evidence(shirts)).at(-1)).toBe("left_before_out");
  });
});

describe("the database", () => {
  const copy = (changes: string, where: string) =>
    house.sql.query(
      `insert into book_entry (organisation_id, id, item_id, lot_id, sequence, kind, declared, legal_1, legal_2, balance, reserved,
         reference, shipment_id, line_number, created_by, created_at)
       select organisation_id, gen_random_uuid(), item_id, lot_id, ${changes}, 'by hand', shipment_id, line_number, 'x', now()
       from book_entry where ${where}`,
    );
  const last = () => `item_id = '${items[2]}' order by sequence desc limit 1`;

  it("refuses what would fall below zero, what does not add up or convert, and an entry out of turn", async () => {
    const row = (sequence: string, rest: string) => copy(`${sequence}, ${rest}`, last());
    const out = row("sequence + 1", "'transfer', -9999, -9999, -3999.6, balance - 9999, reserved");
    await expect(out).rejects.toMatchObject({ code: "23514" });
    const sum = row("sequence + 1", "'in', 1, 1, 0.4, balance + 2, reserved");
    await expect(sum).rejects.toMatchObject({ constraint: "book_entry_sum" });
    const units = row("sequence + 1", "'in', 1, 2, 0.4, balance + 1, reserved");
    await expect(units).rejects.toMatchObject({ constraint: "book_entry_units" });
    const turn = row("sequence", "'in', 1, 1, 0.4, balance + 1, reserved");
    await expect(turn).rejects.toMatchObject({ constraint: "book_entry_sequence" });
  });

  it("refuses a second way out of a line, and any change of an entry", async () => {
    const item = items[1] ?? "";
    const again = copy(
      `(select max(sequence) + 1 from book_entry where item_id = '${item}'), 'out', declared, legal_1, legal_2, 6000, -900`,
      `shipment_id = '${shirts}' and kind = 'out' and item_id = '${item}' limit 1`,
    );
    await expect(again).rejects.toThrow();
    const reserved = await house
      .inTransaction(house.broker, async (tx) => {
        const lot = (await tx.books.ofShipment(shirts)).find(({ itemId }) => itemId === item)?.lotId ?? "";
        const move = { kind: "reserve" as const, itemId: item, lotId: lot, declared: decimal("1"), reference: "v9" };
        return moveStock(tx, house.world, { organisationId: house.broker.organisationId, actorId: "x" }, [
          { ...move, shipmentId: shirts, lineNumber: 1 },
        ]).then(() => ok(undefined));
      })
      .catch((error: unknown) => String(error));
    expect(reserved).toContain("the line went out");
    await expect(house.sql.query("update book_entry set declared = 1")).rejects.toThrow("append-only");
    await expect(house.sql.query("delete from book_entry")).rejects.toThrow("append-only");
  });
});
