import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { code128 } from "@tests/layouts/code-128";
import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { afterAll, describe, expect, it } from "vitest";
import type { MediaType } from "@/domain/document/document";
import { createReader } from "@/runtime/reader";

const folder = mkdtempSync(join(tmpdir(), "twogate-reading-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the reader makes of a file: its type, how its pages were read, and its values by name (and line). */
async function read(path: string, mediaType: MediaType) {
  const methods: string[] = [];
  const read = await createReader().read({ path, mediaType }, async ({ page }) => void methods.push(page.method));
  if (!read.ok) throw new Error(`refused: ${read.error.reason}`);
  const [part] = read.value.parts;
  if (!part) throw new Error("no document");
  const values = Object.fromEntries(
    part.fields.map((field) => [field.line === null ? field.name : `${field.line}.${field.name}`, field.value]),
  );
  const documents = read.value.parts.length;
  return { documents, type: part.type, pages: read.value.pageCount, methods, values, fields: part.fields };
}

const INVOICE = {
  invoice_number: "FV-2026-1190",
  date: "2026-11-03",
  seller: "Domaine des Tilleuls SARL",
  buyer: "Pudong Fine Wines Co., Ltd.",
  currency: "EUR",
  total: "8520.00",
  incoterm: "CIF",
  country_of_origin: "FR",
  gross_weight_kg: "930",
  packages: "50",
  "0.quantity": "600",
  "0.unit_price": "14.20",
  "0.amount": "8520.00",
  "0.hs_code": "2204210000",
};
const WAYBILL = {
  transport_number: "057-77001234",
  date: "2026-11-03",
  consignee: "Pudong Fine Wines Co., Ltd.",
  gross_weight_kg: "930",
  packages: "50",
  port_of_loading: "Bordeaux",
};

describe("reading", () => {
  it("takes an invoice from its text layer, line by line", async () => {
    const { type, methods, values } = await read("samples/wine/invoice.pdf", "application/pdf");
    expect(type).toBe("commercial_invoice");
    expect(methods).toEqual(["text_layer"]);
    expect(values).toMatchObject(INVOICE);
  });

  it("takes a waybill from a scan", async () => {
    const { type, methods, values } = await read("samples/wine/waybill.png", "image/png");
    expect(type).toBe("air_waybill");
    expect(methods).toEqual(["ocr"]);
    expect(values).toMatchObject(WAYBILL);
  });

  it("takes a scan that lies in a PDF, and the pages of one that has several", async () => {
    const pdf = await PDFDocument.create();
    const picture = await pdf.embedPng(readFileSync("samples/wine/waybill.png"));
    for (let page = 0; page < 2; page++)
      pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    const path = join(folder, "scan.pdf");
    writeFileSync(path, await pdf.save());
    const { pages, documents, methods, values } = await read(path, "application/pdf");
    expect(pages).toBe(2);
    // The same waybill twice is the paper and its second copy.
    expect(documents).toBe(2);
    expect(methods).toEqual(["ocr", "ocr"]);
    expect(values).toMatchObject({ transport_number: WAYBILL.transport_number, packages: "50" });
  });

  it("takes the number that a label of a parcel bears in bars alone, with its place", async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([298, 420]);
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const words = ["EXPRESS WORLDWIDE", "SHIPMENT WAYBILL", "Ship From: Acme Trading Ltd", "SHIP TO: Borealis GmbH"];
    const more = ["Weight: 2.5 kg", "Pieces: 1", "Customs Value: USD 40.00", "Description: steel ruler, wall clock"];
    for (const [at, text] of [...words, ...more].entries())
      page.drawText(text, { x: 20, y: 390 - at * 18, size: 10, font });
    for (const [, x = 0, width = 0] of [
      ...code128("1Z999AA10123456784", 1).matchAll(/x="(\d+)" y="0" width="(\d)"/g),
    ].map((bar) => bar.map(Number)))
      page.drawRectangle({ x: 20 + x, y: 60, width, height: 50 });
    const path = join(folder, "label.pdf");
    writeFileSync(path, await pdf.save());
    const { type, methods, fields } = await read(path, "application/pdf");
    expect([type, ...methods]).toEqual(["express_waybill", "text_layer"]);
    const number = fields.find(({ name }) => name === "transport_number");
    expect(number).toMatchObject({ value: "1Z999AA10123456784", method: "barcode" });
    expect(number?.box.y).toBeGreaterThan(0.7);
  });

  it("turns a page that lies on its head", async () => {
    const path = join(folder, "turned.png");
    await sharp("samples/wine/waybill.png").rotate(180).png().toFile(path);
    expect((await read(path, "image/png")).values).toMatchObject({ transport_number: WAYBILL.transport_number });
  });

  it("takes a TIFF", async () => {
    const path = join(folder, "waybill.tiff");
    await sharp("samples/wine/waybill.png").tiff().toFile(path);
    expect((await read(path, "image/tiff")).values).toMatchObject({ packages: "50" });
  });

  it("knows each value's place: the box lies on the page, and on the words it was read from", async () => {
    const { fields } = await read("samples/wine/invoice.pdf", "application/pdf");
    for (const { box } of fields) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(1.001);
      expect(box.y + box.height).toBeLessThanOrEqual(1.001);
      expect(box.width * box.height).toBeGreaterThan(0);
    }
  });

  it("says nothing of what is not a trade document", async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const words =
      "It was the best of weather for a walk along the river, and nobody thought of trade or of customs at all that day.";
    pdf.addPage([595, 842]).drawText(words, { x: 40, y: 700, size: 11, font, maxWidth: 500, lineHeight: 16 });
    const path = join(folder, "prose.pdf");
    writeFileSync(path, await pdf.save());
    const { type, fields } = await read(path, "application/pdf");
    expect(type).toBe("other");
    expect(fields).toEqual([]);
  });
});
