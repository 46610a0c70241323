import { copyFileSync, createReadStream } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import type { ReadPage } from "@/application/reading";
import { receiveDocument } from "@/application/receive-document";
import { confirmField } from "@/application/settle-field";
import type { ReadField } from "@/domain/extraction/field";
import { ok } from "@/domain/shared/result";
import { createHouse, type House, must, work } from "../support/house";

let house: House;
/** What happens while the reader is between its first and its second page. */
let meanwhile: () => Promise<void> = async () => undefined;

function field(name: ReadField["name"], value: string, confidence = 0.8): ReadField {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.01 };
  return { name, line: null, value, raw: value, page: 1, box, confidence, method: "ocr" };
}

function page(number: number, fields: readonly ReadField[] | null): ReadPage {
  const imagePath = join(house.folder, `page-${number}.webp`);
  copyFileSync("samples/wine/waybill.png", imagePath);
  return {
    page: { number, aspect: 0.7, method: "ocr", rotation: 0, words: [] },
    imagePath,
    pageCount: 2,
    soFar: fields && { type: "commercial_invoice", typeConfidence: 0.9, fields },
  };
}

beforeAll(async () => {
  house = await createHouse({
    read: async (_file, onPage) => {
      await onPage(page(1, [field("invoice_number", "A-1"), field("total", "10.00"), field("hs_codes", "851830")]));
      await meanwhile();
      await onPage(page(2, null));
      const fields = [
        field("invoice_number", "A-7"),
        field("total", "10.00"),
        field("hs_codes", "851830"),
        field("hs_codes", "854442"),
      ];
      const part = { firstPage: 1, lastPage: 2, unreadScript: null };
      return ok({ pageCount: 2, parts: [{ ...part, type: "commercial_invoice", typeConfidence: 0.95, fields }] });
    },
  });
});
afterAll(() => house.close());

it("shows the first values before the last page, and leaves alone what a person settled meanwhile", async () => {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const stream = createReadStream("samples/wine/invoice.pdf");
  const { document } = must(
    await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName: "a.pdf", stream }),
  );
  const look = async () => (await house.queries.getDocument(house.broker, document.id)) ?? null;
  const idOf = async (name: string) => (await look())?.fields.find((each) => each.name === name)?.id ?? "";
  let early: { state?: string; type?: string | null; values?: string[]; total?: string } = {};
  meanwhile = async () => {
    const seen = await look();
    early = {
      ...(seen ? { state: seen.state, type: seen.type, values: seen.fields.map((each) => each.value).sort() } : {}),
      total: await idOf("total"),
    };
    must(await confirmField(house.inTransaction, house.broker, await idOf("invoice_number"), "A-100"));
    must(await confirmField(house.inTransaction, house.broker, await idOf("hs_codes"), null));
  };
  await work(house);
  expect(early).toMatchObject({ state: "reading", type: "commercial_invoice", values: ["10.00", "851830", "A-1"] });
  const end = await look();
  expect(end?.state).toBe("read");
  expect(end?.fields.map(({ name, value, status }) => `${name} ${value} ${status}`).sort()).toEqual([
    "hs_codes 851830 confirmed",
    "hs_codes 854442 suggested",
    "invoice_number A-100 corrected",
    "total 10.00 suggested",
  ]);
  // Who was looking at the total is still looking at it.
  expect(await idOf("total")).toBe(early.total);
});
