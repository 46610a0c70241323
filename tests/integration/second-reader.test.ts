import { copyFileSync, createReadStream } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOpenAiCompatibleReader } from "@/adapters/model/openai-compatible";
import { askModel } from "@/application/ask-model";
import { placeDocument } from "@/application/move-document";
import { openShipment } from "@/application/open-shipment";
import { readDocument } from "@/application/read-document";
import { receiveDocument } from "@/application/receive-document";
import type { SecondReader } from "@/application/second-reader";
import { confirmField } from "@/application/settle-field";
import { verifyEvidence } from "@/application/verify-evidence";
import type { ReadField } from "@/domain/extraction/field";
import { ok } from "@/domain/shared/result";
import { createHouse, type House, must, system } from "../support/house";
import { type Reply, startModelServer, values } from "../support/model-server";

let house: House;
let server: Awaited<ReturnType<typeof startModelServer>>;
let reply: Reply = null;

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.01 };
const field = (name: ReadField["name"], value: string, confidence: number): ReadField => ({
  name,
  line: null,
  value,
  raw: value,
  page: 1,
  box,
  confidence,
  method: "ocr",
});

beforeAll(async () => {
  server = await startModelServer(() => reply);
  house = await createHouse({
    read: async (_file, onPage) => {
      const imagePath = join(house.folder, "page.webp");
      copyFileSync("samples/wine/waybill.png", imagePath);
      const words = [{ text: "FV-1190", box, confidence: 0.9 }];
      await onPage({
        page: { number: 1, aspect: 0.7, method: "ocr", rotation: 0, words },
        imagePath,
        pageCount: 1,
        soFar: null,
      });
      const fields = [field("total", "10.00", 0.95), field("currency", "USD", 0.4)];
      const part = { firstPage: 1, lastPage: 1, type: "commercial_invoice", typeConfidence: 0.95, fields } as const;
      return ok({ pageCount: 1, parts: [{ ...part, unreadScript: null }] });
    },
  });
});
afterAll(async () => {
  await house.close();
  await server.close();
});

let sample = 0;
const SAMPLES = ["wine", "lamps", "green-toys", "red-watches", "green-keyboards"];

/** A document that was read, with a model configured; the message that is owed. */
async function prepared() {
  const { broker, inTransaction, world } = house;
  const shipment = must(await openShipment(inTransaction, world, broker, "0110"));
  const stream = createReadStream(join("samples", SAMPLES[sample++] ?? "", "invoice.pdf"));
  const { document } = must(
    await receiveDocument(house, broker, { shipmentId: shipment.id, fileName: "a.pdf", stream }),
  );
  const owed = async (name: string) => {
    const { rows } = await house.sql.query<{ id: string }>(
      "select id from outbox_message where name = $1 and payload->>'documentId' = $2 and done_at is null",
      [name, document.id],
    );
    return rows[0]?.id ?? "";
  };
  const keepImage = async (path: string) => (await house.files.put(createReadStream(path), 1e9))?.sha256 ?? "";
  const actor = system(broker.organisationId);
  must(
    await readDocument({ ...house, keepImage, isModelAsked: true }, actor, await owed("document.read"), document.id),
  );
  const secondReader = createOpenAiCompatibleReader({ baseUrl: server.url, key: "k", model: "seer-1", backoffMs: 1 });
  const askWith = async (reader: SecondReader) =>
    must(await askModel({ ...house, secondReader: reader }, actor, await owed("document.ask"), document.id));
  return {
    documentId: document.id,
    shipmentId: shipment.id,
    fields: async () => (await house.queries.getDocument(broker, document.id))?.fields ?? [],
    ask: () => askWith(secondReader),
    askWith,
    owed,
  };
}

describe("the second reader", () => {
  beforeEach(() => {
    reply = null;
  });

  it("suggests what was not read surely, is always asked, and leaves evidence of what was shown to whom", async () => {
    reply = values({ invoice_number: "FV-1190", total: "99.00", currency: "EUR" });
    const { ask, fields, owed, shipmentId } = await prepared();
    await ask();
    const found = Object.fromEntries((await fields()).map((each) => [each.name, each]));
    expect(found.invoice_number).toMatchObject({ value: "FV-1190", method: "model", isUnsure: true });
    expect(found.currency).toMatchObject({ value: "EUR", method: "model", isUnsure: true });
    expect(found.total).toMatchObject({ value: "10.00", method: "ocr" });
    expect(await owed("document.ask")).toBe("");
    const timeline = await house.queries.getTimeline(house.broker, shipmentId);
    expect(timeline?.entries.find((entry) => entry.kind === "model_asked")?.facts).toMatchObject({
      model: "seer-1",
      page: "1",
      fields: expect.stringContaining("invoice_number"),
      picture: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const answered = timeline?.entries.find((entry) => entry.kind === "model_answered");
    expect(answered?.facts).toMatchObject({ page: "1", outcome: "answered", fields: "invoice_number currency" });
    expect(must(await verifyEvidence(house.queries, house.world, house.broker, shipmentId))).toMatchObject({
      valid: true,
    });
  });

  it("changes nothing when it does not answer, and says so in the evidence", async () => {
    reply = { status: 500, body: "" };
    const { ask, fields, shipmentId } = await prepared();
    const before = await fields();
    await ask();
    expect(await fields()).toEqual(before);
    const timeline = await house.queries.getTimeline(house.broker, shipmentId);
    const outcome = timeline?.entries.find((entry) => entry.kind === "model_answered")?.facts;
    expect(outcome).toMatchObject({ outcome: "failed" });
  });

  it("overrides nothing that a person confirmed", async () => {
    reply = values({ currency: "EUR" });
    const { ask, fields } = await prepared();
    const currency = (await fields()).find((each) => each.name === "currency");
    must(await confirmField(house.inTransaction, house.broker, currency?.id ?? "", null));
    await ask();
    expect((await fields()).filter((each) => each.name === "currency")).toMatchObject([
      { value: "USD", status: "confirmed" },
    ]);
  });

  it("keeps all that was read when the document is moved while the model answers", async () => {
    const { askWith, fields, documentId } = await prepared();
    let moved = "";
    await askWith({
      model: "slow",
      ask: async () => {
        moved = must(await placeDocument(house, house.broker, documentId, null)).shipmentId;
        return ok([{ name: "invoice_number", text: "FV-1190" }]);
      },
    });
    const found = Object.fromEntries((await fields()).map((each) => [each.name, each]));
    expect(found.total).toMatchObject({ value: "10.00", method: "ocr" });
    expect(found.invoice_number).toMatchObject({ value: "FV-1190", method: "model" });
    const timeline = await house.queries.getTimeline(house.broker, moved);
    expect(timeline?.entries.some((entry) => entry.kind === "model_answered")).toBe(true);
  });

  it("is shown nothing of a document whose values are data, even where the pages do not show them", async () => {
    const { askWith, documentId, owed } = await prepared();
    await house.sql.query("update extracted_field set method = 'embedded_xml', box = 'null' where document_id = $1", [
      documentId,
    ]);
    await askWith({ model: "m", ask: () => Promise.reject(new Error("was asked")) });
    expect(await owed("document.ask")).toBe("");
  });
});
