import { v7 } from "uuid";
import { parseCsv } from "@/adapters/csv/parse-csv";
import type { Actor } from "@/application/actor";
import { applyForDestruction } from "@/application/apply-for-destruction";
import { bindToBook } from "@/application/bind-to-book";
import { countStock, previewCount, settleCount } from "@/application/count-stock";
import { importItems, previewItems } from "@/application/keep-account-book";
import { issueGatePass, makeVerificationList, recordDeparture } from "@/application/pass-gate";
import { importReceipts, previewReceipts, receiveIntoBook } from "@/application/receive-into-book";
import { cancelDestruction, confirmDestruction, decideDestruction } from "@/application/rule-destruction";
import { transferBetweenBooks } from "@/application/transfer-between-books";
import { certifyDestruction, stateDestruction } from "@/application/witness-destruction";
import { itemIds, itemsCsv, keepBook, stockCsv } from "./books";
import { type House, must } from "./house";

interface Ids {
  readonly bookId: string;
  readonly itemId: string;
  readonly lotId: string;
  readonly countId: string;
  readonly listId: string;
  readonly passId: string;
  readonly destructionId: string;
}

/** A book of the broker with an item, a lot, a count, a list and a pass. */
export async function bookThings(house: House, broker: Actor = house.broker): Promise<Ids> {
  const ports = { ...house, parseCsv };
  const items = [{ itemNo: 1, code: "6109100021", origin: "PT" }];
  const bookId = await keepBook(house, broker, { items, lots: [{ itemNo: 1, quantity: "10" }] });
  const itemId = (await itemIds(house, bookId))[1] ?? "";
  const lots = await house.sql.query<{ id: string }>("select id from book_lot where item_id = $1", [itemId]);
  const counted = { csv: "item_no,lot,counted\n1,L1,9\n", reason: "A count" };
  const count = must(await countStock(ports, broker, bookId, counted));
  const papers = await house.sql.query<{ list: string; pass: string }>(
    `with made as (
       insert into verification_list (organisation_id, id, book_id, number, created_by, created_by_name, created_at)
       values ($1, gen_random_uuid(), $2, 'L-1', 'x', 'x', now()) returning id)
     insert into gate_pass (organisation_id, id, list_id, number, vehicle, seal, digest, created_by, created_by_name, created_at)
     select $1, gen_random_uuid(), id, 'P-1', 'V', 'S', 'd', 'x', 'x', now() from made returning list_id as list, id as pass`,
    [broker.organisationId, bookId],
  );
  const { list = "", pass = "" } = papers.rows[0] ?? {};
  const lotId = lots.rows[0]?.id ?? "";
  const destruction = must(await applyForDestruction(house, broker, unfit(bookId, lotId)));
  return { bookId, itemId, lotId, countId: count.id, listId: list, passId: pass, destructionId: destruction.id };
}

/** An application for the destruction of one unit of a lot. */
const unfit = (bookId: string, lotId: string) => ({
  bookId,
  reason: "damaged" as const,
  ...{ note: "Broken in the warehouse", place: "Plant", appointedOn: "2099-01-01" },
  lines: [{ lotId, quantity: "1" }],
});

/** Known only once the tests run. */
interface Tried {
  readonly house: () => House;
  readonly actor: () => Actor;
  readonly shipmentId: () => string;
  readonly ids: () => Ids;
}

