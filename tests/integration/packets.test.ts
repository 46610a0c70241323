import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { denyCopy } from "@/application/deny-copy";
import { joinDocument, splitDocument } from "@/application/divide-document";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { confirmField } from "@/application/settle-field";
import { createHouse, type House, must, work } from "../support/house";
import { consignment, type Drawn, invoicePages, packingListPage, pdfOfPages, waybillPage } from "../support/papers";
import { createQuickReader } from "../support/quick-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createQuickReader());
});
afterAll(() => house.close());

async function receive(pages: readonly Drawn[], shipmentId?: string) {
  const target = shipmentId ?? must(await openShipment(house.inTransaction, house.world, house.broker, "0110")).id;
  const bytes = await pdfOfPages(pages);
  const stream = (async function* () {
    yield bytes;
  })();
  const file = { shipmentId: target, fileName: "packet.pdf", stream };
  const { document } = must(await receiveDocument(house, house.broker, file));
  await work(house);
  return document;
}

/** The documents of a shipment as a person sees them. */
async function documentsOf(shipmentId: string) {
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  return [...(shipment?.documentList ?? [])].sort((a, b) => a.firstPage - b.firstPage);
}

const fieldOf = (
  document: Awaited<ReturnType<typeof documentsOf>>[number] | undefined,
  name: string,
  line: number | null = null,
) => document?.fields.find((field) => field.name === name && field.line === line);

describe("a file that holds several documents", () => {
  it("becomes as many, each with its type, its pages and its values; its bounds can be moved and moved back", async () => {
    const of = consignment(41);
    const received = await receive([...invoicePages(of, 2), packingListPage(of), waybillPage(of)]);
    const first = await documentsOf(received.shipmentId);
    expect(first.map(({ type, firstPage, lastPage }) => [type, firstPage, lastPage])).toEqual([
      ["commercial_invoice", 1, 2],
      ["packing_list", 3, 3],
      ["air_waybill", 4, 4],
    ]);
    expect(first.map(({ pages }) => pages.map(({ number }) => number))).toEqual([[1, 2], [3], [4]]);
    expect(new Set(first.map(({ receivedAsId }) => receivedAsId))).toEqual(new Set([received.id]));
    for (const { fields, firstPage, lastPage } of first)
      for (const { page } of fields) {
        expect(page).toBeGreaterThanOrEqual(firstPage);
        expect(page).toBeLessThanOrEqual(lastPage ?? 0);
      }
    expect(fieldOf(first[2], "transport_number")?.value).toBe(of.waybill);
    const [invoice] = first;
    // A person vouches for values of the first page, one of them in a line, and for one of the second.
    const number = fieldOf(invoice, "invoice_number");
    const goods = fieldOf(invoice, "description", 1);
    const later = fieldOf(invoice, "total");
    if (!number || !goods || later?.page !== 2) throw new Error("The invoice was not read");
    for (const field of [number, goods, later])
      must(await confirmField(house.inTransaction, house.broker, field.id, null));

    const split = must(await splitDocument(house, house.broker, received.id, 2));
    const apart = await documentsOf(received.shipmentId);
    expect(apart.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(fieldOf(apart[0], "invoice_number")).toMatchObject({ id: number.id, status: "confirmed" });
    expect(apart[1]?.id).toBe(split.id);
    expect(apart[1]?.fields.find((field) => field.id === later.id)).toMatchObject({
      status: "confirmed",
      value: later.value,
    });

    must(await joinDocument(house, house.broker, split.id));
    const joined = await documentsOf(received.shipmentId);
    expect(joined.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([
      [1, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(joined[0]?.pages.map(({ number: page }) => page)).toEqual([1, 2]);
    const kept = joined[0]?.fields.find((field) => field.id === later.id);
    expect(kept).toMatchObject({ status: "confirmed", value: later.value });
    expect(fieldOf(joined[0], "description", 1)).toMatchObject({ id: goods.id, status: "confirmed" });
    expect(joined[0]?.fields.filter((field) => field.name === "total").length).toBe(1);
    const { rows } = await house.sql.query(
      "select kind from evidence_entry where shipment_id = $1 and kind like 'document_%' order by sequence",
      [received.shipmentId],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["document_split", "document_joined"]));
  });

  it("is not divided before its first page, behind its last, or by another organisation", async () => {
    const received = await receive(invoicePages(consignment(43), 2));
    for (const page of [1, 3])
      expect(await splitDocument(house, house.broker, received.id, page)).toMatchObject({
        error: { kind: "document_indivisible" },
      });
    expect(await joinDocument(house, house.broker, received.id)).toMatchObject({
      error: { kind: "document_indivisible" },
    });
    expect(await splitDocument(house, house.otherBroker, received.id, 2)).toMatchObject({
      error: { kind: "not_found" },
    });
  });
});

describe("a document that is saved again", () => {
  it("is linked to the first, neither asked nor declared, until a person says that it is another paper", async () => {
    const of = consignment(44);
    const first = await receive(invoicePages(of));
    // Other bytes, the same paper: a stamp was added.
    const stamped: Drawn = [...(invoicePages(of)[0] ?? []), [0.1, 36, "received by fax"]];
    const again = await receive([stamped], first.shipmentId);
    const seen = async () => house.queries.getDocument(house.broker, again.id);
    expect((await seen())?.copy).toMatchObject({
      ofId: first.id,
      ofName: "packet.pdf",
      reason: "same_figures",
      value: of.invoice,
    });
    expect((await seen())?.fields.some((field) => field.isUnsure)).toBe(false);
    const shipment = await house.queries.getShipment(house.broker, first.shipmentId);
    expect(shipment?.declaration.values.some((value) => value.documentId === again.id)).toBe(false);
    expect(shipment?.declaration.issues.map(({ code }) => code)).not.toContain("invoice_left_out");
    must(await denyCopy(house.inTransaction, house.broker, again.id));
    expect((await seen())?.copy).toBeNull();
    const after = await house.queries.getShipment(house.broker, first.shipmentId);
    expect(after?.declaration.issues.map(({ code }) => code)).toContain("invoice_left_out");
  });
});
