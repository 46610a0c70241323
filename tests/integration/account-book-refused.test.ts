import { afterAll, beforeAll, expect, it } from "vitest";
import { claimReview } from "@/application/claim-review";
import { decideReview } from "@/application/decide-review";
import { entriesOf, itemIds, keepBook, standing } from "../support/books";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, work } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let parts: string;
let item: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  parts = await prepare(house, "yellow-parts");
  const bookId = await keepBook(house, house.broker, {
    items: [{ itemNo: 1, code: "8483409000", origin: "JP" }],
    lots: [{ itemNo: 1, quantity: "400" }],
  });
  item = (await itemIds(house, bookId))[1] ?? "";
});
afterAll(() => house.close());

it("shows the authority with which it was lodged what the shipment takes, and another broker nothing", async () => {
  must(await lodge(house, parts, "parts-1"));
  expect(await house.queries.getShipmentBook(house.officer, parts)).toMatchObject({
    isKept: true,
    lines: [{ line: 1, state: "reserved", item: { itemNo: 1 }, candidates: [], movements: [{ kind: "reserve" }] }],
  });
  expect(await house.queries.getShipmentBook(house.otherBroker, parts)).toBeNull();
});

it("gives back what a refused entry held, once, and lets others have it", async () => {
  expect(await standing(house, item)).toBe("400/400");
  const { rows } = await house.queries.listReviews(house.officer, { limit: 50, state: "open" });
  const caseId = rows.find((row) => row.shipmentId === parts)?.caseId ?? "";
  must(await claimReview(house, house.officer, caseId));
  must(await decideReview(house, house.officer, { caseId, outcome: "refuse", reasons: ["misdescribed"], note: null }));
  await work(house);
  expect(await entriesOf(house, parts)).toEqual(["reserve 400", "release -400"]);
  expect(await standing(house, item)).toBe("400/0");
});
