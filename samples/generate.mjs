// Makes the sample documents: matching invoices and waybills of invented firms, as a text PDF and as a scan.
// Run with `node samples/generate.mjs`; the results are committed, so nothing needs to run this.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { PDFDocument, rgb, StandardFonts } from "pdf-lib";
import sharp from "sharp";

const here = fileURLToPath(new URL(".", import.meta.url));
const A4 = [595.28, 841.89];
const grey = rgb(0.35, 0.35, 0.35);
const black = rgb(0, 0, 0);

const awb = (prefix, serial) => `${prefix}-${String(serial).padStart(7, "0")}${serial % 7}`;

const SETS = [
  {
    name: "green-earphones", invoice: "INV-2026-0417", date: "2026-11-09", awb: awb("180", 1234567), incoterm: "CIF Shanghai", currency: "USD",
    seller: ["Brightwell Audio GmbH", "Hafenstrasse 12", "20457 Hamburg", "Germany"], buyer: ["Lingnan Electronics Trading Co., Ltd.", "88 Zhangyang Road, Pudong", "Shanghai 200120", "China"],
    from: "Hamburg", to: "Shanghai Pudong", origin: "Germany", packages: 24, gross: 186.4, net: 162,
    lines: [["Bluetooth wireless earphones BT-40", "8518302000", 600, "PCS", 18.5, 96], ["Over-ear headphones OH-12", "8518302000", 200, "PCS", 42, 66]],
  },
  {
    name: "green-shirts", invoice: "PT-88213", date: "2026-11-12", awb: awb("220", 4455661), incoterm: "FOB Porto", currency: "EUR", freight: 640,
    seller: ["Douro Textiles Lda.", "Rua das Flores 210", "4050-262 Porto", "Portugal"], buyer: ["Hangzhou Linen House Co., Ltd.", "5 Wensan Road", "Hangzhou 310012", "China"],
    from: "Porto", to: "Hangzhou", origin: "Portugal", packages: 40, gross: 512, net: 470,
    lines: [["Cotton T-shirts, knitted, men's", "6109100021", 1800, "PCS", 6.4, 300], ["Cotton T-shirts, knitted, women's", "6109100022", 1000, "PCS", 6.9, 170]],
  },
  {
    name: "wine", invoice: "FV-2026-1190", date: "2026-11-03", awb: awb("057", 7700123), incoterm: "CIF Shanghai", currency: "EUR",
    seller: ["Domaine des Tilleuls SARL", "4 Chemin du Lavoir", "33000 Bordeaux", "France"], buyer: ["Pudong Fine Wines Co., Ltd.", "19 Yincheng Road", "Shanghai 200120", "China"],
    from: "Bordeaux", to: "Shanghai Pudong", origin: "France", packages: 50, gross: 930, net: 750,
    lines: [["Red wine AOC 2022, bottle 0.75 l", "2204210000", 600, "BTL", 14.2, 750]],
  },
  {
    name: "yellow-parts", invoice: "CI-55012", date: "2026-11-15", awb: awb("999", 3141592), incoterm: "FOB Osaka", currency: "USD", freight: 410,
    seller: ["Kansai Component Works K.K.", "2-4 Nishiku", "Osaka 550-0001", "Japan"], buyer: ["Suzhou Precision Assembly Co., Ltd.", "7 Xinghu Street", "Suzhou 215000", "China"], consignee: ["Kunshan Warehouse Services Co., Ltd.", "31 Bailu Road", "Kunshan 215300", "China"],
    from: "Osaka Kansai", to: "Shanghai Pudong", origin: "Japan", packages: 12, gross: 240, waybillGross: 311, net: 214,
    lines: [["Parts", "8483409000", 400, "PCS", 9.75, 214]],
  },
  {
    name: "red-watches", invoice: "GV-7741", date: "2026-11-10", awb: awb("724", 2718281), incoterm: "CIP Shanghai", currency: "CHF",
    seller: ["Montagny Horlogerie SA", "Rue du Rhone 61", "1204 Geneva", "Switzerland"], buyer: ["Bund Timepieces Co., Ltd.", "27 Zhongshan East Road", "Shanghai 200002", "China"],
    from: "Geneva", to: "Shanghai Pudong", origin: "Switzerland", packages: 2, gross: 14.6, net: 9.6,
    lines: [["Wrist watches, automatic, steel", "9102210000", 40, "PCS", 2450, 9.6]],
  },
  {
    name: "green-toys", invoice: "BL-20261107", date: "2026-11-07", awb: awb("160", 5566778), incoterm: "CPT Shanghai", currency: "EUR",
    seller: ["Nordlys Toys ApS", "Havnegade 9", "1058 Copenhagen", "Denmark"], buyer: ["Jiangnan Playworld Co., Ltd.", "66 Renmin Road", "Wuxi 214000", "China"],
    from: "Copenhagen", to: "Shanghai Pudong", origin: "Denmark", packages: 30, gross: 420, net: 365,
    lines: [["Wooden building blocks, set of 60", "9503002100", 900, "SET", 8.8, 365]],
  },
  {
    name: "retail-headphones", invoice: "WEB-4409121", date: "2026-11-18", awb: awb("784", 1020304), incoterm: "CIF Ningbo", currency: "CNY",
    seller: ["Brightwell Audio GmbH", "Hafenstrasse 12", "20457 Hamburg", "Germany"], buyer: ["Wang Xiaoming", "Room 802, 15 Baizhang Road", "Ningbo 315040", "China"],
    from: "Hamburg", to: "Ningbo", origin: "Germany", packages: 1, gross: 0.9, net: 0.6,
    lines: [["Over-ear headphones OH-12", "8518302000", 1, "PCS", 858, 0.6]],
  },
  {
    name: "green-keyboards", invoice: "KB-2026-090", date: "2026-11-13", awb: awb("112", 6021023), incoterm: "CIF Shanghai", currency: "EUR",
    seller: ["Havelkamp Peripherals B.V.", "Kade 14", "3011 Rotterdam", "Netherlands"], buyer: ["Xuhui Office Supplies Co., Ltd.", "301 Caoxi Road", "Shanghai 200030", "China"],
    from: "Amsterdam", to: "Shanghai Pudong", origin: "Netherlands", packages: 20, gross: 210, net: 180,
    lines: [["Keyboards for computers, wired", "8471607100", 300, "PCS", 31, 180]],
  },
  {
    name: "lamps", invoice: "IT-30177", date: "2026-11-16", awb: awb("055", 8080801), incoterm: "EXW Milano", currency: "EUR", freight: 720,
    seller: ["Officina Luce S.r.l.", "Via Tortona 31", "20144 Milano", "Italy"], buyer: ["Xihu Interiors Co., Ltd.", "120 Yan'an Road", "Hangzhou 310006", "China"],
    from: "Milan Malpensa", to: "Hangzhou", origin: "Italy", packages: 18, gross: 276, net: 221,
    lines: [["Table lamps, brass, LED", "9405211000", 120, "PCS", 64, 150], ["Pendant lamps, glass, LED", "9405111000", 45, "PCS", 118, 71]],
  },
];

