import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeDocument } from "@/application/move-document";
import { receiveDocument } from "@/application/receive-document";
import { createHouse, type House, must, work } from "../support/house";
import {
  type Consignment,
  consignment,
  type Drawn,
  invoicePages,
  packingListPage,
  pdfOfPages,
  waybillPage,
} from "../support/papers";
import { createQuickReader } from "../support/quick-reader";

let house: House;
beforeAll(async () => {
  house = await createHouse(createQuickReader());
});
afterAll(() => house.close());

async function drop(files: Readonly<Record<string, readonly Drawn[]>>) {
  const dropId = v7();
  const ids: Record<string, string> = {};
  await Promise.all(
    Object.entries(files).map(async ([fileName, pages]) => {
      const bytes = await pdfOfPages(pages);
      const stream = (async function* () {
        yield bytes;
      })();
      const file = { shipmentId: null, fileName, stream, dropId };
      ids[fileName] = must(await receiveDocument(house, house.broker, file)).document.id;
    }),
  );
  return ids;
}

const seen = async (id: string | undefined) => {
  const view = await house.queries.getDocument(house.broker, id ?? "");
  if (!view) throw new Error("The document is gone");
  return view;
};

const setOf = (name: string, of: Consignment) => ({
  [`${name}-invoice.pdf`]: invoicePages(of),
  [`${name}-list.pdf`]: [packingListPage(of)],
  [`${name}-waybill.pdf`]: [waybillPage(of)],
});

describe("files that are dropped together", () => {
  it("of two shipments are one while they are read and become two, with reasons, in the evidence of both", async () => {
    const ids = await drop({ ...setOf("a", consignment(61)), ...setOf("b", consignment(62)) });
    const before = new Set((await Promise.all(Object.values(ids).map(seen))).map(({ shipmentId }) => shipmentId));
    expect(before.size).toBe(1);
    await work(house);
    const of = async (name: string) =>
      new Set(
        (await Promise.all(["invoice", "list", "waybill"].map((kind) => seen(ids[`${name}-${kind}.pdf`])))).map(
          ({ shipmentId }) => shipmentId,
        ),
      );
    const [a, b] = [await of("a"), await of("b")];
    expect([a.size, b.size, new Set([...a, ...b]).size]).toEqual([1, 1, 2]);
    expect((await seen(ids["a-list.pdf"])).placement).toMatchObject({
      reason: "invoice_number",
      value: consignment(61).invoice,
    });
    expect((await seen(ids["b-waybill.pdf"])).placement?.reason).toMatch(/^parties/);
    const { rows } = await house.sql.query(
      "select count(*)::int as n from evidence_entry where kind = 'document_moved'",
    );
    expect(rows[0].n).toBe(6);
  });

  it("later than the others is proposed for their shipment, and joins it when a person says so", async () => {
    const of = consignment(63);
    const [first = ""] = Object.values(
      await drop({ "invoice.pdf": invoicePages(of), "waybill.pdf": [waybillPage(of)] }),
    );
    await work(house);
    const home = (await seen(first)).shipmentId;
    const [late = ""] = Object.values(await drop({ "list.pdf": [packingListPage(of)] }));
    await work(house);
    const { shipmentId, proposal } = await seen(late);
    expect(shipmentId).not.toBe(home);
    expect(proposal).toMatchObject({ shipmentId: home, reason: "invoice_number", value: of.invoice });
    expect(await placeDocument(house, house.otherBroker, late, home)).toMatchObject({ error: { kind: "not_found" } });
    must(await placeDocument(house, house.broker, late, home));
    expect(await seen(late)).toMatchObject({ shipmentId: home, proposal: null });
    const list = await house.queries.listShipments(house.broker, { limit: 100 });
    // What was opened for it alone holds nothing any more and is not shown.
    expect(list.rows.map(({ id }) => id)).not.toContain(shipmentId);
  });

  it("is found by the firm that was read from it, before anything is declared, and by its own house alone", async () => {
    const of = consignment(68);
    const ids = await drop({ "invoice.pdf": invoicePages(of), "waybill.pdf": [waybillPage(of)] });
    await work(house);
    const { shipmentId, fields } = await seen(ids["waybill.pdf"]);
    const firm = fields.find(({ name }) => name === "consignee")?.value ?? "";
    expect(firm.length).toBeGreaterThan(5);
    const found = async (actor: typeof house.broker) =>
      (await house.queries.listShipments(actor, { limit: 50, search: firm.toUpperCase() })).rows.map(({ id }) => id);
    expect(await found(house.broker)).toContain(shipmentId);
    expect(await found(house.otherBroker)).toEqual([]);
  });

  it("states nothing of the shipment that it lies in while nobody knows whether it is of it", async () => {
    const of = consignment(67);
    const ids = await drop({ "invoice.pdf": invoicePages(of), "waybill.pdf": [waybillPage(of)] });
    await work(house);
    const { shipmentId } = await seen(ids["waybill.pdf"]);
    const number = async () =>
      (await house.queries.getShipment(house.broker, shipmentId))?.declaration.values.find(
        ({ name }) => name === "transportNumber",
      )?.value;
    const stated = await number();
    expect(stated).toMatch(/\d{5}/);
    const unclear = JSON.stringify({ reason: "unclear", value: null, documentId: null, documentName: null });
    await house.sql.query("update document set placement = $2 where id = $1", [ids["waybill.pdf"], unclear]);
    expect(await number()).toBeFalsy();
    must(await placeDocument(house, house.broker, ids["waybill.pdf"] ?? "", shipmentId));
    expect(await number()).toBe(stated);
  });

  it("is not taken apart once a person settled something of it", async () => {
    const ids = await drop({ ...setOf("c", consignment(64)), "d-invoice.pdf": invoicePages(consignment(65)) });
    const { rows } = await house.sql.query("select id from document where id = $1", [ids["c-invoice.pdf"]]);
    expect(rows.length).toBe(1);
    await house.sql.query(
      `insert into extracted_field (organisation_id, id, shipment_id, name, line, sealed, confidence, method, status, confirmed_by, created_at)
       select organisation_id, $2, shipment_id, 'incoterm', null, $3, 1, 'typed', 'confirmed', 'somebody', now() from document where id = $1`,
      [
        ids["c-invoice.pdf"],
        v7(),
        Buffer.from(
          house.vault.seal(
            house.broker.organisationId,
            JSON.stringify({ value: "FOB", machineValue: null, raw: "FOB" }),
          ),
        ),
      ],
    );
    await work(house);
    const shipments = new Set((await Promise.all(Object.values(ids).map(seen))).map(({ shipmentId }) => shipmentId));
    expect(shipments.size).toBe(1);
  });
});
