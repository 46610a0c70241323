import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";

/** What stands on a page: each entry is at a share of the width and a line of the page; titles are larger. */
export type Drawn = readonly (readonly [x: number, line: number, text: string, size?: number])[];

/** The values of a consignment of invented firms. */
export interface Consignment {
  readonly invoice: string;
  readonly waybill: string;
  readonly seller: string;
  readonly buyer: string;
  readonly total: string;
  readonly weight: string;
  readonly packages: string;
}

/** A consignment whose values depend on a number and on nothing else. */
export function consignment(n: number): Consignment {
  const serial = String(7_700_000 + n * 137);
  return {
    invoice: `INV-26${String(1_000 + n * 7)}`,
    waybill: `057-${serial}${Number(serial) % 7}`,
    seller: `${FIRMS[n % FIRMS.length]} ${n} GmbH`,
    buyer: `${PLACES[n % PLACES.length]} Import ${n} Co., Ltd.`,
    total: `${1_200 + n * 10}.00`,
    weight: String(120 + n),
    packages: String(4 + (n % 30)),
  };
}

const FIRMS = ["Nordlicht Optik", "Tischlerei Brandt", "Alpenfaden Textil", "Hafen Werkzeug", "Kranich Papier"];
const PLACES = ["Ningbo", "Qingdao", "Xiamen", "Dalian", "Suzhou"];

/** The pages of a commercial invoice; from the second on the table goes on. */
export function invoicePages(of: Consignment, pages = 1): readonly Drawn[] {
  const count = (page: number) => (pages > 1 ? ([[0.8, 38, `Page ${page} of ${pages}`]] as const) : []);
  return Array.from({ length: pages }, (_, index) =>
    index === 0
      ? [
          [0.08, 1, of.seller, 14],
          [0.36, 3, "COMMERCIAL INVOICE", 18],
          [0.08, 6, `Invoice No: ${of.invoice}`],
          [0.6, 6, "Date: 2026-11-03"],
          [0.08, 8, `Seller: ${of.seller}`],
          [0.08, 9, `Buyer: ${of.buyer}`],
          [0.08, 10, "Currency: USD"],
          [0.6, 10, "Incoterm: FOB Hamburg"],
          ...table(13, index),
          ...(pages === 1 ? ([[0.6, 24, `Total: ${of.total}`]] as const) : []),
          ...count(1),
        ]
      : [
          ...table(2, index),
          ...(index === pages - 1 ? ([[0.6, 20, `Total: ${of.total}`]] as const) : []),
          ...count(index + 1),
        ],
  );
}

function table(from: number, page: number): Drawn {
  const head: Drawn =
    page === 0
      ? [
          [0.08, from, "Description"],
          [0.45, from, "Quantity"],
          [0.6, from, "Unit price"],
          [0.8, from, "Amount"],
        ]
      : [];
  const rows = [1, 2, 3].flatMap((row): Drawn => {
    const line = from + row * 2;
    return [
      [0.08, line, `Article ${page * 3 + row} of steel`],
      [0.45, line, "10"],
      [0.6, line, "40.00"],
      [0.8, line, "400.00"],
    ];
  });
  return [...head, ...rows];
}

/** The packing list of a consignment. */
export function packingListPage(of: Consignment): Drawn {
  return [
    [0.08, 1, of.seller, 14],
    [0.38, 3, "PACKING LIST", 18],
    [0.08, 6, `Invoice No: ${of.invoice}`],
    [0.6, 6, "Date: 2026-11-03"],
    [0.08, 8, `Consignee: ${of.buyer}`],
    [0.08, 12, "Description"],
    [0.5, 12, "Packages"],
    [0.75, 12, "Gross weight kg"],
    [0.08, 14, "Steel articles in cartons"],
    [0.5, 14, of.packages],
    [0.75, 14, of.weight],
    [0.08, 20, `Gross weight: ${of.weight} kg`],
    [0.08, 21, `Total packages: ${of.packages} cartons`],
  ];
}

/** The air waybill of a consignment; it names no invoice. */
export function waybillPage(of: Consignment): Drawn {
  return [
    [0.4, 1, "AIR WAYBILL", 18],
    [0.7, 3, `AWB No: ${of.waybill}`],
    [0.08, 5, `Shipper: ${of.seller}`],
    [0.08, 7, `Consignee: ${of.buyer}`],
    [0.08, 10, "Airport of Departure: Hamburg"],
    [0.08, 11, "Airport of Destination: Shanghai Pudong"],
    [0.08, 14, `Gross weight: ${of.weight} kg`],
    [0.08, 15, `No. of packages: ${of.packages}`],
    [0.08, 20, "Issuing carrier's agent: Nordfracht Spedition"],
  ];
}

/** The certificate of origin of a consignment. */
export function originPage(of: Consignment): Drawn {
  return [
    [0.32, 2, "CERTIFICATE OF ORIGIN", 18],
    [0.08, 6, `Certificate No: CO-${of.invoice.slice(4)}`],
    [0.08, 8, `Exporter: ${of.seller}`],
    [0.08, 10, `Consignee: ${of.buyer}`],
    [0.08, 12, "Country of origin: Germany"],
    [0.08, 16, "The undersigned authority certifies that the goods described above originate in the country named"],
  ];
}

/** A PDF of these pages, with a text layer. */
export async function pdfOfPages(pages: readonly Drawn[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const drawn of pages) draw(pdf.addPage([595, 842]), font, drawn);
  return pdf.save();
}

function draw(page: PDFPage, font: PDFFont, drawn: Drawn): void {
  for (const [x, line, text, size = 10] of drawn)
    page.drawText(text, { x: x * 595, y: 842 - 30 - line * 20, size, font });
}
