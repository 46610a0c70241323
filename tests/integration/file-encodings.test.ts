import { afterAll, beforeAll, expect, it } from "vitest";
import { type ApiProcess, startApi } from "../support/api";
import { itemsCsv } from "../support/books";
import { createHouse, type House } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let api: ApiProcess;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  api = await startApi(house);
});
afterAll(async () => {
  api.kill();
  await house.close();
});

/** 批甲 and 批乙, as a spreadsheet in China saves them. */
const GBK: Readonly<Record<string, readonly number[]>> = {
  批甲: [0xc5, 0xfa, 0xbc, 0xd7],
  批乙: [0xc5, 0xfa, 0xd2, 0xd2],
};
const gbk = (text: string) =>
  Buffer.concat(text.split(/(批甲|批乙)/).map((part) => Buffer.from(GBK[part] ?? Buffer.from(part, "latin1"))));
const STOCK =
  "item_no,lot,produced_on,expires_on,received_on,quantity,reference\r\n1,批甲,,2027-01-31,2026-11-20,10,R-1\r\n1,批乙,,2027-01-31,2026-11-20,20,R-2\r\n";

it("a stock file is read as it was saved, and refused where it is in neither encoding", async () => {
  const book = {
    ...{ emsNo: "T2201W000555", type: "T", company: "Bonded Firm", customsCode: "2201" },
    ...{ validEnd: "2099-12-31", allocation: "fifo" },
  };
  const made = await (await api.post("/books", book, { "idempotency-key": "encodings" })).json();
  const send = (part: string, body: string | Buffer) =>
    api.call(`/books/${made.id}/${part}`, {
      ...{ method: "POST", headers: { "content-type": "text/csv" } },
      body: Uint8Array.from(Buffer.from(body)),
    });
  expect((await send("items", itemsCsv([{ itemNo: 1, code: "6109100021", origin: "PT" }]))).status).toBe(200);

  const wide = await send("stock", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(STOCK, "utf16le")]));
  expect(wide.status).toBe(422);
  expect(await wide.json()).toMatchObject({ errors: [{ code: "encoding_unknown" }] });
  expect((await send("stock", gbk(STOCK))).status).toBe(200);
  const { rows } = await house.sql.query(
    "select l.lot_number as lot, trim_scale(sum(e.declared))::text as held from book_lot l join book_entry e on e.lot_id = l.id group by 1 order by 2",
  );
  expect(rows).toEqual([
    { lot: "批甲", held: "10" },
    { lot: "批乙", held: "20" },
  ]);
});
