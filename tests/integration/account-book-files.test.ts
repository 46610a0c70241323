import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { countStock, settleCount } from "@/application/count-stock";
import { importItems, previewItems } from "@/application/keep-account-book";
import { importReceipts, previewReceipts } from "@/application/receive-into-book";
import { transferBetweenBooks } from "@/application/transfer-between-books";
import { itemIds, itemsCsv, keepBook, standing, stockCsv } from "../support/books";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const SHIRT = { code: "6109100021", origin: "PT" };
let house: House;
let bookId: string;
let items: Readonly<Record<number, string>>;
const ports = () => ({ ...house, parseCsv });

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  bookId = await keepBook(house, house.broker, {
    items: [
      { itemNo: 1, ...SHIRT },
      { itemNo: 2, code: "6109100022", origin: "PT" },
      { itemNo: 3, code: "6109100022", origin: "PT" },
    ],
    lots: [
      { itemNo: 2, quantity: "2000" },
      { itemNo: 3, quantity: "2000" },
    ],
  });
  items = await itemIds(house, bookId);
});
afterAll(() => house.close());

describe("files of a book", () => {
  it("are taken as a whole or not at all, and do nothing a second time", async () => {
    const known = stockCsv([{ itemNo: 2, quantity: "2000" }]);
    expect(must(await importReceipts(ports(), house.broker, bookId, known))).toEqual({ received: 0 });
    const faulty = stockCsv([
      { itemNo: 2, quantity: "5", reference: "QD-2" },
      { itemNo: 99, quantity: "5", reference: "QD-2" },
    ]);
    expect(must(await previewReceipts(ports(), house.broker, bookId, faulty)).map(({ change }) => change)).toEqual([
      "new",
      "invalid",
    ]);
    expect(await importReceipts(ports(), house.broker, bookId, faulty)).toMatchObject({
      ok: false,
      error: { pointer: "/rows/3", fault: "book_item_unknown", parameters: { row: "3" } },
    });
    expect(await standing(house, items[2] ?? "")).toBe("2000/0");
    const again = itemsCsv([{ itemNo: 1, ...SHIRT }]);
    expect(must(await importItems(ports(), house.broker, bookId, again))).toEqual({ added: 0 });
    const changed = itemsCsv([{ itemNo: 1, ...SHIRT, origin: "FR" }]);
    expect(must(await previewItems(ports(), house.broker, bookId, changed))[0]?.fault?.code).toBe(
      "book_item_known_otherwise",
    );
  });

  it("bring the same receipt in once, however many send it at the same time", async () => {
    const csv = stockCsv([{ itemNo: 2, quantity: "7", lot: "L7", reference: "QD-7" }]);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => importReceipts(ports(), house.broker, bookId, csv)),
    );
    expect(outcomes.map((outcome) => must(outcome).received).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await standing(house, items[2] ?? "")).toBe("2007/0");
  });
});

describe("a count", () => {
  const csv = "item_no,lot,counted\n2,L1,1998\n2,L7,7\n";
  const second = () => ({ ...house.broker, id: v7(), name: "second" });

  it("adjusts the book when another person signs it, once, and with its reason", async () => {
    const { id } = must(await countStock(ports(), house.broker, bookId, { csv, reason: "Two shirts are torn" }));
    expect(await settleCount(house, house.broker, id, true)).toMatchObject({
      ok: false,
      error: { kind: "needs_second_person" },
    });
    expect(await standing(house, items[2] ?? "")).toBe("2007/0");
    must(await settleCount(house, second(), id, true));
    expect(await standing(house, items[2] ?? "")).toBe("2005/0");
    expect(await settleCount(house, second(), id, true)).toMatchObject({ ok: false, error: { kind: "stale_version" } });
    const forged = house.sql.query("update stock_count set reason = 'another' where id = $1", [id]);
    await expect(forged).rejects.toMatchObject({ constraint: "stock_count_settled_once" });
  });

  it("is no machine's to sign, and needs a reason and a row", async () => {
    const machine = { ...house.broker, kind: "api_key" as const };
    expect(await countStock(ports(), machine, bookId, { csv, reason: "x" })).toMatchObject({
      ok: false,
      error: { kind: "needs_person" },
    });
    const empty = "item_no,lot,counted\n";
    expect(await countStock(ports(), house.broker, bookId, { csv: empty, reason: "x" })).toMatchObject({
      error: { fault: "count_empty" },
    });
  });
});

describe("goods of two books of a house", () => {
  it("move as a whole: what leaves the one is in the other", async () => {
    const target = await keepBook(house, house.broker, {
      emsNo: "T2201W000002",
      items: [{ itemNo: 1, code: "6109100022", origin: "PT" }],
    });
    const [to] = Object.values(await itemIds(house, target));
    const { rows } = await house.sql.query("select id from book_lot where item_id = $1 and lot_number = 'L1'", [
      items[3],
    ]);
    const move = (quantity: string, toItemId = to ?? "") =>
      transferBetweenBooks(house, house.broker, {
        ...{ fromItemId: items[3] ?? "", fromLotId: rows[0].id, toItemId, quantity, reference: "TR-1" },
      });
    must(await move("300"));
    expect([await standing(house, items[3] ?? ""), await standing(house, to ?? "")]).toEqual(["1700/0", "300/0"]);
    expect(await move("1701")).toMatchObject({
      error: { fault: "transfer_above_available", parameters: { available: "1700" } },
    });
    expect(await move("1", items[1])).toMatchObject({ error: { fault: "transfer_of_other_goods" } });
  });
});
