import { afterAll, beforeAll, expect, it } from "vitest";
import { registerBook } from "@/application/keep-account-book";
import { recordPermit } from "@/application/keep-permits";
import { approveAuthorisation, proposeAuthorisation } from "@/application/maintain-aeo";
import { addDays } from "@/domain/shared/local-date";
import { keepBook } from "../support/books";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
const after = (days: number) => addDays(house.world.today(), days);

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

it("shows a broker the permits and books that run out within sixty days, the nearest first, and nobody else", async () => {
  const bookId = await keepBook(house, house.broker, { items: [{ itemNo: 1, code: "6109100021", origin: "PT" }] });
  const book = { type: "T", company: "Bonded Firm", customsCode: "2201", allocation: "fifo" } as const;
  // One without an item may end.
  must(await registerBook(house, house.broker, { ...book, emsNo: "T2201W000009", validEnd: after(1) }));
  expect(must(await house.queries.listEndings(house.broker))).toEqual([]);
  const scope = { commodityPrefixes: [], words: [], origins: [], quantity: null, unit: null, validFrom: "2024-01-01" };
  const ccc = { ...scope, kind: "quarantine_permit", holder: "Firm", issuer: "CQC" };
  must(await recordPermit(house, house.broker, { ...ccc, number: "AP-2026-1", validTo: after(60) }));
  must(await recordPermit(house, house.broker, { ...ccc, number: "AP-2026-2", validTo: after(61) }));
  // A book keeps the day that it was registered with; the test lets it come near.
  await house.sql.query("alter table account_book disable trigger append_only");
  await house.sql.query("update account_book set valid_end = $2 where id = $1", [bookId, after(7)]);
  await house.sql.query("alter table account_book enable trigger append_only");
  expect(must(await house.queries.listEndings(house.broker))).toMatchObject([
    { kind: "book", id: bookId, endsOn: after(7), band: "within_7" },
    { kind: "permit", number: "AP-2026-1", band: "within_60" },
  ]);
  for (const actor of [house.otherBroker, house.officer])
    expect(must(await house.queries.listEndings(actor))).toEqual([]);
});

it("shows an authority its authorisations in force that run out, and no broker", async () => {
  const given = {
    ...{ aeoCode: "AEOCN1234567890", holder: "Certified Firm", tier: "certified" as const, validFrom: "2026-04-01" },
    scope: { roles: [], commodityPrefixes: [], origins: [], valueCap: null },
    ...{ validTo: after(30), source: "Certificate of 2026-03-20" },
  };
  const { id } = must(await proposeAuthorisation(house, house.admin, given));
  expect(must(await house.queries.listEndings(house.admin))).toEqual([]);
  must(await approveAuthorisation(house, house.secondAdmin, id, true));
  expect(must(await house.queries.listEndings(house.admin))).toMatchObject([
    { kind: "authorisation", id, number: "AEOCN1234567890", band: "within_30" },
  ]);
  expect(must(await house.queries.listEndings(house.otherBroker))).toEqual([]);
});
