import { createReadStream, readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { confirmField } from "@/application/settle-field";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, must } from "../support/house";
import { living } from "../support/product";
import { until } from "../support/services";
import { doubledOf, tracesOf } from "../support/traces";
import { startWorker, type WorkerProcess } from "../support/worker";

let house: House;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  house = await createHouse(createReader());
});
afterAll(async () => {
  for (const worker of workers) worker.kill();
  await house.close();
});

async function worker(environment: Readonly<Record<string, string>> = {}): Promise<WorkerProcess> {
  const started = await startWorker(house, environment);
  workers.push(started);
  return started;
}

async function upload(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
  const { document } = must(
    await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName, stream: bytes }),
  );
  return document.id;
}

const rowsOf = async (sql: string, id: string) => (await house.sql.query(sql, [id])).rows;
const documentOf = async (id: string) =>
  (await rowsOf("select state, attempts, type, page_count, rejection from document where id = $1", id))[0];

/** An invoice, then the picture of a waybill, which takes long to read, then another page. */
async function* threePages(): AsyncIterable<Uint8Array> {
  const pdf = await PDFDocument.create();
  const invoice = await PDFDocument.load(readFileSync("samples/wine/invoice.pdf"));
  const more = await PDFDocument.load(readFileSync("samples/other-layouts/waybill.pdf"));
  const picture = await pdf.embedPng(readFileSync("samples/wine/waybill.png"));
  pdf.addPage((await pdf.copyPages(invoice, [0]))[0]);
  pdf.addPage([picture.width / 3, picture.height / 3]).drawImage(picture, {
    x: 0,
    y: 0,
    width: picture.width / 3,
    height: picture.height / 3,
  });
  pdf.addPage((await pdf.copyPages(more, [0]))[0]);
  yield await pdf.save();
}

describe("a worker that is killed in the middle of reading", () => {
  it("takes with it the process that reads, loses nothing and does nothing twice: another finishes", async () => {
    const id = await upload("waybill.png", createReadStream("samples/wine/waybill.png"));
    const first = await worker();
    await until("it is being read", async () => (await documentOf(id)).state === "reading");
    await until("a process reads", () => first.readers().length > 0);
    const readers = first.readers();
    first.killAlone();
    await until("nobody reads any more", () => living(readers).length === 0, 15_000);
    const second = await worker();
    await until("it is read", async () => (await documentOf(id)).state === "read", 80_000);
    const traces = await tracesOf(house, id);
    expect(traces.document.attempts).toBe(2);
    expect(traces.pages).toHaveLength(1);
    expect(await doubledOf(house, id)).toEqual([]);
    expect(traces.evidence.filter((entry) => entry.kind === "document_read")).toHaveLength(1);
    second.kill();
  }, 120_000);
});

describe("a worker that hangs while another takes its job over", () => {
  it("changes nothing when it wakes: not a page, not a value, not what a person confirmed meanwhile", async () => {
    const sleeper = await worker();
    const id = await upload("three-pages.pdf", threePages());
    const isAt = (pages: number) => async () =>
      (await rowsOf("select 1 from page where document_id = $1", id)).length === pages;
    await until("its first page is read", isAt(1), 60_000);
    sleeper.freeze();
    const readers = sleeper.readers();
    const other = await worker();
    await until("the other has read it", async () => (await documentOf(id)).state === "read", 100_000);
    const [unsettled] = await rowsOf(
      "select id from extracted_field where document_id = $1 and status = 'suggested' order by id limit 1",
      id,
    );
    must(await confirmField(house.inTransaction, house.broker, unsettled?.id, null));
    const before = await tracesOf(house, id);
    expect(before.document).toMatchObject({ state: "read", attempts: 2 });
    expect(before.evidence.filter((entry) => entry.kind === "document_read")).toHaveLength(1);
    sleeper.thaw();
    await until("the sleeper has nothing left to do", () => living(readers).length === 0, 60_000);
    await until("the sleeper answers", () => sleeper.isHealthy());
    expect(await tracesOf(house, id)).toEqual(before);
    for (const each of [sleeper, other]) each.kill();
  }, 200_000);
});

describe("a worker whose connections the database ends", () => {
  it("reads every document, once, and goes on by itself", async () => {
    // The tests themselves give their connections no name; the queue gives one of its own to some of the worker's.
    const running = await worker({ PGAPPNAME: "worker" });
    const ids: string[] = [];
    for (const sample of ["lamps", "green-toys", "red-watches", "yellow-parts"])
      ids.push(await upload(sample, createReadStream(`samples/${sample}/invoice.pdf`)));
    const read = async () => (await Promise.all(ids.map(documentOf))).filter((each) => each.state === "read").length;
    for (const already of [0, 1, 2]) {
      await until(`${already} are read and another is begun`, async () => (await read()) >= already, 60_000);
      await until("there are connections to end", async () => {
        const ended = await house.sql.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> ''",
        );
        return ended.rowCount !== 0;
      });
    }
    await until("all are read", async () => (await read()) === ids.length, 90_000);
    for (const id of ids) {
      expect((await tracesOf(house, id)).evidence.filter((entry) => entry.kind === "document_read")).toHaveLength(1);
      expect(await doubledOf(house, id)).toEqual([]);
    }
    expect(running.hasEnded()).toBe(false);
    expect(await running.isHealthy()).toBe(true);
    running.kill();
  }, 200_000);
});

describe("a queue on PostgreSQL that is wiped under load", () => {
  it("loses nothing: every document is read, once", async () => {
    const running = await worker();
    const ids: string[] = [];
    for (const sample of ["wine", "green-shirts", "retail-headphones", "green-earphones"])
      ids.push(await upload(sample, createReadStream(`samples/${sample}/invoice.pdf`)));
    // The queue makes its tables when it is first used.
    const queued = () => house.sql.query("select 1 from bullmq.job").catch(() => ({ rowCount: 0 }));
    await until("the queue has them", async () => (await queued()).rowCount !== 0);
    await house.sql.query("truncate bullmq.job cascade");
    for (const id of ids) await until("it is read", async () => (await documentOf(id)).state === "read", 60_000);
    for (const id of ids) {
      expect((await tracesOf(house, id)).evidence.filter((entry) => entry.kind === "document_read")).toHaveLength(1);
      expect(await doubledOf(house, id)).toEqual([]);
    }
    running.kill();
  }, 120_000);
});
