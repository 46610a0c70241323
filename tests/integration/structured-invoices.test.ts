import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDocument, StandardFonts } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MediaType } from "@/domain/document/document";
import { isSomewhere, type ReadField } from "@/domain/extraction/field";
import { createInspector, createReader } from "@/runtime/reader";
import { crossIndustryInvoice } from "../support/e-invoices";

const folder = mkdtempSync(join(tmpdir(), "twogate-e-invoice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the product makes of a file, from the look at its bytes on; each value by its name and line. */
async function read(path: string) {
  const inspected = await createInspector().inspect(path);
  if (!inspected.ok) throw new Error(inspected.error);
  const pictures: number[] = [];
  const outcome = await createReader().read(
    { path, mediaType: inspected.value as MediaType },
    async ({ imagePath }) => {
      pictures.push((await sharp(readFileSync(imagePath)).metadata()).width ?? 0);
    },
  );
  if (!outcome.ok) throw new Error(outcome.error.reason);
  const [part] = outcome.value.parts;
  const fields: readonly ReadField[] = part?.fields ?? [];
  return {
    type: part?.type,
    parts: outcome.value.parts.length,
    pictures,
    fields,
    values: Object.fromEntries(
      fields.map((each) => [each.line === null ? each.name : `${each.line}.${each.name}`, each.value]),
    ),
  };
}

describe("an invoice that is data alone", () => {
  it("is read exactly, and drawn so that each value has its place on a page", async () => {
    const path = join(folder, "alone.xml");
    writeFileSync(path, crossIndustryInvoice());
    const { type, fields, values, pictures } = await read(path);
    expect(type).toBe("invoice");
    expect(values).toMatchObject({ invoice_number: "RE-7001", total: "1130.50", "0.unit_price": "0.455" });
    expect(fields.every((field) => field.method === "embedded_xml" && field.confidence === 1)).toBe(true);
    expect(fields.filter((field) => !isSomewhere(field.box)).map(({ name }) => name)).toEqual([]);
    expect(pictures.length).toBe(1);
    expect(pictures[0]).toBeGreaterThan(600);
  });
});

describe("a PDF that carries its data", () => {
  it("is what the data says and not what its page says, and points at the page where both agree", async () => {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage([595, 842]);
    const rows = [
      "RECHNUNG",
      "Rechnungsnummer: RE-7001",
      "Verkäufer: Schreibwaren Müller & Söhne GmbH",
      "Gesamtbetrag 1.130,50 GBP",
      "Waehrung: USD",
    ];
    for (const [index, text] of rows.entries()) page.drawText(text, { x: 60, y: 780 - index * 24, size: 11, font });
    await pdf.attach(Buffer.from("no invoice"), "note.xml", { mimeType: "text/xml" });
    await pdf.attach(Buffer.from(crossIndustryInvoice()), "factur-x.xml", { mimeType: "text/xml" });
    const path = join(folder, "hybrid.pdf");
    writeFileSync(path, await pdf.save());
    const { values, fields, parts } = await read(path);
    expect(parts).toBe(1);
    expect(values).toMatchObject({ invoice_number: "RE-7001", currency: "GBP", total: "1130.50" });
    const boxOf = (name: string) => fields.find((field) => field.name === name && field.line === null)?.box;
    expect(boxOf("invoice_number")?.y).toBeCloseTo((842 - 756 - 9) / 842, 1);
    expect(boxOf("total")?.y).toBeCloseTo((842 - 708 - 9) / 842, 1);
    expect(boxOf("consignee")?.width).toBe(0);
  });
});

/** A folder of invoices of other makers, which is no part of this repository. */
const KIT = join(process.env.TWOGATE_DOCUMENTS_KIT ?? "../shared/kits/documents", "einvoice");
const isThere = existsSync(KIT);
if (!isThere) process.stdout.write(`The invoices of ${KIT} are not here; the test that reads them is extra.\n`);

/** What the data of each says, read by a person. */
const TRUTH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "EN16931_Einfach.cii.xml": {
    invoice_number: "471102",
    date: "2018-03-05",
    seller: "Lieferant GmbH",
    buyer: "Kunden AG Mitte",
    currency: "EUR",
    total: "529.87",
    tax: "56.87",
    "0.description": "Trennblätter A4",
    "0.quantity": "20.0000",
    "0.unit": "H87",
    "0.unit_price": "9.9000",
    "0.amount": "198.00",
    "1.description": "Joghurt Banane",
    "1.quantity": "50.0000",
    "1.unit": "H87",
    "1.unit_price": "5.5000",
    "1.amount": "275.00",
  },
  "EN16931_Innergemeinschaftliche_Lieferungen.ubl.xml": {
    invoice_number: "47110818",
    date: "2018-10-31",
    seller: "Global Supplies Ltd.",
    buyer: "Metallbau Leipzig GmbH & Co. KG",
    consignee: "Metallbau Leipzig GmbH & Co. KG",
    currency: "EUR",
    total: "2000",
    tax: "0",
    "0.description": "Stahlcoil",
    "0.quantity": "10",
    "0.unit": "H87",
    "0.unit_price": "100",
    "0.amount": "1000",
    "0.origin": "DE",
    "1.description": "Stoßfänger",
    "1.quantity": "10",
    "1.unit": "H87",
    "1.unit_price": "100",
    "1.amount": "1000",
    "1.origin": "DE",
  },
  "Facture_UE_MINIMUM.pdf": {
    invoice_number: "FA-2017-0008",
    date: "2017-11-03",
    seller: "Au bon moulin",
    buyer: "Me gusta olive",
    currency: "EUR",
    total: "2076.76",
    tax: "0.00",
  },
  "MustangGnuaccountingBeispielRE-20151008_504new.pdf": {
    invoice_number: "RE-20151008/504",
    date: "2014-10-08",
    seller: "Bei Spiel GmbH",
    buyer: "Theodor Est",
    currency: "EUR",
    total: "571.04",
    tax: "75.04",
    "0.description": "Künstlerische Gestaltung (Stunde)",
    "0.quantity": "1.0000",
    "0.unit": "HUR",
    "0.unit_price": "160.0000",
    "0.amount": "160.00",
    "1.description": "Luftballon",
    "1.quantity": "400.0000",
    "1.unit": "C62",
    "1.unit_price": "0.7900",
    "1.amount": "316.00",
    "2.description": "Heiße Luft pro Liter",
    "2.quantity": "200.0000",
    "2.unit": "LTR",
    "2.unit_price": "0.1000",
    "2.amount": "20.00",
  },
  "zugferd_2p0_EXTENDED_Fremdwaehrung.pdf": {
    invoice_number: "47110815",
    date: "2018-10-31",
    seller: "Rohstoff AG Salzgitter",
    buyer: "Metallbau Leipzig GmbH & Co. KG",
    consignee: "Metallbau Leipzig GmbH & Co. KG",
    currency: "GBP",
    total: "1021.91",
    tax: "163.16",
    "0.description": "Stahlcoil",
    "0.quantity": "10",
    "0.unit": "C62",
    "0.unit_price": "100",
    "0.amount": "850",
    "0.origin": "DE",
  },
};

// What is not there is no test of this repository's, so it is neither skipped nor failed.
if (isThere)
  describe("invoices of other makers", () => {
    const said: Record<string, Record<string, string>> = {};
    beforeAll(async () => {
      for (const name of Object.keys(TRUTH)) said[name] = (await read(join(KIT, name))).values;
    }, 300_000);
    it.each(Object.keys(TRUTH))("%s: every value, and no other", (name) => {
      expect(said[name]).toEqual(TRUTH[name]);
    });
  });