const money = (value) => value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

async function page() {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(new Date("2026-11-01T00:00:00Z"));
  pdf.setModificationDate(new Date("2026-11-01T00:00:00Z"));
  const sheet = pdf.addPage(A4);
  const fonts = { plain: await pdf.embedFont(StandardFonts.Helvetica), bold: await pdf.embedFont(StandardFonts.HelveticaBold) };
  const write = (text, x, y, { size = 9, bold = false, color = black, right = false } = {}) => {
    const font = bold ? fonts.bold : fonts.plain;
    sheet.drawText(text, { x: right ? x - font.widthOfTextAtSize(text, size) : x, y: A4[1] - y, size, font, color });
  };
  const rule = (x1, y1, x2, y2) => sheet.drawLine({ start: { x: x1, y: A4[1] - y1 }, end: { x: x2, y: A4[1] - y2 }, thickness: 0.6, color: grey });
  const block = (label, lines, x, y) => {
    write(label, x, y, { size: 7.5, color: grey });
    lines.forEach((line, index) => write(line, x, y + 13 + index * 12, { size: 9, bold: index === 0 }));
  };
  return { pdf, write, rule, block };
}

async function invoice(set) {
  const { pdf, write, rule, block } = await page();
  write("COMMERCIAL INVOICE", 48, 62, { size: 18, bold: true });
  block("Seller", set.seller, 48, 100);
  block("Buyer", set.buyer, 48, 178);
  const facts = [["Invoice No.", set.invoice], ["Invoice Date", set.date], ["Delivery Terms", set.incoterm], ["Currency", set.currency], ["Country of Origin", set.origin], ["Port of Loading", set.from], ["Port of Discharge", set.to]];
  facts.forEach(([label, value], index) => {
    write(label, 330, 100 + index * 20, { size: 8, color: grey });
    write(value, 430, 100 + index * 20, { size: 9, bold: index < 2 });
  });
  const top = 270;
  const columns = [["No", 50], ["Description of Goods", 76], ["HS Code", 262], ["Qty", 352], ["Unit", 362], ["Net Weight (kg)", 456], ["Unit Price", 502], ["Amount", 547]];
  rule(46, top - 14, 550, top - 14);
  for (const [label, x] of columns) write(label, x, top, { size: 7.5, bold: true, right: ["Qty", "Net Weight (kg)", "Unit Price", "Amount"].includes(label) });
  rule(46, top + 6, 550, top + 6);
  let y = top + 22;
  let total = 0;
  set.lines.forEach(([description, code, quantity, unit, price, net], index) => {
    const amount = Math.round(quantity * price * 100) / 100;
    total += amount;
    write(String(index + 1), 50, y, { size: 8.5 });
    write(description, 76, y, { size: 8.5 });
    write(code, 262, y, { size: 8.5 });
    write(String(quantity), 352, y, { size: 8.5, right: true });
    write(unit, 362, y, { size: 8.5 });
    write(String(net), 456, y, { size: 8.5, right: true });
    write(money(price), 502, y, { size: 8.5, right: true });
    write(money(amount), 547, y, { size: 8.5, right: true });
    y += 18;
  });
  rule(46, y - 6, 550, y - 6);
  y += 12;
  write(`Grand Total ${set.currency}`, 380, y, { size: 9.5, bold: true });
  write(money(total), 547, y, { size: 9.5, bold: true, right: true });
  y += 40;
  if (set.freight) {
    write("Freight to destination (paid by the buyer, not in the total):", 48, y - 18, { size: 8, color: grey });
    write(`Freight: ${money(set.freight)}`, 48, y, { size: 9 });
    y += 22;
  }
  write(`Total packages: ${set.packages}`, 48, y);
  write(`Gross weight: ${set.gross} kg`, 190, y);
  write(`Net weight: ${set.net} kg`, 330, y);
  write("We certify that this invoice is true and correct.", 48, y + 50, { size: 8, color: grey });
  write(`For ${set.seller[0]}`, 48, y + 70, { size: 9 });
  return pdf.save({ useObjectStreams: false });
}

