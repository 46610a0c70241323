import { afterAll, beforeAll, expect, it } from "vitest";
import { type ApiProcess, startApi } from "../support/api";
import { itemsCsv, stockCsv } from "../support/books";
import { createHouse, type House } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let api: ApiProcess;
let bookId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  api = await startApi(house);
});
afterAll(async () => {
  api.kill();
  await house.close();
});

const BOOK = {
  ...{ emsNo: "T2201W000777", type: "T", company: "Bonded Firm", customsCode: "2201" },
  ...{ validEnd: "2099-12-31", allocation: "fifo" },
};
const file = (path: string, body: string) =>
  api.call(path, { method: "POST", body, headers: { "content-type": "text/csv" } });
const json = async (response: Promise<Response>) => (await response).json() as Promise<Record<string, never>>;

it("registers a book once under a key, however often the request is sent, and one of each number", async () => {
  const send = () => api.post("/books", BOOK, { "idempotency-key": "register-777" });
  const [first, again] = [await json(send()), await json(send())];
  expect(again).toEqual(first);
  bookId = String(first.id);
  const other = await api.post("/books", BOOK, { "idempotency-key": "register-778" });
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ errors: [{ pointer: "/emsNo", code: "book_number_taken" }] });
});

it("previews a file with the words for each fault, takes it as a whole, and gives it out again", async () => {
  const items = itemsCsv([
    { itemNo: 1, code: "6109100021", origin: "PT" },
    { itemNo: 2, code: "610910", origin: "PT" },
  ]);
  expect(await json(file(`/books/${bookId}/items/preview`, items))).toMatchObject({
    rows: [
      { row: 2, change: "new", problem: null },
      {
        row: 3,
        change: "invalid",
        problem: { code: "commodity_code_form", message: expect.stringContaining("ten digits") },
      },
    ],
  });
  const refused = await file(`/books/${bookId}/items`, items);
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: [{ pointer: "/rows/3", message: expect.stringMatching(/^Row 3: /) }],
  });
  const good = itemsCsv([{ itemNo: 1, code: "6109100021", origin: "PT" }]);
  expect(await json(file(`/books/${bookId}/items`, good))).toEqual({ added: 1 });
  expect(await json(file(`/books/${bookId}/stock`, stockCsv([{ itemNo: 1, quantity: "12.5" }])))).toEqual({
    received: 1,
  });
  const out = await (await api.call(`/books/${bookId}/items.csv`)).text();
  expect(out.split("\r\n")[1]).toContain("6109100021");
  expect(out.split("\r\n")[1]).toContain("12.5,0,12.5");
  // What was given out can be brought in: it says nothing new.
  expect(await json(file(`/books/${bookId}/items`, out))).toEqual({ added: 0 });
});

it("receives goods once under a key and pages through the statement without a gap", async () => {
  const receipt = {
    item_no: "1",
    lot: "L1",
    produced_on: "",
    expires_on: "",
    received_on: "2026-11-20",
    quantity: "1",
  };
  for (const number of [1, 2, 3]) {
    const body = { ...receipt, reference: `QD-${number + 10}` };
    for (const _ of [1, 2])
      expect(
        await json(api.post(`/books/${bookId}/receipts`, body, { "idempotency-key": `receipt-${number}` })),
      ).toEqual({
        received: 1,
      });
  }
  const { rows } = (await json(api.call(`/books/${bookId}/items`))) as unknown as {
    rows: { id: string; balance: string }[];
  };
  expect(rows[0]?.balance).toBe("15.5");
  const path = `/book-items/${rows[0]?.id}/statement`;
  const first = await json(api.call(`${path}?limit=3`));
  expect(first).toMatchObject({
    rows: [
      { before: "14.5", moved: "1", after: "15.5" },
      { before: "13.5", moved: "1", after: "14.5" },
      { before: "12.5", moved: "1", after: "13.5" },
    ],
    nextBefore: 2,
  });
  expect(await json(api.call(`${path}?limit=3&before=${first.nextBefore}`))).toMatchObject({
    rows: [{ before: "0", moved: "12.5", after: "12.5", legal2: "5" }],
    nextBefore: null,
  });
  const csv = await (await api.call(`${path}.csv`)).text();
  expect(csv.trim().split("\r\n")).toHaveLength(5);
});

it("finds items by their words, their expiry and what there is of them", async () => {
  await file(`/books/${bookId}/items`, itemsCsv([{ itemNo: 7, code: "9503002100", origin: "DK" }]));
  const found = async (query: string) => {
    const { rows } = (await json(api.call(`/books/${bookId}/items?${query}`))) as unknown as {
      rows: { itemNo: number }[];
    };
    return rows.map((row) => row.itemNo);
  };
  expect(await found("search=95030021")).toEqual([7]);
  expect(await found("search=%25")).toEqual([]);
  expect(await found("inStock=true")).toEqual([1]);
  expect(await found("expiry=within_7")).toEqual([]);
  expect(await found("limit=1&after=1")).toEqual([7]);
});

it("says how much of what is available has expired, and finds it by that", async () => {
  const lots = [
    { itemNo: 7, quantity: "30", lot: "gone", expiresOn: "2026-01-01" },
    { itemNo: 7, quantity: "5", lot: "good", expiresOn: "2099-01-01" },
  ];
  expect(await json(file(`/books/${bookId}/stock`, stockCsv(lots)))).toEqual({ received: 2 });
  expect(await json(api.call(`/books/${bookId}/items?expiry=expired`))).toMatchObject({
    rows: [{ itemNo: 7, available: "35", expired: "30", nearestExpiry: "2026-01-01", expiryBand: "expired" }],
  });
});

it("lets no machine sign a count, and finds nothing that is not there", async () => {
  const count = { csv: "item_no,lot,counted\n1,L1,15\n", reason: "Counted by a machine" };
  const signed = await api.post(`/books/${bookId}/counts`, count, { "idempotency-key": "count-by-key" });
  expect(signed.status).toBe(403);
  const none = "00000000-0000-7000-8000-000000000000";
  for (const path of [`/book-items/${none}`, `/gate-passes/${none}`, `/shipments/${none}/book`])
    expect((await api.call(path)).status).toBe(404);
});
