import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import { readAgain } from "@/application/read-again";
import { receiveDocument } from "@/application/receive-document";
import { createInspector, createReader } from "@/runtime/reader";
import { createHouse, type House, must, work } from "../support/house";
import { CATALOG, pdfOf } from "../support/pdf";

const folder = mkdtempSync(join(tmpdir(), "twogate-bad-"));
const files: Record<string, Uint8Array> = {};
let house: House;

beforeAll(async () => {
  house = await createHouse(createReader());
  const jpeg = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#fff" } })
    .jpeg()
    .toBuffer();
  const png = await sharp({ create: { width: 300, height: 300, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const plain = await pdf.save({ useObjectStreams: false });
  const long = await PDFDocument.create();
  for (let page = 0; page < 201; page++) long.addPage([50, 50]);
  files.empty = new Uint8Array(0);
  files.truncated_jpeg = jpeg.subarray(0, jpeg.length / 2);
  files.truncated_pdf = plain.subarray(0, Math.floor(plain.length * 0.6));
  files.html = Buffer.from("<html><script>alert(1)</script></html>");
  files.polyglot_zip = Buffer.concat([png, Buffer.from("PK\u0003\u0004zip inside")]);
  files.polyglot_pdf = Buffer.concat([Buffer.from("GIF89a"), plain]);
  files.pdf_with_script = Buffer.concat([plain, Buffer.from("<script>alert(1)</script>")]);
  files.huge_png = hugePng();
  files.many_pages = await long.save();
  const longest = await PDFDocument.create();
  for (let page = 0; page < 10_000; page++) longest.addPage([50, 50]);
  files.ten_thousand_pages = await longest.save();
  files.endless_page_tree = pdfOf([CATALOG, "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"]);
  files.encrypted = Buffer.from(ENCRYPTED);
  files.word = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2_000)]);
  files.xml_with_entities = Buffer.from(
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  );
  files.xml_with_late_entities = Buffer.from(
    `<?xml version="1.0"?><!--${"x".repeat(90_000)}--><!DOCTYPE a><a/>${" ".repeat(70_000)}`,
  );
  files.xml_too_deep = Buffer.from(`<?xml version="1.0"?>${"<a>".repeat(200_000)}`);
  files.other_xml = Buffer.from('<?xml version="1.0"?><order><id>1</id></order>');
  files.huge_bmp = hugeBitmap();
  files.garbage_heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(400, 7)]);
  files.garbage_pdf = Buffer.from("%PDF-1.7\nthis is not a document\n%%EOF\n");
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A PDF of one blank page; its measures make it a file of its own. */
async function receiveOnePage(of: House, size: [number, number]) {
  const shipment = must(await openShipment(of.inTransaction, of.world, of.broker, "0110"));
  const pdf = await PDFDocument.create();
  pdf.addPage(size);
  const bytes = await pdf.save();
  const stream = (async function* () {
    yield bytes;
  })();
  return must(await receiveDocument(of, of.broker, { shipmentId: shipment.id, fileName: "page.pdf", stream }));
}

/** What becomes of a file from upload to the worker's end. */
async function fate(name: string): Promise<string> {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const stream = (async function* () {
    yield files[name] ?? new Uint8Array(0);
  })();
  const received = must(
    await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName: `${name}.pdf`, stream }),
  );
  await work(house);
  const document = await house.queries.getDocument(house.broker, received.document.id);
  return `${document?.state}:${document?.rejection}`;
}

describe("a file that cannot be read is refused with its reason", () => {
  it.each([
    ["empty", "empty"],
    ["truncated_jpeg", "truncated"],
    ["truncated_pdf", "truncated"],
    ["html", "unsupported_type"],
    ["polyglot_zip", "polyglot"],
    ["polyglot_pdf", "polyglot"],
    ["pdf_with_script", "polyglot"],
    ["huge_png", "too_many_pixels"],
    ["many_pages", "too_many_pages"],
    ["ten_thousand_pages", "too_many_pages"],
    ["endless_page_tree", "unreadable"],
    ["encrypted", "encrypted"],
    ["garbage_pdf", "unreadable"],
    ["word", "office_document"],
    ["xml_with_entities", "unsafe_xml"],
    ["xml_with_late_entities", "unsafe_xml"],
    ["xml_too_deep", "unsafe_xml"],
    ["other_xml", "unknown_xml"],
    ["huge_bmp", "too_many_pixels"],
    ["garbage_heic", "unreadable"],
  ])("%s: %s", async (name, reason) => {
    expect(await fate(name)).toBe(`rejected:${reason}`);
  });

  it("too large: while it is still arriving, and nothing of it is kept", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    let sent = 0;
    const endless = (async function* () {
      for (;;) {
        sent += 1;
        yield new Uint8Array(1024 * 1024);
      }
    })();
    const refused = await receiveDocument(house, house.broker, {
      shipmentId: shipment.id,
      fileName: "endless.pdf",
      stream: endless,
    });
    expect(refused.ok ? "taken" : refused.error).toEqual({ kind: "file_rejected", reason: "too_large" });
    expect(sent).toBeLessThanOrEqual(52);
  });
});

