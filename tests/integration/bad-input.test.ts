import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDocumentReader } from "@/adapters/reading/reader";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { createInspector, createReader } from "@/runtime/reader";
import { createHouse, type House, must, work } from "../support/house";

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
  files.encrypted = Buffer.from(ENCRYPTED);
  files.garbage_pdf = Buffer.from("%PDF-1.7\nthis is not a document\n%%EOF\n");
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

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
    ["encrypted", "encrypted"],
    ["garbage_pdf", "unreadable"],
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

describe("the reading process", () => {
  it("that is stopped from outside is a fault to try again, and says nothing of the file", async () => {
    const entry = join(folder, "suicide.mjs");
    writeFileSync(entry, "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
    const reader = createDocumentReader({ entry, memoryMb: 64, pageSeconds: 10 });
    await expect(
      reader.read({ path: "samples/wine/invoice.pdf", mediaType: "application/pdf" }, async () => undefined),
    ).rejects.toMatchObject({ retryable: true });
  });

  it("that never ends is ended, and the file is refused", async () => {
    const entry = join(folder, "endless.mjs");
    writeFileSync(entry, "setInterval(() => {}, 1000);");
    const reader = createDocumentReader({ entry, memoryMb: 64, pageSeconds: 1 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("unreadable");
  });

  it("has none of our secrets", async () => {
    process.env.TWOGATE_TEST_SECRET = "in the parent";
    const entry = join(folder, "environment.mjs");
    writeFileSync(
      entry,
      "process.send({ kind: 'rejected', reason: process.env.TWOGATE_TEST_SECRET || process.env.DATABASE_URL ? 'polyglot' : 'empty' });",
    );
    const reader = createDocumentReader({ entry, memoryMb: 64, pageSeconds: 10 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("empty");
  });

  it("that tells what is no message of ours is not believed", async () => {
    const entry = join(folder, "liar.mjs");
    writeFileSync(entry, "process.send({ kind: 'done', type: 'root', fields: '; drop table' });");
    const reader = createDocumentReader({ entry, memoryMb: 64, pageSeconds: 10 });
    const read = await reader.read(
      { path: "samples/wine/invoice.pdf", mediaType: "application/pdf" },
      async () => undefined,
    );
    expect(read.ok ? "read" : read.error.reason).toBe("unreadable");
  });
});

describe("a document that takes its worker down with it", () => {
  it("comes to an end after four attempts, in a state that the person sees", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    const pdf = await PDFDocument.create();
    pdf.addPage([444, 111]);
    const bytes = await pdf.save();
    const received = must(
      await receiveDocument(house, house.broker, {
        shipmentId: shipment.id,
        fileName: "killer.pdf",
        stream: (async function* () {
          yield bytes;
        })(),
      }),
    );
    await house.sql.query("update document set attempts = 4, state = 'reading' where id = $1", [received.document.id]);
    await work(house);
    const document = await house.queries.getDocument(house.broker, received.document.id);
    expect(document?.state).toBe("failed");
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
