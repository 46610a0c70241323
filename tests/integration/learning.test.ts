import { Readable } from "node:stream";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Actor } from "@/application/actor";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { confirmField, typeField } from "@/application/settle-field";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, must, work } from "../support/house";

let house: House;
beforeAll(async () => {
  house = await createHouse(createReader());
});
afterAll(() => house.close());

const SELLER = "Ostara Tools GmbH";

/** An invoice that calls its number by a word that no lexicon has. */
async function invoice(number: string, total: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const sheet = pdf.addPage([595, 842]);
  const put = (x: number, y: number, text: string, size = 10) => sheet.drawText(text, { x, y, size, font });
  put(60, 790, SELLER, 14);
  put(240, 750, "COMMERCIAL INVOICE", 16);
  const facts = [
    ["Buyer:", "Harbour Imports Ltd"],
    ["Invoice date:", "12 March 2026"],
    ["Vorgangszeichen", number],
    ["Terms of delivery:", "FOB Hamburg"],
    ["Country of origin:", "Germany"],
    ["Gross weight:", "120 kg"],
    ["Total amount:", `EUR ${total}`],
  ] as const;
  for (const [at, [label, value]] of facts.entries()) {
    put(60, 700 - at * 24, label);
    put(200, 700 - at * 24, value);
  }
  return pdf.save();
}

/** Sends an invoice in and has it read; the document with its fields. */
async function read(actor: Actor, number: string, total: string) {
  const shipment = must(await openShipment(house.inTransaction, house.world, actor, "0110"));
  const stream = Readable.from([Buffer.from(await invoice(number, total))]);
  const { document } = must(
    await receiveDocument(house, actor, { shipmentId: shipment.id, fileName: "invoice.pdf", stream }),
  );
  await work(house);
  const seen = await house.queries.getDocument(actor, document.id);
  const field = (name: string) => seen?.fields.find((each) => each.name === name);
  return { documentId: document.id, shipmentId: shipment.id, field };
}

it("reads the next paper of a layout by what a person corrected on the first, and that of another house as before", async () => {
  const first = await read(house.broker, "A-77120", "1,200.00");
  const misread = first.field("invoice_number");
  expect(misread?.value).not.toBe("A-77120");
  const { shipmentId, documentId } = first;
  if (misread) must(await confirmField(house.inTransaction, house.broker, misread.id, "A-77120"));
  else
    must(
      await typeField(house.inTransaction, house.world, house.broker, {
        shipmentId,
        documentId,
        name: "invoice_number",
        line: null,
        value: "A-77120",
      }),
    );

  const second = await read(house.broker, "B-90011", "3,400.00");
  expect(second.field("invoice_number")).toMatchObject({ value: "B-90011", method: "learned", isUnsure: true });
  expect(second.field("invoice_number")?.box).not.toBeNull();

  const strangers = await read(house.otherBroker, "C-40021", "5,600.00");
  expect(strangers.field("invoice_number")?.value).not.toBe("C-40021");
});

it("keeps what was learned sealed, and behind the wall of its organisation", async () => {
  const paper = await read(house.broker, "D-31313", "7,800.00");
  const seller = paper.field("seller");
  must(await confirmField(house.inTransaction, house.broker, seller?.id ?? "", SELLER));
  const { rows } = await house.sql.query<{ organisation_id: string; body: Buffer }>(
    "select organisation_id, body from layout",
  );
  expect(rows.map((row) => row.organisation_id)).toEqual([house.broker.organisationId]);
  const body = rows[0]?.body ?? Buffer.alloc(0);
  expect(body.includes("Ostara")).toBe(false);
  expect(house.vault.open(house.broker.organisationId, body)).toContain(SELLER);
  const seenBy = (organisation: string) =>
    house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${organisation}, true)`;
      return db.layout.count();
    });
  expect(await seenBy(house.broker.organisationId)).toBe(1);
  expect(await seenBy(house.otherBroker.organisationId)).toBe(0);
  expect(await seenBy(house.authority)).toBe(0);
});