/** Every query of the books with ids of another's, and what it gives: nothing, in the shape of its answer. */
export function bookQueries({ house, actor, ids, shipmentId }: Tried) {
  const none = (value: unknown) => ({ ok: true, value });
  const queries = () => house().queries;
  const page = { limit: 50 };
  return {
    listBooks: [() => queries().listBooks(actor()), none([])],
    getBook: [() => queries().getBook(actor(), ids().bookId), none(null)],
    listBookItems: [() => queries().listBookItems(actor(), ids().bookId, page), none({ rows: [], nextAfter: null })],
    getBookItem: [() => queries().getBookItem(actor(), ids().itemId), none(null)],
    getBookStatement: [
      () => queries().getBookStatement(actor(), ids().itemId, page),
      none({ rows: [], nextBefore: null }),
    ],
    listStockCounts: [() => queries().listStockCounts(actor(), ids().bookId), none([])],
    listVerificationLists: [() => queries().listVerificationLists(actor(), ids().bookId), none([])],
    getGatePass: [() => queries().getGatePass(actor(), ids().passId), none(null)],
    listDestructions: [() => queries().listDestructions(actor(), page), none({ rows: [], nextCursor: null })],
    getDestruction: [() => queries().getDestruction(actor(), ids().destructionId), none(null)],
    getShipmentBook: [() => queries().getShipmentBook(actor(), shipmentId()), null],
  } satisfies Record<string, readonly [() => Promise<unknown>, unknown]>;
}

/** Every use case that takes the id of something of a book, tried by an actor. */
export function bookActs({ house, actor, shipmentId, ids }: Tried) {
  const ports = () => ({ ...house(), parseCsv });
  const items = itemsCsv([{ itemNo: 2, code: "6109100022", origin: "PT" }]);
  const stock = stockCsv([{ itemNo: 1, quantity: "1", reference: "QD-9" }]);
  const counted = "item_no,lot,counted\n1,L1,8\n";
  // An officer of an authority to which nothing was applied.
  const officer = (): Actor => ({
    ...{ kind: "person", id: v7(), name: "stranger", organisationId: v7() },
    ...{ organisationKind: "authority", roles: ["officer"] },
  });
  const receipt = { item_no: "1", lot: "L1", produced_on: "", expires_on: "", received_on: "2026-11-01" };
  return {
    previewItems: () => previewItems(ports(), actor(), ids().bookId, items),
    importItems: () => importItems(ports(), actor(), ids().bookId, items),
    previewReceipts: () => previewReceipts(ports(), actor(), ids().bookId, stock),
    importReceipts: () => importReceipts(ports(), actor(), ids().bookId, stock),
    receiveIntoBook: () =>
      receiveIntoBook(house(), actor(), ids().bookId, { ...receipt, quantity: "1", reference: "QD-9" }),
    bindToBook: () =>
      bindToBook(house(), actor(), { shipmentId: shipmentId(), line: 1, itemId: ids().itemId, lotId: ids().lotId }),
    previewCount: () => previewCount(ports(), actor(), ids().bookId, counted),
    countStock: () => countStock(ports(), actor(), ids().bookId, { csv: counted, reason: "Another count" }),
    settleCount: () => settleCount(house(), actor(), ids().countId, true),
    transferBetweenBooks: () =>
      transferBetweenBooks(house(), actor(), {
        ...{ fromItemId: ids().itemId, fromLotId: ids().lotId, toItemId: ids().itemId },
        ...{ quantity: "1", reference: "TR-1" },
      }),
    makeVerificationList: () => makeVerificationList(house(), actor(), ids().bookId, null),
    issueGatePass: () => issueGatePass(house(), actor(), ids().listId, { vehicle: "V", seal: "S" }),
    applyForDestruction: () => applyForDestruction(house(), actor(), unfit(ids().bookId, ids().lotId)),
    cancelDestruction: () => cancelDestruction(house(), actor(), ids().destructionId),
    stateDestruction: () =>
      stateDestruction(house(), actor(), ids().destructionId, { destroyedOn: "2026-11-27", lines: [], residue: null }),
    certifyDestruction: () =>
      certifyDestruction(house(), actor(), ids().destructionId, { number: "C", issuer: "P", issuedOn: "2026-11-27" }),
    decideDestruction: () =>
      decideDestruction(house(), officer(), ids().destructionId, { approve: false, reason: "No" }),
    confirmDestruction: () =>
      confirmDestruction(house(), officer(), ids().destructionId, { agrees: true, reason: null }),
    recordDeparture: () => recordDeparture(house(), actor(), ids().passId, new Date()),
  };
}