describe("the same file", () => {
  it("dropped ten times at once is one document", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    const pdf = await PDFDocument.create();
    pdf.addPage([321, 123]);
    const bytes = await pdf.save();
    const received = await Promise.all(
      Array.from({ length: 10 }, () =>
        receiveDocument(house, house.broker, {
          shipmentId: shipment.id,
          fileName: "same.pdf",
          stream: (async function* () {
            yield bytes;
          })(),
        }),
      ),
    );
    expect(new Set(received.map((each) => must(each).document.id)).size).toBe(1);
    expect(received.filter((each) => !must(each).isDuplicate).length).toBe(1);
  });
});

describe("a file that begins a shipment", () => {
  it("opens one shipment however often it arrives at once, and none when it is here already", async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([210, 297]);
    const bytes = await pdf.save();
    const count = async () => (await house.queries.countShipments(house.broker)).all;
    const receive = async () => {
      const stream = (async function* () {
        yield bytes;
      })();
      return must(await receiveDocument(house, house.broker, { shipmentId: null, fileName: "new.pdf", stream }));
    };
    const before = await count();
    const received = await Promise.all(Array.from({ length: 10 }, receive));
    expect(new Set(received.map((each) => each.document.shipmentId)).size).toBe(1);
    expect(await count()).toBe(before + 1);
    expect(await receive()).toMatchObject({ isDuplicate: true, isOpen: true });
    expect(await count()).toBe(before + 1);
  });
});

describe("a document that takes its worker down with it", () => {
  it("comes to an end after four attempts, in a state that the person sees", async () => {
    const { document } = await receiveOnePage(house, [444, 111]);
    await house.sql.query("update document set attempts = 4, state = 'reading' where id = $1", [document.id]);
    await work(house);
    const seen = await house.queries.getDocument(house.broker, document.id);
    expect(seen?.state).toBe("failed");
  });
});

describe("a document whose file is gone from the store", () => {
  it("fails where the person sees it, and can be tried again when the file is back", async () => {
    const { document } = await receiveOnePage(house, [333, 222]);
    const file = join(house.folder, "files", document.sha256.slice(0, 2), document.sha256);
    const bytes = readFileSync(file);
    rmSync(file);
    await expect(work(house)).rejects.toMatchObject({ dependency: "object store", retryable: false });
    expect((await house.queries.getDocument(house.broker, document.id))?.state).toBe("failed");
    writeFileSync(file, bytes);
    must(await readAgain(house.inTransaction, house.broker, document.id));
    await work(house);
    expect((await house.queries.getDocument(house.broker, document.id))?.state).toBe("read");
  });

  it("or damaged there is never shown as the document", async () => {
    const { document } = await receiveOnePage(house, [222, 333]);
    const file = join(house.folder, "files", document.sha256.slice(0, 2), document.sha256);
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(work(house)).rejects.toThrow(/is damaged/);
    expect((await house.queries.getDocument(house.broker, document.id))?.state).toBe("failed");
  });
});

describe("the inspector", () => {
  it("decides by the bytes, not by the name", async () => {
    const path = join(folder, "invoice.pdf");
    writeFileSync(
      path,
      await sharp({ create: { width: 50, height: 50, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
    );
    expect(await createInspector().inspect(path)).toEqual({ ok: true, value: "image/png" });
  });
});

/** A bitmap whose header claims 40,000 by 40,000 pixels. */
function hugeBitmap(): Uint8Array {
  const header = Buffer.alloc(54);
  header.write("BM", 0, "latin1");
  header.writeUInt32LE(54, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(40_000, 18);
  header.writeInt32LE(40_000, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(24, 28);
  return Buffer.concat([header, Buffer.alloc(2_000)]);
}

/** A picture of 30,000 by 30,000 pixels in a few bytes: its header says so, its data is a little zlib. */
function hugePng(): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(3_751))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A PDF whose trailer asks for a password that nobody has. */
const ENCRYPTED = `%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>
endobj
4 0 obj
<</Filter/Standard/V 1/R 2/O<aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899>/U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>/P -4>>
endobj
xref
0 5
0000000000 65535 f 
0000000009 00000 n 
0000000055 00000 n 
0000000107 00000 n 
0000000173 00000 n 
trailer
<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]>>
startxref
343
%%EOF
`;
