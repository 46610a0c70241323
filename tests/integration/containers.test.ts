import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { readDocuments } from "@/cli/read-documents";
import { createReader } from "@/runtime/reader";
import { messageOf, type Packed, zipOf } from "../support/archives";
import { carryOut, createHouse, type House, must, work } from "../support/house";
import { consignment, invoicePages, packingListPage, pdfOfPages, waybillPage } from "../support/papers";

let house: House;
let papers: { readonly invoice: Uint8Array; readonly list: Uint8Array; readonly waybill: Uint8Array };

beforeAll(async () => {
  house = await createHouse(createReader());
  const of = consignment(3);
  papers = {
    invoice: await pdfOfPages(invoicePages(of)),
    list: await pdfOfPages([packingListPage(of)]),
    waybill: await pdfOfPages([waybillPage(of)]),
  };
});
afterAll(() => house.close());

async function send(name: string, bytes: Uint8Array) {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const stream = (async function* () {
    yield bytes;
  })();
  return must(await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName: name, stream })).document;
}

/** What a person sees of a file when the work is done. */
async function seen(id: string) {
  const view = await house.queries.getDocument(house.broker, id);
  if (!view) throw new Error("The document is gone");
  return view;
}

async function fate(name: string, bytes: Uint8Array): Promise<string> {
  const document = await send(name, bytes);
  await work(house);
  const { state, rejection } = await seen(document.id);
  return `${state}:${rejection}`;
}

const note = (text: string): Uint8Array => Buffer.from(text);

describe("an archive", () => {
  it("gives its files as documents of the shipment, names what is none, and stays as evidence", async () => {
    const before = await send("waybill.pdf", papers.waybill);
    const workbook = zipOf([
      { name: "[Content_Types].xml", bytes: note("<Types/>") },
      { name: "xl/workbook.xml", bytes: note("<workbook/>") },
    ]);
    const inner = zipOf([{ name: "liste.pdf", bytes: papers.list }]);
    const archive = zipOf([
      { name: "papers/", bytes: new Uint8Array(0) },
      { name: "papers/invoice.pdf", bytes: papers.invoice },
      { name: "papers/price list.xlsx", bytes: workbook },
      { name: "__MACOSX/._invoice.pdf", bytes: note("x") },
      { name: "", rawName: Buffer.from([0xb7, 0xa2, 0xc6, 0xb1, 0x2e, 0x74, 0x78, 0x74]), bytes: note("hello") },
      { name: "more.zip", bytes: inner },
      { name: "waybill again.pdf", bytes: papers.waybill },
    ]);
    const document = await send("all.zip", archive);
    await work(house);
    const { state, contents } = await seen(document.id);
    expect(state).toBe("read");
    expect(contents?.map(({ path, reason, isDuplicate }) => [path, reason, isDuplicate])).toEqual([
      ["papers/invoice.pdf", null, false],
      ["papers/price list.xlsx", "office_document", false],
      ["发票.txt", "unsupported_type", false],
      ["more.zip/liste.pdf", null, false],
      ["waybill again.pdf", null, true],
    ]);
    expect(contents?.at(-1)?.documentId).toBe(before.id);
    const inside = await seen(contents?.[0]?.documentId ?? "");
    expect(inside).toMatchObject({ fileName: "invoice.pdf", state: "read", type: "commercial_invoice" });
    expect(inside.shipmentId).toBe(document.shipmentId);
    const { rows } = await house.sql.query(
      "select kind, facts from evidence_entry where subject = $1 order by sequence",
      [document.id],
    );
    expect(rows.map((row) => row.kind)).toEqual(["document_received", "document_opened"]);
    expect(rows[1].facts).toMatchObject({ files: "5", documents: "3" });
  });

  it("that is opened twice, because the worker died before it said so, gives nothing twice", async () => {
    const document = await send(
      "twice.zip",
      zipOf([{ name: "list.pdf", bytes: await pdfOfPages([packingListPage(consignment(9))]) }]),
    );
    const { rows } = await house.sql.query(
      "select id, payload from outbox_message where name = 'document.open' and done_at is null",
    );
    must(await carryOut(house, rows[0].id, "document.open", rows[0].payload));
    await house.sql.query("update outbox_message set done_at = null where id = $1", [rows[0].id]);
    await house.sql.query("update document set state = 'reading' where id = $1", [document.id]);
    await work(house);
    const { contents } = await seen(document.id);
    expect(contents?.length).toBe(1);
    const { rows: documents } = await house.sql.query(
      "select count(*)::int as n from document where shipment_id = $1",
      [document.shipmentId],
    );
    expect(documents[0].n).toBe(2);
  });

  const plain = (name: string, more: Partial<Packed> = {}): Packed => ({ name, bytes: note(`file ${name}`), ...more });
  it.each([
    ["encrypted", [plain("a.pdf", { isEncrypted: true })], "encrypted_archive"],
    ["with a path that leads out of it", [plain("a.pdf"), plain("../../etc/passwd")], "unsafe_path"],
    ["with a path from the root", [plain("/etc/passwd")], "unsafe_path"],
    ["with a drive in a path", [plain("C:\\windows\\a.pdf")], "unsafe_path"],
    ["with a link", [plain("a.pdf", { isLink: true })], "unsafe_path"],
    ["of more than 200 files", Array.from({ length: 201 }, (_, n) => plain(`${n}.pdf`)), "too_many_files"],
    ["of five thousand files", Array.from({ length: 5_000 }, (_, n) => plain(`${n}`)), "too_many_files"],
    ["whose files lie over one another", [plain("a.pdf"), plain("b.pdf", { overlapsFirst: true })], "archive_bomb"],
    ["that says it holds more than it may", [plain("a.pdf", { claimedBytes: 300 * 1024 * 1024 })], "archive_bomb"],
    ["of nothing", [plain("folder/")], "nothing_inside"],
  ])("%s is refused as a whole", async (name, files, reason) => {
    expect(await fate(`${name}.zip`, zipOf(files))).toBe(`rejected:${reason}`);
  });

  it("that unpacks to far more than it holds is refused", async () => {
    const blank = new Uint8Array(45 * 1024 * 1024);
    expect(await fate("bomb.zip", zipOf([{ name: "blank.pdf", bytes: blank }]))).toBe("rejected:archive_bomb");
  });

  it("that is cut off, or lies about a size, is refused or its file is", async () => {
    const whole = zipOf([{ name: "a.pdf", bytes: papers.invoice }]);
    expect(await fate("cut.zip", whole.subarray(0, whole.length - 30))).toBe("rejected:archive_damaged");
    const document = await send(
      "lie.zip",
      zipOf([{ name: "a.pdf", bytes: note("longer than it says"), claimedBytes: 3 }]),
    );
    await work(house);
    expect((await seen(document.id)).contents?.map(({ reason }) => reason)).toEqual(["archive_damaged"]);
  });

  it("in archives in archives is opened to a depth, and its neighbours do not mind", async () => {
    const nest = (depth: number): Buffer =>
      depth === 0
        ? zipOf([plain("deep.txt")])
        : zipOf([{ name: `level-${depth}.zip`, bytes: nest(depth - 1) }, plain(`beside-${depth}.txt`)]);
    const document = await send("nest.zip", nest(4));
    await work(house);
    const { contents } = await seen(document.id);
    expect(contents?.map(({ path, reason }) => `${path.split("/").at(-1)}:${reason}`)).toEqual([
      "level-2.zip:nested_too_deep",
      "beside-2.txt:unsupported_type",
      "beside-3.txt:unsupported_type",
      "beside-4.txt:unsupported_type",
    ]);
  });

  it.each([
    [
      "a workbook",
      zipOf([
        { name: "[Content_Types].xml", bytes: note("<a/>") },
        { name: "xl/workbook.xml", bytes: note("<a/>") },
      ]),
      "office_document",
    ],
    ["an old Word file", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]), "office_document"],
    ["a RAR", Buffer.from("Rar!\u001a\u0007\u0000 and so on"), "other_archive"],
  ])("is not %s, which is refused with what to do", async (name, bytes, reason) => {
    expect(await fate(name, bytes)).toBe(`rejected:${reason}`);
  });
});

