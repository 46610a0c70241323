import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newApiKey } from "@/adapters/better-auth/sign-in";
import { createApi } from "@/api/app";
import { openShipment } from "@/application/open-shipment";
import { receiveDocument } from "@/application/receive-document";
import { createServices } from "@/runtime/container";
import { env } from "@/runtime/env";
import { createReader } from "@/runtime/reader";
import { createHouse, type House, must, uploadSample, work } from "../support/house";
import { freePort, until } from "../support/services";

let house: House;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  house = await createHouse(createReader());
});
afterAll(async () => {
  for (const worker of workers) killWithChildren(worker);
  await house.close();
});

/** A worker process as the product starts it, on the database and the files of this house. */
async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ["dist/worker.mjs"], {
    env: {
      ...process.env,
      DATABASE_URL: house.url,
      TWOGATE_DATA: house.folder,
      WORKER_PORT: String(await freePort()),
      TWOGATE_LOG_LEVEL: "error",
    },
    stdio: "ignore",
  });
  workers.push(worker);
  return worker;
}

/** Kill -9, as the kernel does it: the worker and what it was reading with, at once and without a word. */
function killWithChildren(worker: ChildProcess): void {
  if (!worker.pid) return;
  try {
    for (const pid of execFileSync("pgrep", ["-P", String(worker.pid)], { encoding: "utf8" })
      .split("\n")
      .filter(Boolean))
      process.kill(Number(pid), "SIGKILL");
  } catch {
    // It was reading nothing.
  }
  worker.kill("SIGKILL");
}

async function stateOf(documentId: string): Promise<string | undefined> {
  return (await house.queries.getDocument(house.broker, documentId))?.state;
}

describe("a worker that is killed in the middle of reading", () => {
  it("loses nothing and does nothing twice: another one finishes the document", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    // The files of the house lie where a worker looks for them.
    const { document } = must(
      await receiveDocument(house, house.broker, {
        shipmentId: shipment.id,
        fileName: "waybill.png",
        stream: createReadStream("samples/wine/waybill.png"),
      }),
    );
    const first = await startWorker();
    await until("it is being read", async () => (await stateOf(document.id)) === "reading");
    killWithChildren(first);
    await startWorker();
    await until("it is read", async () => (await stateOf(document.id)) === "read", 80_000);
    const count = async (sql: string) => (await house.sql.query(sql, [document.id])).rows[0].n;
    expect(await count("select count(*)::int as n from page where document_id = $1")).toBe(1);
    expect(
      await count(
        "select count(*)::int as n from (select name, line from extracted_field where document_id = $1 group by 1, 2 having count(*) > 1) twice",
      ),
    ).toBe(0);
    expect(
      await count("select count(*)::int as n from evidence_entry where subject = $1::text and kind = 'document_read'"),
    ).toBe(1);
    expect(await count("select attempts as n from document where id = $1")).toBeGreaterThanOrEqual(2);
  }, 120_000);

  it("whose queue was wiped under load reads every document all the same", async () => {
    const shipment = must(await openShipment(house.inTransaction, house.world, house.broker, "0110"));
    const ids: string[] = [];
    for (const sample of ["green-toys", "lamps", "wine", "red-watches"]) {
      const stream = createReadStream(`samples/${sample}/invoice.pdf`);
      ids.push(
        must(await receiveDocument(house, house.broker, { shipmentId: shipment.id, fileName: sample, stream })).document
          .id,
      );
    }
    await until(
      "the queue has them",
      async () =>
        (await house.sql.query("select 1 from outbox_message where dispatched_at is not null and done_at is null"))
          .rowCount !== 0,
    );
    await house.sql.query("truncate bullmq.job cascade");
    await until(
      "all are read",
      async () => (await Promise.all(ids.map(stateOf))).every((state) => state === "read"),
      60_000,
    );
    const { rows } = await house.sql.query(
      "select count(*)::int as n from evidence_entry where kind = 'document_read' and subject = any($1)",
      [ids],
    );
    expect(rows[0].n).toBe(ids.length);
    for (const worker of workers) killWithChildren(worker);
  }, 120_000);
});

describe("an answer that is lost on the way", () => {
  it("is given again for the same key, and the declaration is lodged once", async () => {
    const services = createServices({ ...env(), DATABASE_URL: house.url, TWOGATE_DATA: house.folder });
    const api = createApi(services);
    const { prefix, secret, secretHash } = newApiKey();
    await house.sql.query(
      "insert into api_key (organisation_id, id, name, prefix, secret_hash, roles, created_by, created_at) values ($1, gen_random_uuid(), 'test', $2, $3, '{broker}', 'test', now())",
      [house.broker.organisationId, prefix, secretHash],
    );
    const id = await uploadSample(house, house.broker, "green-keyboards");
    await work(house);
    const fields =
      (await house.queries.getShipment(house.broker, id))?.documentList.flatMap((document) => document.fields) ?? [];
    const call = (path: string, body: unknown, headers: Record<string, string> = {}) =>
      api.request(`/api/v1${path}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${secret}`, "content-type": "application/json", ...headers },
      });
    for (const field of fields.filter((each) => each.isUnsure)) await call(`/fields/${field.id}/confirmation`, {});
    const lodge = () =>
      call(`/shipments/${id}/declarations`, { security: "guarantee" }, { "idempotency-key": "lost-answer" });
    const lost = await lodge();
    expect({ status: lost.status, body: await lost.clone().json() }).toMatchObject({ status: 200 });
    const again = await lodge();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await again.json()).toEqual(await lost.json());
    expect(
      (await house.sql.query("select count(*)::int as n from declaration where shipment_id = $1", [id])).rows[0].n,
    ).toBe(1);
    await services.close();
  });
});
