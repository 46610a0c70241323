import { copyFileSync, createReadStream } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { readPacket } from "@/domain/extraction/packet";
import type { PageText } from "@/domain/extraction/words";
import { ok } from "@/domain/shared/result";
import { createHouse, type House, must, work } from "../support/house";

const BARS = { x: 0.1, y: 0.8, width: 0.4, height: 0.05 };

function line(text: string, y: number): PageText["words"] {
  return text
    .split(" ")
    .map((word, at) => ({ text: word, box: { x: 0.05 + at * 0.12, y, width: 0.1, height: 0.015 }, confidence: 0.9 }));
}

const PAGE: PageText = {
  number: 1,
  aspect: 0.7,
  method: "ocr",
  rotation: 0,
  words: [
    ...line("EXPRESS WORLDWIDE SHIPMENT WAYBILL", 0.05),
    ...line("Ship From: Acme Trading Ltd", 0.1),
    ...line("SHIP TO: Borealis GmbH", 0.15),
    ...line("Weight: 2.5 kg", 0.2),
    ...line("TRK# 1Z999AA10123456184", 0.9),
  ],
  codes: [{ format: "code_128", text: "1Z999AA10123456784", box: BARS }],
};

let house: House;
beforeAll(async () => {
  house = await createHouse({
    read: async (_file, onPage) => {
      const imagePath = join(house.folder, "page-1.webp");
      copyFileSync("samples/wine/waybill.png", imagePath);
      await onPage({ page: PAGE, imagePath, pageCount: 1, soFar: null });
      return ok({ pageCount: 1, parts: readPacket([PAGE]) });
    },
  });
});
afterAll(() => house.close());

it("shows what the bars and what the print says, at the place of the bars, and keeps the bar codes with the page", async () => {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const stream = createReadStream("samples/wine/invoice.pdf");
  const { document } = must(
    await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName: "label.pdf", stream }),
  );
  await work(house);
  const seen = await house.queries.getDocument(house.broker, document.id);
  expect(seen?.type).toBe("express_waybill");
  expect(seen?.fields.find(({ name }) => name === "transport_number")).toMatchObject({
    value: "1Z999AA10123456784",
    otherReading: "1Z999AA10123456184",
    method: "barcode",
    isUnsure: true,
    page: 1,
    box: BARS,
  });
  const pages = must(
    await house.inTransaction(house.broker, async (tx) => ok(await tx.documents.pagesOf(document.id))),
  );
  expect(pages.map(({ codes }) => codes)).toEqual([PAGE.codes]);
});