describe("a message", () => {
  it("gives its attachments, those of the message inside it, and none of the pictures of its text", async () => {
    const of = consignment(21);
    const logo = await sharp({ create: { width: 40, height: 12, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    const forwarded = messageOf(
      [{ name: "packing.pdf", type: "application/pdf", bytes: await pdfOfPages([packingListPage(of)]) }],
      "Fwd",
    );
    const message = messageOf([
      { name: "logo.png", type: "image/png", bytes: logo, isInline: true },
      { name: "invoice.pdf", type: "application/pdf", bytes: await pdfOfPages(invoicePages(of)) },
      { name: "offer.html", type: "text/html", bytes: note("<html><script>alert(1)</script></html>") },
      { name: "first.eml", type: "message/rfc822", bytes: forwarded },
    ]);
    const document = await send("mail.eml", message);
    await work(house);
    const { state, mediaType, contents } = await seen(document.id);
    expect([state, mediaType]).toEqual(["read", "message/rfc822"]);
    expect(contents?.map(({ path, reason }) => [path, reason])).toEqual([
      ["invoice.pdf", null],
      ["offer.html", "unsupported_type"],
      ["first.eml/packing.pdf", null],
    ]);
    expect((await seen(contents?.[2]?.documentId ?? "")).type).toBe("packing_list");
  });

  it("without attachments says so", async () => {
    expect(await fate("text.eml", messageOf([]))).toBe("rejected:nothing_inside");
  });
});

describe("the command line", () => {
  it("writes a file for each document in an archive, under both names", async () => {
    const folder = mkdtempSync(join(tmpdir(), "twogate-cli-"));
    const path = join(folder, "all.zip");
    const of = consignment(30);
    const packet = await pdfOfPages([...invoicePages(of, 2), packingListPage(of)]);
    const { writeFileSync } = await import("node:fs");
    writeFileSync(
      path,
      zipOf([
        { name: "sub/packet.pdf", bytes: packet },
        { name: "note.txt", bytes: note("no document") },
      ]),
    );
    expect(await readDocuments([path], join(folder, "out"))).toBe(0);
    const said = JSON.parse(readFileSync(join(folder, "out", "all__sub__packet.json"), "utf8"));
    expect(said.doc_type).toBe("commercial_invoice");
    expect(said.documents.map((each: { pages: number[]; doc_type: string }) => [each.pages, each.doc_type])).toEqual([
      [[1, 2], "commercial_invoice"],
      [[3], "packing_list"],
    ]);
    rmSync(folder, { recursive: true, force: true });
  });
});
