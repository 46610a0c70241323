import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dismissShipment } from "@/application/dismiss-shipment";
import { receiveDocument } from "@/application/receive-document";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, must, work } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await createHouse(createReader());
});
afterAll(() => house.close());

describe("a shipment of refused files", () => {
  it("says how many, and is taken off the list with its evidence kept; one with a document is not", async () => {
    const receive = async (bytes: Uint8Array, shipmentId: string | null) =>
      must(
        await receiveDocument(house, house.broker, {
          shipmentId,
          fileName: "sent.txt",
          stream: (async function* () {
            yield bytes;
          })(),
        }),
      ).document;
    const { shipmentId } = await receive(Buffer.from("no document at all"), null);
    await work(house);
    const row = async () =>
      (await house.queries.listShipments(house.broker, { limit: 200 })).rows.find(({ id }) => id === shipmentId);
    expect((await row())?.documents).toEqual({ read: 0, refused: 1, total: 1 });
    expect(await dismissShipment(house.inTransaction, house.otherBroker, shipmentId)).toMatchObject({
      error: { kind: "not_found" },
    });
    must(await dismissShipment(house.inTransaction, house.broker, shipmentId));
    expect(await row()).toBeUndefined();
    expect((await house.queries.getTimeline(house.broker, shipmentId))?.entries.map(({ kind }) => kind)).toContain(
      "shipment_dismissed",
    );
    const pdf = await PDFDocument.create();
    pdf.addPage([222, 111]);
    await receive(await pdf.save(), shipmentId);
    expect(await row()).toBeDefined();
    expect(await dismissShipment(house.inTransaction, house.broker, shipmentId)).toMatchObject({
      error: { kind: "stale_version" },
    });
  });
});