async function waybill(set) {
  const { pdf, write, rule, block } = await page();
  write("AIR WAYBILL", 48, 58, { size: 17, bold: true });
  write(set.awb, 547, 58, { size: 15, bold: true, right: true });
  write("Air Waybill No.", 380, 76, { size: 7.5, color: grey });
  write(set.awb, 547, 76, { size: 9, right: true });
  for (const y of [90, 176, 262, 320, 378, 520]) rule(46, y, 550, y);
  rule(46, 90, 46, 520);
  rule(550, 90, 550, 520);
  rule(300, 90, 300, 262);
  block("Shipper's Name and Address", set.seller, 52, 104);
  block("Consignee's Name and Address", set.consignee ?? set.buyer, 52, 190);
  block("Issuing Carrier's Agent", ["Meridian Air Cargo Ltd.", "Cargo Terminal 2"], 308, 104);
  block("Accounting Information", ["Freight prepaid"], 308, 190);
  block("Airport of Departure", [set.from], 52, 278);
  block("Airport of Destination", [set.to], 308, 278);
  block("Date of Issue", [set.date], 52, 336);
  block("Invoice No.", [set.invoice], 308, 336);
  block("No. of Pieces", [String(set.packages)], 52, 394);
  block("Gross Weight", [`${set.waybillGross ?? set.gross} kg`], 150, 394);
  block("Nature and Quantity of Goods", set.lines.map(([description]) => description), 308, 394);
  write("Signature of issuing carrier or its agent", 52, 548, { size: 7.5, color: grey });
  return pdf.save({ useObjectStreams: false });
}

/** A scan: drawn at 200 dots an inch, a little askew, with the grain of a copier. */
async function scan(pdfBytes, tilt) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdfBytes);
  const drawn = await document.getPage(0).render({ scale: 200 / 72, render: "bitmap" });
  document.destroy();
  const { data, info } = await sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 4 } })
    .flatten({ background: "#fff" })
    .rotate(tilt, { background: "#fff" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let state = 12345;
  for (let index = 0; index < data.length; index++) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    data[index] = Math.max(0, Math.min(255, data[index] - 10 + ((state >> 16) % 21)));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } }).png({ compressionLevel: 9, palette: true, colours: 16 }).toBuffer();
}

for (const [index, set] of SETS.entries()) {
  const folder = `${here}${set.name}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/invoice.pdf`, await invoice(set));
  writeFileSync(`${folder}/waybill.png`, await scan(await waybill(set), [0.5, -0.4, 0.3, -0.6][index % 4]));
}
