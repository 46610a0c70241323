import { createReadStream } from "node:fs";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, must } from "../support/house";
import { startOwnRedis, until } from "../support/services";
import { doubledOf } from "../support/traces";
import { startWorker, type WorkerProcess } from "../support/worker";

const redis = await startOwnRedis();
if (!redis && process.env.CI === "true") throw new Error("redis-server is missing; install it, CI harms it on purpose");

const SAMPLES = ["green-toys", "lamps", "wine", "red-watches", "yellow-parts", "green-shirts"];

describe.skipIf(redis === null)("a worker on a Redis that", () => {
  let house: House;
  let worker: WorkerProcess;
  let watch: Watch;

  beforeAll(async () => {
    house = await createHouse(createReader());
    worker = await startWorker(house, { REDIS_URL: redis?.url ?? "" });
    watch = watchHealth(worker);
  });
  afterEach(() => {
    expect(worker.hasEnded()).toBe(false);
    expect(watch.failures()).toBe(0);
  });
  afterAll(async () => {
    await watch.stop();
    worker.kill();
    await house.close();
    await redis?.stop();
  });

  /** Uploads invoices to a new shipment of an organisation that has none of them yet. */
  async function upload(actor: House["broker"], samples: readonly string[]): Promise<string[]> {
    const shipment = must(await openShipment(house.inTransaction, house.world, actor, "0110"));
    const ids: string[] = [];
    for (const sample of samples) {
      const stream = createReadStream(`samples/${sample}/invoice.pdf`);
      const received = must(await receiveDocument(house, actor, { shipmentId: shipment.id, fileName: sample, stream }));
      ids.push(received.document.id);
    }
    return ids;
  }

  const numberOf = async (sql: string, ids: readonly string[]): Promise<number> =>
    (await house.sql.query(sql, [ids])).rows[0].n;
  const read = (ids: readonly string[]) =>
    numberOf("select count(*)::int as n from document where state = 'read' and id = any($1)", ids);

  /** Nothing lost, nothing doubled, nothing owed. */
  async function expectEachOnce(ids: readonly string[]): Promise<void> {
    expect(await read(ids)).toBe(ids.length);
    const evidence = "select count(*)::int as n from evidence_entry where kind = 'document_read' and subject = any($1)";
    expect(await numberOf(evidence, ids)).toBe(ids.length);
    for (const id of ids) expect(await doubledOf(house, id)).toEqual([]);
    const owed =
      "select count(*)::int as n from outbox_message where done_at is null and payload->>'documentId' = any($1)";
    expect(await numberOf(owed, ids)).toBe(0);
  }

  it("is emptied again and again under load reads every document, once", async () => {
    const client = new Redis(redis?.url ?? "");
    const ids = await upload(house.broker, SAMPLES);
    for (const already of [1, 2, 3]) {
      await until(`${already} are read`, async () => (await read(ids)) >= already, 60_000);
      await client.flushall();
    }
    await client.quit();
    await until("all are read", async () => (await read(ids)) === ids.length, 90_000);
    await expectEachOnce(ids);
  }, 180_000);

  it("is killed, and comes back empty, reads what was uploaded before and meanwhile, once", async () => {
    const before = await upload(house.otherBroker, ["wine", "lamps"]);
    await until(
      "the first is begun",
      async () =>
        (await numberOf("select count(*)::int as n from document where attempts > 0 and id = any($1)", before)) > 0,
    );
    redis?.kill();
    const meanwhile = await upload(house.otherBroker, ["green-toys", "red-watches"]);
    await redis?.startEmpty();
    const ids = [...before, ...meanwhile];
    await until("all are read", async () => (await read(ids)) === ids.length, 90_000);
    await expectEachOnce(ids);
  }, 150_000);

  it("hangs delays no upload, and what was uploaded is read when it answers again", async () => {
    redis?.freeze();
    const began = Date.now();
    const ids = await upload(house.otherBroker, ["yellow-parts", "green-shirts"]);
    expect(Date.now() - began).toBeLessThan(5_000);
    redis?.thaw();
    await until("all are read", async () => (await read(ids)) === ids.length, 90_000);
    await expectEachOnce(ids);
  }, 120_000);
});

interface Watch {
  failures(): number;
  stop(): Promise<void>;
}

/** Asks for the worker's health over and over, as a supervisor does, and counts how often it was not well. */
function watchHealth(worker: WorkerProcess): Watch {
  let failures = 0;
  let isOpen = true;
  const watching = (async () => {
    while (isOpen) {
      if (!(await worker.isHealthy()) && isOpen) failures += 1;
      await new Promise((wake) => setTimeout(wake, 250));
    }
  })();
  return {
    failures: () => failures,
    stop: async () => {
      isOpen = false;
      await watching;
    },
  };
}
