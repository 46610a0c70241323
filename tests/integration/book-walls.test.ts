import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { keepGuarantee } from "@/adapters/postgres/offices";
import { countStock, settleCount } from "@/application/count-stock";
import { lodgeMatched } from "@/application/lodge-matched";
import { applyForReturn, completeReturn } from "@/application/return-goods";
import { bookThings } from "../support/book-acts";
import { itemIds, keepBook, standing } from "../support/books";
import { createHouse, type House, must, work } from "../support/house";
import { orderHouse } from "../support/order-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const { matchedOrder, lodge } = orderHouse(() => house, 93);
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

describe("books beside guarantee and year", () => {
  it("lets returns and lodgings at once all end, without a circle of locks", async () => {
    const orders = [];
    for (let n = 0; n < 12; n += 1) orders.push(await matchedOrder());
    await keepBook(house, house.broker, {
      items: [
        { itemNo: 1, code: "8518302000", origin: "DE", unit: "pcs" },
        { itemNo: 2, code: "9503002100", origin: "DE", unit: "pcs" },
        { itemNo: 3, code: "6109100010", origin: "VN", unit: "pcs" },
        { itemNo: 4, code: "3304990000", origin: "FR", unit: "pcs" },
      ],
      lots: [1, 2, 3, 4].map((itemNo) => ({ itemNo, quantity: "10000" })),
    });
    const back = orders.slice(0, 6);
    const lodged = await lodge(back.map((each) => each.id));
    expect(lodged.map((each) => each.failure)).toEqual(back.map(() => null));
    await work(house);
    const returns = [];
    for (const { shipment_id: shipmentId } of back) {
      const { rows } = await house.sql.query(
        "select number as line, quantity::text as quantity from goods_line where shipment_id = $1",
        [shipmentId],
      );
      const wanted = { shipmentId, lines: rows, reason: "damaged" } as const;
      returns.push(must(await applyForReturn(house, house.broker, wanted)).id);
    }
    const arrivedOn = house.world.today();
    const [ahead, ...arrivals] = await Promise.all([
      lodgeMatched(house, house.broker, { orderIds: orders.slice(6).map((each) => each.id), idempotencyKey: "circle" }),
      ...returns.map((returnId) => completeReturn(house, house.broker, { returnId, arrivedOn, isAsReleased: true })),
    ]);
    expect(arrivals.map((each) => each.ok)).toEqual(returns.map(() => true));
    expect(must(ahead).map((each) => each.failure)).toEqual(orders.slice(6).map(() => null));
    const { rows } = await house.sql.query(
      "select distinct kind from book_entry where shipment_id is not null order by kind",
    );
    expect(rows.map((row) => row.kind)).toEqual(["out", "refund", "reserve"]);
  });

  it("answers what stands in the books for the owner, and for no other organisation", async () => {
    const { rows } = await house.sql.query<{ owner: string; id: string }>(
      "select organisation_id as owner, shipment_id as id from book_entry where shipment_id is not null limit 1",
    );
    const ask = async (organisationId: string) => {
      await house.sql.query("begin");
      await house.sql.query("set local role twogate_app");
      await house.sql.query("select set_config('app.organisation', $1, true)", [organisationId]);
      const { rows: answers } = await house.sql.query(
        "select book_blocker($1, $2, '2026-11-27') as blocker, book_held($1, $2, null, null)::text as held",
        [rows[0]?.owner, rows[0]?.id],
      );
      await house.sql.query("rollback");
      return answers[0];
    };
    expect(await ask(house.otherBroker.organisationId)).toEqual({ blocker: null, held: null });
    expect((await ask(house.broker.organisationId)).held).not.toBeNull();
    const { rows: may } = await house.sql.query(
      `select has_function_privilege('twogate_app', 'book_held_of(uuid, uuid, integer, uuid)', 'execute') as held,
         has_function_privilege('twogate_app', 'book_blocker_of(uuid, uuid, text)', 'execute') as blocker`,
    );
    expect(may[0]).toEqual({ held: false, blocker: false });
  });

  it("takes one count of a book at a time, and settles none whose goods moved since", async () => {
    const bookId = await keepBook(house, house.broker, {
      emsNo: "T2201W000009",
      items: [{ itemNo: 1, code: "6109100021", origin: "PT" }],
      lots: [{ itemNo: 1, quantity: "100" }],
    });
    const item = (await itemIds(house, bookId))[1] ?? "";
    const counted = { csv: "item_no,lot,counted\n1,L1,60\n", reason: "A count" };
    const count = () => countStock({ ...house, parseCsv }, house.broker, bookId, counted);
    const { id } = must(await count());
    expect(await count()).toMatchObject({ ok: false, error: { fault: "count_open" } });
    await house.sql.query(
      `insert into book_entry (organisation_id, id, item_id, lot_id, sequence, kind, declared, legal_1, legal_2, balance,
         reserved, reference, created_by, created_at)
       select organisation_id, gen_random_uuid(), item_id, lot_id, sequence + 1, 'transfer', -10, -10, -4, balance - 10,
         reserved, 'moved', 'x', now() from book_entry where item_id = $1`,
      [item],
    );
    const second = { ...house.broker, id: house.otherBroker.id, name: "second" };
    const settled = await settleCount(house, second, id, true);
    expect(settled).toMatchObject({ ok: false, error: { fault: "count_moved", parameters: { lot: "L1" } } });
    expect(await standing(house, item)).toBe("90/0");
    must(await settleCount(house, second, id, false));
    const again = must(await count());
    must(await settleCount(house, second, again.id, true));
    expect(await standing(house, item)).toBe("60/0");
  });

  it("keeps a guarantee at one limit when the limit is set twice at once", async () => {
    const owner = house.otherBroker.organisationId;
    const url = house.url;
    await Promise.all(["700000.00", "700000.00", "700000.00"].map((limit) => keepGuarantee(url, owner, limit)));
    const { rows } = await house.sql.query(
      "select limit_amount::text as limit from guarantee_account where organisation_id = $1",
      [owner],
    );
    expect(rows[0].limit).toBe("700000.00");
  });
});

describe("a verification list", () => {
  it("is held against its released lines when it is whole, and takes no row after that", async () => {
    const { bookId, itemId, listId } = await bookThings(house, house.otherBroker);
    const made = `insert into verification_list (organisation_id, id, book_id, number, created_by, created_by_name, created_at)
      select organisation_id, gen_random_uuid(), id, 'L-' || gen_random_uuid(), 'x', 'x', now() from account_book where id = '${bookId}' returning *`;
    const line = (of: string) =>
      `insert into verification_list_line (organisation_id, list_id, number, item_id, declared, legal_1) select organisation_id, id, 99, '${itemId}', 1, 1 from ${of}`;
    const more = house.sql.query(`with made as (${made}) ${line("made")}`);
    await expect(more).rejects.toMatchObject({ constraint: "verification_list_balanced" });
    const late = house.sql.query(line(`(select * from verification_list where id = '${listId}') old`));
    await expect(late).rejects.toMatchObject({ constraint: "verification_list_whole" });
    const between = house.sql.query(
      `do $$ declare made record; begin ${made} into made; set constraints all immediate; ${line("(select made.organisation_id, made.id) it")}; end $$`,
    );
    await expect(between).rejects.toMatchObject({ constraint: "verification_list_whole" });
  });
});
